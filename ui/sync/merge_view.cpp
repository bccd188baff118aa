#include "ui/sync/merge_view.h"

#include "ui/editor/source_editor.h"
#include "ui/sync/merge_regions.h"
#include "ui/theme/theme.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize mergeWindowSize(1080, 760);
constexpr int sidesPart = 2; // of the height, to
constexpr int resultPart = 3;
constexpr int draftPauseMs = 500;

QWidget *column(const QList<QWidget *> &widgets, int stretched)
{
    auto *holder = new QWidget;
    auto *layout = new QVBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::xs);
    for (qsizetype i = 0; i < widgets.size(); ++i)
        layout->addWidget(widgets[i], i == stretched ? 1 : 0);
    return holder;
}

} // namespace

MergeView::MergeView(const TextMerge &merge,
                     const MergeSubject &subject,
                     Theme &theme,
                     QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_theme(theme)
    , m_result(new SourceEditor(theme, this))
    , m_regions(new MergeRegions(*m_result, theme, this))
{
    setObjectName(u"mergeView"_s);
    setWindowTitle(tr("Merge “%1”").arg(subject.reportName));
    resize(mergeWindowSize);
    m_result->setObjectName(u"mergeResult"_s);
    m_result->setAccessibleName(tr("Result of the merge"));
    auto *resultTitle = new PlainLabel(tr("Result, to be edited as you like"), this);
    resultTitle->setFont(theme.font(FontRole::Strong));
    resultTitle->setBuddy(m_result);

    auto *panes = new QSplitter(Qt::Vertical, this);
    panes->addWidget(column({makeSides(subject), makeChoices()}, 0));
    panes->addWidget(column({resultTitle, m_result}, 1));
    panes->setStretchFactor(0, sidesPart);
    panes->setStretchFactor(1, resultPart);
    panes->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::l, Spacing::l, Spacing::l, Spacing::l);
    layout->setSpacing(Spacing::m);
    layout->addWidget(makeHead(subject));
    layout->addWidget(panes, 1);
    layout->addWidget(makeFoot());

    connect(m_regions, &MergeRegions::changed, this, &MergeView::showState);
    m_regions->load(merge);
    m_loaded = m_regions->text();
    m_draftPause.setSingleShot(true);
    m_draftPause.setInterval(draftPauseMs);
    connect(&m_draftPause, &QTimer::timeout, this, &MergeView::tellDraft);
    // Not started anew by each key: nobody loses more than this pause.
    connect(m_result, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_draftPause.isActive())
            m_draftPause.start();
    });
    setCurrent(0);
    findChild<QPushButton *>(u"takeMine"_s)->setFocus();
}

QWidget *MergeView::makeHead(const MergeSubject &subject)
{
    auto *head = new QWidget(this);
    auto *title = new PlainLabel(tr("Merge “%1”").arg(subject.reportName), head);
    title->setFont(m_theme.font(FontRole::Title));
    setLook(title, u"title"_s);
    const QString who = subject.theirAuthor.isEmpty() ? tr("somebody") : subject.theirAuthor;
    auto *why = new PlainLabel(tr("You and %1 on %2 changed the same lines. Choose what stays; the "
                                  "report waits until you finish, and both texts are kept.")
                                   .arg(who, subject.workspace),
                               head);
    why->setWordWrap(true);
    setLook(why, u"muted"_s);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::xs);
    layout->addWidget(title);
    layout->addWidget(why);
    return head;
}

MergeView::Side MergeView::makeSide(const QString &name, const QString &title)
{
    // A name from a server: no mark-up, and an "&" is itself.
    Side side{new PlainLabel(QString(title).replace(u'&', u"&&"_s), this),
              new QPlainTextEdit(this)};
    side.title->setFont(m_theme.font(FontRole::Strong));
    side.title->setBuddy(side.lines);
    side.lines->setObjectName(name);
    side.lines->setAccessibleName(title);
    side.lines->setReadOnly(true);
    side.lines->setTabChangesFocus(true);
    side.lines->setFont(m_theme.font(FontRole::Editor));
    side.lines->setPlaceholderText(tr("These lines are not there."));
    setLook(side.lines, u"field"_s);
    return side;
}

QWidget *MergeView::makeSides(const MergeSubject &subject)
{
    m_base = makeSide(u"mergeBase"_s, tr("As it was"));
    m_mine = makeSide(u"mergeMine"_s, tr("Yours"));
    m_theirs = makeSide(u"mergeTheirs"_s, subject.theirAuthor.isEmpty()
                                              ? tr("On %1").arg(subject.workspace)
                                              : subject.theirAuthor);
    auto *sides = new QWidget(this);
    auto *layout = new QHBoxLayout(sides);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::m);
    for (const Side &side : {m_base, m_mine, m_theirs})
        layout->addWidget(column({side.title, side.lines}, 1), 1);
    return sides;
}

QPushButton *MergeView::makeChoice(const QString &name, const QString &text, MergeChoice choice)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    connect(button, &QPushButton::clicked, this, [this, choice] { choose(choice); });
    return button;
}

QWidget *MergeView::makeChoices()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, Spacing::xs, 0, Spacing::xs);
    layout->setSpacing(Spacing::s);
    const auto step = [&](const QString &name, const QString &icon, const QString &text,
                          const QKeySequence &keys, int by) {
        auto *button = new QToolButton(row);
        button->setObjectName(name);
        button->setIcon(m_theme.icon(icon));
        button->setToolTip(u"%1 (%2)"_s.arg(text, keys.toString(QKeySequence::NativeText)));
        button->setAccessibleName(text);
        button->setShortcut(keys);
        connect(button, &QToolButton::clicked, this, [this, by] {
            setCurrent((m_current + by + m_regions->count()) % m_regions->count());
        });
        m_steps.append(button);
        return button;
    };
    m_place = new PlainLabel(row);
    m_place->setObjectName(u"mergePlace"_s);
    layout->addWidget(step(u"previousConflict"_s, u"chevron-up"_s, tr("Previous conflict"),
                           QKeySequence(u"Alt+Up"_s), -1));
    layout->addWidget(step(u"nextConflict"_s, u"chevron-down"_s, tr("Next conflict"),
                           QKeySequence(u"Alt+Down"_s), 1));
    layout->addWidget(m_place);
    layout->addStretch(1);
    layout->addWidget(makeChoice(u"takeBase"_s, tr("As it &was"), MergeChoice::Base));
    layout->addWidget(makeChoice(u"takeMine"_s, tr("Take &yours"), MergeChoice::Mine));
    layout->addWidget(makeChoice(u"takeTheirs"_s, tr("Take &theirs"), MergeChoice::Theirs));
    layout->addWidget(makeChoice(u"takeBoth"_s, tr("Take &both"), MergeChoice::MineThenTheirs));
    m_accept = new QPushButton(tr("Right as it &stands"), row);
    m_accept->setObjectName(u"acceptConflict"_s);
    connect(m_accept, &QPushButton::clicked, this, [this] {
        m_regions->accept(m_current);
        goToNextOpen();
    });
    layout->addWidget(m_accept);
    return row;
}

QWidget *MergeView::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::s);
    m_left = new PlainLabel(foot);
    m_left->setObjectName(u"mergeLeft"_s);
    setLook(m_left, u"muted"_s);
    m_finish = new QPushButton(tr("&Finish merge"), foot);
    m_finish->setObjectName(u"finishMerge"_s);
    setLook(m_finish, u"primary"_s);
    auto *later = new QPushButton(tr("&Later"), foot);
    later->setObjectName(u"mergeLater"_s);
    connect(later, &QPushButton::clicked, this, &QWidget::close);
    connect(m_finish, &QPushButton::clicked, this, [this] {
        m_isFinishing = true; // until it is known what became of it
        showState();
        emit finished(m_regions->text());
    });
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    connect(escape, &QShortcut::activated, this, &QWidget::close);
    m_problem = new PlainLabel(foot);
    m_problem->setObjectName(u"mergeProblem"_s);
    m_problem->setWordWrap(true);
    setLook(m_problem, u"error"_s);
    m_problem->hide();
    layout->addWidget(m_left);
    layout->addWidget(m_problem, 1);
    layout->addStretch(0);
    layout->addWidget(m_finish);
    layout->addWidget(later);
    return foot;
}

bool MergeView::isTouched() const
{
    return m_regions->openCount() < m_regions->count() || m_regions->text() != m_loaded;
}

void MergeView::tellDraft()
{
    if (isTouched())
        emit draftChanged(m_regions->text());
}

void MergeView::closeEvent(QCloseEvent *event)
{
    if (m_draftPause.isActive()) {
        m_draftPause.stop();
        tellDraft();
    }
    QWidget::closeEvent(event);
    emit putOff();
}

void MergeView::showProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_isFinishing = m_isFinishing && problem.isEmpty();
    showState();
}

void MergeView::setCurrent(int conflict)
{
    if (m_regions->count() == 0)
        return;
    m_current = conflict;
    const MergePiece &piece = m_regions->piece(conflict);
    const auto shown = [](const QString &lines) {
        return lines.endsWith(u'\n') ? lines.chopped(1) : lines;
    };
    m_base.lines->setPlainText(shown(piece.base));
    m_mine.lines->setPlainText(shown(piece.mine));
    m_theirs.lines->setPlainText(shown(piece.theirs));
    m_regions->reveal(conflict);
    showState();
}

void MergeView::choose(MergeChoice choice)
{
    m_regions->take(m_current, choice);
    goToNextOpen();
}

void MergeView::goToNextOpen()
{
    if (const int next = m_regions->nextOpen(m_current); next >= 0)
        setCurrent(next);
    else
        m_finish->setFocus();
}

void MergeView::showState()
{
    const int open = m_regions->openCount();
    const int count = m_regions->count();
    m_place->setText(tr("Conflict %1 of %2").arg(count == 0 ? 0 : m_current + 1).arg(count));
    m_left->setText(open == 0 ? tr("Everything is decided.")
                              : tr("%n conflict(s) to decide", nullptr, open));
    m_finish->setEnabled(open == 0 && !m_isFinishing);
    m_finish->setToolTip(open == 0 ? QString() : tr("Decide every conflict first."));
    m_accept->setEnabled(m_current < count && !m_regions->isDecided(m_current));
    for (QToolButton *step : std::as_const(m_steps))
        step->setEnabled(count > 1);
}

} // namespace plotleaf
