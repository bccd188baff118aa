#include "ui/report/asset_index.h"

#include "core/base/when_done.h"
#include "core/store/library.h"

namespace plotleaf {

AssetIndex::AssetIndex(Library &library, ReportId report, QObject *parent)
    : QObject(parent), m_library(library)
{
    whenDone(library.assets(report), this, [this](const Result<QVector<Asset>> &assets) {
        if (assets) {
            for (const Asset &asset : *assets)
                add(asset);
        }
        m_loaded = true;
        emit loaded();
    });
}

QString AssetIndex::path(const QString &name) const
{
    const auto found = m_sha256ByName.constFind(name);
    return found == m_sha256ByName.cend() ? QString() : m_library.assetPath(*found);
}

void AssetIndex::add(const Asset &asset)
{
    m_sha256ByName.insert(asset.name, asset.sha256);
}

} // namespace plotleaf
