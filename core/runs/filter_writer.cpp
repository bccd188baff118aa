#include "core/runs/filter_writer.h"

#include "core/runs/filter_lexer.h"

#include <QLocale>

#include <array>

namespace plotleaf {

namespace {

QString numberLiteral(double number)
{
    return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

struct OperatorText
{
    FilterOperator op;
    QLatin1String text;
    QLatin1String negated; ///< empty: `not` stands before the comparison
};

const OperatorText &textOf(FilterOperator op)
{
    static constexpr std::array texts{
        OperatorText{FilterOperator::Equal, QLatin1String("="), {}},
        OperatorText{FilterOperator::NotEqual, QLatin1String("!="), {}},
        OperatorText{FilterOperator::Less, QLatin1String("<"), {}},
        OperatorText{FilterOperator::LessOrEqual, QLatin1String("<="), {}},
        OperatorText{FilterOperator::Greater, QLatin1String(">"), {}},
        OperatorText{FilterOperator::GreaterOrEqual, QLatin1String(">="), {}},
        OperatorText{FilterOperator::Match, QLatin1String("~"), QLatin1String("!~")},
        OperatorText{FilterOperator::In, QLatin1String("in"), QLatin1String("not in")},
        OperatorText{FilterOperator::Contains, QLatin1String("contains"),
                     QLatin1String("not contains")}};
    return *std::ranges::find(texts, op, &OperatorText::op);
}

QString comparisonText(const FilterComparison &comparison, QLatin1String op)
{
    QStringList values;
    // States are words of the language.
    const bool isState = comparison.field.kind == RunField::Kind::State;
    for (const FilterValue &value : comparison.values) {
        const auto *text = std::get_if<QString>(&value);
        values << (isState && text ? filterLiteral(*text) : filterText(value));
    }
    const QString written =
        comparison.op == FilterOperator::In
            ? QLatin1Char('[') + values.join(QStringLiteral(", ")) + QLatin1Char(']')
            : values.first();
    return comparison.field.text() + QLatin1Char(' ') + op + QLatin1Char(' ') + written;
}

QString negationText(const FilterNode &child)
{
    if (child.kind == FilterNode::Kind::Comparison) {
        const QLatin1String negated = textOf(child.comparison.op).negated;
        if (!negated.isEmpty())
            return comparisonText(child.comparison, negated);
    }
    const bool isChain = child.kind == FilterNode::Kind::And || child.kind == FilterNode::Kind::Or;
    const QString inner = filterText(child);
    return QStringLiteral("not ") + (isChain ? QLatin1Char('(') + inner + QLatin1Char(')') : inner);
}

/// A chain in a chain needs parentheses, but for `and` in `or`, which binds tighter.
QString chainText(const FilterNode &node)
{
    const bool isAnd = node.kind == FilterNode::Kind::And;
    QStringList parts;
    for (const FilterNodePtr &child : node.children) {
        const bool needsParentheses =
            child->kind == node.kind || (isAnd && child->kind == FilterNode::Kind::Or);
        const QString inner = filterText(*child);
        parts << (needsParentheses ? QLatin1Char('(') + inner + QLatin1Char(')') : inner);
    }
    return parts.join(isAnd ? QStringLiteral(" and ") : QStringLiteral(" or "));
}

bool isTextList(const QVariant &value)
{
    return value.typeId() == QMetaType::QStringList || value.typeId() == QMetaType::QVariantList;
}

/// Words that mean something else than themselves where a value stands.
bool isPlainText(const QString &text)
{
    bool isNumber = false;
    text.toDouble(&isNumber);
    const FilterToken token{FilterToken::Kind::Word, text};
    return isFilterWord(text) && !isNumber && !token.isKeyword("null") &&
           !token.isKeyword("none") && !token.isKeyword("true") && !token.isKeyword("false");
}

} // namespace

QString filterText(const FilterNode &node)
{
    switch (node.kind) {
    case FilterNode::Kind::Not:
        return negationText(*node.children.front());
    case FilterNode::Kind::Comparison:
        return comparisonText(node.comparison, textOf(node.comparison.op).text);
    default:
        return chainText(node);
    }
}

QString filterText(const FilterValue &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return filterQuoted(*text);
    if (const auto *number = std::get_if<double>(&value))
        return numberLiteral(*number);
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? QStringLiteral("true") : QStringLiteral("false");
    if (const auto *time = std::get_if<FilterTime>(&value))
        return time->text;
    return QStringLiteral("null");
}

QString filterLiteral(const QVariant &value)
{
    if (!value.isValid() || value.isNull())
        return QStringLiteral("null");
    if (isTextList(value) || value.typeId() == QMetaType::QVariantMap)
        return {};
    if (value.typeId() == QMetaType::Bool)
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.typeId() == QMetaType::Double || value.typeId() == QMetaType::Float)
        return numberLiteral(value.toDouble());
    if (value.typeId() == QMetaType::QDateTime)
        return value.toDateTime().toUTC().toString(Qt::ISODateWithMs);
    if (value.typeId() != QMetaType::QString)
        return value.toString();
    const QString text = value.toString();
    return isPlainText(text) ? text : filterQuoted(text);
}

} // namespace plotleaf
