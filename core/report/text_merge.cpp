#include "core/report/text_merge.h"

#include "core/report/git_library.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>

namespace plotleaf {

namespace {

constexpr qsizetype largestMergedText = 64 * 1024 * 1024;
/// What git uses; longer ones where a text has such lines itself.
constexpr int shortestMark = 7;
constexpr int longestMark = 60'000;

/// To git a text with a null character is no text; this stands for it, and for nothing else.
constexpr QChar nullStandIn(0xfdd0);

struct GitMergeResult
{
    git_merge_file_result value{};

    GitMergeResult() = default;
    ~GitMergeResult() { git_merge_file_result_free(&value); }
    GitMergeResult(const GitMergeResult &) = delete;
    GitMergeResult &operator=(const GitMergeResult &) = delete;
};

Error mergeTooLarge()
{
    return {ErrorCode::LimitExceeded,
            QCoreApplication::translate("plotleaf::TextMerge", "The text is too large to merge."),
            {}};
}

Error mergeFailed()
{
    const git_error *last = git_error_last();
    return {ErrorCode::Io,
            QCoreApplication::translate("plotleaf::TextMerge", "The texts could not be merged."),
            last != nullptr ? QString::fromUtf8(last->message) : QString()};
}

bool isMarkCharacter(char character)
{
    return character == '<' || character == '=' || character == '>' || character == '|';
}

/// The longest run of one of git's characters at the start of a line.
int longestMarkIn(const QByteArray &text)
{
    int longest = 0;
    for (qsizetype line = 0; line < text.size();) {
        qsizetype end = line;
        while (end < text.size() && isMarkCharacter(text.at(line)) && text.at(end) == text.at(line))
            ++end;
        longest = std::max(longest, static_cast<int>(std::min<qsizetype>(end - line, longestMark)));
        const qsizetype lineEnd = text.indexOf('\n', line);
        line = lineEnd < 0 ? text.size() : lineEnd + 1;
    }
    return longest;
}

/// Qt drops a byte order mark at the beginning.
QString decoded(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes).replace(nullStandIn, QChar(0));
    return bytes.startsWith("\xef\xbb\xbf") ? QChar(QChar::ByteOrderMark) + text : text;
}

git_merge_file_input mergeInput(const QByteArray &text)
{
    git_merge_file_input input{};
    git_merge_file_init_input(&input, GIT_MERGE_FILE_INPUT_VERSION);
    input.ptr = text.constData();
    input.size = static_cast<size_t>(text.size());
    return input;
}

/// Reads git's result with marks (diff3 style) back into pieces.
class MergeReader
{
public:
    MergeReader(QByteArrayView merged, int mark) : m_rest(merged), m_mark(mark) {}

    QVector<MergePiece> read()
    {
        while (!m_rest.isEmpty()) {
            const QByteArrayView line = takeLine();
            if (isMark(line, '<'))
                enter(&MergePiece::mine, true);
            else if (isMark(line, '|'))
                enter(&MergePiece::base, true);
            else if (isMark(line, '='))
                enter(&MergePiece::theirs, true);
            else if (isMark(line, '>'))
                enter(&MergePiece::text, false);
            else
                m_bytes.append(line);
        }
        flush();
        return std::move(m_pieces);
    }

private:
    QByteArrayView takeLine()
    {
        const qsizetype end = m_rest.indexOf('\n');
        const qsizetype size = end < 0 ? m_rest.size() : end + 1;
        const QByteArrayView line = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return line;
    }
    bool isMark(QByteArrayView line, char character) const
    {
        return line.size() > m_mark && line.at(m_mark) != character &&
               std::all_of(line.begin(), line.begin() + m_mark,
                           [character](char c) { return c == character; });
    }
    void enter(QString MergePiece::*part, bool isConflict)
    {
        flush();
        m_part = part;
        if (isConflict && !m_isConflict)
            m_pieces.append(MergePiece{true, {}, {}, {}, {}});
        m_isConflict = isConflict;
    }
    void flush()
    {
        const QString read = decoded(m_bytes);
        m_bytes.clear();
        if (m_isConflict)
            m_pieces.last().*m_part = read;
        else if (!read.isEmpty())
            m_pieces.append(MergePiece{false, read, {}, {}, {}});
    }

    QByteArrayView m_rest;
    int m_mark;
    QByteArray m_bytes;
    QString MergePiece::*m_part = &MergePiece::text;
    bool m_isConflict = false;
    QVector<MergePiece> m_pieces;
};

TextMerge mergedAs(const QString &text)
{
    return TextMerge({{false, text + u'\n', {}, {}, {}}});
}

/// Where lines cannot be told apart.
TextMerge oneConflict(const QString &base, const QString &mine, const QString &theirs)
{
    return TextMerge({{true, {}, base + u'\n', mine + u'\n', theirs + u'\n'}});
}

QByteArray gitText(const QString &text)
{
    return QString(text + u'\n').replace(QChar(0), nullStandIn).toUtf8();
}

Result<TextMerge> mergeByLine(const QString &base, const QString &mine, const QString &theirs)
{
    for (const QString *text : {&base, &mine, &theirs}) {
        if (text->contains(nullStandIn))
            return oneConflict(base, mine, theirs);
    }
    const QByteArray texts[] = {gitText(base), gitText(mine), gitText(theirs)};
    int mark = shortestMark;
    for (const QByteArray &text : texts)
        mark = std::max(mark, longestMarkIn(text) + 1);
    if (mark > longestMark)
        return oneConflict(base, mine, theirs);
    useGitLibrary();
    git_merge_file_options options{};
    git_merge_file_init_options(&options, GIT_MERGE_FILE_OPTIONS_VERSION);
    options.flags = GIT_MERGE_FILE_STYLE_DIFF3;
    options.marker_size = static_cast<unsigned short>(mark);
    const git_merge_file_input inputs[] = {mergeInput(texts[0]), mergeInput(texts[1]),
                                           mergeInput(texts[2])};
    GitMergeResult result;
    if (git_merge_file(&result.value, &inputs[0], &inputs[1], &inputs[2], &options) < 0)
        return mergeFailed();
    if (result.value.len == 0)
        return oneConflict(base, mine, theirs);
    const QByteArrayView merged(result.value.ptr, static_cast<qsizetype>(result.value.len));
    return TextMerge(MergeReader(merged, mark).read());
}

} // namespace

int TextMerge::conflicts() const
{
    return static_cast<int>(
        std::count_if(m_pieces.cbegin(), m_pieces.cend(),
                      [](const MergePiece &piece) { return piece.isConflict; }));
}

QString TextMerge::text(MergeChoice choice) const
{
    QString text;
    for (const MergePiece &piece : m_pieces) {
        if (!piece.isConflict)
            text += piece.text;
        else if (choice == MergeChoice::Base)
            text += piece.base;
        else if (choice == MergeChoice::Theirs)
            text += piece.theirs;
        else
            text += choice == MergeChoice::Mine ? piece.mine : piece.mine + piece.theirs;
    }
    text.chop(1);
    return text;
}

Result<TextMerge> mergeTexts(const QString &base, const QString &mine, const QString &theirs)
{
    if (mine == theirs || theirs == base)
        return mergedAs(mine);
    if (mine == base)
        return mergedAs(theirs);
    if (std::max({base.size(), mine.size(), theirs.size()}) > largestMergedText)
        return mergeTooLarge();
    return mergeByLine(base, mine, theirs);
}

} // namespace plotleaf
