#pragma once

#include "core/store/library.h"

#include <QAbstractListModel>

namespace plotleaf {

class Workspaces;

/// The sub-projects of one project, in all workspaces or in one. Where there are some, the first
/// row stands for the project itself and leads to all of its reports. They are counted from the
/// library at once; of one server's workspace the server's own counts take the place of these when
/// they come. GUI thread.
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
    /// Empty: all of them.
    void setWorkspace(const QString &workspace);
    /// They outlive the model.
    void useServers(Workspaces &servers);
    State state() const { return m_state; }
    QString problem() const { return m_problem; }

public slots:
    void refresh();

signals:
    void stateChanged();

private:
    void arrived(const Result<QVector<ProjectSummary>> &result);
    void askServer();
    void counted(const QVector<ProjectSummary> &cards);
    void show();

    Library &m_library;
    Workspaces *m_servers = nullptr;
    QString m_workspace;
    QString m_path;
    QVector<ProjectSummary> m_local;  ///< as the library counts
    QVector<ProjectSummary> m_remote; ///< as the server counts; empty: it has not said so
    quint64 m_question = 0;           ///< grows with each to the server; older answers are dropped
    bool m_isRemoteOld = false;       ///< reports have changed since
    QVector<ProjectSummary> m_projects;
    bool m_hasWhole = false;
    State m_state = State::Loading;
    QString m_problem;
    quint64 m_generation = 0;
    bool m_refreshQueued = false;
};

} // namespace plotleaf

Q_DECLARE_METATYPE(plotleaf::ProjectSummary)
