#pragma once

#include <QString>
#include <QStringList>

namespace plotleaf {

/// Text as a YAML scalar: bare where nothing else could be read into it, also where it stands in a
/// list in brackets; else in double quotes.
QString yamlText(const QString &text);

/// A list in brackets.
QString yamlList(const QStringList &texts);
/// The same; a single text without them.
QString yamlTexts(const QStringList &texts);

} // namespace plotleaf
