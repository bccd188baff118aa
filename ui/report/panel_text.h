#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace plotleaf {

/// What the panel dialog asks for.
struct PanelChoice
{
    QString type = QStringLiteral("line"); ///< line, scalar, table, media, figure
    QString folder;                        ///< of the runs, absolute
    /// What the runs come from where that is no folder (a server, a run set): left as it is.
    QString otherSource = {};
    QStringList names; ///< metrics, or keys of media and histograms
    QString title;

    friend bool operator==(const PanelChoice &, const PanelChoice &) = default;
};

/// The fence that says it. A folder below `baseFolder` is written relative to it, so that the
/// report can move together with its runs.
QString panelFence(const PanelChoice &choice, const QString &baseFolder);

/// What a fence's YAML says of these things. Errors: InvalidInput, when it is no YAML, or written
/// in a form that changedPanel() could not change line by line (all in one line).
Result<PanelChoice> readPanelChoice(const QString &yaml, const QString &baseFolder);

/// `yaml` with what differs between the two choices changed in it. Everything else stays as it was
/// written, comments too. Precondition: readPanelChoice() could read it.
QString changedPanel(const QString &yaml,
                     const PanelChoice &before,
                     const PanelChoice &after,
                     const QString &baseFolder);

} // namespace plotleaf
