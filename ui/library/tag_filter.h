#pragma once

#include "core/report/report_query.h"

#include <QFrame>

class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QRadioButton;

namespace plotleaf {

class Theme;

/// A popup that chooses tags: the first click on a tag includes it, the second excludes it, the
/// third lets it go.
class TagFilter : public QFrame
{
    Q_OBJECT

public:
    explicit TagFilter(Theme &theme, QWidget *parent = nullptr);

    /// `all`: what there is to choose from.
    void open(const QStringList &all, const ReportQuery &query, const QPoint &globalPosition);

signals:
    void chosen(const QStringList &include, const QStringList &exclude, plotleaf::TagMatch match);

private:
    enum class Choice { None, Included, Excluded };
    void fill(const QStringList &all, const ReportQuery &query);
    void cycle(QListWidgetItem *item);
    void showChoice(QListWidgetItem *item);
    void narrow(const QString &text);
    void chooseFirst();
    void announce();

    Theme &m_theme;
    QLineEdit *m_search;
    QRadioButton *m_any;
    QRadioButton *m_all;
    QListWidget *m_list;
};

} // namespace plotleaf
