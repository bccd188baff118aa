#pragma once

#include "core/runs/run_sources.h"
#include "core/services/clearml/clearml_client.h"

#include <QProcessEnvironment>

#include <memory>
#include <vector>

namespace plotleaf {

/// A ClearML server as panels name it: `clearml/NAME`.
struct NamedClearml
{
    QString name;
    std::shared_ptr<ClearmlClient> client;
};

using ClearmlClients = std::vector<NamedClearml>;

/// The server that the CLEARML_* variables name, if they name one and how to sign in there; called
/// as its host.
/// `clock` must outlive it.
ClearmlClients clearmlClientsOfEnvironment(const QProcessEnvironment &environment,
                                           const Clock &clock);

/// Makes sources for `clearml` and `clearml:PROJECT` (the first server), `clearml/NAME` and
/// `clearml/NAME:PROJECT`, and for `frame:ADDRESS` of a widget of one of the servers. An
/// address of old, which has no host, is the first server's where nobody has said whose it is
/// (absoluteFrameAddress()).
RunSources::Maker clearmlSourceMaker(ClearmlClients clients);

} // namespace plotleaf
