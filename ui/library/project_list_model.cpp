#include "ui/library/project_list_model.h"

#include <QTimer>

#include <algorithm>

namespace plotleaf {

namespace {

/// The project with everything in it, from what is known of its parts when the library itself tells
/// nothing more.
ProjectSummary wholeProject(const QString &path, const QVector<ProjectSummary> &parts)
{
    ProjectSummary whole;
    whole.path = path;
    for (const ProjectSummary &part : parts) {
        whole.reports += part.reports;
        whole.published += part.published;
        whole.updated =
            whole.updated.isValid() ? std::max(whole.updated, part.updated) : part.updated;
        whole.subprojects.append(part.path.section(u'/', -1));
    }
    return whole;
}

} // namespace

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
        m_library.projects({}).then(this, answered);
        return;
    }
    // The card of the project itself counts reports that lie beside its sub-projects too.
    m_library.projects(parent).then(
        this, [this, answered](const Result<QVector<ProjectSummary>> &siblings) {
            m_library.projects(m_path).then(this, [this, answered, siblings](
                                                      Result<QVector<ProjectSummary>> parts) {
                if (parts && siblings && !parts->isEmpty()) {
                    const auto self =
                        std::find_if(siblings->cbegin(), siblings->cend(),
                                     [this](const ProjectSummary &p) { return p.path == m_path; });
                    parts->prepend(self != siblings->cend() ? *self : wholeProject(m_path, *parts));
                }
                answered(parts);
            });
        });
}

void ProjectListModel::arrived(const Result<QVector<ProjectSummary>> &result)
{
    beginResetModel();
    m_projects = result ? *result : QVector<ProjectSummary>();
    m_hasWhole = !m_path.isEmpty() && !m_projects.isEmpty();
    endResetModel();
    m_state = result ? State::Ready : State::Failed;
    m_problem = result ? QString() : result.error().message;
    emit stateChanged();
}

} // namespace plotleaf
