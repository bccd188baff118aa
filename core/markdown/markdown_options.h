#pragma once

#include <QFlags>
#include <QString>
#include <QVector>

namespace plotleaf {

/// What the parser reads beyond CommonMark. Reports always use all of it; the tests of the
/// specifications switch parts off.
enum class MarkdownFeature : quint32 {
    Tables = 1 << 0,
    Strikethrough = 1 << 1,
    Autolinks = 1 << 2,
    TaskLists = 1 << 3,
    Footnotes = 1 << 4,
    Math = 1 << 5,
    Alerts = 1 << 6,
    Contents = 1 << 7, ///< `[TOC]`
    HeadingIds = 1 << 8,
    SpecialFences = 1 << 9, ///< panel, runset, math, mermaid
    Frames = 1 << 10,       ///< ClearML's widgets
    All = 0x7ff,
};
Q_DECLARE_FLAGS(MarkdownFeatures, MarkdownFeature)
Q_DECLARE_OPERATORS_FOR_FLAGS(MarkdownFeatures)

/// Why some lines are not rendered.
enum class RefusalReason : quint8 {
    Unparsable,     ///< the parser hangs, eats memory or dies on them
    TableTooLarge,  ///< short rows under a very wide head: the cells would be many times the text
    ExpandsTooMuch, ///< a long link definition used very often
    OutputTooLarge, ///< the HTML would be many times the text
};

/// Source lines, counted from 0 and inclusive, that are replaced by a message.
struct RefusedLines
{
    int firstLine = 0;
    int lastLine = 0;
    RefusalReason reason = RefusalReason::Unparsable;

    friend bool operator==(const RefusedLines &, const RefusedLines &) = default;
};

/// The words that the parser itself puts into the HTML. They travel to the helper process with each
/// text, so that the helper needs no translations.
struct MarkdownTexts
{
    QString note;
    QString tip;
    QString important;
    QString warning;
    QString caution;
    QString backToText; ///< what a screen reader says for the arrow behind a footnote
    QString unparsable;
    QString tableTooLarge;
    QString expandsTooMuch;
    QString outputTooLarge;

    /// In the language of the application.
    static MarkdownTexts translated();

    const QString &of(RefusalReason reason) const;

    friend bool operator==(const MarkdownTexts &, const MarkdownTexts &) = default;
};

struct MarkdownOptions
{
    MarkdownFeatures features = MarkdownFeature::All;
    /// The text is a file on disk, whose YAML head (`---` … `---`) is not part of the report.
    bool frontMatter = false;
    MarkdownTexts texts = MarkdownTexts::translated();
    /// Known before parsing to be harmful. Ascending and disjoint.
    QVector<RefusedLines> refused;
};

} // namespace plotleaf
