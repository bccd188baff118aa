#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace plotleaf {

/// Walks over the lines of a text, which end as cmark-gfm sees them: LF, CR LF or CR.
class LineScanner
{
public:
    explicit LineScanner(QByteArrayView text) : m_text(text) {}

    /// Moves to the next line; false behind the last.
    bool next();

    QByteArrayView line() const { return m_text.sliced(m_start, m_end - m_start); }
    int number() const { return m_number; } ///< from 0
    qsizetype start() const { return m_start; }
    qsizetype nextStart() const { return m_next; } ///< behind the line's end characters

private:
    QByteArrayView m_text;
    qsizetype m_start = 0;
    qsizetype m_end = 0;
    qsizetype m_next = 0;
    int m_number = -1;
};

} // namespace plotleaf
