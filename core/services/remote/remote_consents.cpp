#include "core/services/remote/remote_consents.h"

#include "core/base/when_done.h"
#include "core/store/library.h"

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

// Settings of the library. Neither hosts nor ids hold spaces, which part them.
QString hostsKey()
{
    return u"remoteImages.hosts"_s;
}
QString reportsKey()
{
    return u"remoteImages.reports"_s;
}

QStringList sortedUnion(QStringList a, const QStringList &b)
{
    a += b;
    a.removeDuplicates();
    a.removeAll(QString());
    a.sort();
    return a;
}

} // namespace

RemoteConsents::RemoteConsents(Library &library, QObject *parent)
    : QObject(parent), m_library(library)
{
    connect(&library, &Library::reportRemoved, this, &RemoteConsents::forgetReport);
    load();
}

void RemoteConsents::load()
{
    const auto read = [this](const QString &key, QStringList RemoteConsents::*values) {
        whenDone(m_library.setting(key), this, [this, key, values](const Result<QString> &value) {
            const QStringList kept = value ? value->split(u' ', Qt::SkipEmptyParts) : QStringList();
            // What was allowed while this was on its way counts too, and is written only now: it
            // would have taken the place of what was there.
            m_loaded.insert(key);
            this->*values = sortedUnion(this->*values, kept);
            if (this->*values != kept)
                keep(key, this->*values);
            if (!kept.isEmpty())
                emit changed();
        });
    };
    read(hostsKey(), &RemoteConsents::m_hosts);
    read(reportsKey(), &RemoteConsents::m_reports);
}

RemoteConsent RemoteConsents::forReport(const ReportId &report) const
{
    return {m_reports.contains(report.toString()), sortedUnion(m_hosts, m_serverHosts)};
}

void RemoteConsents::setServerHosts(const QStringList &hosts)
{
    if (hosts == m_serverHosts)
        return;
    m_serverHosts = hosts;
    emit changed();
}

void RemoteConsents::allowReport(const ReportId &report)
{
    if (m_reports.contains(report.toString()))
        return;
    m_reports = sortedUnion(m_reports, {report.toString()});
    keep(reportsKey(), m_reports);
    emit changed();
}

void RemoteConsents::allowHosts(const QStringList &hosts)
{
    setHosts(sortedUnion(m_hosts, hosts));
}

void RemoteConsents::forgetHost(const QString &host)
{
    QStringList left = m_hosts;
    left.removeAll(host);
    setHosts(left);
}

void RemoteConsents::setHosts(QStringList hosts)
{
    if (hosts == m_hosts)
        return;
    m_hosts = std::move(hosts);
    keep(hostsKey(), m_hosts);
    emit changed();
}

void RemoteConsents::forgetReports()
{
    if (m_reports.isEmpty())
        return;
    m_reports.clear();
    keep(reportsKey(), m_reports);
    emit changed();
}

void RemoteConsents::forgetReport(const ReportId &report)
{
    if (m_reports.removeAll(report.toString()) > 0)
        keep(reportsKey(), m_reports);
}

void RemoteConsents::keep(const QString &key, const QStringList &values)
{
    if (!m_loaded.contains(key))
        return;
    whenDone(m_library.setSetting(key, values.join(u' ')), this, [this](const Result<void> &kept) {
        if (!kept)
            emit notKept(kept.error().message);
    });
}

} // namespace plotleaf
