#include "core/services/folders/tensorboard_samples.h"

#include "core/services/folders/tensor_values.h"
#include "services/folders/proto/tensorboard_event.pb.h"

#include <algorithm>

namespace plotleaf {

namespace {

using Kind = TensorboardData::Kind;

// Summaries have 30 buckets unless asked for others. A tensor of a few bytes can claim a shape of a
// million numbers, in each of many samples.
constexpr qint64 mostTensorRows = 4096;

void appendFile(QVector<MediaSample> &samples,
                MediaKind kind,
                const QByteArray &bytes,
                const QString &caption = {})
{
    MediaSample sample;
    sample.kind = kind;
    sample.index = static_cast<int>(samples.size());
    sample.bytes = bytes;
    sample.caption = caption;
    sample.mimeType =
        kind == MediaKind::Text
            ? QStringLiteral("text/markdown")
            : sniffedMimeType(bytes, kind == MediaKind::Image ? QStringLiteral("image/png")
                                                              : QStringLiteral("audio/wav"));
    samples.append(sample);
}

QVector<MediaSample> tensorMedia(const tensorboard::Tensor &tensor, Kind kind)
{
    const QVector<QByteArray> strings = tensorStrings(tensor);
    QVector<MediaSample> samples;
    if (kind == Kind::Image) {
        for (qsizetype i = 2; i < strings.size(); ++i)
            appendFile(samples, MediaKind::Image, strings[i]);
        return samples;
    }
    if (kind == Kind::Text) {
        for (const QByteArray &text : strings)
            appendFile(samples, MediaKind::Text, text);
        return samples;
    }
    const auto &shape = tensor.tensor_shape();
    const int columns = shape.dim_size() == 2 && shape.dim(1).size() == 2 ? 2 : 1;
    for (qsizetype i = 0; i + columns <= strings.size(); i += columns) {
        const QString label = columns == 2 ? QString::fromUtf8(strings[i + 1]) : QString();
        appendFile(samples, MediaKind::Audio, strings[i], label);
    }
    return samples;
}

std::optional<HistogramSample> tensorHistogram(const tensorboard::Tensor &tensor)
{
    const auto &shape = tensor.tensor_shape();
    if (shape.dim_size() != 2 || shape.dim(1).size() != 3 || shape.dim(0).size() > mostTensorRows)
        return {};
    const std::vector<double> rows = tensorNumbers(tensor);
    HistogramSample sample;
    for (size_t i = 0; i + 3 <= rows.size(); i += 3) {
        sample.limits.push_back(rows[i + 1]);
        sample.counts.push_back(rows[i + 2]);
    }
    if (!rows.empty()) {
        sample.min = rows.front();
        sample.max = sample.limits.back();
    }
    return sample;
}

} // namespace

QVector<MediaSample> mediaSamples(const tensorboard::Summary_Value &value, Kind kind)
{
    if (value.has_tensor())
        return tensorMedia(value.tensor(), kind);
    QVector<MediaSample> samples;
    if (kind == Kind::Image && value.has_image())
        appendFile(samples, MediaKind::Image,
                   QByteArray::fromStdString(value.image().encoded_image_string()));
    if (kind == Kind::Audio && value.has_audio())
        appendFile(samples, MediaKind::Audio,
                   QByteArray::fromStdString(value.audio().encoded_audio_string()));
    return samples;
}

std::optional<HistogramSample> histogramSample(const tensorboard::Summary_Value &value)
{
    if (value.has_tensor())
        return tensorHistogram(value.tensor());
    if (!value.has_histo())
        return {};
    const auto &histo = value.histo();
    const int buckets = std::min(histo.bucket_limit_size(), histo.bucket_size());
    HistogramSample sample;
    sample.limits.assign(histo.bucket_limit().begin(), histo.bucket_limit().begin() + buckets);
    sample.counts.assign(histo.bucket().begin(), histo.bucket().begin() + buckets);
    sample.min = histo.min();
    sample.max = histo.max();
    return sample;
}

QString sniffedMimeType(const QByteArray &bytes, const QString &fallback)
{
    struct Magic
    {
        const char *start;
        const char *type;
    };
    static constexpr Magic magics[] = {
        {"\x89PNG", "image/png"},
        {"\xFF\xD8\xFF", "image/jpeg"},
        {"GIF8", "image/gif"},
        {"BM", "image/bmp"},
        {"OggS", "audio/ogg"},
        {"fLaC", "audio/flac"},
        {"ID3", "audio/mpeg"},
        {"\xFF\xFB", "audio/mpeg"},
        {"\x1A\x45\xDF\xA3", "video/webm"},
    };
    if (bytes.startsWith("RIFF") && bytes.size() >= 12) {
        const QByteArrayView form = QByteArrayView(bytes).sliced(8, 4);
        return form == "WEBP" ? QStringLiteral("image/webp") : QStringLiteral("audio/wav");
    }
    if (bytes.size() >= 12 && QByteArrayView(bytes).sliced(4, 4) == "ftyp")
        return QStringLiteral("video/mp4");
    for (const Magic &magic : magics) {
        if (bytes.startsWith(magic.start))
            return QString::fromLatin1(magic.type);
    }
    return fallback;
}

} // namespace plotleaf
