#include "core/panels/figure.h"

namespace plotleaf {

namespace {

QString figureKindName(Figure::Kind kind)
{
    switch (kind) {
    case Figure::Kind::Plot:
        return QStringLiteral("plot");
    case Figure::Kind::Scalar:
        return QStringLiteral("scalar");
    case Figure::Kind::Table:
        return QStringLiteral("table");
    case Figure::Kind::Media:
        return QStringLiteral("media");
    case Figure::Kind::Message:
        break;
    }
    return QStringLiteral("message");
}

std::optional<Figure::Kind> figureKindNamed(const QString &name)
{
    using enum Figure::Kind;
    for (const Figure::Kind kind : {Plot, Scalar, Table, Media, Message}) {
        if (figureKindName(kind) == name)
            return kind;
    }
    return {};
}

} // namespace

QJsonObject Figure::toJson() const
{
    QJsonObject json{{QStringLiteral("kind"), figureKindName(kind)},
                     {QStringLiteral("title"), title},
                     {QStringLiteral("width"), width},
                     {QStringLiteral("live"), live},
                     {QStringLiteral("notes"), QJsonArray::fromStringList(notes)},
                     {QStringLiteral("content"), content}};
    if (!stale.isEmpty())
        json.insert(QStringLiteral("stale"), stale);
    if (!original.isEmpty())
        json.insert(QStringLiteral("original"), original);
    if (asOf.isValid())
        json.insert(QStringLiteral("asOf"), asOf.toUTC().toString(Qt::ISODate));
    return json;
}

std::optional<Figure> Figure::fromJson(const QJsonObject &json)
{
    const std::optional<Kind> kind = figureKindNamed(json[QLatin1String("kind")].toString());
    if (!kind || !json[QLatin1String("content")].isObject())
        return {};
    Figure figure;
    figure.kind = *kind;
    figure.title = json[QLatin1String("title")].toString();
    figure.width = json[QLatin1String("width")].toString();
    figure.live = json[QLatin1String("live")].toBool();
    figure.stale = json[QLatin1String("stale")].toString();
    for (const auto &note : json[QLatin1String("notes")].toArray())
        figure.notes.append(note.toString());
    figure.content = json[QLatin1String("content")].toObject();
    figure.asOf = QDateTime::fromString(json[QLatin1String("asOf")].toString(), Qt::ISODate);
    return figure;
}

Figure Figure::message(const QString &severity,
                       const QString &title,
                       const QString &text,
                       const QStringList &suggestions)
{
    Figure figure;
    figure.content = {{QStringLiteral("severity"), severity},
                      {QStringLiteral("title"), title},
                      {QStringLiteral("text"), text},
                      {QStringLiteral("suggestions"), QJsonArray::fromStringList(suggestions)}};
    return figure;
}

} // namespace plotleaf
