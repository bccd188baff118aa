#pragma once

#include <QByteArray>
#include <QString>

namespace plotleaf {

/// The content type that the page is given for a file of this name, from a fixed list: what is not
/// on it is not served, so nothing is ever guessed from contents.
struct MimeTypes
{
    /// Files of the shell: style sheets, fonts, pictures.
    static QByteArray ofPageFile(const QString &name);
    /// Assets and media of a report: pictures, sound, film. Empty for everything else.
    static QByteArray ofAsset(const QString &name);
    /// True for the types that ofAsset() hands out (a run's media says its type itself).
    static bool isServable(const QString &mimeType);
};

} // namespace plotleaf
