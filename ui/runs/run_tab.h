#pragma once

#include "core/base/when_done.h"
#include "ui/runs/run_embed_wish.h"
#include "ui/runs/run_place.h"

#include <QWidget>

class QStackedLayout;

namespace plotleaf {

class EmbedButton;
class MessagePanel;
class Theme;

/// One side of the runs that are chosen: their scalars, their plots, … It asks when it is looked at
/// for the first time, and says in words what is not there. Lives on the GUI thread.
class RunTab : public QWidget
{
    Q_OBJECT

public:
    explicit RunTab(Theme &theme, QWidget *parent = nullptr);

    void setRuns(const RunChoice &runs);
    /// Asks again for what is shown.
    void reload();

signals:
    void embedWanted(const plotleaf::EmbedWish &wish);

protected:
    Theme &theme() const { return m_theme; }
    const RunChoice &runs() const { return m_runs; }
    void setContent(QWidget *content);
    /// Asks the catalog of runs(), which there are.
    virtual void load() = 0;
    /// Forgets what was shown of other runs.
    virtual void clear() = 0;

    void showContent();
    void showEmpty(const QString &title, const QString &text);
    void showProblem(const Error &error);
    /// `then` with the answer while these runs are looked at; a failure is told in its place.
    template <typename T, typename Then>
    void ask(const QFuture<Result<T>> &question, Then then)
    {
        askBeside(question, std::move(then), [this](const Error &error) { showProblem(error); });
    }
    /// As ask(), of what is only a part of the tab: a failure is told by `otherwise`.
    template <typename T, typename Then, typename Otherwise>
    void askBeside(const QFuture<Result<T>> &question, Then then, Otherwise otherwise)
    {
        whenDone(question, this,
                 [this, asked = m_asked, held = m_runs.catalog, then = std::move(then),
                  otherwise = std::move(otherwise)](const Result<T> &answer) {
                     if (asked != m_asked)
                         return;
                     if (answer)
                         then(*answer);
                     else
                         otherwise(answer.error());
                 });
    }
    /// Wishes of a button become embedWanted(); `what` is asked for when it is pressed.
    void connectEmbed(EmbedButton *button, const std::function<RunEmbed()> &what);
    /// A wish for these runs, to be filled in.
    RunEmbed wishFor(RunEmbed::What what) const;

    void showEvent(QShowEvent *event) override;

private:
    void start();

    Theme &m_theme;
    RunChoice m_runs;
    QStackedLayout *m_stack;
    MessagePanel *m_message;
    bool m_isStale = true;
    quint64 m_asked = 0; ///< answers to older questions are dropped
};

} // namespace plotleaf
