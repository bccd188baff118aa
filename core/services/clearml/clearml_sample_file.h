#pragma once

#include "core/runs/run_contents.h"
#include "core/services/clearml/clearml_client.h"

#include <memory>

namespace plotleaf {

/// The file of a sample, from the files server, from anywhere on the web or from a cloud store
/// whose key the person gave. What it is is told by its name's ending, as the web app decides
/// (clearml.md 4.5, 4.6). `tenant`: see ClearmlClient::files(). Errors: those of
/// ClearmlClient::files() and cloudFile(); LimitExceeded (beyond 32 MB); InvalidInput (it is on the
/// computer that made it, at an address that cannot be one, or of a kind that only the web app
/// shows: asking again is of no use).
QCoro::Task<Result<MediaSample>>
askClearmlSampleFile(std::shared_ptr<ClearmlClient> client, RunSample sample, QString tenant = {});

} // namespace plotleaf
