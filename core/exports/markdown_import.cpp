#include "core/exports/markdown_import.h"

#include "core/base/when_done.h"
#include "core/store/library.h"

namespace plotleaf {

MarkdownImport::MarkdownImport(Library &library, MarkdownBundle bundle, QObject *parent)
    : QObject(parent), m_library(library), m_bundle(std::move(bundle))
{
    m_imported.name = m_bundle.report.name;
    m_imported.missing = m_bundle.missing;
}

QFuture<Result<MarkdownImport::Imported>> MarkdownImport::start()
{
    m_promise.start();
    whenDone(m_library.create(m_bundle.report), this, [this](const Result<ReportId> &created) {
        if (created)
            storePictures(*created);
        else
            finish(created.error());
    });
    return m_promise.future();
}

void MarkdownImport::finish(const Result<Imported> &imported)
{
    m_promise.addResult(imported);
    m_promise.finish();
}

void MarkdownImport::storePictures(const ReportId &id)
{
    m_imported.id = id;
    m_left = m_bundle.pictures.size();
    if (m_left == 0)
        finish(m_imported);
    // Pictures of the same name in several folders get their numbers in the order of the text.
    for (const BundledPicture &picture : std::as_const(m_bundle.pictures)) {
        whenDone(m_library.addAsset(id, picture.name, picture.bytes), this,
                 [this, picture](const Result<Asset> &asset) { stored(picture, asset); });
    }
}

void MarkdownImport::stored(const BundledPicture &picture, const Result<Asset> &asset)
{
    if (asset)
        m_assetNames.insert(picture.address, asset->name);
    else
        m_imported.missing.append({picture.address, asset.error().message});
    if (--m_left == 0)
        rewriteText();
}

void MarkdownImport::rewriteText()
{
    m_imported.pictures = int(m_assetNames.size());
    const QString text = textWithAssets(m_bundle.report.text, m_assetNames);
    whenDone(m_library.save(m_imported.id, text), this, [this](const Result<void> &saved) {
        if (saved)
            finish(m_imported);
        else
            finish(saved.error());
    });
}

} // namespace plotleaf
