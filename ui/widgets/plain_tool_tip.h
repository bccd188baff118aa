#pragma once

#include <QString>
#include <QTextDocument>

namespace plotleaf {

/// For tooltips of what servers, files or other people wrote: a tooltip takes whatever looks like
/// HTML for rich text, and only what is rich for certain shows every character as it is.
inline QString plainToolTip(const QString &text)
{
    return text.isEmpty() ? QString() : Qt::convertFromPlainText(text);
}

} // namespace plotleaf
