#include "core/services/clearml/clearml_sample_file.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

/// Many may be in memory at once.
constexpr qint64 largestSample = 32LL * 1024 * 1024;

struct FilmType
{
    QLatin1String suffix;
    QLatin1String type;
};

/// Those that Chromium plays. A QuickTime film is nearly always one that MPEG 4 would be too.
constexpr std::array filmTypes{
    FilmType{"mp4"_L1, "video/mp4"_L1}, FilmType{"m4v"_L1, "video/mp4"_L1},
    FilmType{"mov"_L1, "video/mp4"_L1}, FilmType{"webm"_L1, "video/webm"_L1},
    FilmType{"ogv"_L1, "video/ogg"_L1}};

QString suffixOf(const QString &path)
{
    return path.section(u'.', -1).toLower();
}

QString mimeTypeOf(MediaKind kind, const QString &path, const HttpAnswer &answer)
{
    const QString told = QString::fromLatin1(answer.header("Content-Type")).section(u';', 0, 0);
    switch (kind) {
    case MediaKind::Audio:
        return told.startsWith("audio/"_L1) ? told : u"audio/wav"_s;
    case MediaKind::Image:
        return told.startsWith("image/"_L1) ? told : u"image/png"_s;
    case MediaKind::Video: {
        const auto film = std::ranges::find(filmTypes, suffixOf(path), &FilmType::suffix);
        return film == filmTypes.end() ? told : QString(film->type);
    }
    case MediaKind::Html:
        return u"text/html"_s;
    case MediaKind::Text:
        break;
    }
    return u"text/plain"_s;
}

Error unreachable(const QString &address)
{
    return {ErrorCode::InvalidInput,
            QCoreApplication::translate("plotleaf::ClearmlFigure",
                                        "The file is on the computer that made it: %1")
                .arg(address),
            address};
}

/// Where the file of a sample is.
struct SamplePlace
{
    QUrl web; ///< empty where it is in a cloud store
    std::optional<CloudAddress> cloud;
    QString path;
};

Result<SamplePlace> placeOf(const QString &address)
{
    if (isCloudAddress(address)) {
        const Result<CloudAddress> cloud = readCloudAddress(address);
        return cloud ? Result<SamplePlace>(SamplePlace{{}, *cloud, cloud->key}) : cloud.error();
    }
    const QUrl url(address);
    if (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)
        return unreachable(address);
    return SamplePlace{url, std::nullopt, url.path()};
}

QCoro::Task<Result<HttpAnswer>>
fetch(std::shared_ptr<ClearmlClient> client, SamplePlace place, QString tenant)
{
    HttpRequest request;
    request.url = place.web;
    request.largestAnswer = largestSample;
    auto fetching = place.cloud ? client->cloudFile(*place.cloud, largestSample)
                                : client->files(request, ClearmlEffect::Reads, tenant);
    Result<HttpAnswer> answer = co_await fetching;
    co_return answer;
}

} // namespace

std::optional<MediaKind> clearmlSampleKind(const QString &path)
{
    const QString suffix = suffixOf(path);
    if (QStringList{u"wav"_s, u"mp3"_s, u"flac"_s, u"mid"_s, u"au"_s, u"ra"_s, u"snd"_s, u"ogg"_s}
            .contains(suffix))
        return MediaKind::Audio;
    if (QStringList{u"txt"_s, u"text"_s}.contains(suffix))
        return MediaKind::Text;
    if (suffix == "html"_L1)
        return MediaKind::Html;
    if (std::ranges::find(filmTypes, suffix, &FilmType::suffix) != filmTypes.end())
        return MediaKind::Video;
    if (suffix == "avi"_L1 || suffix == "wmv"_L1)
        return std::nullopt;
    return MediaKind::Image;
}

QCoro::Task<Result<MediaSample>>
askClearmlSampleFile(std::shared_ptr<ClearmlClient> client, RunSample sample, QString tenant)
{
    const Result<SamplePlace> place = placeOf(sample.address);
    if (!place)
        co_return place.error();
    const std::optional<MediaKind> kind = clearmlSampleKind(place->path);
    if (!kind) {
        co_return Error{
            ErrorCode::InvalidInput,
            QCoreApplication::translate("plotleaf::ClearmlFigure",
                                        "Films of this kind (.%1) cannot be played here.")
                .arg(suffixOf(place->path)),
            sample.address};
    }
    if (const Result<void> may = client->mayLook(); !may)
        co_return may.error();
    const Result<HttpAnswer> answer = co_await fetch(client, *place, tenant);
    if (!answer)
        co_return answer.error();
    MediaSample media;
    media.key = sample.name.text();
    media.kind = *kind;
    media.step = double(sample.iteration);
    media.wall = double(sample.time.toMSecsSinceEpoch()) / 1000;
    media.mimeType = mimeTypeOf(*kind, place->path, *answer);
    media.bytes = answer->body;
    media.caption = sample.name.variant;
    co_return media;
}

} // namespace plotleaf
