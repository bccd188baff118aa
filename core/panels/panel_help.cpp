#include "core/panels/panel_help.h"

#include "core/panels/panel_kinds.h"

#include <QCoreApplication>

namespace plotleaf {

namespace {

struct HelpText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::PanelHelp)
};

QString tableCell(QString text)
{
    return text.replace(u'|', QStringLiteral("\\|"));
}

QString optionTable(const PanelOptions &options)
{
    QString table = QStringLiteral("| %1 | %2 | %3 | %4 |\n|---|---|---|---|\n")
                        .arg(HelpText::tr("Key"), HelpText::tr("Value"), HelpText::tr("Otherwise"),
                             HelpText::tr("Meaning"));
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
    QString text = QStringLiteral("### %1\n\n").arg(HelpText::tr("Every panel")) +
                   optionTable(commonPanelOptions(kinds.names()));
    for (const QString &name : kinds.names()) {
        const PanelKind &kind = *kinds.find(name);
        text += QStringLiteral("\n### type: %1\n\n%2\n\n").arg(name, kind.summary()) +
                optionTable(kind.options());
    }
    return text;
}

} // namespace plotleaf
