#pragma once

#include <QJsonObject>
#include <QString>

namespace plotleaf {

/// A place where reports live. The one on this computer has the id "local" and is always there.
struct Workspace
{
    QString id;      ///< as in a panel's `source:` and in ReportSummary::workspace
    QString kind;    ///< "local", "clearml", …
    QString name;    ///< for people
    QString address; ///< of the server, for people and for links
    /// What its kind needs to find the server again. Never a secret: those are in the system's key
    /// store.
    QJsonObject settings;
};

} // namespace plotleaf
