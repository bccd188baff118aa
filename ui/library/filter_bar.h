#pragma once

#include "core/report/report_query.h"
#include "core/report/workspace.h"

#include <QStringList>
#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QLineEdit;
class QMenu;

namespace plotleaf {

class ChoiceButton;
class Library;
class TagFilter;
class Theme;

/// What the library is asked for: search words, order, tags, status, author, and the workspace
/// where there are several. The project and the archive are chosen elsewhere on the page and only
/// carried along in the query.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    FilterBar(Library &library, Theme &theme, QWidget *parent = nullptr);

    const ReportQuery &query() const { return m_query; }
    /// Search words, tags, status or author are chosen.
    bool isNarrowed() const;
    void setOrder(ReportOrder order);
    void setProject(const std::optional<QString> &project);
    void setArchived(bool archived);
    /// The workspaces that can be chosen beside this computer's; none: there is no choice.
    void setServers(const QVector<Workspace> &servers);
    /// Empty: all of them. One that is not there is remembered until the servers are known.
    void setWorkspace(const QString &workspace);
    void setCount(const QString &text);

public slots:
    void focusSearch();
    /// Back to everything; order, project and archive stay.
    void clear();

signals:
    void queryChanged(const plotleaf::ReportQuery &query);
    /// Down arrow or Enter in the search field: on to the cards.
    void leftDownwards();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeOrderMenu();
    void makeStatusMenu();
    void fillWorkspaceMenu();
    QString workspaceName(const QString &id) const;
    void fillAuthorMenu(const QStringList &authors);
    void openTags();
    void change();
    void showChoices();

    Library &m_library;
    Theme &m_theme;
    ReportQuery m_query;
    QVector<Workspace> m_servers;
    QLineEdit *m_search;
    ChoiceButton *m_workspace;
    ChoiceButton *m_order;
    ChoiceButton *m_tags;
    ChoiceButton *m_status;
    ChoiceButton *m_author;
    ChoiceButton *m_clear;
    QLabel *m_count;
    QMenu *m_authorMenu;
    QMenu *m_workspaceMenu;
    TagFilter *m_tagFilter;
};

} // namespace plotleaf
