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
    if (asOf.isValid())
        json.insert(QStringLiteral("asOf"), asOf.toUTC().toString(Qt::ISODate));
    return json;
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
