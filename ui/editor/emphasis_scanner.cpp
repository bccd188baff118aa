#include "ui/editor/emphasis_scanner.h"

namespace plotleaf {

namespace {

/// Goes along a line from one run of marks that holds the emphasis to the next.
class MarkRuns
{
public:
    MarkRuns(QStringView line, QChar mark, qsizetype markLength)
        : m_line(line), m_mark(mark), m_markLength(markLength)
    {
    }

    /// False at the end of the line.
    bool next()
    {
        while (m_end < m_line.size()) {
            const QChar c = m_line.at(m_end);
            if (c == u'\\')
                m_end += 2;
            else if (c == u'`')
                m_end = behindCode(m_end);
            else if (c != m_mark)
                ++m_end;
            else if (takeRun())
                return true;
        }
        return false;
    }

    qsizetype start() const { return m_start; }
    qsizetype end() const { return m_end; }
    bool canOpen() const { return !isSpaceAt(m_end) && !(isUnderscore() && isWordAt(m_start - 1)); }
    bool canClose() const
    {
        return !isSpaceAt(m_start - 1) && !(isUnderscore() && isWordAt(m_end));
    }

private:
    qsizetype runEnd(qsizetype at) const
    {
        const QChar c = m_line.at(at);
        while (at < m_line.size() && m_line.at(at) == c)
            ++at;
        return at;
    }

    bool takeRun()
    {
        m_start = m_end;
        m_end = runEnd(m_start);
        return runHoldsEmphasis(int(m_end - m_start), m_markLength);
    }

    /// Behind the code span that begins at `at`, or behind its backticks where none does.
    qsizetype behindCode(qsizetype at) const
    {
        const qsizetype behind = runEnd(at);
        const qsizetype length = behind - at;
        for (qsizetype close = m_line.indexOf(u'`', behind); close >= 0;) {
            const qsizetype end = runEnd(close);
            if (end - close == length)
                return end;
            close = m_line.indexOf(u'`', end);
        }
        return behind;
    }

    bool isSpaceAt(qsizetype at) const
    {
        return at < 0 || at >= m_line.size() || m_line.at(at).isSpace();
    }
    bool isWordAt(qsizetype at) const
    {
        return at >= 0 && at < m_line.size() && m_line.at(at).isLetterOrNumber();
    }
    bool isUnderscore() const { return m_mark == u'_'; }

    const QStringView m_line;
    const QChar m_mark;
    const qsizetype m_markLength;
    qsizetype m_start = 0;
    qsizetype m_end = 0;
};

std::optional<LineSpan>
contentAround(QStringView line, LineSpan range, QChar mark, qsizetype markLength)
{
    constexpr qsizetype notOpened = -1;
    qsizetype opened = notOpened;
    for (MarkRuns runs(line, mark, markLength); runs.next();) {
        if (opened != notOpened && runs.canClose()) {
            if (opened <= range.start && range.end <= runs.start())
                return LineSpan{int(opened), int(runs.start())};
            opened = notOpened;
        } else if (runs.canOpen()) {
            opened = runs.end();
        }
    }
    return {};
}

} // namespace

bool runHoldsEmphasis(int run, qsizetype markLength)
{
    return markLength == 1 ? run == 1 || run == 3 : run >= 2;
}

std::optional<EmphasizedPhrase> emphasizedPhraseAround(const QString &text,
                                                       LineSpan range,
                                                       const QString &characters,
                                                       qsizetype markLength)
{
    const LineSpan line = lineAt(text, range.start);
    if (range.end > line.end)
        return {};
    const QStringView source = QStringView(text).mid(line.start, line.end - line.start);
    const LineSpan within{range.start - line.start, range.end - line.start};
    for (const QChar mark : characters) {
        if (const auto content = contentAround(source, within, mark, markLength))
            return EmphasizedPhrase{{content->start + line.start, content->end + line.start}, mark};
    }
    return {};
}

} // namespace plotleaf
