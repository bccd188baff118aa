#include "core/markdown/math_extension.h"

#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <QChar>
#include <QList>
#include <QString>

#include <array>
#include <string>

namespace plotleaf {

namespace {

/// What a block of math keeps while it is open: the parser only collects whole lines.
struct MathBlock
{
    std::string firstLine; ///< behind the opening `$$`
    std::string lastLine;  ///< before the closing `$$`
    bool closed = false;
};

void freeMathBlock(cmark_mem *, void *block)
{
    delete static_cast<MathBlock *>(block);
}

QByteArrayView lineAt(const unsigned char *input, int length, int offset)
{
    return QByteArrayView(reinterpret_cast<const char *>(input) + offset, length - offset)
        .trimmed();
}

cmark_node *openMathBlock(cmark_syntax_extension *extension,
                          int indented,
                          cmark_parser *parser,
                          cmark_node *parent,
                          unsigned char *input,
                          int length)
{
    const auto *self =
        static_cast<const MathExtension *>(cmark_syntax_extension_get_private(extension));
    const int start = cmark_parser_get_first_nonspace(parser);
    const QByteArrayView line = lineAt(input, length, start);
    if (indented || !line.startsWith("$$") ||
        !self->displayLines().opensAt(cmark_parser_get_line_number(parser) - 1))
        return nullptr;

    cmark_node *node = cmark_parser_add_child(parser, parent, CMARK_NODE_CODE_BLOCK, start + 1);
    cmark_node_set_syntax_extension(node, extension);
    cmark_node_set_fenced(node, 1, 0, 0, '$');
    auto *block = new MathBlock;
    block->firstLine = line.sliced(2).trimmed().toByteArray().toStdString();
    cmark_node_set_user_data(node, block);
    cmark_node_set_user_data_free_func(node, freeMathBlock);
    // The rest of the line would become the "info string", with its backslashes taken for escapes.
    cmark_parser_advance_offset(parser, reinterpret_cast<const char *>(input),
                                length - 1 - cmark_parser_get_offset(parser), 0);
    return node;
}

/// Whether the block goes on in this line. The closing line belongs to it, the one behind does not.
int continueMathBlock(cmark_syntax_extension *,
                      cmark_parser *parser,
                      unsigned char *input,
                      int length,
                      cmark_node *node)
{
    auto *block = static_cast<MathBlock *>(cmark_node_get_user_data(node));
    if (!block || block->closed)
        return 0;
    const QByteArrayView line = lineAt(input, length, cmark_parser_get_offset(parser));
    if (line.endsWith("$$")) {
        block->closed = true;
        block->lastLine = line.chopped(2).trimmed().toByteArray().toStdString();
        cmark_parser_advance_offset(parser, reinterpret_cast<const char *>(input),
                                    length - 1 - cmark_parser_get_offset(parser), 0);
    }
    return 1;
}

bool isSpace(unsigned char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool isDigit(unsigned char c)
{
    return c >= '0' && c <= '9';
}

/// The character that ends before `at`, which is not the text's beginning.
char32_t characterBefore(cmark_inline_parser *text, int at)
{
    constexpr int mostBytes = 4;
    std::array<char, mostBytes> bytes{};
    int first = at - 1;
    const auto byteAt = [text](int place) { return cmark_inline_parser_peek_at(text, place); };
    while (first > 0 && at - first < mostBytes && (byteAt(first) & 0xC0) == 0x80)
        --first;
    for (int i = first; i < at; ++i)
        bytes[size_t(i - first)] = char(byteAt(i));
    return QString::fromUtf8(bytes.data(), at - first).toUcs4().value(0);
}

/// Scripts without spaces between words put a formula right behind one.
bool isSpaced(char32_t letter)
{
    switch (QChar::script(letter)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
    case QChar::Script_Hangul:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return false;
    case QChar::Script_Common: {
        // ー, 〆 and the like; behind them come mathematical letters.
        constexpr char32_t firstEastAsian = 0x3000;
        constexpr char32_t lastEastAsian = 0xffff;
        return letter < firstEastAsian || letter > lastEastAsian;
    }
    default:
        return true;
    }
}

/// Also the accents and vowel signs that stand behind a letter.
bool isOfSpacedWord(char32_t character)
{
    return (QChar::isLetterOrNumber(character) || QChar::isMark(character)) && isSpaced(character);
}

/// The next run of `$` behind `from` that no backslash escapes; the end of the text (its NUL) when
/// there is none.
int nextDollar(cmark_inline_parser *text, int from)
{
    for (int at = from;; ++at) {
        const unsigned char c = cmark_inline_parser_peek_at(text, at);
        if (c == '\\' && cmark_inline_parser_peek_at(text, at + 1) != 0)
            ++at;
        else if (c == '$' || c == 0)
            return at;
    }
}

/// Where the formula that opens at `open` ends (behind its last `$`), or -1.
int endOfInline(cmark_inline_parser *text, int open)
{
    const int content = open + 1;
    const int close = nextDollar(text, content);
    const unsigned char before = cmark_inline_parser_peek_at(text, close - 1);
    const unsigned char after =
        cmark_inline_parser_peek_at(text, close) ? cmark_inline_parser_peek_at(text, close + 1) : 0;
    const bool closes = cmark_inline_parser_peek_at(text, close) == '$' && close > content &&
                        !isSpace(cmark_inline_parser_peek_at(text, content)) && !isSpace(before) &&
                        after != '$' && !isDigit(after);
    return closes ? close + 1 : -1;
}

int endOfDisplay(cmark_inline_parser *text, int open)
{
    const int content = open + 2;
    int close = nextDollar(text, content);
    while (cmark_inline_parser_peek_at(text, close) == '$' &&
           cmark_inline_parser_peek_at(text, close + 1) != '$')
        close = nextDollar(text, close + 1);
    if (cmark_inline_parser_peek_at(text, close) != '$')
        return -1;
    int first = content;
    while (isSpace(cmark_inline_parser_peek_at(text, first)))
        ++first;
    return first < close ? close + 2 : -1;
}

cmark_node *matchInlineMath(cmark_syntax_extension *extension,
                            cmark_parser *,
                            cmark_node *,
                            unsigned char character,
                            cmark_inline_parser *text)
{
    // cmark-gfm asks at the start of every piece of text, not only at the special characters.
    if (character != '$')
        return nullptr;
    const int open = cmark_inline_parser_get_offset(text);
    const char32_t before = open > 0 ? characterBefore(text, open) : U' ';
    if (before == U'$' || isOfSpacedWord(before))
        return nullptr;
    const bool display = cmark_inline_parser_peek_at(text, open + 1) == '$';
    const int end = display ? endOfDisplay(text, open) : endOfInline(text, open);
    if (end < 0)
        return nullptr;

    std::string source; // with its dollars: they tell inline from display
    source.reserve(static_cast<size_t>(end - open));
    for (int at = open; at < end; ++at)
        source += static_cast<char>(cmark_inline_parser_peek_at(text, at));
    cmark_inline_parser_set_offset(text, end);
    cmark_node *node = cmark_node_new(CMARK_NODE_CODE);
    cmark_node_set_literal(node, source.c_str());
    cmark_node_set_syntax_extension(node, extension);
    return node;
}

} // namespace

MathExtension::MathExtension() : m_extension(cmark_syntax_extension_new("plotleaf-math"))
{
    cmark_mem *memory = cmark_get_default_mem_allocator();
    cmark_syntax_extension_set_private(m_extension, this, nullptr);
    cmark_syntax_extension_set_open_block_func(m_extension, openMathBlock);
    cmark_syntax_extension_set_match_block_func(m_extension, continueMathBlock);
    cmark_syntax_extension_set_match_inline_func(m_extension, matchInlineMath);
    cmark_syntax_extension_set_special_inline_chars(
        m_extension, cmark_llist_append(memory, nullptr, reinterpret_cast<void *>(quintptr('$'))));
}

MathExtension::~MathExtension()
{
    cmark_syntax_extension_free(cmark_get_default_mem_allocator(), m_extension);
}

std::optional<MathExtension::Formula> MathExtension::formula(cmark_node *node) const
{
    if (cmark_node_get_syntax_extension(node) != m_extension)
        return std::nullopt;
    const QByteArray literal(cmark_node_get_literal(node));
    if (cmark_node_get_type(node) == CMARK_NODE_CODE) {
        const bool display = literal.startsWith("$$");
        const qsizetype marks = display ? 2 : 1;
        return Formula{literal.sliced(marks, literal.size() - 2 * marks).trimmed(), display};
    }
    const auto *block = static_cast<const MathBlock *>(cmark_node_get_user_data(node));
    QByteArray tex(block->firstLine.c_str());
    tex.append('\n').append(literal);
    // The closing line left its line end behind.
    if (block->closed)
        tex.chop(1);
    tex.append(block->lastLine.c_str());
    return Formula{tex.trimmed(), true};
}

} // namespace plotleaf
