#pragma once

#include <QByteArrayView>

namespace plotleaf {

/// Counts the words of a text that arrives in pieces of UTF-8. A word is a run of anything but
/// white space that holds a letter or digit; each Chinese or Japanese character is a word of its
/// own.
class WordCounter
{
public:
    void add(QByteArrayView piece);
    /// The next piece does not continue the word at the end of this one.
    void endWord();
    int count() const { return m_count + (m_inWord ? 1 : 0); }

private:
    int m_count = 0;
    bool m_inWord = false;
};

} // namespace plotleaf
