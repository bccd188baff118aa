#pragma once

#include "core/runs/run_contents.h"
#include "core/services/clearml/clearml_client.h"

#include <memory>
#include <optional>

namespace plotleaf {

/// What a sample's file is, by its name's ending, as the web app decides (clearml.md 4.5, 4.6).
/// Nothing: a film that cannot be played here.
std::optional<MediaKind> clearmlSampleKind(const QString &path);

/// The file of a sample, from the files server, from anywhere on the web or from a cloud store
/// whose key the person gave. What it is tells clearmlSampleKind(). `tenant`: see
/// ClearmlClient::files(). Errors: those of ClearmlClient::files() and cloudFile(); LimitExceeded
/// (beyond 32 MB); InvalidInput (it is on the computer that made it, at an address that cannot be
/// one, or a film that cannot be played here: asking again is of no use).
QCoro::Task<Result<MediaSample>>
askClearmlSampleFile(std::shared_ptr<ClearmlClient> client, RunSample sample, QString tenant = {});

} // namespace plotleaf
