#include "core/services/clearml/clearml_sample_file.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

/// Many may be in memory at once.
constexpr qint64 largestSample = 32LL * 1024 * 1024;

/// Nothing: not to be played or shown here.
std::optional<MediaKind> mediaKindOf(const QString &address)
{
    const QString suffix = QUrl(address).path().section(u'.', -1).toLower();
    if (QStringList{u"wav"_s, u"mp3"_s, u"flac"_s, u"mid"_s, u"au"_s, u"ra"_s, u"snd"_s, u"ogg"_s}
            .contains(suffix))
        return MediaKind::Audio;
    if (QStringList{u"txt"_s, u"text"_s}.contains(suffix))
        return MediaKind::Text;
    if (QStringList{u"html"_s, u"ogv"_s, u"mp4"_s, u"webm"_s, u"m4v"_s, u"avi"_s, u"mov"_s,
                    u"wmv"_s}
            .contains(suffix))
        return std::nullopt;
    return MediaKind::Image;
}

QString mimeTypeOf(MediaKind kind, const HttpAnswer &answer)
{
    const QString told = QString::fromLatin1(answer.header("Content-Type")).section(u';', 0, 0);
    switch (kind) {
    case MediaKind::Audio:
        return told.startsWith("audio/"_L1) ? told : u"audio/wav"_s;
    case MediaKind::Image:
        return told.startsWith("image/"_L1) ? told : u"image/png"_s;
    case MediaKind::Text:
        break;
    }
    return u"text/plain"_s;
}

Error unreachable(const QString &address)
{
    const QString scheme = QUrl(address).scheme();
    if (scheme == "s3"_L1 || scheme == "gs"_L1 || scheme == "azure"_L1) {
        return {ErrorCode::InvalidInput,
                QCoreApplication::translate("plotleaf::ClearmlFigure",
                                            "The file is in a cloud store (%1), whose keys "
                                            "Plotleaf does not have.")
                    .arg(scheme),
                address};
    }
    return {ErrorCode::InvalidInput,
            QCoreApplication::translate("plotleaf::ClearmlFigure",
                                        "The file is on the computer that made it: %1")
                .arg(address),
            address};
}

} // namespace

QCoro::Task<Result<MediaSample>>
askClearmlSampleFile(std::shared_ptr<ClearmlClient> client, RunSample sample, QString tenant)
{
    HttpRequest request;
    request.url = QUrl(sample.address);
    request.largestAnswer = largestSample;
    if (request.url.scheme() != "http"_L1 && request.url.scheme() != "https"_L1)
        co_return unreachable(sample.address);
    const std::optional<MediaKind> kind = mediaKindOf(sample.address);
    if (!kind) {
        co_return Error{
            ErrorCode::InvalidInput,
            QCoreApplication::translate("plotleaf::ClearmlFigure",
                                        "Films and pages are shown by the web app only."),
            sample.address};
    }
    const Result<HttpAnswer> answer = co_await client->files(request, ClearmlEffect::Reads, tenant);
    if (!answer)
        co_return answer.error();
    MediaSample media;
    media.key = sample.name.text();
    media.kind = *kind;
    media.step = double(sample.iteration);
    media.wall = double(sample.time.toMSecsSinceEpoch()) / 1000;
    media.mimeType = mimeTypeOf(*kind, *answer);
    media.bytes = answer->body;
    media.caption = sample.name.variant;
    co_return media;
}

} // namespace plotleaf
