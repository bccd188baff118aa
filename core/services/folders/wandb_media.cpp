#include "core/services/folders/wandb_media.h"

#include "core/services/folders/wandb_json.h"
#include "services/folders/proto/wandb_record.pb.h"

#include <QJsonArray>

#include <algorithm>

namespace plotleaf {

namespace {

constexpr qsizetype mostFilesOfAValue = 256;
constexpr qsizetype mostBins = 4096;
constexpr int mostPartsOfAValue = 1000; // a medium has a dozen

struct MediaType
{
    const char *name;
    MediaKind kind;
};
// wandb/sdk/data_types: one, and several of one step.
constexpr MediaType mediaTypes[] = {
    {"image-file", MediaKind::Image}, {"images/separated", MediaKind::Image},
    {"audio-file", MediaKind::Audio}, {"audio", MediaKind::Audio},
    {"video-file", MediaKind::Video}, {"videos", MediaKind::Video},
    {"html-file", MediaKind::Html},   {"html", MediaKind::Html},
};

const MediaType *mediaTypeOf(const QString &type)
{
    const auto found = std::ranges::find_if(
        mediaTypes, [&](const MediaType &each) { return type == QLatin1String(each.name); });
    return found == std::end(mediaTypes) ? nullptr : found;
}

/// Puts a value to its place below `object`.
void insertAt(QJsonObject &object, const QStringList &path, const QJsonValue &value)
{
    if (path.size() == 1) {
        object.insert(path.first(), value);
    } else if (!path.isEmpty() && path.size() <= WandbValues::maxDepth) {
        QJsonObject child = object.value(path.first()).toObject();
        insertAt(child, path.mid(1), value);
        object.insert(path.first(), child);
    }
}

/// What lies in `value` under the rest of a dotted name, whose parts may hold dots themselves.
QJsonValue valueAt(const QJsonValue &value, const QString &rest, int depth = 0)
{
    if (rest.isEmpty())
        return value;
    const QJsonObject object = value.toObject();
    for (qsizetype dot = rest.indexOf(u'.');; dot = rest.indexOf(u'.', dot + 1)) {
        const QString key = dot < 0 ? rest : rest.left(dot);
        if (const auto found = object.constFind(key);
            found != object.constEnd() && depth < WandbValues::maxDepth) {
            const QJsonValue inner =
                valueAt(found.value(), dot < 0 ? QString() : rest.mid(dot + 1), depth + 1);
            if (!inner.isUndefined())
                return inner;
        }
        if (dot < 0)
            return QJsonValue::Undefined;
    }
}

template <typename Items>
QJsonValue valueAmong(const Items &items, const QString &name)
{
    QJsonObject media;
    int parts = 0;
    std::string itemName;
    for (const wandb::Item &item : items) {
        nameOfWandbItem(item, itemName);
        const QString called = QString::fromStdString(itemName);
        if (called == name)
            return wandbJson(item.value_json());
        if (name.startsWith(called + u'.')) {
            const QJsonValue inner =
                valueAt(wandbJson(item.value_json()), name.mid(called.size() + 1));
            if (!inner.isUndefined())
                return inner;
        } else if (called.startsWith(name + u'.') && ++parts < mostPartsOfAValue) {
            insertAt(media, called.mid(name.size() + 1).split(u'.'), wandbJson(item.value_json()));
        }
    }
    return media.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(media);
}

/// A gallery's members stand under its type's name.
QJsonArray membersOf(const QJsonObject &gallery)
{
    for (const auto &name :
         {QStringLiteral("audio"), QStringLiteral("videos"), QStringLiteral("html")}) {
        if (gallery[name].isArray())
            return gallery[name].toArray();
    }
    return {};
}

std::vector<double> numbersOf(const QJsonValue &value)
{
    std::vector<double> numbers;
    const QJsonArray array = value.toArray();
    for (const QJsonValue element : array)
        numbers.push_back(wandbVariant(element).toDouble());
    return numbers;
}

/// The edges of bins: one more than there are bins.
std::vector<double> edgesOf(const QJsonObject &histogram, size_t bins)
{
    const QJsonObject packed = histogram[QLatin1String("packedBins")].toObject();
    if (packed.isEmpty())
        return numbersOf(histogram[QLatin1String("bins")]);
    const double min = packed[QLatin1String("min")].toDouble();
    const double size = packed[QLatin1String("size")].toDouble();
    std::vector<double> edges;
    for (size_t i = 0; i <= bins; ++i)
        edges.push_back(min + size * static_cast<double>(i));
    return edges;
}

} // namespace

WandbData::Kind wandbKindOf(const QString &type)
{
    if (mediaTypeOf(type))
        return WandbData::Kind::Media;
    if (type == QLatin1String("histogram"))
        return WandbData::Kind::Histogram;
    if (type == QLatin1String("table-file"))
        return WandbData::Kind::Table;
    return WandbData::Kind::Other;
}

QJsonValue wandbValueOf(const QByteArray &record, const QString &name)
{
    wandb::Record parsed;
    if (!parsed.ParseFromArray(record.constData(), static_cast<int>(record.size())))
        return QJsonValue::Undefined;
    return parsed.has_history() ? valueAmong(parsed.history().item(), name)
                                : valueAmong(parsed.request().partial_history().item(), name);
}

QVector<WandbMediaFile> wandbMediaFiles(const QJsonObject &value)
{
    const MediaType *type = mediaTypeOf(value[QLatin1String("_type")].toString());
    if (!type)
        return {};
    const QJsonArray captions = value[QLatin1String("captions")].toArray();
    const QJsonArray names = value[QLatin1String("filenames")].toArray(); // of images
    QVector<WandbMediaFile> files;
    const auto add = [&](const QJsonValue &path, const QJsonValue &caption) {
        const int index = static_cast<int>(files.size());
        files.append({type->kind, index, path.toString(), caption.toString()});
    };
    const QJsonArray others = membersOf(value); // of other galleries
    if (names.isEmpty() && others.isEmpty())
        add(value[QLatin1String("path")], value[QLatin1String("caption")]);
    for (qsizetype i = 0; i < std::min(names.size(), mostFilesOfAValue); ++i)
        add(names[i], captions.at(i));
    for (qsizetype i = 0; i < std::min(others.size(), mostFilesOfAValue); ++i) {
        const QJsonObject other = others[i].toObject();
        const QJsonValue own = other[QLatin1String("caption")];
        add(other[QLatin1String("path")], own.isString() ? own : captions.at(i));
    }
    return files;
}

std::optional<HistogramSample> wandbHistogram(const QJsonObject &value)
{
    HistogramSample sample;
    sample.counts = numbersOf(value[QLatin1String("values")]);
    if (sample.counts.empty() || sample.counts.size() > size_t(mostBins))
        return {};
    const std::vector<double> edges = edgesOf(value, sample.counts.size());
    if (edges.size() != sample.counts.size() + 1)
        return {};
    sample.limits.assign(edges.begin() + 1, edges.end());
    sample.min = edges.front();
    sample.max = edges.back();
    return sample;
}

std::optional<TableSample> wandbTable(const QByteArray &file, qsizetype maxRows)
{
    const QJsonObject table =
        wandbJson({file.constData(), static_cast<size_t>(file.size())}, mostTableBytes).toObject();
    const QJsonArray columns = table[QLatin1String("columns")].toArray();
    const QJsonArray rows = table[QLatin1String("data")].toArray();
    if (!table[QLatin1String("columns")].isArray() || !table[QLatin1String("data")].isArray())
        return {};
    TableSample sample;
    for (const QJsonValue column : columns)
        sample.columns.append(column.toVariant().toString());
    sample.rowCount = rows.size();
    for (qsizetype r = 0; r < std::min(rows.size(), maxRows); ++r) {
        QVariantList cells = wandbVariant(rows[r]).toList();
        if (cells.size() > columns.size())
            cells.resize(columns.size());
        sample.rows.append(std::move(cells));
    }
    return sample;
}

} // namespace plotleaf
