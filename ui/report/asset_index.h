#pragma once

#include "core/report/report.h"

#include <QHash>
#include <QObject>
#include <QSize>
#include <QUrl>

namespace plotleaf {

class Library;

/// Which file is behind each `asset:NAME` of a report, and behind the addresses that such files got
/// on the report's server, so that the page can be answered without waiting. GUI thread.
class AssetIndex : public QObject
{
    Q_OBJECT

public:
    /// Begins to load the report's assets; `loaded` follows.
    AssetIndex(Library &library, const ReportId &report, QObject *parent = nullptr);

    bool isLoaded() const { return m_loaded; }
    /// Empty when there is no such asset.
    QString path(const QString &name) const;
    /// Of the file that the report's server has at this address; empty: it is not one of ours.
    QString pathOfAddress(const QUrl &address) const;
    void add(const Asset &asset) { addAll({asset}); }
    /// Width and height in pixels of the pictures that are known so far, by name.
    const QHash<QString, QSize> &sizes() const { return m_sizes; }

signals:
    void loaded();
    /// More sizes; those of old or unusual files come after `loaded`.
    void sizesKnown(const QHash<QString, QSize> &sizes);

private:
    void load();
    void addAll(const QVector<Asset> &assets);
    void learnSizes(const QHash<QString, QSize> &sizes);

    Library &m_library;
    const ReportId m_report;
    QHash<QString, QSize> m_sizes;
    QHash<QString, QString> m_sha256ByName;
    QHash<QUrl, QString> m_sha256ByAddress;
    bool m_loaded = false;
};

} // namespace plotleaf
