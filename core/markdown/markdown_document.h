#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QString>
#include <QVector>

#include <memory>

namespace plotleaf {

/// A top-level block of a report (several source blocks where raw HTML opens in one and closes in
/// another).
struct MarkdownBlock
{
    quint64 hash = 0; ///< of `html`, which holds no source positions, so it survives edits above it
    int firstLine = 0; ///< source line, counted from 0
    int lastLine = 0;  ///< last source line of the block, inclusive
    QByteArray html;   ///< UTF-8, not yet sanitised: the page does that
    int words = 0;
};

struct MarkdownHeading
{
    int level = 1; ///< 1 to 6
    QString text;  ///< plain text
    QString id;    ///< the anchor, unique in the document
    int line = 0;
};

/// A fenced ```panel block (or ```runset NAME) found in the text. Its place in the HTML is an
/// element
/// `<div class="pl-panel" data-panel="KEY">` that the page fills.
struct MarkdownPanel
{
    QString
        key; ///< stable under edits elsewhere: hash of kind and source, with a count for equal ones
    QString info;      ///< the fence's info string: "panel", "runset best"
    QString source;    ///< the YAML between the fences
    int firstLine = 0; ///< line of the opening fence
    int lastLine = 0;  ///< line of the closing fence; the one behind the last where none closes it
};

/// A block that could not be rendered and was replaced by a message.
struct MarkdownProblem
{
    int firstLine = 0;
    int lastLine = 0;
    QString message;
};

/// What one version of a text became. Immutable once built, shared between threads.
struct MarkdownDocument
{
    qint64 version = 0; ///< as given by whoever asked; grows
    QVector<MarkdownBlock> blocks;
    QVector<MarkdownHeading> outline;
    QVector<MarkdownPanel> panels;
    QVector<MarkdownProblem> problems;
    int words = 0;
};

using MarkdownDocumentPtr = std::shared_ptr<const MarkdownDocument>;

} // namespace plotleaf

Q_DECLARE_METATYPE(plotleaf::MarkdownDocumentPtr)
