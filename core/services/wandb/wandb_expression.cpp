#include "core/services/wandb/wandb_expression.h"

#include "core/runs/filter_writer.h"
#include "core/runs/wandb_names.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct ExpressionText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::WandbExpression)
};

/// As Python's repr() writes it.
QString pythonText(QString text)
{
    const QChar quote = text.contains(u'\'') && !text.contains(u'"') ? u'"' : u'\'';
    text.replace(u'\\', u"\\\\"_s);
    if (quote == u'\'')
        text.replace(u'\'', u"\\'"_s);
    return quote + text + quote;
}

QString callText(const QString &call, const QString &key)
{
    QString escaped = key;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return call + u"(\""_s + escaped + u"\")"_s;
}

/// Writes a tree; the first thing that cannot be said ends it.
class ExpressionWriter
{
public:
    Result<QString> run(const FilterNode &root)
    {
        const QString text = chain(root, false, 0);
        if (m_error)
            return *m_error;
        return text;
    }

private:
    QString fail(const QString &message)
    {
        if (!m_error)
            m_error = Error{ErrorCode::InvalidInput, message, {}};
        return {};
    }

    static bool isOr(const FilterNode &node, bool negated)
    {
        return node.kind == (negated ? FilterNode::Kind::And : FilterNode::Kind::Or);
    }

    /// By De Morgan a negated chain is the other one of negated parts.
    QString chain(const FilterNode &node, bool negated, int depth)
    {
        if (node.kind == FilterNode::Kind::Not)
            return chain(*node.children.front(), !negated, depth);
        if (node.kind == FilterNode::Kind::Comparison)
            return comparison(node.comparison, negated);
        QStringList parts;
        const bool joinsByOr = isOr(node, negated);
        for (const FilterNodePtr &child : node.children)
            parts << part(*child, negated, joinsByOr, depth);
        return parts.join(joinsByOr ? " or "_L1 : " and "_L1);
    }

    /// Only `or` within `and` needs parentheses.
    QString part(const FilterNode &node, bool negated, bool isInOr, int depth)
    {
        if (node.kind == FilterNode::Kind::Not)
            return part(*node.children.front(), !negated, isInOr, depth);
        if (isInOr || !isOr(node, negated))
            return chain(node, negated, depth);
        if (depth > 0)
            return fail(ExpressionText::tr("W&B has no parentheses within parentheses."));
        return u'(' + chain(node, negated, depth + 1) + u')';
    }

    QString comparison(const FilterComparison &made, bool negated)
    {
        if (made.op == FilterOperator::Match)
            return fail(ExpressionText::tr("W&B's filters have no regular expressions."));
        if (made.op == FilterOperator::Contains)
            return containsTag(made, negated);
        const FilterValue &value = made.values.front();
        if (const auto *time = std::get_if<FilterTime>(&value); time && !time->fixed)
            return withinLast(made, *time, negated);
        const bool isNull = std::holds_alternative<std::monostate>(value);
        if (made.field.kind == RunField::Kind::Metric)
            return keysInfo(made, isNull, negated);
        const QString field = fieldText(made.field);
        const QString op = operatorText(made.op, negated);
        if (m_error)
            return {};
        if (isNull && !op.endsWith(u'='))
            return fail(ExpressionText::tr("W&B compares with None only by == and !=."));
        if (made.op != FilterOperator::In)
            return field + u' ' + op + u' ' + valueText(value);
        QStringList values;
        for (const FilterValue &one : made.values)
            values << valueText(one);
        return field + u' ' + op + u" ["_s + values.join(", "_L1) + u']';
    }

    QString containsTag(const FilterComparison &made, bool negated)
    {
        const auto *tag = std::get_if<QString>(&made.values.front());
        if (made.field.kind != RunField::Kind::Tags || !tag)
            return fail(ExpressionText::tr("W&B knows “contains” only of tags."));
        return callText(u"Tags"_s, *tag) + (negated ? " == False"_L1 : " == True"_L1);
    }

    QString withinLast(const FilterComparison &made, const FilterTime &time, bool negated)
    {
        const bool isSaid = made.field.kind == RunField::Kind::Created && !negated &&
                            made.op == FilterOperator::GreaterOrEqual && time.offset < 0;
        if (!isSaid)
            return fail(ExpressionText::tr("W&B counts time back from now only as “created >= "
                                           "now-…”."));
        struct Unit
        {
            double seconds;
            QLatin1String name;
        };
        constexpr Unit units[] = {{86'400, "days"_L1}, {3600, "hours"_L1}};
        for (const Unit &unit : units) {
            if (std::fmod(time.offset, unit.seconds) == 0)
                return withinText(-time.offset / unit.seconds, unit.name);
        }
        return withinText(-time.offset / 60, "minutes"_L1);
    }

    static QString withinText(double count, QLatin1String unit)
    {
        return u"Metric(\"CreatedTimestamp\") within_last "_s + filterText(FilterValue(count)) +
               u' ' + unit;
    }

    QString keysInfo(const FilterComparison &made, bool isNull, bool negated)
    {
        const bool isEqual = made.op == FilterOperator::Equal;
        if (!isNull || (!isEqual && made.op != FilterOperator::NotEqual))
            return fail(ExpressionText::tr("W&B compares a metric only by its summary: summary.%1.")
                            .arg(made.field.key));
        return callText(u"KeysInfo"_s, made.field.key) +
               (isEqual != negated ? " == None"_L1 : " != None"_L1);
    }

    QString fieldText(const RunField &field)
    {
        if (field.kind == RunField::Kind::Config)
            return callText(u"Config"_s, wandbConfigKey(field.key));
        if (field.kind == RunField::Kind::Summary)
            return callText(u"SummaryMetric"_s, field.key);
        const QString name = wandbAttributeName(field);
        if (name.isEmpty())
            return fail(ExpressionText::tr("W&B's filters cannot ask for “%1”.").arg(field.text()));
        return callText(u"Metric"_s, name);
    }

    /// A run without the field passes `not x < 1`, but not `x >= 1`.
    QString operatorText(FilterOperator op, bool negated)
    {
        switch (op) {
        case FilterOperator::Equal:
            return negated ? u"!="_s : u"=="_s;
        case FilterOperator::NotEqual:
            return negated ? u"=="_s : u"!="_s;
        case FilterOperator::In:
            return negated ? u"not in"_s : u"in"_s;
        default:
            break;
        }
        if (negated)
            return fail(ExpressionText::tr("W&B has no “not” before a comparison by size."));
        switch (op) {
        case FilterOperator::Less:
            return u"<"_s;
        case FilterOperator::LessOrEqual:
            return u"<="_s;
        case FilterOperator::Greater:
            return u">"_s;
        default:
            return u">="_s;
        }
    }

    QString valueText(const FilterValue &value)
    {
        if (const auto *text = std::get_if<QString>(&value))
            return pythonText(*text);
        if (const auto *flag = std::get_if<bool>(&value))
            return *flag ? u"True"_s : u"False"_s;
        if (const auto *time = std::get_if<FilterTime>(&value))
            return time->fixed ? pythonText(time->text)
                               : fail(ExpressionText::tr("W&B counts time back from now only as "
                                                         "“created >= now-…”."));
        return std::holds_alternative<std::monostate>(value) ? u"None"_s : filterText(value);
    }

    std::optional<Error> m_error;
};

} // namespace

Result<QString> filterFromWandb(const QString &expression)
{
    if (expression.trimmed().isEmpty())
        return QString();
    const FilterTree tree = parseFilterTree(expression, FilterDialect::Wandb);
    if (tree.mistake)
        return tree.mistake->toError();
    return filterText(*tree.root);
}

std::optional<FilterMistake> wandbMistakeIn(const QString &expression)
{
    if (expression.trimmed().isEmpty())
        return {};
    return parseFilterTree(expression, FilterDialect::Wandb).mistake;
}

Result<QString> wandbFromFilter(const QString &filter)
{
    if (filter.trimmed().isEmpty())
        return QString();
    const FilterTree tree = parseFilterTree(filter);
    if (tree.mistake)
        return tree.mistake->toError();
    return ExpressionWriter().run(*tree.root);
}

} // namespace plotleaf
