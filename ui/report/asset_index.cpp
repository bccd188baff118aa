#include "ui/report/asset_index.h"

#include "core/base/when_done.h"
#include "core/store/library.h"

#include <QImageReader>
#include <QtConcurrent>

namespace plotleaf {

namespace {

/// For what the store knows no size of: drawings, and formats that are newer than it.
QHash<QString, QSize> readSizes(const QHash<QString, QString> &paths)
{
    QHash<QString, QSize> sizes;
    for (auto path = paths.cbegin(); path != paths.cend(); ++path) {
        if (const QSize size = QImageReader(path.value()).size(); !size.isEmpty())
            sizes.insert(path.key(), size);
    }
    return sizes;
}

} // namespace

AssetIndex::AssetIndex(Library &library, const ReportId &report, QObject *parent)
    : QObject(parent), m_library(library)
{
    whenDone(library.assets(report), this, [this](const Result<QVector<Asset>> &assets) {
        if (assets)
            addAll(*assets);
        m_loaded = true;
        emit loaded();
    });
}

QString AssetIndex::path(const QString &name) const
{
    const auto found = m_sha256ByName.constFind(name);
    return found == m_sha256ByName.cend() ? QString() : m_library.assetPath(*found);
}

void AssetIndex::addAll(const QVector<Asset> &assets)
{
    QHash<QString, QSize> sizes;
    QHash<QString, QString> unknown;
    for (const Asset &asset : assets) {
        m_sha256ByName.insert(asset.name, asset.sha256);
        if (asset.width > 0 && asset.height > 0)
            sizes.insert(asset.name, {asset.width, asset.height});
        else if (asset.mimeType.startsWith(QStringLiteral("image/")))
            unknown.insert(asset.name, m_library.assetPath(asset.sha256));
    }
    learnSizes(sizes);
    if (!unknown.isEmpty())
        whenDone(QtConcurrent::run(readSizes, unknown), this,
                 [this](const QHash<QString, QSize> &read) { learnSizes(read); });
}

void AssetIndex::learnSizes(const QHash<QString, QSize> &sizes)
{
    if (sizes.isEmpty())
        return;
    m_sizes.insert(sizes);
    emit sizesKnown(sizes);
}

} // namespace plotleaf
