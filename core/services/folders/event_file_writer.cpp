#include "core/services/folders/event_file_writer.h"

#include "core/base/clock.h"
#include "core/services/folders/masked_crc32c.h"
#include "services/folders/proto/tensorboard_event.pb.h"
#include "services/folders/proto/tensorboard_hparams.pb.h"

#include <QCoreApplication>
#include <QDir>
#include <QtEndian>

namespace plotleaf {

namespace {

constexpr int stringTensor = 7; // tensorflow/core/framework/types.proto, DT_STRING

Error writeError(const QFile &file)
{
    return {ErrorCode::Io,
            QCoreApplication::translate("plotleaf::EventFileWriter",
                                        "The file “%1” cannot be written: %2")
                .arg(file.fileName(), file.errorString()),
            {}};
}

tensorboard::HparamValue hparamValue(const QVariant &value)
{
    tensorboard::HparamValue result;
    if (value.typeId() == QMetaType::Bool)
        result.set_bool_value(value.toBool());
    else if (value.typeId() == QMetaType::QString)
        result.set_string_value(value.toString().toStdString());
    else
        result.set_number_value(value.toDouble());
    return result;
}

void appendChecksum(QByteArray &record, QByteArrayView of)
{
    const quint32 checksum = qToLittleEndian(maskedCrc32c(of));
    record.append(reinterpret_cast<const char *>(&checksum), sizeof checksum);
}

} // namespace

Result<std::unique_ptr<EventFileWriter>> EventFileWriter::create(const QString &folder,
                                                                 const Clock &clock)
{
    const QString name = QStringLiteral("events.out.tfevents.%1.plotleaf")
                             .arg(clock.now().toSecsSinceEpoch(), 10, 10, QLatin1Char('0'));
    std::unique_ptr<EventFileWriter> writer(new EventFileWriter(folder + u'/' + name, clock));
    if (!QDir().mkpath(folder) ||
        !writer->m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered))
        return writeError(writer->m_file);
    tensorboard::Event version;
    version.set_file_version("brain.Event:2");
    if (auto written = writer->write(version); !written)
        return written.error();
    return writer;
}

Result<void> EventFileWriter::addScalar(const QString &tag, qint64 step, double number)
{
    tensorboard::Summary_Value value;
    value.set_tag(tag.toStdString());
    value.set_simple_value(static_cast<float>(number));
    return add(step, value);
}

Result<void> EventFileWriter::addText(const QString &tag, qint64 step, const QString &markdown)
{
    tensorboard::Summary_Value value;
    value.set_tag(tag.toStdString());
    value.mutable_metadata()->mutable_plugin_data()->set_plugin_name("text");
    value.mutable_tensor()->set_dtype(stringTensor);
    value.mutable_tensor()->add_string_val(markdown.toStdString());
    return add(step, value);
}

Result<void> EventFileWriter::addPng(const QString &tag, qint64 step, const QByteArray &png)
{
    tensorboard::Summary_Value value;
    value.set_tag(tag.toStdString());
    value.mutable_image()->set_encoded_image_string(png.toStdString());
    return add(step, value);
}

Result<void>
EventFileWriter::addHistogram(const QString &tag, qint64 step, const HistogramSample &histogram)
{
    tensorboard::Summary_Value value;
    value.set_tag(tag.toStdString());
    auto &histo = *value.mutable_histo();
    histo.set_min(histogram.min);
    histo.set_max(histogram.max);
    double number = 0;
    for (const double count : histogram.counts) {
        histo.add_bucket(count);
        number += count;
    }
    for (const double limit : histogram.limits)
        histo.add_bucket_limit(limit);
    histo.set_num(number);
    return add(step, value);
}

Result<void> EventFileWriter::addHparams(const QVariantMap &parameters)
{
    tensorboard::HparamsContent content;
    auto &start = *content.mutable_session_start_info();
    for (auto it = parameters.begin(); it != parameters.end(); ++it)
        (*start.mutable_hparams())[it.key().toStdString()] = hparamValue(it.value());
    start.set_start_time_secs(static_cast<double>(m_clock.now().toMSecsSinceEpoch()) / 1000.0);
    return addHparamsContent(QStringLiteral("_hparams_/session_start_info"),
                             content.SerializeAsString());
}

Result<void> EventFileWriter::addEnd(bool success)
{
    tensorboard::HparamsContent content;
    auto &end = *content.mutable_session_end_info();
    end.set_status(success ? 1 : 2);
    end.set_end_time_secs(static_cast<double>(m_clock.now().toMSecsSinceEpoch()) / 1000.0);
    return addHparamsContent(QStringLiteral("_hparams_/session_end_info"),
                             content.SerializeAsString());
}

Result<void> EventFileWriter::addHparamsContent(const QString &tag, const std::string &content)
{
    tensorboard::Summary_Value value;
    value.set_tag(tag.toStdString());
    auto &plugin = *value.mutable_metadata()->mutable_plugin_data();
    plugin.set_plugin_name("hparams");
    plugin.set_content(content);
    return add(0, value);
}

Result<void> EventFileWriter::add(qint64 step, const tensorboard::Summary_Value &value)
{
    tensorboard::Event event;
    event.set_step(step);
    *event.mutable_summary()->add_value() = value;
    return write(event);
}

Result<void> EventFileWriter::write(tensorboard::Event &event)
{
    event.set_wall_time(static_cast<double>(m_clock.now().toMSecsSinceEpoch()) / 1000.0);
    const std::string payload = event.SerializeAsString();
    const quint64 length = qToLittleEndian(static_cast<quint64>(payload.size()));
    QByteArray record(reinterpret_cast<const char *>(&length), sizeof length);
    appendChecksum(record, QByteArray(record));
    record.append(payload.data(), static_cast<qsizetype>(payload.size()));
    appendChecksum(record, QByteArrayView(payload.data(), payload.size()));
    if (m_file.write(record) != record.size())
        return writeError(m_file);
    return {};
}

} // namespace plotleaf
