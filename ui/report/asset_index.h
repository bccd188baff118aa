#pragma once

#include "core/report/report.h"

#include <QHash>
#include <QObject>
#include <QSize>

namespace plotleaf {

class Library;

/// Which file is behind each `asset:NAME` of a report, so that the page can be answered without
/// waiting. GUI thread.
class AssetIndex : public QObject
{
    Q_OBJECT

public:
    /// Begins to load the report's assets; `loaded` follows.
    AssetIndex(Library &library, const ReportId &report, QObject *parent = nullptr);

    bool isLoaded() const { return m_loaded; }
    /// Empty when there is no such asset.
    QString path(const QString &name) const;
    void add(const Asset &asset) { addAll({asset}); }
    /// Width and height in pixels of the pictures that are known so far, by name.
    const QHash<QString, QSize> &sizes() const { return m_sizes; }

signals:
    void loaded();
    /// More sizes; those of old or unusual files come after `loaded`.
    void sizesKnown(const QHash<QString, QSize> &sizes);

private:
    void addAll(const QVector<Asset> &assets);
    void learnSizes(const QHash<QString, QSize> &sizes);

    Library &m_library;
    QHash<QString, QSize> m_sizes;
    QHash<QString, QString> m_sha256ByName;
    bool m_loaded = false;
};

} // namespace plotleaf
