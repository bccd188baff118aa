#include "core/panels/figure_codec.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

#include <set>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr int figureVersion = 1;
constexpr auto mediaPrefix = "plotleaf://media/"_L1;

void collectMedia(const QJsonValue &value, std::set<QString> &paths)
{
    if (value.isArray()) {
        for (const auto &element : value.toArray())
            collectMedia(element, paths);
    } else if (value.isObject()) {
        for (const auto &member : value.toObject())
            collectMedia(member, paths);
    } else if (const QString text = value.toString(); text.startsWith(mediaPrefix)) {
        paths.insert(text.mid(mediaPrefix.size()));
    }
}

} // namespace

QByteArray encodeFigure(const Figure &figure, const MediaShelf &shelf)
{
    std::set<QString> paths;
    collectMedia(figure.content, paths);
    QCborArray media;
    for (const QString &path : paths) {
        if (const std::optional<MediaBytes> file = shelf.find(path))
            media.append(QCborArray{file->mimeType, file->bytes});
    }
    return QCborValue(QCborArray{figureVersion, QCborMap::fromJsonObject(figure.toJson()), media})
        .toCbor();
}

std::optional<KeptFigure> decodeFigure(const QByteArray &bytes, MediaShelf &shelf)
{
    const QCborArray parts = QCborValue::fromCbor(bytes).toArray();
    if (parts.size() != 3 || parts.at(0) != QCborValue(figureVersion))
        return {};
    std::optional<Figure> figure = Figure::fromJson(parts.at(1).toMap().toJsonObject());
    if (!figure)
        return {};
    KeptFigure kept{*std::move(figure), {}};
    for (const QCborValue file : parts.at(2).toArray()) {
        const QCborArray pair = file.toArray();
        kept.media.push_back(shelf.put(pair.at(0).toString(), pair.at(1).toByteArray()).pin);
    }
    return kept;
}

} // namespace plotleaf
