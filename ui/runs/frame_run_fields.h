#pragma once

#include "ui/runs/run_place.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace plotleaf {

class Theme;

/// Which runs a frame names: a list to take from, and a search to add to it. GUI thread.
class FrameRunFields : public QWidget
{
    Q_OBJECT

public:
    /// `catalog` may be null: then ids are all there is. `tenant`: see RunPick.
    FrameRunFields(const Theme &theme,
                   std::shared_ptr<RunCatalog> catalog,
                   RunKind kind,
                   QString tenant,
                   QWidget *parent = nullptr);

    void setIds(const QStringList &ids);
    QStringList ids() const;

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void add(const QString &id, const QString &text);
    void removeChosen();
    void search();
    void take(const QListWidgetItem *found);

    std::shared_ptr<RunCatalog> m_catalog;
    const RunKind m_kind;
    const QString m_tenant;
    QListWidget *m_list;
    QLineEdit *m_search;
    QListWidget *m_found;
    QLabel *m_problem; ///< why there are ids in place of names
    QTimer m_typing;
    quint64 m_asked = 0; ///< answers to older questions are dropped
};

} // namespace plotleaf
