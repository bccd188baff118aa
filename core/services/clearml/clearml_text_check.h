#pragma once

#include "core/base/id_source.h"

#include <QString>
#include <QVector>

namespace plotleaf {

// What a text with frames needs so that ClearML's web app shows and saves it (clearml.md 5.2, 5.3).
// Callable from any thread.

/// A change of a text that mends it. What several of them change is disjoint.
struct ClearmlMend
{
    enum class Kind {
        /// Markdown behind a frame would be shown raw: an HTML block ends only at a blank line.
        BlankLine,
        /// Another frame has this name: the web app refuses to save the report.
        FrameName,
    };

    Kind kind = Kind::BlankLine;
    int line = 0; ///< of what is wrong, from 0
    qsizetype start = 0;
    qsizetype removed = 0;
    QString inserted;

    /// For people: what is wrong.
    QString text() const;
};

/// All that is to be mended, in the order of the text. `ids`: for new names.
QVector<ClearmlMend> clearmlMends(const QString &text, IdSource &ids);

/// The text with the mends; they come from clearmlMends() of it, in its order.
QString mendedClearmlText(const QString &text, const QVector<ClearmlMend> &mends);

/// How frames come into a text.
struct ClearmlInsertion
{
    qsizetype start = 0;
    QString inserted;     ///< with the line ends that it needs around it
    qsizetype cursor = 0; ///< in the new text, where one writes on
};

/// `code` (clearmlEmbedCode(), whole lines) at a place of the text: on lines of its own, with a
/// blank line before Markdown that follows, and with new names where the text has them already.
/// Within a word the place is behind its line.
ClearmlInsertion
clearmlInsertion(const QString &text, qsizetype place, QString code, IdSource &ids);

} // namespace plotleaf
