#pragma once

#include "ui/editor/passage.h"

#include <QImage>
#include <QPlainTextEdit>
#include <QTextBlock>

class QCompleter;

namespace plotleaf {

class LineNumberArea;
class MarkdownHighlighter;
class SourceLayout;
class TextMirror;
class Theme;

/// The source pane: a plain text editor that knows Markdown's habits. It edits text and nothing
/// else; what becomes of pasted images, and where the text goes, is up to who owns it.
///
/// GUI thread. Lines are counted from 0.
class SourceEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit SourceEditor(const Theme &theme, QWidget *parent = nullptr);
    ~SourceEditor() override;

    /// The text as it is now, lines ending with '\n'. Costs nothing.
    const QString &text() const;
    /// Replaces the text and forgets what could be undone.
    void loadText(const QString &text);

    /// The text can be read, selected and copied but not changed.
    void setLocked(bool locked);
    void setLineNumbersShown(bool shown);
    bool areLineNumbersShown() const;

    /// Runs a command on the lines around the selection, as one step of undo. Does nothing while
    /// locked.
    void apply(const PassageCommand &command);
    /// Replaces the selection, as one step of undo. Does nothing while locked.
    void insertText(const QString &text);

    /// Keys that choose from its list go to it while that is shown. It must outlive the editor, or
    /// be its child.
    void setCompleter(QCompleter *completer) { m_completer = completer; }

    void goToLine(int line);
    /// The source line at the top of the view; the fraction is the part of it (wrapped lines) that
    /// is scrolled away.
    double topLine() const { return lineAtViewport(0.0); }
    /// The source line at a place of the view's height (0 top, 1 bottom).
    double lineAtViewport(double fraction) const;
    void scrollToLine(double line);
    /// Where the cursor is: its line with the part of it above the cursor, and its place in the
    /// view's height.
    double cursorLine() const;
    double cursorViewportFraction() const;

    // What the helpers that paint beside and behind the text need.
    QTextBlock firstBlockOnScreen() const { return firstVisibleBlock(); }
    /// In the viewport's coordinates.
    QRectF blockGeometry(const QTextBlock &block) const;
    int extraLineSpacing() const;
    MarkdownHighlighter &highlighter() const { return *m_highlighter; }

signals:
    void imagePasted(const QImage &image);
    /// Files dropped or pasted, in order.
    void filesPasted(const QStringList &paths);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    QMimeData *createMimeDataFromSelection() const override;

private:
    void applyTheme();
    void updateMargins();
    void updateSides(const QRect &rect, int dy);
    void showVisibleBlocks();
    void cursorMoved();

    const Theme &m_theme;
    SourceLayout *m_layout;
    TextMirror *m_mirror;
    MarkdownHighlighter *m_highlighter;
    LineNumberArea *m_lineNumbers;
    QCompleter *m_completer = nullptr;
    int m_currentBlock = 0;
    bool m_lineNumbersShown = false;
};

} // namespace plotleaf
