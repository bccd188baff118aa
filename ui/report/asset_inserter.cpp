#include "ui/report/asset_inserter.h"

#include "core/base/when_done.h"
#include "core/store/library.h"
#include "ui/editor/source_editor.h"
#include "ui/report/asset_index.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QMimeDatabase>
#include <QUrl>
#include <QtConcurrent>

namespace plotleaf {

namespace {

/// A name as it may stand in a link's text.
QString escapedLabel(QString name)
{
    return name.replace(u'[', QStringLiteral("\\[")).replace(u']', QStringLiteral("\\]"));
}

/// An address as it may stand in a link: brackets in it would end it.
QString linkAddress(const QUrl &url)
{
    return url.toString(QUrl::FullyEncoded)
        .replace(u'(', QStringLiteral("%28"))
        .replace(u')', QStringLiteral("%29"));
}

/// What follows `asset:` in the text: spaces and brackets would end the address.
QString assetAddress(const QString &name)
{
    return QStringLiteral("asset:") + QString::fromLatin1(QUrl::toPercentEncoding(name));
}

} // namespace

AssetInserter::AssetInserter(SourceEditor &editor,
                             Library &library,
                             AssetIndex &index,
                             std::function<ReportId()> report,
                             QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_library(library)
    , m_index(index)
    , m_report(std::move(report))
{
}

void AssetInserter::insertImage(const QImage &image)
{
    insertWhenPacked(QtConcurrent::run(&AssetInserter::packImage, image));
}

void AssetInserter::insertFiles(const QStringList &paths)
{
    for (const QString &path : paths) {
        if (isImageFile(path)) {
            insertWhenPacked(QtConcurrent::run(&AssetInserter::readFile, path));
            continue;
        }
        const QString address = linkAddress(QUrl::fromLocalFile(path));
        const QString label = escapedLabel(QFileInfo(path).fileName());
        insertAt(m_editor.textCursor(),
                 u'[' + label + QStringLiteral("](") + address + QStringLiteral(") "));
    }
}

bool AssetInserter::isImageFile(const QString &path)
{
    const QString mime = QMimeDatabase().mimeTypeForFile(path).name();
    return mime == QStringLiteral("image/svg+xml") ||
           QImageReader::supportedMimeTypes().contains(mime.toLatin1());
}

Result<AssetInserter::Packed> AssetInserter::packImage(const QImage &image)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (image.isNull() || !image.save(&buffer, "PNG"))
        return Error{ErrorCode::Damaged, tr("The pasted picture cannot be read."), {}};
    return Packed{tr("image") + QStringLiteral(".png"), buffer.data()};
}

Result<AssetInserter::Packed> AssetInserter::readFile(const QString &path)
{
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, tr("%1 cannot be read: %2").arg(name, file.errorString()),
                     path};
    if (file.size() > maxAssetBytes) {
        const qint64 limit = maxAssetBytes / 1024 / 1024;
        return Error{ErrorCode::LimitExceeded, tr("%1 is larger than %2 MB.").arg(name).arg(limit),
                     path};
    }
    return Packed{name, file.readAll()};
}

void AssetInserter::insertWhenPacked(const QFuture<Result<Packed>> &packed)
{
    // The cursor moves with the text, so what is typed meanwhile does not displace the picture.
    const QTextCursor place = m_editor.textCursor();
    whenDone(packed, this, [this, place](const Result<Packed> &result) {
        if (result)
            store(*result, place);
        else
            emit failed(result.error().message);
    });
}

void AssetInserter::store(const Packed &packed, const QTextCursor &place)
{
    // The asset's own name may have been made simpler, or numbered; the words are the file's.
    const QString label = escapedLabel(QFileInfo(packed.name).completeBaseName());
    whenDone(m_library.addAsset(m_report(), packed.name, packed.bytes), this,
             [this, place, label](const Result<Asset> &asset) {
                 if (!asset) {
                     emit failed(asset.error().message);
                     return;
                 }
                 m_index.add(*asset);
                 insertAt(place, QStringLiteral("![") + label + QStringLiteral("](") +
                                     assetAddress(asset->name) + u')');
                 emit inserted(*asset);
             });
}

void AssetInserter::insertAt(const QTextCursor &place, const QString &text)
{
    if (m_editor.isReadOnly())
        return;
    QTextCursor cursor(place);
    cursor.insertText(text);
    m_editor.ensureCursorVisible();
}

} // namespace plotleaf
