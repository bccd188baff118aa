#pragma once

#include <QString>

#include <utility>

namespace plotleaf::test {

/// A text with its selection, as tests write it down: `¦` is the cursor, `⟦…⟧` a selection (cursor
/// at its end).
struct MarkedText
{
    QString text;
    int anchor = 0;
    int position = 0;
};

inline MarkedText parseMarked(QString marked)
{
    MarkedText result;
    if (const qsizetype cursor = marked.indexOf(QChar(u'¦')); cursor >= 0) {
        marked.remove(cursor, 1);
        result.anchor = result.position = int(cursor);
    } else {
        result.anchor = int(marked.indexOf(QChar(u'⟦')));
        marked.remove(result.anchor, 1);
        result.position = int(marked.indexOf(QChar(u'⟧')));
        marked.remove(result.position, 1);
    }
    result.text = std::move(marked);
    return result;
}

inline QString toMarked(const QString &text, int anchor, int position)
{
    QString marked = text;
    if (anchor == position)
        return marked.insert(position, QChar(u'¦'));
    marked.insert(qMax(anchor, position), QChar(u'⟧'));
    return marked.insert(qMin(anchor, position), QChar(u'⟦'));
}

} // namespace plotleaf::test
