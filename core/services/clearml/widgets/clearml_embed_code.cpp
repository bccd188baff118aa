#include "core/services/clearml/widgets/clearml_embed_code.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

using Type = ClearmlWidget::Type;

/// ClearML's names of metrics as keys: md5, hex.
QString metricKey(const QString &name)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Md5).toHex());
}

QString parallelMetricText(const RunEmbed::ParallelMetric &axis)
{
    const auto value = axis.value == RunEmbed::Value::Min   ? ".min_value"_L1
                       : axis.value == RunEmbed::Value::Max ? ".max_value"_L1
                                                            : ".value"_L1;
    return metricKey(axis.name.metric) + u'.' + metricKey(axis.name.variant) + value;
}

QString parallelParameterText(const RunParameter &parameter)
{
    const auto part = [](QString text) { return text.replace(u'.', "%2E"_L1); };
    return part(parameter.section) + u'.' + part(parameter.name);
}

QString xAxisText(XAxis axis)
{
    switch (axis) {
    case XAxis::Step:
        return u"iter"_s;
    case XAxis::Relative:
        return u"timestamp"_s;
    case XAxis::Wall:
        break;
    }
    return u"iso_time"_s;
}

Type widgetTypeOf(RunEmbed::What what)
{
    switch (what) {
    case RunEmbed::What::Curves:
        return Type::Scalar;
    case RunEmbed::What::Plot:
        return Type::Plot;
    case RunEmbed::What::Sample:
        return Type::Sample;
    case RunEmbed::What::SingleValues:
        return Type::Single;
    case RunEmbed::What::Parallel:
        break;
    }
    return Type::ParallelCoordinates;
}

bool isComplete(const ClearmlEmbed &embed)
{
    if (embed.objects.isEmpty())
        return false;
    if (embed.type == Type::Single)
        return true;
    const bool hasVariants = !embed.variants.isEmpty();
    return !embed.metrics.isEmpty() &&
           (hasVariants || (!embed.isGroup && embed.type != Type::ParallelCoordinates));
}

QString frameAddress(const ClearmlEmbed &embed, const QUrl &web)
{
    QStringList parameters = {u"type="_s + clearmlTypeName(embed.type),
                              embed.isModel ? u"objectType=model"_s : u"objectType=task"_s};
    for (const QString &series : embed.series) {
        if (!series.isEmpty())
            parameters << u"series="_s + clearmlFormValue(series);
    }
    if (!embed.valueType.isEmpty())
        parameters << u"value_type="_s + clearmlFormValue(embed.valueType);
    if (!embed.xAxis.isEmpty())
        parameters << u"xaxis="_s + clearmlFormValue(embed.xAxis);
    for (const QString &object : embed.objects)
        parameters << u"objects="_s + clearmlComponent(object);
    for (const QString &metric : embed.metrics)
        parameters << u"metrics="_s + clearmlComponent(metric);
    for (const QString &variant : embed.variants)
        parameters << u"variants="_s + clearmlComponent(variant);
    return web.toString(QUrl::StripTrailingSlash | QUrl::FullyEncoded) + u"/widgets/?"_s +
           parameters.join(u'&');
}

QString frameCode(const ClearmlEmbed &embed, const QUrl &web, IdSource &ids)
{
    return u"<iframe src=\""_s + frameAddress(embed, web) + u"\" name=\""_s +
           clearmlFrameName(ids) + u"\" width=\"100%\" height=\"400\"></iframe>"_s;
}

/// Plots of several runs that could not be drawn in one are a frame for each run.
bool isApart(const ClearmlEmbed &embed)
{
    const QSet<QString> series(embed.series.begin(), embed.series.end());
    return embed.type == Type::Plot && embed.variants.size() > 1 && series.size() < 2 &&
           embed.objects.size() > 1;
}

} // namespace

Result<ClearmlEmbed> clearmlEmbed(const RunEmbed &what)
{
    ClearmlEmbed embed;
    embed.type = widgetTypeOf(what.what);
    embed.isModel = what.runs.kind == RunKind::Model;
    embed.isGroup = what.isGroup;
    for (const RunId &run : what.runs.ids)
        embed.objects << run.toString();
    if (!what.metric.isEmpty())
        embed.metrics << what.metric;
    embed.variants = what.variants;
    if (!what.series.isEmpty())
        embed.series << what.series;
    if (embed.type == Type::Scalar)
        embed.xAxis = xAxisText(what.xAxis);
    // One run that is compared: without a second object the web app would draw a table, not bars.
    if (embed.type == Type::Single && what.isCompared && embed.objects.size() == 1)
        embed.objects << QString();
    for (const RunEmbed::ParallelMetric &axis : what.parallelMetrics)
        embed.metrics << parallelMetricText(axis);
    for (const RunParameter &parameter : what.parallelParameters)
        embed.variants << parallelParameterText(parameter);
    if (!isComplete(embed)) {
        return Error{ErrorCode::InvalidInput,
                     QCoreApplication::translate("plotleaf::ClearmlEmbed",
                                                 "Nothing is chosen that a widget could show."),
                     {}};
    }
    return embed;
}

QString clearmlEmbedCode(const ClearmlEmbed &embed, const QUrl &web, IdSource &ids)
{
    if (!embed.isGroup)
        return frameCode(embed, web, ids);
    QStringList lines = {u"<h2>"_s + embed.metrics.value(0) + u"</h2>"_s};
    const bool byObject = isApart(embed);
    const QStringList &parts = byObject ? embed.objects : embed.variants;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        ClearmlEmbed one = embed;
        (byObject ? one.objects : one.variants) = QStringList{parts[i]};
        one.series = {embed.series.value(i)};
        lines << frameCode(one, web, ids);
    }
    return lines.join(u'\n');
}

QString clearmlFrameName(IdSource &ids)
{
    QString name = ids.next();
    for (const int place : {20, 16, 12, 8})
        name.insert(place, u'-');
    return name;
}

QString clearmlComponent(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, "!'()*"));
}

QString clearmlFormValue(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, "* ", "~")).replace(u' ', u'+');
}

} // namespace plotleaf
