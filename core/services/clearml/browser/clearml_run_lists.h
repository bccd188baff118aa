#pragma once

#include "core/runs/run_contents.h"
#include "core/services/clearml/clearml_client.h"

#include <memory>

namespace plotleaf {

// The lists of ClearmlCatalog: projects, tasks and models. Errors: those of ClearmlClient.

/// The projects directly below a project (id; empty: the root), with the server's counts
/// (clearml.md 3.1): tasks in it and below that are not archived.
QCoro::Task<Result<QVector<RunProject>>>
askClearmlRunProjects(std::shared_ptr<ClearmlClient> client, const QString &parent);
QCoro::Task<Result<QVector<RunProject>>>
findClearmlRunProjects(std::shared_ptr<ClearmlClient> client, const QString &text);

QCoro::Task<Result<RunPage>> askClearmlRunPage(std::shared_ptr<ClearmlClient> client,
                                               RunListQuery query);
QCoro::Task<Result<QVector<RunCard>>> askClearmlRunCards(std::shared_ptr<ClearmlClient> client,
                                                         RunPick runs);
/// Those that the widget at an address shows. Errors also: those of readClearmlWidget() and
/// clearmlTaskDataBody().
QCoro::Task<Result<QVector<RunCard>>> askClearmlFrameRuns(std::shared_ptr<ClearmlClient> client,
                                                          QString address);
QCoro::Task<Result<QStringList>> askClearmlTags(std::shared_ptr<ClearmlClient> client);

/// The documents of a set with some of their fields, in the set's order; those that are gone are
/// left out.
QCoro::Task<Result<QVector<QJsonObject>>>
askClearmlDocuments(std::shared_ptr<ClearmlClient> client, RunPick runs, QStringList fields);

} // namespace plotleaf
