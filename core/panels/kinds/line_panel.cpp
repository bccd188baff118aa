#include "core/panels/line_curves.h"
#include "core/panels/line_drawing.h"
#include "core/panels/line_units.h"
#include "core/panels/panel_kind.h"
#include "core/runs/aggregate.h"

#include <QCoreApplication>

namespace plotleaf {

namespace {

struct LineText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::LinePanel)
};

class LinePanel final : public PanelKind
{
public:
    QString name() const override { return QStringLiteral("line"); }
    QString summary() const override
    {
        return LineText::tr("Metrics over steps or time, one line for each run.");
    }

    PanelOptions options() const override
    {
        return {
            {QStringLiteral("x"), OptionKind::XAxis, QStringLiteral("step"),
             LineText::tr("What lies on the x axis.")},
            {QStringLiteral("y"), OptionKind::Names, QString(),
             LineText::tr("Which metrics are drawn.")},
            {QStringLiteral("group"), OptionKind::Group, QStringLiteral("[]"),
             LineText::tr("One line for all runs that have this in common.")},
            {QStringLiteral("aggregate"), OptionKind::Choices, QStringLiteral("[]"),
             LineText::tr("What is drawn of a group: lines, and a band for std, stderr or min with "
                          "max; mean, min, max where nothing is said."),
             aggregateNames()},
            {QStringLiteral("smooth"), OptionKind::Smoothing, QStringLiteral("none"),
             LineText::tr("Smooths lines, with the original faintly behind. Types: none, ema (as "
                          "TensorBoard), twema "
                          "(by time), gaussian (weight: width in x), average (weight: points).")},
            {QStringLiteral("scale"), OptionKind::Scale, QStringLiteral("linear"),
             LineText::tr("Linear or logarithmic axes. One word is for y.")},
            {QStringLiteral("range"), OptionKind::Range, QStringLiteral("{}"),
             LineText::tr(
                 "Part of the axes that is shown; seconds where x is relative, dates where it "
                 "is wall.")},
            {QStringLiteral("legend"),
             OptionKind::Choice,
             QStringLiteral("bottom"),
             LineText::tr("Where the legend stands when there is more than one line."),
             {QStringLiteral("none"), QStringLiteral("top"), QStringLiteral("bottom"),
              QStringLiteral("left"), QStringLiteral("right")}},
            {QStringLiteral("colors"), OptionKind::Colors, QStringLiteral("{}"),
             LineText::tr("Colour of a run's or a group's lines.")},
            {QStringLiteral("names"), OptionKind::Labels, QStringLiteral("{}"),
             LineText::tr("Another name for a run or a group.")},
        };
    }

    int usualRuns(const PanelSpec &spec) const override { return usualRunsWithGroups(spec); }

    QVector<RunDataRequest> wants(const PanelSpec &spec, const QVector<Run> &runs) const override
    {
        return lineRequests(spec, runs);
    }

    std::shared_ptr<const PanelPreparation> prepare(const PanelInput &input) const override
    {
        return makeLineCurves(input);
    }

    Figure build(const PanelInput &input,
                 const PanelPreparation *prepared,
                 const PanelView &view,
                 MediaPins &) const override
    {
        const auto &curves = static_cast<const LineCurves &>(*prepared);
        if (curves.message)
            return *curves.message;
        Figure figure;
        figure.kind = Figure::Kind::Plot;
        figure.content = lineDrawing(input.spec, curves, view);
        figure.notes = curves.notes;
        return figure;
    }
};

} // namespace

std::unique_ptr<PanelKind> makeLinePanel()
{
    return std::make_unique<LinePanel>();
}

} // namespace plotleaf
