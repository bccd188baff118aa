#include "ui/report/asset_index.h"

#include "core/base/when_done.h"
#include "core/store/library.h"

#include <QImageReader>
#include <QtConcurrent>

#include <utility>

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
    : QObject(parent), m_library(library), m_report(report)
{
    // When its server has taken a file, the text names it by another address.
    connect(&library, &Library::reportChanged, this, [this](const ReportId &id) {
        if (id == m_report)
            load();
    });
    load();
}

void AssetIndex::load()
{
    whenDone(m_library.assets(m_report), this, [this](const Result<QVector<Asset>> &assets) {
        if (assets)
            addAll(*assets);
        if (!std::exchange(m_loaded, true))
            emit loaded();
    });
}

QString AssetIndex::path(const QString &name) const
{
    const auto found = m_sha256ByName.constFind(name);
    return found == m_sha256ByName.cend() ? QString() : m_library.assetPath(*found);
}

QString AssetIndex::pathOfAddress(const QUrl &address) const
{
    const auto found = m_sha256ByAddress.constFind(address);
    return found == m_sha256ByAddress.cend() ? QString() : m_library.assetPath(*found);
}

void AssetIndex::addAll(const QVector<Asset> &assets)
{
    QHash<QString, QSize> sizes;
    QHash<QString, QString> unknown;
    for (const Asset &asset : assets) {
        if (!asset.address.isEmpty())
            m_sha256ByAddress.insert(QUrl(asset.address), asset.sha256);
        if (m_sha256ByName.value(asset.name) == asset.sha256)
            continue;
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
