#pragma once

#include "core/report/report_query.h"

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

/// What the library is asked for: search words, order, tags, status, author. The project and the
/// archive are chosen elsewhere on the page and only carried along in the query.
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
    void fillAuthorMenu(const QStringList &authors);
    void openTags();
    void change();
    void showChoices();

    Library &m_library;
    Theme &m_theme;
    ReportQuery m_query;
    QLineEdit *m_search;
    ChoiceButton *m_order;
    ChoiceButton *m_tags;
    ChoiceButton *m_status;
    ChoiceButton *m_author;
    ChoiceButton *m_clear;
    QLabel *m_count;
    QMenu *m_authorMenu;
    TagFilter *m_tagFilter;
};

} // namespace plotleaf
