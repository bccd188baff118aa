#include "core/services/clearml/clearml_assets.h"

#include "core/report/report_names.h"
#include "core/services/clearml/clearml_answer.h"
#include "core/services/clearml/clearml_documents.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

using Client = std::shared_ptr<ClearmlClient>;

constexpr int mostNumbers = 1000; ///< files of one name

QString baseText(const QUrl &url)
{
    return url.toString(QUrl::StripTrailingSlash);
}

/// Where the files server has the file: what stands behind its address, or behind the web app's
/// proxy (written with one slash or two).
QString pathOnFilesServer(const ClearmlServers &servers, const QString &address)
{
    for (const QString &base :
         {QString(baseText(servers.web) + u"/files/"_s), QString(baseText(servers.files) + u'/')}) {
        if (!address.startsWith(base))
            continue;
        QString path = address.mid(base.size());
        while (path.startsWith(u'/'))
            path.remove(0, 1);
        return path;
    }
    return {};
}

/// Whether the file may be thrown away with this report. The list of its pictures is the server's,
/// and names what others wrote into it.
bool isFileOfReport(const QString &encodedPath, const QString &report)
{
    const QString path = QUrl::fromPercentEncoding(encodedPath.toUtf8());
    return !report.isEmpty() && path.startsWith(u"reports/"_s + report + u'/') &&
           QDir::cleanPath(path) == path && !path.contains(u'\\');
}

QUrl fileAddress(const ClearmlServers &servers, const QString &encodedPath)
{
    return QUrl(baseText(servers.files) + u'/' + encodedPath, QUrl::StrictMode);
}

QString encodedName(const QString &name)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(name));
}

/// The base that the report's pictures have so far.
QString usualBase(const ClearmlServers &servers, const QStringList &assets)
{
    const QString direct = baseText(servers.files) + u'/';
    const QString proxied = baseText(servers.web) + u"/files/"_s;
    const bool isDirect = std::ranges::any_of(assets, [&](const QString &address) {
        return address.startsWith(direct) && !address.startsWith(proxied);
    });
    return isDirect ? direct : proxied;
}

/// One part whose field name is the path (clearml.md 7).
HttpRequest
uploadRequest(const ClearmlServers &servers, const QString &path, const QByteArray &bytes)
{
    // Long enough not to occur in a picture by accident, and checked.
    QByteArray boundary = "plotleaf-5d0b7c1e4a";
    while (bytes.contains(boundary))
        boundary += 'x';
    HttpRequest request;
    request.verb = "POST";
    request.url = QUrl(baseText(servers.files) + u'/');
    request.headers = {{"Content-Type", "multipart/form-data; boundary=" + boundary}};
    request.body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + path.toUtf8() +
                   "\"; filename=\"file\"\r\nContent-Type: application/octet-stream\r\n\r\n" +
                   bytes + "\r\n--" + boundary + "--\r\n";
    return request;
}

struct OwnedAssets
{
    QStringList addresses;
    bool isLocked = false; ///< the report is published
};

QCoro::Task<Result<OwnedAssets>> ownedAssets(Client client, QString report)
{
    const QJsonObject body = {{u"id"_s, QJsonArray{report}},
                              {u"only_fields"_s, QJsonArray{u"report_assets"_s, u"status"_s}}};
    const Result<QJsonObject> data = co_await client->call(u"reports.get_all_ex"_s, body);
    if (!data)
        co_return data.error();
    const QJsonValue found = (*data)["tasks"_L1].toArray().first();
    if (!found.isObject()) {
        co_return Error{ErrorCode::NotFound,
                        QCoreApplication::translate("plotleaf::ClearmlReports",
                                                    "The report is not on the server."),
                        report};
    }
    co_return OwnedAssets{clearmlStrings(found["report_assets"_L1]),
                          found["status"_L1].toString() == "published"_L1};
}

QCoro::Task<Result<QStringList>> listAssets(Client client, QString report)
{
    const Result<OwnedAssets> owned = co_await ownedAssets(client, report);
    if (!owned)
        co_return owned.error();
    co_return QStringList(owned->addresses);
}

QCoro::Task<Result<void>> writeAssets(Client client, QString report, QStringList assets)
{
    const QJsonObject body = {{u"task"_s, report},
                              {u"report_assets"_s, QJsonArray::fromStringList(assets)}};
    const Result<QJsonObject> data =
        co_await client->call(u"reports.update"_s, body, ClearmlEffect::Writes);
    if (!data)
        co_return data.error();
    co_return Result<void>();
}

/// Whether the name is taken; the file may be there without being on the list.
QCoro::Task<Result<bool>> isTaken(Client client, QString encodedPath)
{
    HttpRequest request;
    request.verb = "HEAD";
    request.url = fileAddress(client->servers(), encodedPath);
    const Result<HttpAnswer> answer = co_await client->files(request, ClearmlEffect::Reads);
    if (answer)
        co_return true;
    if (answer.error().code == ErrorCode::NotFound)
        co_return false;
    co_return answer.error();
}

QCoro::Task<Result<QString>> freeName(Client client, QString folder, QString name)
{
    for (int number = 1; number < mostNumbers; ++number) {
        const QString candidate = number == 1 ? name : numberedAssetName(name, number);
        const Result<bool> taken = co_await isTaken(client, folder + encodedName(candidate));
        if (!taken)
            co_return taken.error();
        if (!*taken)
            co_return QString(candidate);
    }
    co_return Error{
        ErrorCode::AlreadyExists,
        QCoreApplication::translate("plotleaf::ClearmlAssets", "Too many files are called “%1”.")
            .arg(name),
        {}};
}

QCoro::Task<Result<QUrl>>
uploadAsset(Client client, QString report, QString fileName, QByteArray bytes)
{
    const Result<OwnedAssets> owned = co_await ownedAssets(client, report);
    if (!owned)
        co_return owned.error();
    if (owned->isLocked) // or there would be a file that nobody lists
        co_return clearmlError(u"reports.update"_s, {400, 110, {}});
    const QString folder = u"reports/"_s + report + u'/';
    const Result<QString> name = co_await freeName(client, folder, clearmlFileName(fileName));
    if (!name)
        co_return name.error();
    const HttpRequest request = uploadRequest(client->servers(), folder + *name, bytes);
    const Result<HttpAnswer> stored = co_await client->files(request, ClearmlEffect::Writes);
    if (!stored)
        co_return stored.error();
    const QString address =
        usualBase(client->servers(), owned->addresses) + folder + encodedName(*name);
    const QStringList assets = owned->addresses + QStringList{address};
    const Result<void> listed = co_await writeAssets(client, report, assets);
    if (!listed)
        co_return listed.error();
    co_return QUrl(address, QUrl::StrictMode);
}

QCoro::Task<Result<void>> removeAsset(Client client, QString report, QString address)
{
    Result<QStringList> assets = co_await listAssets(client, report);
    if (!assets)
        co_return assets.error();
    // Off the list first: a report that is locked keeps its pictures.
    assets->removeAll(address);
    const Result<void> listed = co_await writeAssets(client, report, *assets);
    const QString path = pathOnFilesServer(client->servers(), address);
    if (!listed || !isFileOfReport(path, report))
        co_return listed;
    HttpRequest request;
    request.verb = "DELETE";
    request.url = fileAddress(client->servers(), path);
    const Result<HttpAnswer> removed = co_await client->files(request, ClearmlEffect::Writes);
    if (!removed && removed.error().code != ErrorCode::NotFound)
        co_return removed.error();
    co_return Result<void>();
}

} // namespace

QString clearmlFileName(const QString &name)
{
    QString path = name;
    path.replace(u'\\', u'/');
    while (path.startsWith(u'/'))
        path.remove(0, 1);
    while (path.endsWith(u'/'))
        path.chop(1);
    path.replace(u"/"_s, u".slash."_s);
    QString result;
    for (const QChar c : path) {
        if (u"#\"';?:@&=+$,%!)(\r\n"_s.contains(c))
            result += u"0x%1"_s.arg(c.unicode(), 2, 16, QLatin1Char('0'));
        else
            result += c;
    }
    return result.isEmpty() ? u"file"_s : result;
}

QStringList unusedClearmlAssets(const QStringList &assets, const QString &text)
{
    QStringList unused;
    for (const QString &asset : assets) {
        // Both forms of an address end alike.
        const qsizetype at = asset.indexOf("reports/"_L1);
        const QString tail = at < 0 ? asset : asset.mid(at);
        const QString decoded = QUrl::fromPercentEncoding(tail.toUtf8());
        if (!text.contains(tail) && !text.contains(decoded))
            unused << asset;
    }
    return unused;
}

QCoro::Task<Result<QStringList>> ClearmlAssets::list(const RemoteId &report) const
{
    return listAssets(m_client, report.toString());
}

QCoro::Task<Result<QUrl>>
ClearmlAssets::upload(const RemoteId &report, const QString &name, const QByteArray &bytes) const
{
    return uploadAsset(m_client, report.toString(), name, bytes);
}

QCoro::Task<Result<void>> ClearmlAssets::remove(const RemoteId &report,
                                                const QString &address) const
{
    return removeAsset(m_client, report.toString(), address);
}

} // namespace plotleaf
