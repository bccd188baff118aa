#include "ui/runs/run_tab.h"

#include "ui/library/message_panel.h"
#include "ui/runs/embed_button.h"
#include "ui/theme/theme.h"

#include <QPushButton>
#include <QStackedLayout>

namespace plotleaf {

using namespace Qt::StringLiterals;

RunTab::RunTab(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_stack(new QStackedLayout(this))
    , m_message(new MessagePanel(theme, this))
{
    m_stack->addWidget(m_message);
}

void RunTab::setContent(QWidget *content)
{
    m_stack->addWidget(content);
}

void RunTab::setRuns(const RunChoice &runs)
{
    m_runs = runs;
    reload();
}

void RunTab::reload()
{
    ++m_asked;
    m_isStale = true;
    if (isVisible())
        start();
}

void RunTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        start();
}

void RunTab::start()
{
    m_isStale = false;
    clear();
    if (m_runs.isEmpty())
        return;
    m_message->clearButtons();
    m_message->setMessage(u"clock"_s, tr("Loading…"), {});
    m_stack->setCurrentIndex(0);
    load();
}

void RunTab::showContent()
{
    m_stack->setCurrentIndex(1);
}

void RunTab::showEmpty(const QString &title, const QString &text)
{
    m_message->clearButtons();
    m_message->setMessage(u"search-x"_s, title, text);
    m_stack->setCurrentIndex(0);
}

void RunTab::showProblem(const Error &error)
{
    const bool isAway = error.code == ErrorCode::Network || error.code == ErrorCode::Timeout;
    m_message->clearButtons();
    m_message->setMessage(isAway ? u"cloud-off"_s : u"triangle-alert"_s,
                          isAway ? tr("The server does not answer") : tr("That did not work"),
                          error.message);
    QPushButton *again = m_message->addButton(u"runTabAgain"_s, tr("Try again"));
    connect(again, &QPushButton::clicked, this, &RunTab::reload);
    m_stack->setCurrentIndex(0);
}

RunEmbed RunTab::wishFor(RunEmbed::What what) const
{
    RunEmbed wish;
    wish.what = what;
    wish.runs = m_runs.pick();
    wish.isCompared = m_runs.isCompared();
    return wish;
}

void RunTab::connectEmbed(EmbedButton *button, const std::function<RunEmbed()> &what)
{
    connect(button, &EmbedButton::embedWanted, this, [this, what] {
        emit embedWanted({what(), false});
    });
    connect(button, &EmbedButton::copyWanted, this, [this, what] {
        emit embedWanted({what(), true});
    });
}

} // namespace plotleaf
