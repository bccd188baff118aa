#include "ui/editor/find_bar.h"

#include "ui/editor/source_editor.h"
#include "ui/theme/theme.h"
#include "ui/widgets/clear_button.h"
#include "ui/widgets/plain_text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace plotleaf {

namespace {

constexpr int countLimit = 9999;
constexpr int countDelayMs = 150;

} // namespace

FindBar::FindBar(SourceEditor &editor, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_editor(editor), m_theme(theme)
{
    setObjectName(QStringLiteral("findBar"));
    setProperty("look", QStringLiteral("bar"));
    setAttribute(Qt::WA_StyledBackground);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(Spacing::m, Spacing::s, Spacing::s, Spacing::s);
    rows->setSpacing(Spacing::s);
    rows->addWidget(makeFindRow(theme));
    m_replaceRow = makeReplaceRow();
    rows->addWidget(m_replaceRow);
    m_countTimer.setSingleShot(true);
    m_countTimer.setInterval(countDelayMs);
    connect(&m_countTimer, &QTimer::timeout, this, &FindBar::updateCount);
    connect(&editor, &QPlainTextEdit::textChanged, this, [this] {
        if (isVisible())
            updateMarks();
    });
    connect(&editor, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (isVisible())
            m_countTimer.start();
    });
    connect(editor.verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (isVisible())
            updateMarks();
    });
    hide();
}

QWidget *FindBar::makeFindRow(const Theme &theme)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::xs);
    m_pattern = new QLineEdit(row);
    m_pattern->setObjectName(QStringLiteral("findPattern"));
    m_pattern->setAccessibleName(tr("Find"));
    m_pattern->setPlaceholderText(tr("Find"));
    addClearButton(*m_pattern, theme);
    layout->addWidget(m_pattern, 1);
    m_case = makeOption(QStringLiteral("Aa"), tr("Match case"));
    m_words = makeOption(QStringLiteral("\u2039ab\u203a"), tr("Whole words"));
    m_regex = makeOption(QStringLiteral(".*"), tr("Regular expression"));
    for (QToolButton *option : {m_case, m_words, m_regex})
        layout->addWidget(option);
    m_count = new PlainLabel(row);
    m_count->setObjectName(QStringLiteral("findCount"));
    m_count->setProperty("look", QStringLiteral("muted"));
    m_count->setMinimumWidth(
        m_count->fontMetrics().horizontalAdvance(tr("%1 of %2").arg(9999).arg(9999)));
    m_count->setAlignment(Qt::AlignCenter);
    layout->addWidget(m_count);
    QToolButton *previous =
        makeButton(theme, QStringLiteral("chevron-up"), tr("Previous match (Shift+F3)"));
    QToolButton *next = makeButton(theme, QStringLiteral("chevron-down"), tr("Next match (F3)"));
    QToolButton *hide = makeButton(theme, QStringLiteral("x"), tr("Close (Esc)"));
    for (QToolButton *button : {previous, next, hide})
        layout->addWidget(button);
    connect(m_pattern, &QLineEdit::textChanged, this, &FindBar::patternChanged);
    connect(previous, &QToolButton::clicked, this, &FindBar::findPrevious);
    connect(next, &QToolButton::clicked, this, &FindBar::findNext);
    connect(hide, &QToolButton::clicked, this, &FindBar::close);
    return row;
}

QWidget *FindBar::makeReplaceRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::xs);
    m_replacement = new QLineEdit(row);
    m_replacement->setObjectName(QStringLiteral("findReplacement"));
    m_replacement->setAccessibleName(tr("Replace with"));
    m_replacement->setPlaceholderText(tr("Replace with"));
    auto *one = new QPushButton(tr("Replace"), row);
    auto *all = new QPushButton(tr("Replace all"), row);
    one->setObjectName(QStringLiteral("replaceOne"));
    all->setObjectName(QStringLiteral("replaceAll"));
    layout->addWidget(m_replacement, 1);
    layout->addWidget(one);
    layout->addWidget(all);
    connect(one, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(all, &QPushButton::clicked, this, &FindBar::replaceAll);
    return row;
}

QToolButton *FindBar::makeOption(const QString &text, const QString &name)
{
    auto *option = new QToolButton(this);
    option->setText(text);
    option->setToolTip(name);
    option->setAccessibleName(name);
    option->setCheckable(true);
    option->setAutoRaise(true);
    connect(option, &QToolButton::toggled, this, &FindBar::patternChanged);
    return option;
}

QToolButton *FindBar::makeButton(const Theme &theme, const QString &icon, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setIcon(theme.icon(icon));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    return button;
}

void FindBar::openFind()
{
    open(false);
}

void FindBar::openReplace()
{
    open(!m_editor.isReadOnly());
}

void FindBar::open(bool withReplace)
{
    m_replaceRow->setVisible(withReplace);
    show();
    const QTextCursor cursor = m_editor.textCursor();
    const QString selected = m_editor.text().mid(cursor.selectionStart(),
                                                 cursor.selectionEnd() - cursor.selectionStart());
    if (!selected.isEmpty() && !selected.contains(u'\n'))
        m_pattern->setText(m_regex->isChecked() ? QRegularExpression::escape(selected) : selected);
    m_pattern->selectAll();
    m_pattern->setFocus();
    patternChanged();
}

void FindBar::close()
{
    // First: what is hidden with the keyboard passes it on as Tab does, and the preview would take
    // it.
    m_editor.setFocus();
    hide();
    m_editor.setExtraSelections({});
    emit closed();
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        close();
    else if (isEnter && m_replacement->hasFocus())
        replaceOne();
    else if (isEnter && (event->modifiers() & Qt::ShiftModifier) != 0)
        findPrevious();
    else if (isEnter)
        findNext();
    else
        QWidget::keyPressEvent(event);
}

SearchOptions FindBar::options() const
{
    return {m_pattern->text(), m_regex->isChecked(), m_case->isChecked(), m_words->isChecked()};
}

void FindBar::patternChanged()
{
    m_search.reset();
    m_pattern->setToolTip({});
    if (!m_pattern->text().isEmpty()) {
        const Result<TextSearch> search = TextSearch::compile(options());
        if (search)
            m_search = *search;
        else
            m_pattern->setToolTip(search.error().message);
    }
    updateMarks();
}

/// Marks the matches on screen only, so that a letter that occurs a million times costs nothing.
void FindBar::updateMarks()
{
    QList<QTextEdit::ExtraSelection> marks;
    if (m_search) {
        const QTextDocument *document = m_editor.document();
        const int first = m_editor.firstBlockOnScreen().position();
        const int lastLine = qMin(int(m_editor.lineAtViewport(1.0)), document->blockCount() - 1);
        const QTextBlock last = document->findBlockByNumber(lastLine);
        for (const SearchMatch &match :
             m_search->matchesIn(m_editor.text(), first, last.position() + last.length())) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = QTextCursor(m_editor.document());
            mark.cursor.setPosition(match.start);
            mark.cursor.setPosition(match.start + match.length, QTextCursor::KeepAnchor);
            mark.format.setBackground(m_theme.color(ColorRole::SearchHit));
            marks.append(mark);
        }
    }
    m_editor.setExtraSelections(marks);
    m_countTimer.start();
}

void FindBar::updateCount()
{
    if (!m_search) {
        const bool isBroken = !m_pattern->text().isEmpty();
        m_count->setText(isBroken ? tr("not valid") : QString());
        return;
    }
    const QTextCursor cursor = m_editor.textCursor();
    const TextSearch::Count count =
        m_search->count(m_editor.text(), cursor.selectionEnd(), countLimit);
    if (count.total == 0)
        m_count->setText(tr("none"));
    else if (count.total >= countLimit)
        m_count->setText(tr("more than %1").arg(countLimit - 1));
    else if (cursor.hasSelection())
        m_count->setText(tr("%1 of %2").arg(count.before).arg(count.total));
    else
        m_count->setText(tr("%1 found").arg(count.total));
}

void FindBar::select(const SearchMatch &match)
{
    QTextCursor cursor = m_editor.textCursor();
    cursor.setPosition(match.start);
    cursor.setPosition(match.start + match.length, QTextCursor::KeepAnchor);
    m_editor.setTextCursor(cursor);
    m_editor.ensureCursorVisible();
    updateMarks();
}

void FindBar::findNext()
{
    if (!m_search)
        return;
    const QTextCursor cursor = m_editor.textCursor();
    std::optional<SearchMatch> match = m_search->next(m_editor.text(), cursor.selectionEnd());
    // An empty match where the cursor is would be found for ever.
    if (match && match->length == 0 && match->start == cursor.selectionEnd())
        match =
            m_search->next(m_editor.text(), qMin(match->start + 1, int(m_editor.text().size())));
    if (match)
        select(*match);
}

void FindBar::findPrevious()
{
    if (!m_search)
        return;
    const int until = m_editor.textCursor().selectionStart();
    if (const std::optional<SearchMatch> match = m_search->previous(m_editor.text(), until))
        select(*match);
}

void FindBar::replaceOne()
{
    if (!m_search || m_editor.isReadOnly())
        return;
    const QTextCursor cursor = m_editor.textCursor();
    const int start = cursor.selectionStart();
    const std::optional<SearchMatch> match = m_search->next(m_editor.text(), start);
    const bool isSelected =
        match && match->start == start && cursor.selectionEnd() == start + match->length;
    if (isSelected)
        m_editor.insertText(
            m_search->replacementFor(m_editor.text(), *match, m_replacement->text()));
    findNext();
}

void FindBar::replaceAll()
{
    if (!m_search || m_editor.isReadOnly())
        return;
    const std::optional<QString> replaced =
        m_search->replaceAll(m_editor.text(), m_replacement->text());
    if (!replaced)
        return;
    const int line = int(m_editor.topLine());
    QTextCursor all(m_editor.document());
    all.select(QTextCursor::Document);
    const QTextCursor after = applyToDocument(all, [&](const Passage &) {
        return Passage{*replaced, 0, 0};
    });
    m_editor.setTextCursor(after);
    m_editor.scrollToLine(line);
}

} // namespace plotleaf
