#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/services/remote/remote_consent.h"

#include <QObject>
#include <QSet>

namespace plotleaf {

class Library;

/// What the person has allowed: pictures from elsewhere in a report, or from a site in every
/// report. Kept in the library's settings. GUI thread.
class RemoteConsents : public QObject
{
    Q_OBJECT

public:
    /// Begins to load what was allowed before; `changed` follows. `library` must outlive this.
    explicit RemoteConsents(Library &library, QObject *parent = nullptr);

    /// Of servers that the person added, which asks no further: their files count as allowed.
    void setServerHosts(const QStringList &hosts);

    RemoteConsent forReport(const ReportId &report) const;
    /// The sites that are allowed in every report, sorted.
    const QStringList &hosts() const { return m_hosts; }

    void allowReport(const ReportId &report);
    void allowHosts(const QStringList &hosts);
    void forgetHost(const QString &host);
    /// Everything that was allowed in reports is asked about again; sites stay.
    void forgetReports();
    bool hasReports() const { return !m_reports.isEmpty(); }

signals:
    void changed();
    /// What was allowed counts until Plotleaf ends, but could not be kept; for people.
    void notKept(const QString &message);

private:
    void load();
    void keep(const QString &key, const QStringList &values);
    void forgetReport(const ReportId &report);
    void setHosts(QStringList hosts);

    Library &m_library;
    QSet<QString> m_loaded; ///< keys of settings
    QStringList m_hosts;
    QStringList m_serverHosts;
    QStringList m_reports; ///< ids
};

} // namespace plotleaf
