#pragma once

#include "ui/runs/run_place.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QMenu;
class QToolButton;

namespace plotleaf {

class Clock;
class ChoiceButton;
class RunListModel;
class Theme;

/// The runs or models of a project: searched, narrowed by tags and state, sorted; several can be
/// chosen to be compared. Lives on the GUI thread.
class RunListPane : public QWidget
{
    Q_OBJECT

public:
    RunListPane(Theme &theme, const Clock &clock, QWidget *parent = nullptr);

    void setCatalog(const std::shared_ptr<RunCatalog> &catalog);
    /// Id of the catalog's; empty: all projects.
    void setProject(const QString &id);
    /// What is chosen stays so, where it is still there.
    void reload();
    /// Those that are chosen, in the order of the list.
    RunChoice choice() const;
    RunListModel *model() const { return m_model; }
    const RunListQuery &query() const { return m_query; }
    /// Why there is nothing to choose from, instead of the list; empty: there may be.
    void setObstacle(const QString &text);

signals:
    void choiceChanged();

private:
    void makeFilters(QWidget *parent);
    void ask();
    void showState();
    void chooseAgain();
    void fillTags();
    void takeTags();

    Theme &m_theme;
    std::shared_ptr<RunCatalog> m_catalog;
    RunListQuery m_query;
    RunListModel *m_model;
    QComboBox *m_kind;
    QLineEdit *m_search;
    ChoiceButton *m_tags;
    QMenu *m_tagMenu;
    QComboBox *m_state;
    QComboBox *m_order;
    QListView *m_list;
    QLabel *m_message;
    QString m_obstacle;
    QString m_tagProblem;       ///< why there are no tags to choose from
    QSet<RunId> m_chosenBefore; ///< to be chosen again as soon as the list is there
    QTimer m_typing;            ///< a question waits until one has stopped typing
};

} // namespace plotleaf
