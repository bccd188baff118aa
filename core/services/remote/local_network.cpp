#include "core/services/remote/local_network.h"

#include <QList>
#include <QPair>

#include <algorithm>

namespace plotleaf {

namespace {

using Subnet = QPair<QHostAddress, int>;

/// The IPv4 address in one of IPv6: mapped (::ffff:0:0/96), or behind a translator to IPv4
/// (64:ff9b::/96, RFC 6052).
QHostAddress inner(const QHostAddress &address)
{
    static const Subnet translated = QHostAddress::parseSubnet(QStringLiteral("64:ff9b::/96"));
    bool isMapped = false;
    const quint32 mapped = address.toIPv4Address(&isMapped);
    if (isMapped)
        return QHostAddress(mapped);
    if (!address.isInSubnet(translated))
        return address;
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    return QHostAddress(quint32(bytes[12]) << 24 | quint32(bytes[13]) << 16 |
                        quint32(bytes[14]) << 8 | quint32(bytes[15]));
}

QList<Subnet> localSubnets()
{
    QList<Subnet> subnets;
    for (const char *subnet : {"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8",
                               "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16",
                               "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4", "::/128", "::1/128",
                               "64:ff9b:1::/48", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
                               // Tunnels that end at any IPv4 address (6to4, Teredo).
                               "2002::/16", "2001::/32"})
        subnets << QHostAddress::parseSubnet(QLatin1String(subnet));
    return subnets;
}

} // namespace

bool isLocalNetwork(const QHostAddress &address)
{
    static const QList<Subnet> subnets = localSubnets();
    const QHostAddress meant = inner(address);
    return std::ranges::any_of(subnets,
                               [&meant](const Subnet &subnet) { return meant.isInSubnet(subnet); });
}

} // namespace plotleaf
