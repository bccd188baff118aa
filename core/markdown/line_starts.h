#pragma once

#include <QByteArrayView>

#include <vector>

namespace plotleaf {

/// Where the lines of a text start, kept up to date while the text changes.
class LineStarts
{
public:
    LineStarts() = default;
    explicit LineStarts(QByteArrayView text);

    int count() const { return int(m_starts.size()); }
    /// In bytes; of the line behind the last: the text's size.
    qsizetype start(int line) const;
    /// The line that holds this byte.
    int lineAt(qsizetype offset) const;

    /// The lines from `first` up to (not including) `end` have become `part`.
    void replace(int first, int end, QByteArrayView part);

private:
    std::vector<qsizetype> m_starts;
    qsizetype m_size = 0;
};

} // namespace plotleaf
