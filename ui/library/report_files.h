#pragma once

#include <QString>
#include <QStringList>

namespace plotleaf {

/// `name` without what file systems refuse; never empty.
QString fileNameFor(const QString &name, const QString &extension);

/// Whether a file of this name is offered to be read as Markdown.
bool isMarkdownFileName(const QString &path);

} // namespace plotleaf
