#pragma once

#include "ui/runs/run_place.h"

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

    void setCatalog(const std::shared_ptr<RunCatalog> &catalog);
    /// Id; empty: all projects.
    QString project() const;
    void reload();

signals:
    void projectChanged(const QString &id);

private:
    void ask();
    void askChildren(QTreeWidgetItem *parent);
    void fill(QTreeWidgetItem *parent, const QVector<RunProject> &projects, bool asPaths);
    void tell(const QString &text);

    Theme &m_theme;
    std::shared_ptr<RunCatalog> m_catalog;
    QLineEdit *m_search;
    QTreeWidget *m_tree;
    QLabel *m_message;
    QTimer m_typing;
    quint64 m_asked = 0; ///< answers to older questions are dropped
};

} // namespace plotleaf
