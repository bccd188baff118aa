#include "core/sync/report_images.h"

#include "core/report/text_addresses.h"
#include "core/store/library_sync.h"

#include <QCoroFuture>
#include <QSet>

#include <algorithm>

namespace plotleaf {

namespace {

using Assets = std::shared_ptr<RemoteAssets>;

Error goneLibrary()
{
    return {ErrorCode::Cancelled, {}, {}};
}

QString nameOfAddress(const QString &address)
{
    return QUrl::fromPercentEncoding(address.section(u'/', -1).toUtf8());
}

/// Everything that a text names, in the form in which addresses are compared.
QSet<QString> namedIn(const QString &text)
{
    QSet<QString> named;
    for (const TextAddress &address : textAddresses(text))
        named.insert(address.address);
    return named;
}

bool isShownAt(const Assets &assets, const QString &address, const QString &text)
{
    if (address.isEmpty())
        return false;
    return assets ? assets->unused({address}, text).isEmpty() : text.contains(address);
}

QVector<ReportImage>
imagesHere(const QVector<Asset> &files, const Assets &assets, const QString &text)
{
    const QSet<QString> named = namedIn(text);
    QVector<ReportImage> images;
    for (const Asset &file : files) {
        const QString own = u"asset:" + file.name;
        ReportImage image;
        image.name = file.name;
        image.address = file.address.isEmpty() ? own : file.address;
        image.bytes = file.bytes;
        image.isUsed = named.contains(own) || isShownAt(assets, file.address, text);
        image.isHere = true;
        images.append(image);
    }
    return images;
}

QCoro::Task<> addThose(ReportImages &result, Assets assets, QStringList addresses, QString text)
{
    for (const QString &address : addresses) {
        const auto here =
            std::find_if(result.images.begin(), result.images.end(),
                         [&address](const ReportImage &one) { return one.address == address; });
        if (here != result.images.end()) {
            here->isOnServer = true;
            continue;
        }
        auto asking = assets->size(address);
        const Result<qint64> bytes = co_await asking;
        result.images.append({nameOfAddress(address), address, bytes ? *bytes : -1,
                              isShownAt(assets, address, text), false, true});
    }
}

/// Whether it was removed: not where the server's text shows it by now.
QCoro::Task<Result<bool>> removeImage(
    QPointer<Library> library, ReportId report, Assets assets, RemoteId remote, ReportImage image)
{
    if (image.isOnServer) {
        auto removing = assets->removeUnused(remote, image.address);
        const Result<bool> removed = co_await removing;
        if (!removed || !*removed)
            co_return removed;
    }
    if (!image.isHere)
        co_return true;
    if (!library)
        co_return goneLibrary();
    auto removing = library->removeAsset(report, image.name);
    const Result<void> removed = co_await removing;
    if (!removed)
        co_return removed.error();
    co_return true;
}

QCoro::Task<Result<std::optional<RemoteId>>> remoteOf(QPointer<Library> library, ReportId report)
{
    if (!library)
        co_return goneLibrary();
    auto asking = LibrarySync(*library).remote(report);
    const Result<std::optional<RemoteId>> remote = co_await asking;
    co_return remote;
}

} // namespace

QCoro::Task<Result<ReportImages>>
listReportImages(QPointer<Library> library, ReportId report, std::shared_ptr<RemoteAssets> assets)
{
    if (!library)
        co_return goneLibrary();
    auto reading = library->report(report);
    const Result<Report> known = co_await reading;
    if (!known)
        co_return known.error();
    if (!library)
        co_return goneLibrary();
    auto listing = library->assets(report);
    const Result<QVector<Asset>> files = co_await listing;
    if (!files)
        co_return files.error();
    auto asking = remoteOf(library, report);
    const Result<std::optional<RemoteId>> remote = co_await asking;
    if (!remote)
        co_return remote.error();
    ReportImages result;
    result.isLocked = known->summary.status == ReportStatus::Published;
    result.images = imagesHere(*files, assets, known->text);
    if (*remote && assets) {
        auto there = assets->list(**remote);
        const Result<QStringList> addresses = co_await there;
        if (addresses) {
            auto adding = addThose(result, assets, *addresses, known->text);
            co_await adding;
        } else {
            result.serverProblem = addresses.error();
        }
    }
    std::sort(result.images.begin(), result.images.end(),
              [](const ReportImage &a, const ReportImage &b) {
                  return QString::localeAwareCompare(a.name, b.name) < 0;
              });
    co_return result;
}

QCoro::Task<Result<int>> removeUnusedReportImages(QPointer<Library> library,
                                                  ReportId report,
                                                  std::shared_ptr<RemoteAssets> assets,
                                                  QStringList addresses)
{
    auto listing = listReportImages(library, report, assets);
    const Result<ReportImages> listed = co_await listing;
    if (!listed)
        co_return listed.error();
    auto asking = remoteOf(library, report);
    const Result<std::optional<RemoteId>> remote = co_await asking;
    if (!remote)
        co_return remote.error();
    int count = 0;
    for (const ReportImage &image : listed->images) {
        if (image.isUsed || !addresses.contains(image.address))
            continue;
        auto removing = removeImage(library, report, assets, remote->value_or(RemoteId()), image);
        const Result<bool> removed = co_await removing;
        if (!removed)
            co_return removed.error();
        count += *removed ? 1 : 0;
    }
    co_return count;
}

} // namespace plotleaf
