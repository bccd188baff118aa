#include "core/panels/panel_option.h"

#include <QCoreApplication>

namespace plotleaf {

namespace {

QString optionText(const char *text)
{
    return QCoreApplication::translate("plotleaf::PanelOption", text);
}

} // namespace

QString PanelOption::accepted() const
{
    switch (kind) {
    case OptionKind::Text:
        return optionText("text");
    case OptionKind::Whole:
        return optionText("a whole number from 1");
    case OptionKind::Flag:
        return QStringLiteral("true, false");
    case OptionKind::Choice:
        return choices.join(QStringLiteral(", "));
    case OptionKind::Choices:
        return optionText("one or a list of: %1").arg(choices.join(QStringLiteral(", ")));
    case OptionKind::Names:
        return optionText("a name, /regular expression/ or a list of them");
    case OptionKind::XAxis:
        return optionText("step, relative, wall or a metric");
    case OptionKind::Step:
        return optionText("last, all or a number");
    case OptionKind::Smoothing:
        return optionText("ema:0.6, or {type, weight, original}");
    case OptionKind::Scale:
        return optionText("linear or log, for both as {x, y}");
    case OptionKind::Range:
        return optionText("{x: [from, to], y: [from, to]}; x also as: last 1000, last 1h");
    case OptionKind::Duration:
        return optionText("a time such as 10s, 1m or 1h");
    case OptionKind::Colors:
        return optionText("{run: \"#rrggbb\"}");
    case OptionKind::Labels:
        return optionText("{run: text}");
    case OptionKind::Runs:
        break;
    }
    return optionText(
        "folder:PATH, the name of a runset, or {source, project, filter, order, limit, ids}");
}

PanelOptions commonPanelOptions(const QStringList &types)
{
    return {
        {QStringLiteral("type"), OptionKind::Choice, QString(), optionText("What the panel shows."),
         types},
        {QStringLiteral("title"), OptionKind::Text, QStringLiteral("''"),
         optionText("Heading above the panel.")},
        {QStringLiteral("runs"), OptionKind::Runs, QString(), optionText("Which runs are shown.")},
        {QStringLiteral("width"),
         OptionKind::Choice,
         QStringLiteral("full"),
         optionText("Share of the page's width; panels that fit stand side by side."),
         {QStringLiteral("full"), QStringLiteral("half"), QStringLiteral("third"),
          QStringLiteral("quarter")}},
        {QStringLiteral("refresh"), OptionKind::Duration, QStringLiteral("1s"),
         optionText("Shortest time between two updates while runs are being written.")},
    };
}

} // namespace plotleaf
