#include "core/services/clearml/widgets/clearml_links.h"

#include "core/services/clearml/widgets/clearml_embed_code.h"

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

using Type = ClearmlWidget::Type;

constexpr qsizetype mostLinked = 100;

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
    const QString base = web.toString(QUrl::StripTrailingSlash) + u"/projects/*/"_s;
    if (ids.size() < 2) {
        const QString kind = widget.isModel ? u"models/"_s : u"tasks/"_s;
        return QUrl(base + kind + ids.value(0) + onePage(widget));
    }
    QString params;
    for (const QString &variant : widget.variants)
        params += u"&params="_s + clearmlComponent(variant);
    const QString kind = widget.isModel ? u"compare-models;ids="_s : u"compare-tasks;ids="_s;
    return QUrl(base + kind + ids.mid(0, mostLinked).join(u',') + comparisonPage(widget.type) +
                u"?metricVariants="_s + clearmlComponent(widget.metrics.join(u',')) +
                u"&metricName="_s + params);
}

} // namespace plotleaf
