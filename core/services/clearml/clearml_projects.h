#pragma once

#include "core/report/report.h"
#include "core/services/clearml/clearml_client.h"

#include <QVector>

#include <memory>

namespace plotleaf {

/// The project at this very path, hidden ones too. Errors: those of ClearmlClient; NotFound (no
/// such project).
QCoro::Task<Result<QString>> clearmlProjectId(std::shared_ptr<ClearmlClient> client, QString path);

/// The cards of a server's project view, with the server's own counts (clearml.md 3.1). Counts
/// include the projects below and leave archived reports out. The first card is that of the reports
/// directly in `parent` (path; empty: the root), where there are any; its path is `parent`.
/// Errors: those of ClearmlClient; NotFound (no such project).
QCoro::Task<Result<QVector<ProjectSummary>>> clearmlProjects(std::shared_ptr<ClearmlClient> client,
                                                             QString parent);

} // namespace plotleaf
