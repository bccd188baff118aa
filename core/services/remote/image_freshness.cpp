#include "core/services/remote/image_freshness.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace plotleaf {

namespace {

constexpr std::chrono::seconds shortestFreshness = 5min;
constexpr std::chrono::seconds longestFreshness = 24h * 7;
constexpr std::chrono::seconds usualFreshness = 1h;

/// What Cache-Control and Expires say.
std::optional<std::chrono::seconds> saidFreshness(const QNetworkReply &reply)
{
    const QString control = QString::fromLatin1(reply.rawHeader("Cache-Control")).toLower();
    if (control.contains("no-cache"_L1) || control.contains("no-store"_L1))
        return 0s;
    static const QRegularExpression maxAge(u"(?:^|[\\s,])max-age=\"?(\\d{1,9})"_s);
    if (const auto found = maxAge.match(control); found.hasMatch())
        return std::chrono::seconds(found.captured(1).toLongLong());
    if (!reply.hasRawHeader("Expires"))
        return {};
    // What is no date has expired.
    const auto date = [&reply](const char *header) {
        QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(reply.rawHeader(header)),
                                                 u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
        time.setTimeSpec(Qt::UTC);
        return time;
    };
    const QDateTime expires = date("Expires");
    return expires.isValid() && date("Date").isValid()
               ? std::chrono::seconds(date("Date").secsTo(expires))
               : 0s;
}

} // namespace

ImageFreshness::ImageFreshness(const QNetworkReply &reply, const QDateTime &now)
    : m_tag(reply.rawHeader("ETag"))
    , m_modified(reply.rawHeader("Last-Modified"))
    , m_checked(now)
    , m_lasts(std::clamp(
          saidFreshness(reply).value_or(usualFreshness), shortestFreshness, longestFreshness))
{
}

ImageFreshness::ImageFreshness(const QDateTime &now) : m_checked(now), m_lasts(usualFreshness)
{
}

bool ImageFreshness::isFresh(const QDateTime &now) const
{
    // A clock that was set back does not make anything last.
    return m_checked.isValid() && m_checked <= now &&
           m_checked.msecsTo(now) < std::chrono::milliseconds(m_lasts).count();
}

ImageFreshness ImageFreshness::putOff(const QDateTime &now) const
{
    ImageFreshness later = *this;
    later.m_checked = now;
    later.m_lasts = shortestFreshness;
    return later;
}

ImageFreshness ImageFreshness::renewed(const QNetworkReply &reply, const QDateTime &now) const
{
    ImageFreshness newer(reply, now);
    if (newer.m_tag.isEmpty())
        newer.m_tag = m_tag;
    if (newer.m_modified.isEmpty())
        newer.m_modified = m_modified;
    return newer;
}

void ImageFreshness::askForChanges(QNetworkRequest &request) const
{
    if (!m_tag.isEmpty())
        request.setRawHeader("If-None-Match", m_tag);
    if (!m_modified.isEmpty())
        request.setRawHeader("If-Modified-Since", m_modified);
}

QByteArray ImageFreshness::toJson() const
{
    return QJsonDocument(QJsonObject{{u"tag"_s, QString::fromLatin1(m_tag)},
                                     {u"modified"_s, QString::fromLatin1(m_modified)},
                                     {u"checked"_s, m_checked.toMSecsSinceEpoch()},
                                     {u"lasts"_s, qint64(m_lasts.count())}})
        .toJson(QJsonDocument::Compact);
}

ImageFreshness ImageFreshness::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (!object["checked"_L1].isDouble())
        return {};
    ImageFreshness freshness;
    freshness.m_tag = object["tag"_L1].toString().toLatin1();
    freshness.m_modified = object["modified"_L1].toString().toLatin1();
    freshness.m_checked = QDateTime::fromMSecsSinceEpoch(object["checked"_L1].toInteger(), Qt::UTC);
    freshness.m_lasts =
        std::clamp(std::chrono::seconds(object["lasts"_L1].toInteger()), 0s, longestFreshness);
    return freshness;
}

} // namespace plotleaf
