#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace plotleaf {

/// The rules for what people call things. Each returns the name in the form in which it is kept.

/// A report's name: trimmed, one line, at least 3 characters (as a reader counts them).
Result<QString> checkedReportName(const QString &name);

/// A project path: parts trimmed, empty parts dropped, joined by "/". Empty: the workspace itself.
QString normalisedProject(const QString &path);

/// Tags trimmed, empty ones dropped, sorted, each once. A tag is one line.
QStringList normalisedTags(const QStringList &tags);

/// An asset's name that can stand in `![](asset:NAME)` as it is: no folders, and "-" for every
/// character that Markdown or an address would read as something else. Never empty.
QString normalisedAssetName(const QString &name);

/// `name` with a number before its suffix: ("image.png", 2) is "image-2.png".
QString numberedAssetName(const QString &name, int number);

/// What names are sorted by: case folded, diacritics removed.
QString nameSortKey(const QString &name);

} // namespace plotleaf
