#pragma once

#include "core/services/clearml/widgets/clearml_filter.h"
#include "ui/runs/run_place.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace plotleaf {

/// The filter of a frame that finds its runs anew each time. GUI thread.
class FrameFilterFields : public QWidget
{
    Q_OBJECT

public:
    /// `catalog` may be null: then projects are ids.
    explicit FrameFilterFields(const std::shared_ptr<RunCatalog> &catalog,
                               QWidget *parent = nullptr);

    void setFilter(const ClearmlFilter &filter);
    ClearmlFilter filter() const;

signals:
    void changed();

private:
    QWidget *makeStatuses();
    void fillProjects(const QVector<RunProject> &projects);
    void addProject(const QString &id, const QString &text);
    void addProblem(const QString &text);

    ClearmlFilter m_before;
    QComboBox *m_project;
    QCheckBox *m_withSubprojects;
    QLineEdit *m_tags;
    QComboBox *m_tagMatch;
    QVector<QCheckBox *> m_statuses;
    QCheckBox *m_withoutArchived;
    QComboBox *m_order;
    QSpinBox *m_most;
    QLabel *m_problem; ///< what could not be looked up
};

} // namespace plotleaf
