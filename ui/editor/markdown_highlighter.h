#pragma once

#include "ui/editor/highlight_formats.h"

#include <QList>
#include <QObject>
#include <QTimer>

class QTextBlock;
class QTextDocument;

namespace plotleaf {

/// Colours a Markdown document without ever holding up a key, however long the document is.
///
/// Two jobs are kept apart. *States* (is this line inside a fence?) are followed from an edit
/// downwards until they meet what was known, at most `blocksPerSlice` lines at once; what is left
/// goes on when the event loop is idle. *Colours* are given only to the lines on screen. So a fence
/// typed at the top of a long text recolours what is seen at once, and the rest costs nothing until
/// it is scrolled to. A QSyntaxHighlighter would colour all of it, synchronously.
///
/// Uses the blocks' userState and userData. GUI thread.
class MarkdownHighlighter : public QObject
{
    Q_OBJECT

public:
    static constexpr int blocksPerSlice = 1000;
    static constexpr int charactersPerSlice = 100'000;

    /// `document` must outlive the highlighter.
    explicit MarkdownHighlighter(QTextDocument &document, QObject *parent = nullptr);

    /// Colours everything anew (a theme change).
    void setFormats(const HighlightFormats &formats);
    /// The lines on screen: colours those that need it.
    void setVisibleBlocks(int first, int count);

    /// True when the states of all lines are known.
    bool isSettled() const { return m_fronts.isEmpty(); }
    /// How many lines the longest slice so far went through; never above blocksPerSlice.
    int longestSlice() const { return m_longestSlice; }

signals:
    /// The states of all lines are known.
    void settled();

private:
    void contentsChanged(int position, int removed, int added);
    void runSlice();
    void followStates();
    void moveFronts(int position, int removed, int added);
    bool followFront(int &front, int &blocks, int &characters);
    void colourVisible();
    bool colourBlock(QTextBlock &block);

    QTextDocument &m_document;
    HighlightFormats m_formats;
    /// Positions that states have to be followed on from. Not cursors: one that dies inside
    /// contentsChange while the document is being cleared is written to afterwards (Qt 6.4).
    QList<int> m_fronts;
    QTimer m_idle;
    int m_firstVisible = 0;
    int m_visibleCount = 0;
    int m_longestSlice = 0;
    bool m_inContentsChange = false;
};

} // namespace plotleaf
