#include "ui/library/project_list_model.h"

#include "core/base/when_done.h"

#include <QTimer>

#include <algorithm>

namespace plotleaf {

ProjectListModel::ProjectListModel(Library &library, QObject *parent)
    : QAbstractListModel(parent), m_library(library)
{
    const auto changed = [this] {
        if (!std::exchange(m_refreshQueued, true))
            QTimer::singleShot(0, this, &ProjectListModel::refresh);
    };
    connect(&library, &Library::reportChanged, this, changed);
    connect(&library, &Library::reportRemoved, this, changed);
}

int ProjectListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_projects.size());
}

QVariant ProjectListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_projects.size())
        return {};
    const ProjectSummary &project = m_projects.at(index.row());
    const bool isWhole = m_hasWhole && index.row() == 0;
    switch (role) {
    case Qt::DisplayRole:
        return isWhole ? tr("All of %1").arg(project.path.section(u'/', -1))
                       : project.path.section(u'/', -1);
    case ProjectRole:
        return QVariant::fromValue(project);
    case IsWholeRole:
        return isWhole;
    default:
        return {};
    }
}

void ProjectListModel::setPath(const QString &path)
{
    m_path = path;
    m_state = State::Loading;
    emit stateChanged();
    refresh();
}

void ProjectListModel::refresh()
{
    m_refreshQueued = false;
    const quint64 generation = ++m_generation;
    const QString parent = m_path.contains(u'/') ? m_path.section(u'/', 0, -2) : QString();
    auto answered = [this, generation](const Result<QVector<ProjectSummary>> &result) {
        if (generation == m_generation)
            arrived(result);
    };
    if (m_path.isEmpty()) {
        whenDone(m_library.projects({}), this, answered);
        return;
    }
    // The card of the project itself counts reports that lie beside its sub-projects too.
    using Projects = Result<QVector<ProjectSummary>>;
    whenDone(m_library.projects(parent), this, [this, answered](const Projects &siblings) {
        whenDone(m_library.projects(m_path), this, [this, answered, siblings](Projects parts) {
            if (parts && siblings && !parts->isEmpty()) {
                const auto self =
                    std::find_if(siblings->cbegin(), siblings->cend(),
                                 [this](const ProjectSummary &p) { return p.path == m_path; });
                if (self != siblings->cend())
                    parts->prepend(*self);
            }
            answered(parts);
        });
    });
}

void ProjectListModel::arrived(const Result<QVector<ProjectSummary>> &result)
{
    beginResetModel();
    m_projects = result ? *result : QVector<ProjectSummary>();
    m_hasWhole = !m_path.isEmpty() && !m_projects.isEmpty() && m_projects.first().path == m_path;
    endResetModel();
    m_state = result ? State::Ready : State::Failed;
    m_problem = result ? QString() : result.error().message;
    emit stateChanged();
}

} // namespace plotleaf
