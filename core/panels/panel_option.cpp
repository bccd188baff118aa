#include "core/panels/panel_option.h"

#include <QCoreApplication>

namespace plotleaf {

namespace {

struct OptionText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::PanelOption)
};

} // namespace

QString PanelOption::accepted() const
{
    switch (kind) {
    case OptionKind::Text:
        return OptionText::tr("text");
    case OptionKind::Whole:
        return OptionText::tr("a whole number from 1");
    case OptionKind::Flag:
        return QStringLiteral("true, false");
    case OptionKind::Choice:
        return choices.join(QStringLiteral(", "));
    case OptionKind::Choices:
        return OptionText::tr("one or a list of: %1").arg(choices.join(QStringLiteral(", ")));
    case OptionKind::Names:
        return OptionText::tr("a name, /regular expression/ or a list of them");
    case OptionKind::XAxis:
        return OptionText::tr("step, relative, wall or a metric");
    case OptionKind::Step:
        return OptionText::tr("last, all or a number");
    case OptionKind::Smoothing:
        return OptionText::tr("ema:0.6, or {type, weight, original}");
    case OptionKind::Scale:
        return OptionText::tr("linear or log, for both as {x, y}");
    case OptionKind::Range:
        return OptionText::tr("{x: [from, to], y: [from, to]}; x also as: last 1000, last 1h");
    case OptionKind::Duration:
        return OptionText::tr("a time such as 10s, 1m or 1h");
    case OptionKind::Colors:
        return OptionText::tr("{run: \"#rrggbb\"}");
    case OptionKind::Labels:
        return OptionText::tr("{run: text}");
    case OptionKind::Group:
        return OptionText::tr("config.NAME, state, tags, name or /part of the name/, or a list");
    case OptionKind::Runs:
        break;
    }
    return OptionText::tr(
        "folder:PATH, the name of a run set, or {source, project, filter, order, limit, ids}");
}

PanelOptions commonPanelOptions(const QStringList &types)
{
    return {
        {QStringLiteral("type"), OptionKind::Choice, QString(),
         OptionText::tr("What the panel shows."), types},
        {QStringLiteral("title"), OptionKind::Text, QStringLiteral("''"),
         OptionText::tr("Heading above the panel.")},
        {QStringLiteral("runs"), OptionKind::Runs, QString(),
         OptionText::tr("Which runs are shown.")},
        {QStringLiteral("width"),
         OptionKind::Choice,
         QStringLiteral("full"),
         OptionText::tr("Share of the page's width; panels that fit stand side by side."),
         {QStringLiteral("full"), QStringLiteral("half"), QStringLiteral("third"),
          QStringLiteral("quarter")}},
        {QStringLiteral("refresh"), OptionKind::Duration, QStringLiteral("1s"),
         OptionText::tr("Shortest time between two updates while runs are being written.")},
    };
}

} // namespace plotleaf
