#pragma once

#include "core/services/clearml/clearml_servers.h"

#include <QString>

namespace plotleaf {

// The addresses of files of a ClearML installation (clearml.md 5.4, 7): on the files server itself,
// or through the web app's proxy below `<web>/files/`, with one slash or two. Callable from any
// thread.

/// Which file of the files server an address means, percent-encoded and without a leading slash.
/// Empty where it means none: another host, a query, or a path that leads anywhere else. Nothing
/// but such a path may be asked for with the token, since a server that is asked by GET does
/// whatever the address says (clearml.md 1.3).
QString clearmlFilePath(const ClearmlServers &servers, const QString &address);

/// Where the files server has it.
QUrl clearmlFileAddress(const ClearmlServers &servers, const QString &encodedPath);

} // namespace plotleaf
