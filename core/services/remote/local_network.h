#pragma once

#include <QHostAddress>

namespace plotleaf {

/// Whether an address leads to this machine, to the network around it, or to none that a web server
/// of the world can have (IANA's registries of special-purpose addresses, RFC 6890). What carries
/// an IPv4 address in it counts as that one.
bool isLocalNetwork(const QHostAddress &address);

} // namespace plotleaf
