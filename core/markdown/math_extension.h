#pragma once

#include "core/markdown/display_math_lines.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

struct cmark_syntax_extension;
struct cmark_node;

namespace plotleaf {

/// Math as a syntax extension of cmark-gfm: `$…$` and `$$…$$` among text, `$$` blocks of several
/// lines. Being part of the parser it takes turns with code spans and escapes as they come, and its
/// TeX is never read as Markdown.
///
/// The rules are pandoc's: behind an opening `$` and before a closing one stands no space, behind a
/// closing one no digit; and before an opening one no letter or digit, but of scripts that
/// put no spaces between words. So "$5 and $6" and "US$5" are money.
class MathExtension
{
public:
    MathExtension();
    ~MathExtension();
    Q_DISABLE_COPY_MOVE(MathExtension)

    cmark_syntax_extension *extension() const { return m_extension; }
    /// What the block parser may open while it reads the next text.
    void setDisplayLines(DisplayMathLines lines) { m_lines = std::move(lines); }
    const DisplayMathLines &displayLines() const { return m_lines; }

    /// A formula in the tree.
    struct Formula
    {
        QByteArray tex;
        bool display = false;
    };
    /// Nothing when the node is no formula.
    std::optional<Formula> formula(cmark_node *node) const;

private:
    cmark_syntax_extension *m_extension = nullptr;
    DisplayMathLines m_lines;
};

} // namespace plotleaf
