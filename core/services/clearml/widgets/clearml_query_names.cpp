#include "core/services/clearml/widgets/clearml_query_names.h"

#include "core/panels/panel_fence.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <array>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct QueryNamesText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::ClearmlRunQuery)
};

struct PlainOrder
{
    QLatin1String clearml;
    RunField::Kind kind;
};

constexpr std::array plainOrders{PlainOrder{"name"_L1, RunField::Kind::Name},
                                 PlainOrder{"created"_L1, RunField::Kind::Created},
                                 PlainOrder{"last_update"_L1, RunField::Kind::Updated}};

struct ValueName
{
    QLatin1String clearml;
    SeriesStatistic statistic;
};

constexpr std::array valueNames{ValueName{"value"_L1, SeriesStatistic::Last},
                                ValueName{"min_value"_L1, SeriesStatistic::Min},
                                ValueName{"max_value"_L1, SeriesStatistic::Max},
                                ValueName{"mean_value"_L1, SeriesStatistic::Mean}};

QString orderHash(const QString &name)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Md5).toHex());
}

QString metricPath(const QString &name)
{
    const MetricName parts = splitMetricName(name);
    return u"last_metrics."_s + orderHash(parts.metric) + u'.' + orderHash(parts.variant) + u'.';
}

Error unknownOrder(const QString &key)
{
    return cannotSay(QueryNamesText::tr("A panel cannot sort by ClearML's “%1”.").arg(key));
}

Result<RunField> metricOrder(const QString &name, const ClearmlQueryNames &names)
{
    for (const QString &metric : names.metrics) {
        const QString path = metricPath(metric);
        for (const ValueName &value : valueNames) {
            if (name == path + value.clearml)
                return RunField{RunField::Kind::Metric, metric, value.statistic};
        }
    }
    return unknownOrder(name);
}

Result<RunField> orderField(const QString &name, const ClearmlQueryNames &names)
{
    const auto *plain = std::ranges::find(plainOrders, name, &PlainOrder::clearml);
    if (plain != plainOrders.end())
        return RunField{plain->kind, {}, {}};
    if (name.startsWith("hyperparams."_L1) && name.endsWith(".value"_L1)) {
        const QString key = name.section(u'.', 1, -2);
        return RunField{RunField::Kind::Config, key, {}};
    }
    return metricOrder(name, names);
}

} // namespace

Result<QString> orderOfClearml(const QString &key, const ClearmlQueryNames &names)
{
    const bool descending = key.startsWith(u'-');
    const Result<RunField> field = orderField(descending ? key.mid(1) : key, names);
    if (!field)
        return field.error();
    return QString((descending ? u"-"_s : QString()) + field->text());
}

Result<QString> clearmlOrderOf(const RunOrder::Key &key)
{
    const RunField &field = key.field;
    const QString sign = key.descending ? u"-"_s : QString();
    const auto *plain = std::ranges::find(plainOrders, field.kind, &PlainOrder::kind);
    if (plain != plainOrders.end())
        return QString(sign + plain->clearml);
    if (field.kind == RunField::Kind::Config)
        return QString(sign + u"hyperparams."_s + field.key + u".value"_s);
    if (field.kind == RunField::Kind::Metric) {
        const auto *value = std::ranges::find(valueNames, field.statistic, &ValueName::statistic);
        return QString(sign + metricPath(field.key) + value->clearml);
    }
    return cannotSay(QueryNamesText::tr("ClearML cannot sort by “%1”.").arg(field.text()));
}

} // namespace plotleaf
