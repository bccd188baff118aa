#include "core/panels/run_data_codec.h"

#include <QCborMap>
#include <QDataStream>
#include <QIODevice>
#include <QLocale>

#include <algorithm>

namespace plotleaf {

namespace {

// To be raised with every change of what is written below.
constexpr quint32 codecVersion = 0x504C5203; // "PLR", 3

enum class Content : quint8 { Runs, Series, Media, Histograms };

QDataStream &operator<<(QDataStream &out, const std::vector<double> &column)
{
    out << quint64(column.size());
    for (const double value : column)
        out << value;
    return out;
}

QDataStream &operator>>(QDataStream &in, std::vector<double> &column)
{
    quint64 size = 0;
    in >> size;
    // A damaged length must not reserve memory: no more values can come than there are bytes.
    if (size > quint64(in.device()->bytesAvailable()) / sizeof(double)) {
        in.setStatus(QDataStream::ReadCorruptData);
        return in;
    }
    column.resize(size);
    for (double &value : column)
        in >> value;
    return in;
}

/// A list as `<<` of Qt writes it. Qt's own `>>` reserves what a damaged length asks for, up to a
/// hundred gigabytes: systems only promise them, the address sanitizer ends the program.
template <typename T>
QVector<T> readList(QDataStream &in);

// Parameters are CBOR: QVariant's own form would let bytes name any type of the program, and JSON
// has no NaN.
QByteArray encodeMap(const QVariantMap &map)
{
    return QCborMap::fromVariantMap(map).toCborValue().toCbor();
}

QVariantMap decodeMap(const QByteArray &bytes)
{
    return QCborValue::fromCbor(bytes).toMap().toVariantMap();
}

QDataStream &operator<<(QDataStream &out, const Run &run)
{
    return out << run.id.toString() << run.name << run.project << run.user << run.group
               << run.jobType << run.notes << run.state << run.created << run.updated << run.tags
               << encodeMap(run.config) << encodeMap(run.summary) << run.metrics << run.media
               << run.histograms;
}

QDataStream &operator>>(QDataStream &in, Run &run)
{
    QString id;
    QByteArray config;
    QByteArray summary;
    in >> id >> run.name >> run.project >> run.user >> run.group >> run.jobType >> run.notes >>
        run.state >> run.created >> run.updated;
    run.tags = readList<QString>(in);
    in >> config >> summary;
    for (QStringList *names : {&run.metrics, &run.media, &run.histograms})
        *names = readList<QString>(in);
    run.id = RunId(id);
    run.config = decodeMap(config);
    run.summary = decodeMap(summary);
    return in;
}

QDataStream &operator<<(QDataStream &out, const MediaSample &sample)
{
    return out << sample.key << sample.kind << sample.step << sample.wall << sample.index
               << sample.mimeType << sample.bytes << sample.caption;
}

QDataStream &operator>>(QDataStream &in, MediaSample &sample)
{
    return in >> sample.key >> sample.kind >> sample.step >> sample.wall >> sample.index >>
           sample.mimeType >> sample.bytes >> sample.caption;
}

QDataStream &operator<<(QDataStream &out, const HistogramSample &sample)
{
    return out << sample.step << sample.wall << sample.limits << sample.counts << sample.min
               << sample.max;
}

QDataStream &operator>>(QDataStream &in, HistogramSample &sample)
{
    return in >> sample.step >> sample.wall >> sample.limits >> sample.counts >> sample.min >>
           sample.max;
}

template <typename T>
QVector<T> readList(QDataStream &in)
{
    quint32 size = 0;
    in >> size;
    QVector<T> values;
    for (quint32 i = 0; i < size && in.status() == QDataStream::Ok; ++i) {
        T value;
        in >> value;
        values.push_back(std::move(value));
    }
    return values;
}

class Writer
{
public:
    explicit Writer(Content content) : m_stream(&m_bytes, QIODevice::WriteOnly)
    {
        m_stream.setVersion(QDataStream::Qt_6_4);
        m_stream << codecVersion << content;
    }

    template <typename T>
    QByteArray list(const T &values)
    {
        m_stream << quint32(values.size());
        for (const auto &value : values)
            m_stream << value;
        return m_bytes;
    }

    QByteArray series(const Series &series)
    {
        m_stream << series.step << series.wall << series.value;
        return m_bytes;
    }

private:
    QByteArray m_bytes;
    QDataStream m_stream;
};

class Reader
{
public:
    explicit Reader(const QByteArray &bytes) : m_stream(bytes)
    {
        m_stream.setVersion(QDataStream::Qt_6_4);
        quint32 version = 0;
        m_stream >> version >> content;
        if (version != codecVersion)
            m_stream.setStatus(QDataStream::ReadCorruptData);
    }

    template <typename T>
    QVector<T> list()
    {
        return readList<T>(m_stream);
    }

    Series series()
    {
        Series series;
        m_stream >> series.step >> series.wall >> series.value;
        if (series.step.size() != series.value.size() || series.wall.size() != series.value.size())
            m_stream.setStatus(QDataStream::ReadCorruptData);
        return series;
    }

    bool isGood() const { return m_stream.status() == QDataStream::Ok && m_stream.atEnd(); }

    Content content = Content::Runs;

private:
    QDataStream m_stream;
};

} // namespace

QString runsCacheKey()
{
    return QStringLiteral("runs");
}

QString cacheKey(const RunDataRequest &request)
{
    const auto kind = [&] {
        switch (request.kind) {
        case RunDataRequest::Kind::Media:
            return QStringLiteral("media");
        case RunDataRequest::Kind::Histograms:
            return QStringLiteral("histograms");
        case RunDataRequest::Kind::Series:
            break;
        }
        return QStringLiteral("series");
    };
    QStringList parts{kind(), request.run.toString(), request.name};
    if (!request.steps.isAll())
        parts << QString::number(request.steps.most(), 'g', QLocale::FloatingPointShortest);
    return parts.join(u'\n');
}

QByteArray encodeRuns(const QVector<Run> &runs)
{
    return Writer(Content::Runs).list(runs);
}

std::optional<QVector<Run>> decodeRuns(const QByteArray &bytes)
{
    Reader reader(bytes);
    if (reader.content != Content::Runs)
        return {};
    QVector<Run> runs = reader.list<Run>();
    return reader.isGood() ? std::optional(std::move(runs)) : std::nullopt;
}

QByteArray encodeAnswer(const RunDataAnswer &answer)
{
    if (answer.series)
        return Writer(Content::Series).series(*answer.series);
    if (answer.media)
        return Writer(Content::Media).list(*answer.media);
    if (answer.histograms)
        return Writer(Content::Histograms).list(*answer.histograms);
    return {};
}

std::optional<RunDataAnswer> decodeAnswer(const QByteArray &bytes)
{
    Reader reader(bytes);
    RunDataAnswer answer;
    switch (reader.content) {
    case Content::Series:
        answer.series = std::make_shared<const Series>(reader.series());
        break;
    case Content::Media:
        answer.media = std::make_shared<const QVector<MediaSample>>(reader.list<MediaSample>());
        break;
    case Content::Histograms:
        answer.histograms =
            std::make_shared<const QVector<HistogramSample>>(reader.list<HistogramSample>());
        break;
    default:
        return {};
    }
    return reader.isGood() ? std::optional(std::move(answer)) : std::nullopt;
}

} // namespace plotleaf
