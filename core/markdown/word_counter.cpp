#include "core/markdown/word_counter.h"

namespace plotleaf {

namespace {

/// Hiragana to the unified ideographs and their compatibility forms: U+3040–U+9FFF, U+F900–U+FAFF,
/// U+20000 and above.
bool isIdeograph(char32_t c)
{
    return (c >= 0x3040 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) ||
           (c >= 0x20000 && c <= 0x3ffff);
}

/// The code point that starts at `i`, which moves behind it; malformed bytes come out as something
/// that is no letter.
char32_t nextCodePoint(QByteArrayView text, qsizetype &i)
{
    const auto lead = static_cast<unsigned char>(text[i++]);
    if (lead < 0x80)
        return lead;
    char32_t point = lead >= 0xf0 ? lead & 0x07 : lead >= 0xe0 ? lead & 0x0f : lead & 0x1f;
    while (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xc0) == 0x80)
        point = (point << 6) | (static_cast<unsigned char>(text[i++]) & 0x3f);
    return point;
}

bool isAsciiSpace(char32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool makesWord(char32_t c)
{
    if (c < 0x80)
        return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    // Dashes, quotation marks and the wide stops of East Asian text stand between words.
    return c >= 0xc0 && !(c >= 0x2000 && c <= 0x206f) && !(c >= 0x3000 && c <= 0x303f) &&
           !(c >= 0xff00 && c <= 0xff0f);
}

} // namespace

void WordCounter::add(QByteArrayView piece)
{
    for (qsizetype i = 0; i < piece.size();) {
        const char32_t c = nextCodePoint(piece, i);
        if (isAsciiSpace(c) || c == 0xa0 || c == 0x3000) {
            endWord();
        } else if (isIdeograph(c)) {
            endWord();
            ++m_count;
        } else if (makesWord(c)) {
            m_inWord = true;
        }
    }
}

void WordCounter::endWord()
{
    m_count += m_inWord ? 1 : 0;
    m_inWord = false;
}

} // namespace plotleaf
