#pragma once

#include "core/store/library.h"

#include <QAbstractListModel>

namespace plotleaf {

/// The sub-projects of one project. Where there are some, the first row stands for the project
/// itself and leads to all of its reports. GUI thread.
class ProjectListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class State { Loading, Ready, Failed };
    Q_ENUM(State)
    enum Role {
        ProjectRole = Qt::UserRole, ///< ProjectSummary
        IsWholeRole                 ///< bool: the row stands for the parent with all that is in it
    };

    explicit ProjectListModel(Library &library, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const QString &path() const { return m_path; }
    /// Empty: the top of the workspace.
    void setPath(const QString &path);
    State state() const { return m_state; }
    QString problem() const { return m_problem; }

public slots:
    void refresh();

signals:
    void stateChanged();

private:
    void arrived(const Result<QVector<ProjectSummary>> &result);

    Library &m_library;
    QString m_path;
    QVector<ProjectSummary> m_projects;
    bool m_hasWhole = false;
    State m_state = State::Loading;
    QString m_problem;
    quint64 m_generation = 0;
    bool m_refreshQueued = false;
};

} // namespace plotleaf

Q_DECLARE_METATYPE(plotleaf::ProjectSummary)
