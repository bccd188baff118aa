#pragma once

#include "ui/runs/run_place.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace plotleaf {

class Theme;

/// The projects of a catalog: a tree whose branches are asked for as they are opened, or, while one
/// searches, a list of what is found. Lives on the GUI thread.
class RunProjectTree : public QWidget
{
    Q_OBJECT

public:
    explicit RunProjectTree(Theme &theme, QWidget *parent = nullptr);

    /// Begins with all projects, which projectChanged() does not tell.
    void setCatalog(const std::shared_ptr<RunCatalog> &catalog);
    /// Id; empty: all projects.
    QString project() const { return m_chosen.id; }
    /// Asks anew. The project stays chosen, where it is still there, and what is open stays open.
    void reload();

signals:
    /// It is another one than before.
    void projectChanged(const QString &id);

private:
    struct Chosen
    {
        QString id;
        QString path;
    };

    void ask();
    void choose(const Chosen &project);
    void rememberOpen();
    void settle();
    void askChildren(QTreeWidgetItem *parent);
    void fill(QTreeWidgetItem *parent, const QVector<RunProject> &projects, bool asPaths);
    void fillLine(QTreeWidgetItem &item, const RunProject &project, bool asPaths) const;
    void tell(const QString &text);

    Theme &m_theme;
    std::shared_ptr<RunCatalog> m_catalog;
    QLineEdit *m_search;
    QTreeWidget *m_tree;
    QLabel *m_message;
    QTimer m_typing;
    quint64 m_asked = 0; ///< answers to older questions are dropped
    Chosen m_chosen;
    bool m_isSought = false;      ///< m_chosen is not among the lines that are there already
    int m_underWay = 0;           ///< branches that are asked for
    bool m_isTree = false;        ///< not the list of what a search finds
    QSet<QString> m_openBranches; ///< ids, of before the tree was asked anew
};

} // namespace plotleaf
