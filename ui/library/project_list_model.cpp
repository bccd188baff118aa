#include "ui/library/project_list_model.h"

#include "core/base/when_done.h"
#include "core/sync/workspaces.h"

#include <QTimer>

#include <algorithm>

namespace plotleaf {

namespace {

using Cards = QVector<ProjectSummary>;

ProjectSummary *cardOf(Cards &cards, const QString &path)
{
    const auto found = std::find_if(cards.begin(), cards.end(), [&path](const ProjectSummary &one) {
        return one.path == path;
    });
    return found == cards.end() ? nullptr : &*found;
}

void takeCounts(ProjectSummary &card, const ProjectSummary &counted)
{
    card.reports = counted.reports;
    card.published = counted.published;
    if (counted.updated.isValid())
        card.updated = counted.updated;
}

/// What a server says of a project in which something of it lies directly: all that is in it.
ProjectSummary wholeCard(const Cards &counted, const QString &path)
{
    ProjectSummary whole;
    whole.path = path;
    for (const ProjectSummary &part : counted) {
        whole.reports += part.reports;
        whole.published += part.published;
        if (part.updated.isValid() && (!whole.updated.isValid() || whole.updated < part.updated))
            whole.updated = part.updated;
    }
    return whole;
}

/// The library's cards with a server's counts, and with projects that only the server has.
Cards withCounts(Cards cards, const Cards &counted, const QString &path)
{
    for (const ProjectSummary &card : counted) {
        if (card.path == path)
            continue;
        if (ProjectSummary *known = cardOf(cards, card.path))
            takeCounts(*known, card);
        else
            cards.append(card);
    }
    if (ProjectSummary *whole = path.isEmpty() ? nullptr : cardOf(cards, path);
        whole && !counted.isEmpty())
        takeCounts(*whole, wholeCard(counted, path));
    // The whole comes first by its shorter path.
    std::sort(cards.begin(), cards.end(),
              [](const ProjectSummary &a, const ProjectSummary &b) { return a.path < b.path; });
    return cards;
}

} // namespace

ProjectListModel::ProjectListModel(Library &library, QObject *parent)
    : QAbstractListModel(parent), m_library(library)
{
    const auto changed = [this] {
        m_isRemoteOld = true;
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
    m_remote.clear();
    emit stateChanged();
    refresh();
    askServer();
}

void ProjectListModel::setWorkspace(const QString &workspace)
{
    if (workspace == m_workspace)
        return;
    m_workspace = workspace;
    setPath(m_path);
}

void ProjectListModel::useServers(Workspaces &servers)
{
    m_servers = &servers;
    connect(&servers, &Workspaces::opened, this, [this](const QString &id) {
        if (id == m_workspace)
            askServer();
    });
    // Between rounds nothing is on its way; what came with the last one is counted there.
    connect(&servers, &Workspaces::stateChanged, this, [this](const QString &id) {
        const WorkspaceSync *sync = m_servers->sync(id);
        if (id == m_workspace && m_isRemoteOld && sync &&
            sync->state().activity == WorkspaceState::Activity::Resting)
            askServer();
    });
    askServer();
}

void ProjectListModel::askServer()
{
    const quint64 question = ++m_question;
    const bool mayAsk =
        m_servers && !m_workspace.isEmpty() && m_servers->policy() != NetworkPolicy::Offline;
    const auto ask = mayAsk ? m_servers->server(m_workspace).projects : OpenedServer::Projects();
    if (!ask)
        return;
    m_isRemoteOld = false;
    QCoro::connect(ask(m_path), this,
                   [this, question](const Result<QVector<ProjectSummary>> &cards) {
                       // A server that does not answer leaves the library's counts.
                       if (cards && question == m_question)
                           counted(*cards);
                   });
}

void ProjectListModel::counted(const QVector<ProjectSummary> &cards)
{
    m_remote = cards;
    if (m_state == State::Ready)
        show();
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
        whenDone(m_library.projects({}, m_workspace), this, answered);
        return;
    }
    // The card of the project itself counts reports that lie beside its sub-projects too.
    using Projects = Result<QVector<ProjectSummary>>;
    whenDone(m_library.projects(parent, m_workspace), this,
             [this, answered](const Projects &siblings) {
                 whenDone(m_library.projects(m_path, m_workspace), this,
                          [this, answered, siblings](Projects parts) {
                              if (parts && siblings && !parts->isEmpty()) {
                                  const auto self = std::find_if(
                                      siblings->cbegin(), siblings->cend(),
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
    m_local = result ? *result : QVector<ProjectSummary>();
    m_state = result ? State::Ready : State::Failed;
    m_problem = result ? QString() : result.error().message;
    show();
}

void ProjectListModel::show()
{
    beginResetModel();
    m_projects = withCounts(m_local, m_remote, m_path);
    m_hasWhole = !m_path.isEmpty() && !m_projects.isEmpty() && m_projects.first().path == m_path;
    endResetModel();
    emit stateChanged();
}

} // namespace plotleaf
