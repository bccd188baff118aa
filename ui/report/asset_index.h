#pragma once

#include "core/report/report.h"

#include <QHash>
#include <QObject>

namespace plotleaf {

class Library;

/// Which file is behind each `asset:NAME` of a report, so that the page can be answered without
/// waiting. GUI thread.
class AssetIndex : public QObject
{
    Q_OBJECT

public:
    /// Begins to load the report's assets; `loaded` follows.
    AssetIndex(Library &library, ReportId report, QObject *parent = nullptr);

    bool isLoaded() const { return m_loaded; }
    /// Empty when there is no such asset.
    QString path(const QString &name) const;
    void add(const Asset &asset);

signals:
    void loaded();

private:
    Library &m_library;
    QHash<QString, QString> m_sha256ByName;
    bool m_loaded = false;
};

} // namespace plotleaf
