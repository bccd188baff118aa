#include "core/markdown/document_stream.h"

namespace plotleaf {

namespace {

template <typename Texts, typename Each>
void eachText(Texts &texts, Each each)
{
    for (auto *text : {&texts.note, &texts.tip, &texts.important, &texts.warning, &texts.caution,
                       &texts.backToText, &texts.unparsable, &texts.tableTooLarge,
                       &texts.expandsTooMuch, &texts.outputTooLarge})
        each(*text);
}

} // namespace

QDataStream &operator<<(QDataStream &out, const TextSplice &splice)
{
    return out << splice.offset << splice.removed << splice.inserted;
}

QDataStream &operator>>(QDataStream &in, TextSplice &splice)
{
    return in >> splice.offset >> splice.removed >> splice.inserted;
}

QDataStream &operator<<(QDataStream &out, const RefusedLines &lines)
{
    return out << qint32(lines.firstLine) << qint32(lines.lastLine) << quint8(lines.reason);
}

QDataStream &operator>>(QDataStream &in, RefusedLines &lines)
{
    quint8 reason = 0;
    in >> lines.firstLine >> lines.lastLine >> reason;
    lines.reason = RefusalReason(reason);
    return in;
}

QDataStream &operator<<(QDataStream &out, const MarkdownOptions &options)
{
    out << quint32(options.features.toInt()) << options.frontMatter << options.refused;
    eachText(options.texts, [&](const QString &text) { out << text; });
    return out;
}

QDataStream &operator>>(QDataStream &in, MarkdownOptions &options)
{
    quint32 features = 0;
    in >> features >> options.frontMatter;
    readList(in, options.refused);
    options.features = MarkdownFeatures::fromInt(int(features));
    eachText(options.texts, [&](QString &text) { in >> text; });
    return in;
}

QDataStream &operator<<(QDataStream &out, const MarkdownBlock &block)
{
    return out << block.hash << qint32(block.firstLine) << qint32(block.lastLine) << block.html
               << qint32(block.words);
}

QDataStream &operator>>(QDataStream &in, MarkdownBlock &block)
{
    return in >> block.hash >> block.firstLine >> block.lastLine >> block.html >> block.words;
}

QDataStream &operator<<(QDataStream &out, const MarkdownHeading &heading)
{
    return out << qint32(heading.level) << heading.text << heading.id << qint32(heading.line);
}

QDataStream &operator>>(QDataStream &in, MarkdownHeading &heading)
{
    return in >> heading.level >> heading.text >> heading.id >> heading.line;
}

QDataStream &operator<<(QDataStream &out, const MarkdownPanel &panel)
{
    return out << panel.key << panel.info << panel.source << qint32(panel.firstLine)
               << qint32(panel.lastLine);
}

QDataStream &operator>>(QDataStream &in, MarkdownPanel &panel)
{
    return in >> panel.key >> panel.info >> panel.source >> panel.firstLine >> panel.lastLine;
}

QDataStream &operator<<(QDataStream &out, const MarkdownProblem &problem)
{
    return out << qint32(problem.firstLine) << qint32(problem.lastLine) << problem.message;
}

QDataStream &operator>>(QDataStream &in, MarkdownProblem &problem)
{
    return in >> problem.firstLine >> problem.lastLine >> problem.message;
}

QDataStream &operator<<(QDataStream &out, const MarkdownDocument &rest)
{
    return out << rest.version << rest.outline << rest.panels << rest.problems
               << qint32(rest.words);
}

QDataStream &operator>>(QDataStream &in, MarkdownDocument &rest)
{
    in >> rest.version;
    readList(in, rest.outline);
    readList(in, rest.panels);
    readList(in, rest.problems);
    return in >> rest.words;
}

QDataStream &operator<<(QDataStream &out, const BlockPatch &patch)
{
    return out << qint64(patch.start) << qint64(patch.remove) << qint64(patch.insert)
               << patch.shift.has_value() << qint32(patch.shift.value_or(0));
}

QDataStream &operator>>(QDataStream &in, BlockPatch &patch)
{
    qint64 start = 0;
    qint64 remove = 0;
    qint64 insert = 0;
    bool even = false;
    qint32 shift = 0;
    in >> start >> remove >> insert >> even >> shift;
    patch = {.start = start, .remove = remove, .insert = insert, .shift = {}};
    if (even)
        patch.shift = shift;
    return in;
}

} // namespace plotleaf
