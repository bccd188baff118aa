#include "core/panels/panel_fence.h"

#include "core/panels/yaml_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr int usualLimit = 10; // of runs in a panel

/// Between slashes a name would be a pattern.
QString literalName(const QString &name)
{
    const bool looksLikePattern = name.size() > 1 && name.startsWith(u'/') && name.endsWith(u'/');
    return looksLikePattern ? u"/^"_s + QRegularExpression::escape(name) + u"$/"_s : name;
}

QStringList chosenNames(const RunEmbed &what)
{
    QStringList names;
    for (const QString &variant : what.variants)
        names << literalName(MetricName{what.metric, variant}.text());
    if (names.isEmpty() && !what.metric.isEmpty())
        names << u"/^"_s + QRegularExpression::escape(what.metric) + u"\\//"_s;
    return names;
}

QString fenceText(const RunEmbed &what, const QString &source, const QString &title)
{
    const bool isCurves = what.what == RunEmbed::What::Curves;
    QStringList ids;
    for (const RunId &run : what.runs.ids)
        ids << run.toString();
    QStringList lines = {u"```panel"_s,
                         isCurves ? u"type: line"_s : u"type: media"_s,
                         u"title: "_s + yamlText(title),
                         u"runs:"_s,
                         u"  source: "_s + yamlText(source),
                         u"  ids: "_s + yamlList(ids)};
    if (ids.size() > usualLimit)
        lines << u"  limit: %1"_s.arg(ids.size());
    lines << (isCurves ? u"y: "_s : u"key: "_s) + yamlTexts(chosenNames(what));
    if (isCurves && what.xAxis != XAxis::Step)
        lines << (what.xAxis == XAxis::Wall ? u"x: wall"_s : u"x: relative"_s);
    lines << u"```"_s;
    return lines.join(u'\n');
}

} // namespace

Result<QString> panelFence(const RunEmbed &what, const QString &source)
{
    const bool isCurves = what.what == RunEmbed::What::Curves;
    if (!isCurves && what.what != RunEmbed::What::Sample) {
        return Error{
            ErrorCode::InvalidInput,
            QCoreApplication::translate("plotleaf::PanelFence", "Plotleaf has no panel for this."),
            {}};
    }
    if (what.runs.ids.isEmpty() || chosenNames(what).isEmpty()) {
        return Error{ErrorCode::InvalidInput,
                     QCoreApplication::translate("plotleaf::PanelFence",
                                                 "Nothing is chosen that a panel could show."),
                     {}};
    }
    const QString metric = what.metric.isEmpty() ? what.variants.first() : what.metric;
    if (!what.isGroup)
        return fenceText(what, source, metric);
    QStringList parts = {u"## "_s + metric};
    for (const QString &variant : what.variants) {
        RunEmbed one = what;
        one.variants = {variant};
        parts << fenceText(one, source, MetricName{what.metric, variant}.text());
    }
    return parts.join("\n\n"_L1);
}

MetricName splitMetricName(const QString &name)
{
    const qsizetype slash = name.lastIndexOf(u'/');
    return {slash < 0 ? QString() : name.left(slash), name.mid(slash + 1)};
}

} // namespace plotleaf
