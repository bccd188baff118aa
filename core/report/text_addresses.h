#pragma once

#include <QString>
#include <QVector>

#include <functional>

namespace plotleaf {

/// An address that a Markdown text names, and where.
struct TextAddress
{
    enum class Kind { Link, Picture };

    Kind kind = Kind::Link;
    qsizetype start = 0; ///< in the text; angle brackets and quotes are not part of it
    qsizetype length = 0;
    QString address; ///< with escapes resolved and percent signs decoded
};

/// The addresses of inline links and pictures, of reference definitions (a picture's when a picture
/// uses it) and of `<img>` elements, in the order of the text. What stands in code is text and none
/// of them. Reads as GFM 0.29 defines links, but looks at one place after the other and knows no
/// nesting of blocks; it is for files that come and go, not for showing a text.
QVector<TextAddress> textAddresses(const QString &text);

/// The text with each address replaced by what `replacement` returns for it, ready to stand there
/// (see addressInText()); where that is empty, nothing changes.
QString withReplacedAddresses(const QString &text,
                              const std::function<QString(const TextAddress &)> &replacement);

/// `path` as it can stand as an address in any of these places: percent-encoded, slashes kept.
QString addressInText(const QString &path);

} // namespace plotleaf
