#include "core/services/server_files.h"

#include "core/base/task_future.h"
#include "core/base/when_done.h"
#include "core/report/remote_assets.h"
#include "core/services/clearml/clearml_file_address.h"
#include "core/services/clearml/clearml_workspace.h"

#include <algorithm>
#include <utility>

namespace plotleaf {

namespace {

bool isFileOf(const Workspace &workspace, const QUrl &address)
{
    const Result<ClearmlPlace> place = clearmlPlace(workspace);
    return place &&
           !clearmlFilePath(place->servers, address.toString(QUrl::FullyEncoded)).isEmpty();
}

/// The task keeps the files for as long as it runs.
QCoro::Task<Result<QByteArray>>
readFrom(std::shared_ptr<RemoteAssets> assets, QUrl address, qint64 mostBytes)
{
    auto reading = assets->read(address, mostBytes);
    const Result<QByteArray> bytes = co_await reading;
    co_return bytes;
}

void finishWith(QPromise<Result<QByteArray>> &promise, const Result<QByteArray> &result)
{
    promise.addResult(result);
    promise.finish();
}

} // namespace

ServerFiles::ServerFiles(Workspaces &workspaces, QObject *parent)
    : QObject(parent), m_workspaces(workspaces)
{
    connect(&workspaces, &Workspaces::listChanged, this, &ServerFiles::listed);
    connect(&workspaces, &Workspaces::opened, this, &ServerFiles::goOn);
}

std::optional<QFuture<Result<QByteArray>>> ServerFiles::read(const QUrl &address, qint64 mostBytes)
{
    const auto &all = m_workspaces.list();
    const auto owner = std::find_if(all.cbegin(), all.cend(), [&address](const Workspace &one) {
        return isFileOf(one, address);
    });
    if (owner == all.cend())
        return std::nullopt;
    if (const auto assets = m_workspaces.server(owner->id).assets)
        return futureOf(readFrom(assets, address, mostBytes));
    if (const auto problem = m_workspaces.problem(owner->id))
        return QtFuture::makeReadyFuture(Result<QByteArray>(*problem));
    const auto promise = std::make_shared<QPromise<Result<QByteArray>>>();
    promise->start();
    m_waiting.append({owner->id, address, mostBytes, promise});
    return promise->future();
}

void ServerFiles::goOn(const QString &workspace)
{
    const QList<Waiting> all = std::exchange(m_waiting, {});
    for (const Waiting &one : all) {
        if (one.workspace != workspace)
            m_waiting.append(one);
        else
            answer(one);
    }
}

void ServerFiles::answer(const Waiting &one)
{
    if (const auto reading = read(one.address, one.mostBytes))
        whenDone(*reading, this, [promise = one.promise](const Result<QByteArray> &bytes) {
            finishWith(*promise, bytes);
        });
    else
        finishWith(*one.promise, Error{ErrorCode::Cancelled, {}, {}});
}

/// Nobody waits for a server that was removed.
void ServerFiles::listed()
{
    const QList<Waiting> all = std::exchange(m_waiting, {});
    for (const Waiting &one : all)
        answer(one);
    emit hostsChanged();
}

QStringList ServerFiles::hosts() const
{
    QStringList hosts;
    for (const Workspace &workspace : m_workspaces.list()) {
        const Result<ClearmlPlace> place = clearmlPlace(workspace);
        if (!place)
            continue;
        for (const QUrl &url : {place->servers.web, place->servers.files})
            hosts.append(url.host(QUrl::FullyEncoded));
    }
    hosts.sort();
    hosts.removeDuplicates();
    hosts.removeAll(QString());
    return hosts;
}

} // namespace plotleaf
