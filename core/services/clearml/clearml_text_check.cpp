#include "core/services/clearml/clearml_text_check.h"

#include "core/report/line_ends.h"
#include "core/report/text_frames.h"
#include "core/services/clearml/clearml_html_blocks.h"
#include "core/services/clearml/widgets/clearml_embed_code.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <functional>
#include <optional>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct WrittenName
{
    qsizetype start = 0; ///< of the value, in the text
    qsizetype length = 0;
    int line = 0;
};

std::optional<WrittenName> nameOfFrame(const QString &text, const TextFrame &frame)
{
    const auto tag = QStringView(text).mid(frame.start, frame.tagLength);
    for (const TagAttribute &attribute : tagAttributes(tag)) {
        if (attribute.name == "name"_L1 && attribute.valueStart > 0)
            return WrittenName{frame.start + attribute.valueStart, attribute.valueLength,
                               frame.line};
    }
    return std::nullopt;
}

/// The web app compares the names of all that looks like a frame, in code too; there they are
/// changed last, for code shows what someone wants to show.
QVector<ClearmlMend>
nameMends(const QString &text, QVector<TextFrame> frames, QSet<QString> taken, IdSource &ids)
{
    std::stable_partition(frames.begin(), frames.end(), std::mem_fn(&TextFrame::isCode));
    QVector<ClearmlMend> mends;
    for (const TextFrame &frame : std::as_const(frames)) {
        const std::optional<WrittenName> name = nameOfFrame(text, frame);
        if (!name)
            continue;
        const QString value = text.mid(name->start, name->length);
        if (taken.contains(value))
            mends.append({ClearmlMend::Kind::FrameName, name->line, name->start, name->length,
                          clearmlFrameName(ids)});
        taken.insert(value);
    }
    return mends;
}

QVector<ClearmlMend> blankLineMends(const QString &text, const QVector<TextFrame> &frames)
{
    const QString lineEnd = hasOnlyWindowsLines(text) ? u"\r\n"_s : u"\n"_s;
    QVector<ClearmlMend> mends;
    int line = 0;
    qsizetype counted = 0;
    for (const ClearmlRawText &raw : rawTextsBehindFrames(text, frames)) {
        const QStringView between = QStringView(text).mid(raw.behind, raw.start - raw.behind);
        const qsizetype lastBreak = between.lastIndexOf(u'\n');
        ClearmlMend mend;
        mend.kind = ClearmlMend::Kind::BlankLine;
        line += int(QStringView(text).mid(counted, raw.start - counted).count(u'\n'));
        counted = raw.start;
        mend.line = line;
        if (lastBreak < 0) {
            mend.start = raw.behind;
            mend.removed = between.size();
            mend.inserted = lineEnd + raw.quote + lineEnd + raw.quote;
        } else {
            mend.start = raw.behind + lastBreak + 1;
            mend.inserted = raw.quote + lineEnd;
        }
        mends.append(mend);
    }
    return mends;
}

bool isBlankText(QStringView text)
{
    return text.trimmed().isEmpty();
}

/// Line ends at the beginning of what follows, two at most: enough for a blank line.
qsizetype breaksAhead(QStringView rest)
{
    qsizetype breaks = 0;
    for (qsizetype at = 0; at < rest.size() && breaks < 2 && rest[at].isSpace(); ++at)
        breaks += rest[at] == u'\n' ? 1 : 0;
    return breaks;
}

/// The end of the line, unless nothing stands before the place on it.
qsizetype placeForLines(const QString &text, qsizetype place)
{
    place = std::clamp(place, qsizetype(0), text.size());
    const qsizetype begin = place == 0 ? 0 : text.lastIndexOf(u'\n', place - 1) + 1;
    if (isBlankText(QStringView(text).mid(begin, place - begin)))
        return begin;
    const qsizetype end = text.indexOf(u'\n', place);
    const qsizetype stop = end < 0 ? text.size() : end;
    return stop > 0 && text.at(stop - 1) == u'\r' && end >= 0 ? stop - 1 : stop;
}

QString breaksBefore(QStringView before)
{
    if (isBlankText(before))
        return {};
    if (!before.endsWith(u'\n'))
        return u"\n\n"_s;
    const QStringView lines = before.chopped(1);
    const QStringView last = lines.mid(lines.lastIndexOf(u'\n') + 1).trimmed();
    return last.isEmpty() || last.startsWith(u'<') ? QString() : u"\n"_s;
}

} // namespace

QString ClearmlMend::text() const
{
    return kind == Kind::BlankLine
               ? QCoreApplication::translate("plotleaf::ClearmlMend",
                                             "Without a blank line between, ClearML shows what "
                                             "stands behind the frame as plain text.")
               : QCoreApplication::translate("plotleaf::ClearmlMend",
                                             "Another frame has the same name: ClearML refuses to "
                                             "save the report.");
}

QVector<ClearmlMend> clearmlMends(const QString &text, IdSource &ids)
{
    const QVector<TextFrame> frames = textFrames(text);
    QVector<ClearmlMend> mends = nameMends(text, frames, {}, ids) + blankLineMends(text, frames);
    std::ranges::stable_sort(mends, {}, &ClearmlMend::start);
    return mends;
}

QString mendedClearmlText(const QString &text, const QVector<ClearmlMend> &mends)
{
    QString mended;
    qsizetype copied = 0;
    for (const ClearmlMend &mend : mends) {
        mended += QStringView(text).mid(copied, mend.start - copied);
        mended += mend.inserted;
        copied = mend.start + mend.removed;
    }
    return mended + QStringView(text).mid(copied);
}

ClearmlInsertion clearmlInsertion(const QString &text, qsizetype place, QString code, IdSource &ids)
{
    QSet<QString> taken;
    for (const TextFrame &frame : textFrames(text)) {
        if (const std::optional<WrittenName> name = nameOfFrame(text, frame))
            taken.insert(text.mid(name->start, name->length));
    }
    QVector<ClearmlMend> renames = nameMends(code, textFrames(code), taken, ids);
    std::ranges::stable_sort(renames, {}, &ClearmlMend::start);
    code = mendedClearmlText(code, renames);

    ClearmlInsertion insertion;
    insertion.start = placeForLines(text, place);
    const auto rest = QStringView(text).mid(insertion.start);
    const bool isHtmlNext = rest.trimmed().startsWith(u'<');
    const qsizetype wanted = isHtmlNext ? 1 : 2;
    const qsizetype given = std::min(breaksAhead(rest), wanted);
    const QString before = breaksBefore(QStringView(text).left(insertion.start)) + code;
    insertion.inserted = before + QString(wanted - given, u'\n');
    const bool isWindows = hasOnlyWindowsLines(text);
    if (isWindows)
        insertion.inserted = withWindowsLines(withUnixLines(insertion.inserted));
    // Behind the line ends that were there.
    qsizetype passed = 0;
    for (qsizetype breaks = 0; breaks < given; ++passed)
        breaks += rest[passed] == u'\n' ? 1 : 0;
    insertion.cursor = insertion.start + insertion.inserted.size() + passed;
    return insertion;
}

} // namespace plotleaf
