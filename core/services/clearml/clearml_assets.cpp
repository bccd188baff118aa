#include "core/services/clearml/clearml_assets.h"

#include "core/report/report_names.h"
#include "core/report/text_addresses.h"
#include "core/services/clearml/clearml_answer.h"
#include "core/services/clearml/clearml_documents.h"
#include "core/services/clearml/clearml_file_address.h"

#include <QCoreApplication>
#include <QSet>

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

/// Whether the file may be thrown away with this report. The list of its pictures is the server's,
/// and names what others wrote into it.
bool isFileOfReport(const QString &encodedPath, const QString &report)
{
    const QString path = QUrl::fromPercentEncoding(encodedPath.toUtf8());
    return !report.isEmpty() && path.startsWith(u"reports/"_s + report + u'/');
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
    QString text;          ///< where it was asked for
};

enum class ReportPart { Assets, AssetsAndText };

QCoro::Task<Result<OwnedAssets>>
ownedAssets(Client client, QString report, ReportPart part = ReportPart::Assets)
{
    QJsonArray fields{u"report_assets"_s, u"status"_s};
    if (part == ReportPart::AssetsAndText)
        fields.append(u"report"_s);
    const QJsonObject body = {{u"id"_s, QJsonArray{report}}, {u"only_fields"_s, fields}};
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
                          found["status"_L1].toString() == "published"_L1,
                          found["report"_L1].toString()};
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

HttpRequest fileRequest(const ClearmlClient &client, const char *verb, const QString &path)
{
    HttpRequest request;
    request.verb = verb;
    request.url = clearmlFileAddress(client.servers(), path);
    return request;
}

QCoro::Task<Result<QByteArray>> readFile(Client client, QString encodedPath, qint64 mostBytes)
{
    HttpRequest request = fileRequest(*client, "GET", encodedPath);
    request.largestAnswer = mostBytes;
    const Result<HttpAnswer> answer = co_await client->files(request, ClearmlEffect::Reads);
    if (!answer)
        co_return answer.error();
    co_return QByteArray(answer->body);
}

/// -1: it is there, and how large it is is not known. The file may be there without being on the
/// list.
QCoro::Task<Result<qint64>> fileSize(Client client, QString encodedPath)
{
    const HttpRequest request = fileRequest(*client, "HEAD", encodedPath);
    const Result<HttpAnswer> answer = co_await client->files(request, ClearmlEffect::Reads);
    if (!answer)
        co_return answer.error();
    bool isNumber = false;
    const qint64 bytes = answer->header("Content-Length").toLongLong(&isNumber);
    co_return isNumber ? bytes : -1;
}

/// A name for the file, and whether the very bytes are there under it: the answer to an earlier
/// attempt was lost.
struct FileName
{
    QString name;
    bool isThere = false;
};

QCoro::Task<Result<FileName>>
freeName(Client client, QString folder, QString name, QByteArray bytes)
{
    for (int number = 1; number < mostNumbers; ++number) {
        const QString candidate = number == 1 ? name : numberedAssetName(name, number);
        const QString path = folder + encodedName(candidate);
        const Result<qint64> size = co_await fileSize(client, path);
        if (!size && size.error().code == ErrorCode::NotFound)
            co_return FileName{candidate, false};
        if (!size)
            co_return size.error();
        if (*size != bytes.size())
            continue;
        const Result<QByteArray> there = co_await readFile(client, path, bytes.size());
        if (there && *there == bytes)
            co_return FileName{candidate, true};
    }
    co_return Error{
        ErrorCode::AlreadyExists,
        QCoreApplication::translate("plotleaf::ClearmlAssets", "Too many files are called “%1”.")
            .arg(name),
        {}};
}

/// Over the list of this moment: while a file goes up, others add theirs.
QCoro::Task<Result<void>> listAsset(Client client, QString report, QString address)
{
    const Result<QStringList> now = co_await listAssets(client, report);
    if (!now)
        co_return now.error();
    if (now->contains(address))
        co_return Result<void>();
    const QStringList assets = *now + QStringList{address};
    const Result<void> written = co_await writeAssets(client, report, assets);
    co_return written;
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
    const Result<FileName> file =
        co_await freeName(client, folder, clearmlFileName(fileName), bytes);
    if (!file)
        co_return file.error();
    if (!file->isThere) {
        const HttpRequest request = uploadRequest(client->servers(), folder + file->name, bytes);
        const Result<HttpAnswer> stored = co_await client->files(request, ClearmlEffect::Writes);
        if (!stored)
            co_return stored.error();
    }
    const QString address =
        usualBase(client->servers(), owned->addresses) + folder + encodedName(file->name);
    const Result<void> listed = co_await listAsset(client, report, address);
    if (!listed)
        co_return listed.error();
    co_return QUrl(address, QUrl::StrictMode);
}

/// A colleague may show it by now, in a text that has not been read here yet.
QCoro::Task<Result<bool>> removeAsset(Client client, QString report, QString address)
{
    const Result<OwnedAssets> owned =
        co_await ownedAssets(client, report, ReportPart::AssetsAndText);
    if (!owned)
        co_return owned.error();
    if (unusedClearmlAssets({address}, owned->text).isEmpty())
        co_return false;
    // Off the list first: a report that is locked keeps its pictures.
    QStringList assets = owned->addresses;
    assets.removeAll(address);
    const Result<void> listed = co_await writeAssets(client, report, assets);
    if (!listed)
        co_return listed.error();
    const QString path = clearmlFilePath(client->servers(), address);
    if (!isFileOfReport(path, report))
        co_return true;
    const HttpRequest request = fileRequest(*client, "DELETE", path);
    const Result<HttpAnswer> removed = co_await client->files(request, ClearmlEffect::Writes);
    if (!removed && removed.error().code != ErrorCode::NotFound)
        co_return removed.error();
    co_return true;
}

/// Both forms of an address end alike.
QString assetTail(const QString &address)
{
    const qsizetype at = address.lastIndexOf("reports/"_L1);
    return at < 0 ? address : address.mid(at);
}

/// Of all that the text links or shows, decoded, with and without a query behind it.
QSet<QString> namedTails(const QString &text)
{
    QSet<QString> tails;
    for (const TextAddress &address : textAddresses(text)) {
        const QString tail = assetTail(address.address);
        tails << tail << tail.section(u'?', 0, 0).section(u'#', 0, 0);
    }
    return tails;
}

/// Also in code, or in an element that is no picture: who is to be deleted is better looked for
/// everywhere. But not as the beginning of another name.
bool isWrittenIn(const QString &text, const QString &tail)
{
    const auto next = [&text](qsizetype at) { return at < text.size() ? text[at] : QChar(u' '); };
    const auto goesOn = [](QChar c) { return c.isLetterOrNumber() || u"-_~%"_s.contains(c); };
    for (qsizetype at = text.indexOf(tail); at >= 0; at = text.indexOf(tail, at + 1)) {
        const qsizetype end = at + tail.size();
        if (!goesOn(next(end)) && !(next(end) == u'.' && goesOn(next(end + 1))))
            return true;
    }
    return false;
}

Error notAFileError(const QString &address)
{
    return {ErrorCode::InvalidInput,
            QCoreApplication::translate("plotleaf::ClearmlAssets",
                                        "“%1” is not the address of a file of this server.")
                .arg(address),
            {}};
}

QCoro::Task<Result<qint64>> sizeOfAsset(Client client, QString address)
{
    const QString path = clearmlFilePath(client->servers(), address);
    if (path.isEmpty())
        co_return notAFileError(address);
    const Result<qint64> size = co_await fileSize(client, path);
    co_return size;
}

QCoro::Task<Result<QByteArray>> readAsset(Client client, QString address, qint64 mostBytes)
{
    const QString path = clearmlFilePath(client->servers(), address);
    if (path.isEmpty())
        co_return notAFileError(address);
    const Result<QByteArray> bytes = co_await readFile(client, path, mostBytes);
    co_return bytes;
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
    const QSet<QString> named = namedTails(text);
    QStringList unused;
    for (const QString &asset : assets) {
        const QString tail = assetTail(asset);
        const QString decoded = QUrl::fromPercentEncoding(tail.toUtf8());
        if (!named.contains(decoded) && !isWrittenIn(text, tail) && !isWrittenIn(text, decoded))
            unused << asset;
    }
    return unused;
}

QCoro::Task<Result<QStringList>> ClearmlAssets::list(const RemoteId &report)
{
    return listAssets(m_client, report.toString());
}

QCoro::Task<Result<QUrl>>
ClearmlAssets::upload(const RemoteId &report, const QString &name, const QByteArray &bytes)
{
    return uploadAsset(m_client, report.toString(), name, bytes);
}

QCoro::Task<Result<bool>> ClearmlAssets::removeUnused(const RemoteId &report,
                                                      const QString &address)
{
    return removeAsset(m_client, report.toString(), address);
}

QCoro::Task<Result<qint64>> ClearmlAssets::size(const QString &address)
{
    return sizeOfAsset(m_client, address);
}

QCoro::Task<Result<QByteArray>> ClearmlAssets::read(const QUrl &address, qint64 mostBytes)
{
    return readAsset(m_client, address.toString(QUrl::FullyEncoded), mostBytes);
}

} // namespace plotleaf
