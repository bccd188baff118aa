#include "core/panels/panel_help.h"

#include "core/panels/panel_kinds.h"

#include <QCoreApplication>

namespace plotleaf {

namespace {

QString helpText(const char *text)
{
    return QCoreApplication::translate("plotleaf::PanelHelp", text);
}

QString tableCell(QString text)
{
    return text.replace(u'|', QStringLiteral("\\|"));
}

QString optionTable(const PanelOptions &options)
{
    QString table =
        QStringLiteral("| %1 | %2 | %3 | %4 |\n|---|---|---|---|\n")
            .arg(helpText("Key"), helpText("Value"), helpText("Otherwise"), helpText("Meaning"));
    for (const PanelOption &option : options) {
        const QString fallback =
            option.fallback.isEmpty() ? QString() : QStringLiteral("`%1`").arg(option.fallback);
        table += QStringLiteral("| `%1` | %2 | %3 | %4 |\n")
                     .arg(option.name, tableCell(option.accepted()), tableCell(fallback),
                          tableCell(option.help));
    }
    return table;
}

} // namespace

QString panelReference(const PanelKinds &kinds)
{
    QString text = QStringLiteral("### %1\n\n").arg(helpText("Every panel")) +
                   optionTable(commonPanelOptions(kinds.names()));
    for (const QString &name : kinds.names()) {
        const PanelKind &kind = *kinds.find(name);
        text += QStringLiteral("\n### type: %1\n\n%2\n\n").arg(name, kind.summary()) +
                optionTable(kind.options());
    }
    return text;
}

} // namespace plotleaf
