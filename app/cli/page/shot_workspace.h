#pragma once

#include "core/base/result.h"

#include <QString>

namespace plotleaf {

/// Fills `folder` with the library of a small team: what pictures of the program show. Times are
/// counted back from now, so that "3 days ago" is the same in every picture. Blocks.
Result<void> makeShotWorkspace(const QString &folder);

/// Adds a ClearML server that nobody can reach, and a report of it that waits to be merged. Blocks.
Result<void> addShotServer(const QString &folder);

/// Name of the report among them that is published.
QString publishedShotReport();

/// The name of a draft among them.
QString draftShotReport();
/// Of the server, with a frame of a widget, waiting to be merged.
QString mergedShotReport();
/// Of the server, whose text has not been read from there.
QString unreadShotReport();

} // namespace plotleaf
