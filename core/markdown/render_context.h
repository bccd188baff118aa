#pragma once

#include "core/markdown/cmark_document.h"
#include "core/markdown/heading_slugs.h"
#include "core/markdown/html_tags.h"
#include "core/markdown/html_writer.h"
#include "core/markdown/markdown_document.h"
#include "core/markdown/markdown_options.h"
#include "core/markdown/word_counter.h"

#include <QHash>

#include <optional>
#include <vector>

namespace plotleaf {

/// A box of a task list. Its line goes into the HTML when the first line of the block (or group of
/// blocks) is known.
struct TaskMark
{
    qsizetype offset = 0; ///< in the HTML
    int line = 0;         ///< in the text
};

/// The kinds of `> [!KIND]`.
struct AlertKind
{
    QByteArray name; ///< "note"
    QString title;
};

/// Names that the text before has taken already, where only a part of a text is rendered.
struct TakenNames
{
    HeadingSlugs slugs;
    QHash<QString, int> panelCounts;
};

/// What the renderers of one document share: what was found before rendering, and what rendering
/// finds.
struct RenderContext
{
    RenderContext(const CmarkDocument &t, const MarkdownOptions &o, TakenNames names)
        : tree(t), options(o), taken(std::move(names))
    {
    }

    const CmarkDocument &tree;
    const MarkdownOptions &options;

    TakenNames taken;

    // Found before.
    QVector<MarkdownHeading> outline;
    QHash<cmark_node *, int> headingIndex; ///< into `outline`
    QHash<cmark_node *, AlertKind> alerts;
    cmark_node *contents = nullptr; ///< the paragraph `[TOC]`; only the first is one

    // Found while rendering.
    int block = 0; ///< the top-level block at hand
    HtmlTagPairs tagPairs;
    QVector<MarkdownPanel> panels;
    QHash<QByteArray, int> footnoteUses; ///< number of the footnote -> references so far
    WordCounter words;

    bool has(MarkdownFeature feature) const { return options.features.testFlag(feature); }
};

/// Finds headings, alerts and the place of the contents. Takes the alerts' markers out of the tree.
void surveyTree(RenderContext &context);

} // namespace plotleaf
