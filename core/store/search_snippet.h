#pragma once

#include <QString>
#include <QStringList>

namespace plotleaf {

/// About 160 characters of `text` around the place where most of `words` (searchWords()) begin a
/// word near each other, on one line, with those words between U+0002 and U+0003; in scripts
/// without spaces only as much as is searched for, wherever it stands. Empty when none occurs.
///
/// FTS5's own snippet() takes half a second for a text of 1 MB; this looks at no more than the
/// first 256 K characters and stops at the first place that has all words.
QString searchSnippet(const QString &text, const QStringList &words);

} // namespace plotleaf
