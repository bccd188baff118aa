#include "core/services/clearml/widgets/clearml_links.h"

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

using Type = ClearmlWidget::Type;

constexpr qsizetype mostLinked = 100;

QString webText(const QUrl &web)
{
    return web.toString(QUrl::StripTrailingSlash);
}

/// encodeURIComponent()
QString component(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, "!'()*"));
}

/// application/x-www-form-urlencoded
QString formValue(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, "* ")).replace(u' ', u'+');
}

QString onePage(const ClearmlWidget &widget)
{
    switch (widget.type) {
    case Type::Scalar:
    case Type::Single:
        return widget.isModel ? u"/scalars"_s : u"/output/scalars"_s;
    case Type::Plot:
        return widget.isModel ? u"/plots"_s : u"/output/plots"_s;
    case Type::Sample:
        return widget.isModel ? u"/"_s : u"/output/debugImages"_s;
    case Type::ParallelCoordinates:
        break;
    }
    return u"/"_s;
}

QString comparisonPage(Type type)
{
    switch (type) {
    case Type::Scalar:
    case Type::Single:
        return u"/scalars/graph"_s;
    case Type::Plot:
        return u"/metrics-plots"_s;
    case Type::ParallelCoordinates:
        return u"/hyper-params/graph"_s;
    case Type::Sample:
        break;
    }
    return u"/debug-images"_s;
}

} // namespace

QUrl clearmlResourceLink(const ClearmlWidget &widget, const QUrl &web, const QStringList &ids)
{
    const QString base = webText(web) + u"/projects/*/"_s;
    if (ids.size() < 2) {
        const QString kind = widget.isModel ? u"models/"_s : u"tasks/"_s;
        return QUrl(base + kind + ids.value(0) + onePage(widget));
    }
    QString params;
    for (const QString &variant : widget.variants)
        params += u"&params="_s + component(variant);
    const QString kind = widget.isModel ? u"compare-models;ids="_s : u"compare-tasks;ids="_s;
    return QUrl(base + kind + ids.mid(0, mostLinked).join(u',') + comparisonPage(widget.type) +
                u"?metricVariants="_s + component(widget.metrics.join(u',')) + u"&metricName="_s +
                params);
}

QString clearmlEmbedCode(const ClearmlWidget &widget, const QUrl &web, const QString &name)
{
    QStringList parameters = {u"type="_s + clearmlTypeName(widget.type),
                              widget.isModel ? u"objectType=model"_s : u"objectType=task"_s};
    for (const QString &series : widget.series)
        parameters << u"series="_s + formValue(series);
    if (widget.type == Type::ParallelCoordinates)
        parameters << u"value_type="_s + formValue(widget.valueType);
    if (widget.type == Type::Scalar)
        parameters << u"xaxis="_s + formValue(widget.xAxis);
    for (const QString &object : widget.objects)
        parameters << u"objects="_s + component(object);
    // One task that was compared: the web app pads, so that bars are drawn.
    if (widget.isCompared && widget.objects.size() == 1)
        parameters << u"objects="_s;
    for (const QString &metric : widget.metrics)
        parameters << u"metrics="_s + component(metric);
    for (const QString &variant : widget.variants)
        parameters << u"variants="_s + component(variant);
    return u"<iframe src=\"%1/widgets/?%2\" name=\"%3\" width=\"100%\" height=\"400\"></iframe>"_s
        .arg(webText(web), parameters.join(u'&'), name);
}

} // namespace plotleaf
