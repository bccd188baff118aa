#pragma once

#include <QLabel>

namespace plotleaf {

/// A QLabel that shows its text as it is. QLabel itself takes what looks like HTML for HTML; names
/// from a server or a file can be made to look like that, and would then have local files read.
class PlainLabel : public QLabel
{
public:
    explicit PlainLabel(QWidget *parent = nullptr);
    explicit PlainLabel(const QString &text, QWidget *parent = nullptr);
};

/// The same for tool tips: what shows `text` as it is, wrapped.
QString plainToolTip(const QString &text);

} // namespace plotleaf
