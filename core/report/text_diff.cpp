#include "core/report/text_diff.h"

#include "core/report/git_library.h"

namespace plotleaf {

namespace {

constexpr qsizetype largestComparedText = 64 * 1024 * 1024;

/// Where each line begins, and the end of the text behind the last one.
QVector<qsizetype> lineStarts(const QString &text)
{
    QVector<qsizetype> starts{0};
    for (qsizetype end = text.indexOf(u'\n'); end >= 0; end = text.indexOf(u'\n', end + 1))
        starts.append(end + 1);
    if (starts.constLast() != text.size())
        starts.append(text.size());
    return starts;
}

/// Lines [first, first + count), counted from 0.
struct LineRange
{
    qsizetype first = 0;
    qsizetype count = 0;
};

/// git counts lines from 1, and says of no lines behind which one they are.
LineRange lineRange(int start, int lines)
{
    return {lines == 0 ? start : start - 1, lines};
}

struct Comparison
{
    const QString &after;
    QVector<qsizetype> oldStarts;
    QVector<qsizetype> newStarts;
    QVector<TextChange> changes;

    void add(const LineRange &removed, const LineRange &inserted)
    {
        const qsizetype from = oldStarts.value(removed.first, oldStarts.constLast());
        const qsizetype to = oldStarts.value(removed.first + removed.count, oldStarts.constLast());
        const qsizetype start = newStarts.value(inserted.first, newStarts.constLast());
        const qsizetype end =
            newStarts.value(inserted.first + inserted.count, newStarts.constLast());
        changes.append({from, to - from, after.mid(start, end - start)});
    }
};

int addHunk(const git_diff_delta *, const git_diff_hunk *hunk, void *payload)
{
    static_cast<Comparison *>(payload)->add(lineRange(hunk->old_start, hunk->old_lines),
                                            lineRange(hunk->new_start, hunk->new_lines));
    return 0;
}

} // namespace

QVector<TextChange> textChanges(const QString &before, const QString &after)
{
    if (before == after)
        return {};
    const TextChange everything{0, before.size(), after};
    const QByteArray from = before.toUtf8();
    const QByteArray to = after.toUtf8();
    if (std::max(from.size(), to.size()) > largestComparedText)
        return {everything};

    useGitLibrary();
    git_diff_options options;
    git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
    options.flags = GIT_DIFF_FORCE_TEXT;
    options.context_lines = 0;
    Comparison comparison{after, lineStarts(before), lineStarts(after), {}};
    const int failure = git_diff_buffers(from.constData(), size_t(from.size()), nullptr,
                                         to.constData(), size_t(to.size()), nullptr, &options,
                                         nullptr, nullptr, addHunk, nullptr, &comparison);
    // Unpaired surrogates are no UTF-8; two that differ in nothing else look equal there.
    return failure != 0 || comparison.changes.isEmpty() ? QVector<TextChange>{everything}
                                                        : comparison.changes;
}

namespace {

class DiffWriter
{
public:
    DiffWriter(const QString &before, int context) : m_before(before), m_context(context) {}

    /// What both texts have between the last change and the next, which begins at `position`.
    void goTo(qsizetype position, bool isNextAChange)
    {
        const QStringList lines = linesOf(QStringView(m_before).mid(m_end, position - m_end));
        const qsizetype after = m_hasChange ? m_context : 0;
        const qsizetype ahead = isNextAChange ? m_context : 0;
        const bool isCut = lines.size() > after + ahead;
        append(DiffLine::Kind::Same, isCut ? lines.mid(0, after) : lines);
        if (!isCut)
            return;
        m_lines.append({DiffLine::Kind::Gap, {}});
        append(DiffLine::Kind::Same, lines.mid(lines.size() - ahead));
    }

    void add(const TextChange &change)
    {
        goTo(change.position, true);
        append(DiffLine::Kind::Removed,
               linesOf(QStringView(m_before).mid(change.position, change.removed)));
        append(DiffLine::Kind::Added, linesOf(change.inserted));
        m_end = change.position + change.removed;
        m_hasChange = true;
    }

    QVector<DiffLine> finished()
    {
        goTo(m_before.size(), false);
        return m_lines;
    }

private:
    static QStringList linesOf(QStringView text)
    {
        if (text.endsWith(u'\n'))
            text.chop(1);
        else if (text.isEmpty())
            return {};
        return text.toString().split(u'\n');
    }

    void append(DiffLine::Kind kind, const QStringList &lines)
    {
        for (const QString &line : lines)
            m_lines.append({kind, line});
    }

    const QString &m_before;
    const int m_context;
    qsizetype m_end = 0; ///< of the last change
    bool m_hasChange = false;
    QVector<DiffLine> m_lines;
};

} // namespace

QVector<DiffLine> diffLines(const QString &before, const QString &after, int context)
{
    const QVector<TextChange> changes = textChanges(before, after);
    if (changes.isEmpty())
        return {};
    DiffWriter writer(before, context);
    for (const TextChange &change : changes)
        writer.add(change);
    return writer.finished();
}

} // namespace plotleaf
