#include "ui/editor/source_editor.h"

#include "ui/editor/line_number_area.h"
#include "ui/editor/markdown_highlighter.h"
#include "ui/editor/markdown_lexer.h"
#include "ui/editor/paste_rules.h"
#include "ui/editor/source_background.h"
#include "ui/editor/source_keys.h"
#include "ui/editor/source_layout.h"
#include "ui/editor/text_mirror.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

namespace plotleaf {

namespace {

/// Room between lines, as a part of the line's height; even, so that both halves are whole pixels.
int comfortableSpacing(const QFontMetrics &metrics)
{
    return metrics.lineSpacing() / 5 * 2;
}

bool choosesFromList(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab ||
           key == Qt::Key_Backtab || key == Qt::Key_Escape;
}

/// Whether the selection starts in a fenced block, where nothing is Markdown.
bool isInFence(const QTextCursor &cursor)
{
    const QTextBlock above = cursor.document()->findBlock(cursor.selectionStart()).previous();
    return above.isValid() && above.userState() >= 0 &&
           MarkdownState::unpack(above.userState()).block == MarkdownState::Block::Fence;
}

} // namespace

SourceEditor::SourceEditor(const Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("sourceEditor"));
    setAccessibleName(tr("Report source"));
    setFrameShape(QFrame::NoFrame);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setCenterOnScroll(false);
    setTabChangesFocus(false);
    auto *document = new QTextDocument(this);
    m_layout = new SourceLayout(document);
    document->setDocumentLayout(m_layout);
    document->setDocumentMargin(Spacing::l);
    setDocument(document);
    m_mirror = new TextMirror(*document, this);
    m_highlighter = new MarkdownHighlighter(*document, this);
    m_lineNumbers = new LineNumberArea(*this, theme);
    m_lineNumbers->hide();

    connect(&theme, &Theme::changed, this, &SourceEditor::applyTheme);
    connect(this, &QPlainTextEdit::updateRequest, this, &SourceEditor::updateSides);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &SourceEditor::updateMargins);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &SourceEditor::cursorMoved);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &SourceEditor::showVisibleBlocks);
    applyTheme();
}

SourceEditor::~SourceEditor() = default;

const QString &SourceEditor::text() const
{
    return m_mirror->text();
}

void SourceEditor::loadText(const QString &text)
{
    setPlainText(text);
    document()->clearUndoRedoStacks();
    showVisibleBlocks();
}

void SourceEditor::setLocked(bool locked)
{
    setReadOnly(locked);
    // A locked text still has a cursor, so that it can be read and copied with the keyboard.
    setTextInteractionFlags(locked ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                   : Qt::TextInteractionFlags(Qt::TextEditorInteraction));
    applyTheme();
}

void SourceEditor::setLineNumbersShown(bool shown)
{
    m_lineNumbersShown = shown;
    m_lineNumbers->setVisible(shown);
    updateMargins();
}

bool SourceEditor::areLineNumbersShown() const
{
    return m_lineNumbersShown;
}

void SourceEditor::apply(const PassageCommand &command)
{
    if (isReadOnly())
        return;
    setTextCursor(applyToDocument(textCursor(), command));
    ensureCursorVisible();
}

void SourceEditor::insertText(const QString &text)
{
    if (isReadOnly())
        return;
    QTextCursor cursor = textCursor();
    cursor.insertText(text);
    setTextCursor(cursor);
    ensureCursorVisible();
}

void SourceEditor::goToLine(int line)
{
    const QTextBlock block =
        document()->findBlockByNumber(qBound(0, line, document()->blockCount() - 1));
    setTextCursor(QTextCursor(block));
    scrollToLine(qMax(0, block.blockNumber() - 2));
    ensureCursorVisible();
}

double SourceEditor::lineAtViewport(double fraction) const
{
    const double y = fraction * viewport()->height();
    QTextBlock block = firstVisibleBlock();
    while (block.isValid()) {
        const QRectF geometry = blockGeometry(block);
        if (y < geometry.bottom() || !block.next().isValid()) {
            const double inside =
                geometry.height() > 0 ? (y - geometry.top()) / geometry.height() : 0.0;
            return block.blockNumber() + qBound(0.0, inside, 1.0);
        }
        block = block.next();
    }
    return 0.0;
}

void SourceEditor::scrollToLine(double line)
{
    const int number = qBound(0, int(line), document()->blockCount() - 1);
    const QTextBlock block = document()->findBlockByNumber(number);
    const QRectF geometry =
        blockBoundingRect(block); // lays it out, so that its wrapped lines are counted
    const int wrapped =
        geometry.height() > 0 ? int((line - number) * block.layout()->lineCount()) : 0;
    verticalScrollBar()->setValue(block.firstLineNumber() + wrapped);
}

double SourceEditor::cursorLine() const
{
    const QTextCursor cursor = textCursor();
    const QTextBlock block = cursor.block();
    const QTextLine line = block.layout()->lineForTextPosition(cursor.positionInBlock());
    const int lines = qMax(1, block.layout()->lineCount());
    return block.blockNumber() + (line.isValid() ? double(line.lineNumber()) / lines : 0.0);
}

double SourceEditor::cursorViewportFraction() const
{
    const double height = qMax(1, viewport()->height());
    return qBound(0.0, cursorRect().top() / height, 1.0);
}

QRectF SourceEditor::blockGeometry(const QTextBlock &block) const
{
    return blockBoundingGeometry(block).translated(contentOffset());
}

int SourceEditor::extraLineSpacing() const
{
    return m_layout->extraSpacing();
}

bool SourceEditor::viewportEvent(QEvent *event)
{
    const QEvent::Type type = event->type();
    const bool isPointer = type == QEvent::MouseButtonPress || type == QEvent::MouseMove ||
                           type == QEvent::MouseButtonRelease ||
                           type == QEvent::MouseButtonDblClick;
    if (!isPointer)
        return QPlainTextEdit::viewportEvent(event);
    const auto *mouse = static_cast<const QMouseEvent *>(event);
    QMouseEvent snapped(type, snappedToLine(*this, mouse->position()), mouse->globalPosition(),
                        mouse->button(), mouse->buttons(), mouse->modifiers(),
                        mouse->pointingDevice());
    snapped.setTimestamp(mouse->timestamp());
    const bool handled = QPlainTextEdit::viewportEvent(&snapped);
    event->setAccepted(snapped.isAccepted());
    return handled;
}

void SourceEditor::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        if (hasFocus() && !isReadOnly() && !textCursor().hasSelection())
            paintCurrentLine(painter, *this, m_theme.color(ColorRole::EditorCurrentLine));
        paintSelectionGaps(painter, *this, palette().color(QPalette::Highlight));
    }
    QPlainTextEdit::paintEvent(event);
}

void SourceEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    const QRect area = contentsRect();
    m_lineNumbers->setGeometry(area.left(), area.top(), m_lineNumbers->widthFor(blockCount()),
                               area.height());
    showVisibleBlocks();
}

void SourceEditor::keyPressEvent(QKeyEvent *event)
{
    // The list has its turn with what is not taken here.
    if (m_completer && m_completer->popup()->isVisible() && choosesFromList(event->key()))
        return event->ignore();
    if (!handleSourceKey(*this, *event))
        QPlainTextEdit::keyPressEvent(event);
}

bool SourceEditor::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasImage() || source->hasUrls() || source->hasText();
}

void SourceEditor::insertFromMimeData(const QMimeData *source)
{
    if (isReadOnly())
        return;
    QStringList files;
    for (const QUrl &url : source->urls()) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    if (!files.isEmpty()) {
        emit filesPasted(files);
        return;
    }
    // A copied piece of a web page or sheet often brings a picture of itself along; its text is
    // what is meant.
    if (source->hasImage() && source->text().isEmpty()) {
        emit imagePasted(qvariant_cast<QImage>(source->imageData()));
        return;
    }
    const QString pasted = source->text();
    const std::optional<Passage> link =
        isInFence(textCursor()) ? std::nullopt : pasteAsLink(passageAround(textCursor()), pasted);
    if (link)
        apply([&](const Passage &) { return *link; });
    else
        insertText(pasted);
}

QMimeData *SourceEditor::createMimeDataFromSelection() const
{
    auto *plain = new QMimeData;
    const QTextCursor cursor = textCursor();
    plain->setText(
        text().mid(cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart()));
    return plain;
}

void SourceEditor::applyTheme()
{
    setFont(m_theme.font(FontRole::Editor));
    document()->setDefaultFont(font());
    setCursorWidth(2);
    m_layout->setExtraSpacing(comfortableSpacing(fontMetrics()));
    QPalette colors = m_theme.palette();
    colors.setColor(QPalette::Base, m_theme.color(isReadOnly() ? ColorRole::EditorLocked
                                                               : ColorRole::EditorBackground));
    colors.setColor(QPalette::Text, m_theme.color(ColorRole::EditorText));
    setPalette(colors);
    // Under an application's style sheet it no longer inherits (Qt 6.4).
    viewport()->setPalette(colors);
    m_highlighter->setFormats(HighlightFormats(m_theme));
    updateMargins();
}

void SourceEditor::updateMargins()
{
    const int width = m_lineNumbersShown ? m_lineNumbers->widthFor(blockCount()) : 0;
    if (viewportMargins().left() != width)
        setViewportMargins(width, 0, 0, 0);
}

void SourceEditor::updateSides(const QRect &rect, int dy)
{
    if (m_lineNumbersShown && dy != 0)
        m_lineNumbers->scroll(0, dy);
    else if (m_lineNumbersShown)
        m_lineNumbers->update(0, rect.y(), m_lineNumbers->width(), rect.height());
}

void SourceEditor::showVisibleBlocks()
{
    // No block is lower than a line, so this is at least what fits.
    const int lineHeight = qMax(1, fontMetrics().lineSpacing() + extraLineSpacing());
    const int count = viewport()->height() / lineHeight + 3;
    m_highlighter->setVisibleBlocks(firstVisibleBlock().blockNumber(), count);
}

/// The line with the cursor has a background of its own, over its spacing, which the editor does
/// not know to repaint.
void SourceEditor::cursorMoved()
{
    const int block = textCursor().blockNumber();
    if (block == m_currentBlock && !textCursor().hasSelection())
        return;
    m_currentBlock = block;
    viewport()->update();
    m_lineNumbers->update();
}

} // namespace plotleaf
