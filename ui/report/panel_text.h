#pragma once

#include <QString>
#include <QStringList>

namespace plotleaf {

/// What the panel dialog asks for.
struct PanelChoice
{
    QString type = QStringLiteral("line"); ///< line, scalar, table, media, figure
    QString folder;                        ///< of the runs, absolute
    QStringList names;                     ///< metrics, or keys of media and histograms
    QString title;
};

/// The fence that says it. A folder below `baseFolder` is written relative to it, so that the
/// report can move together with its runs.
QString panelFence(const PanelChoice &choice, const QString &baseFolder);

} // namespace plotleaf
