#pragma once

#include "core/markdown/markdown_options.h"
#include "core/markdown/math_extension.h"

#include <QByteArray>
#include <QByteArrayView>

struct cmark_node;

namespace plotleaf {

/// The tree of a text, made by cmark-gfm. Holds what the tree needs; lives and dies on one thread.
class CmarkDocument
{
public:
    CmarkDocument(const QByteArray &text, MarkdownFeatures features);
    ~CmarkDocument();
    Q_DISABLE_COPY_MOVE(CmarkDocument)

    cmark_node *root() const { return m_root; }
    const MathExtension &math() const { return m_math; }

    /// Empty where cmark-gfm answers with a null pointer.
    static QByteArrayView literal(cmark_node *node);
    /// The text of a subtree without its markup: of a heading, of an image's description.
    static QByteArray plainText(cmark_node *node);
    /// As above; raw HTML counts as text, as cmark-gfm has it in alt="".
    static QByteArray alternativeText(cmark_node *image);
    /// Source line, counted from 0; -1 where cmark-gfm knows none (a paragraph that ends in a
    /// table).
    static int firstLine(cmark_node *node);
    static int lastLine(cmark_node *node);
    static bool isTaskItem(cmark_node *node);

private:
    MathExtension m_math;
    cmark_node *m_root = nullptr;
};

} // namespace plotleaf
