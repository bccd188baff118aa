#include "core/runs/filter_cursor.h"
#include "core/runs/filter_node.h"
#include "core/runs/filter_operand.h"
#include "core/runs/nearest_names.h"
#include "core/runs/wandb_names.h"

#include <QCoreApplication>

#include <optional>

namespace plotleaf {

namespace {

constexpr int maxFilterDepth = 50;

struct ParserText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::RunFilter)
};

/// Recursive descent over the grammar in run_filter.h; one function for each of its rules. The
/// first mistake stops it: every rule returns null.
class FilterParser
{
public:
    FilterParser(const QString &text, QVector<FilterToken> tokens, FilterDialect dialect)
        : m_text(text), m_cursor(std::move(tokens)), m_dialect(dialect)
    {
    }

    FilterTree run()
    {
        if (here().is(FilterToken::Kind::End))
            return {nullptr, filterMistake(here(), ParserText::tr("the filter is empty."))};
        FilterNodePtr root = disjunction(0);
        if (root && !here().is(FilterToken::Kind::End))
            fail(here(), ParserText::tr("expected “and”, “or” or the end of the filter."),
                 {QStringLiteral("and"), QStringLiteral("or")});
        if (m_cursor.mistake())
            return {nullptr, m_cursor.mistake()};
        return {std::move(root), {}};
    }

private:
    const FilterToken &here() const { return m_cursor.here(); }
    const FilterToken &take() { return m_cursor.take(); }
    bool takeKeyword(const char *keyword) { return m_cursor.takeKeyword(keyword); }
    std::nullptr_t
    fail(const FilterToken &at, const QString &message, const QStringList &suggestions = {})
    {
        return m_cursor.fail(at, message, suggestions);
    }

    FilterNodePtr disjunction(int depth)
    {
        return chain(FilterNode::Kind::Or, "or", [&] {
            return chain(FilterNode::Kind::And, "and", [&] { return negation(depth); });
        });
    }

    template <typename Operand>
    FilterNodePtr chain(FilterNode::Kind kind, const char *keyword, Operand operand)
    {
        FilterNode node;
        node.kind = kind;
        do {
            FilterNodePtr child = operand();
            if (!child)
                return nullptr;
            node.children.push_back(std::move(child));
        } while (takeKeyword(keyword));
        if (node.children.size() == 1)
            return node.children.front();
        return std::make_shared<const FilterNode>(std::move(node));
    }

    FilterNodePtr negation(int depth)
    {
        if (depth > maxFilterDepth)
            return fail(here(), ParserText::tr("the filter is nested too deeply."));
        if (takeKeyword("not"))
            return negated(negation(depth + 1));
        if (!here().is(FilterToken::Kind::Open))
            return comparison();
        take();
        FilterNodePtr inner = disjunction(depth + 1);
        if (inner && !here().is(FilterToken::Kind::Close))
            return fail(here(), ParserText::tr("expected “)”."));
        take();
        return inner;
    }

    static FilterNodePtr negated(FilterNodePtr child)
    {
        if (!child)
            return nullptr;
        FilterNode node;
        node.kind = FilterNode::Kind::Not;
        node.children.push_back(std::move(child));
        return std::make_shared<const FilterNode>(std::move(node));
    }

    FilterNodePtr comparison()
    {
        if (isTagFlag())
            return tagFlag();
        FilterNode node;
        const FilterToken first = here();
        const auto fieldRead = field();
        if (!fieldRead)
            return nullptr;
        node.comparison.field = *fieldRead;
        if (here().isKeyword("within_last"))
            return withinLast(std::move(node));
        auto negate = comparisonOperator(node.comparison);
        if (!negate || !readFilterOperand(m_cursor, m_text, m_dialect, node.comparison))
            return nullptr;
        if (first.text == QLatin1String("KeysInfo") && !asksForMetric(first, node.comparison))
            return nullptr;
        const bool isWandbs =
            m_dialect == FilterDialect::Wandb || wandbCalls().contains(first.text);
        if (isWandbs && node.comparison.field.kind == RunField::Kind::Tags)
            negate = asOneOfTheTags(node.comparison) != *negate;
        auto made = std::make_shared<const FilterNode>(std::move(node));
        return *negate ? negated(std::move(made)) : made;
    }

    std::optional<RunField> field()
    {
        const FilterToken name = take();
        if (!name.is(FilterToken::Kind::Word)) {
            fail(name, ParserText::tr("expected a field, such as name or config.lr."));
            return {};
        }
        if (here().is(FilterToken::Kind::Open))
            return calledField(name);
        if (m_dialect == FilterDialect::Wandb) {
            if (const auto attribute = wandbAttribute(name.text))
                return attribute;
        }
        const bool isOfRun =
            m_dialect == FilterDialect::Wandb && name.text.startsWith(QLatin1String("run."));
        const QString text = isOfRun ? name.text.mid(4) : name.text;
        const Result<RunField> parsed = RunField::parse(text);
        if (parsed)
            return *parsed;
        if (m_dialect == FilterDialect::Own || text.contains(QLatin1Char('.')))
            fail(name, parsed.error().message, nearestRunFields(text));
        else
            fail(name, wandbField(QStringLiteral("Metric"), text).error().message,
                 {QStringLiteral("Config(%1)").arg(filterQuoted(text)),
                  QStringLiteral("SummaryMetric(%1)").arg(filterQuoted(text))});
        return {};
    }

    /// W&B's spelling, in ours: Config("lr") is config.lr, Metric("State") the run's own attribute.
    std::optional<RunField> calledField(const FilterToken &name)
    {
        take();
        const FilterToken key = here().is(FilterToken::Kind::Text) ? take() : FilterToken();
        if (!here().is(FilterToken::Kind::Close)) {
            fail(here(), ParserText::tr("expected “)”."));
            return {};
        }
        take();
        const Result<RunField> parsed = wandbField(name.text, key.text);
        if (parsed)
            return *parsed;
        if (!wandbCalls().contains(name.text))
            fail(name, parsed.error().message, nearestNames(name.text, wandbCalls()));
        else if (key.text.isEmpty())
            fail(name, parsed.error().message);
        else
            fail(key, parsed.error().message, nearestNames(key.text, wandbAttributeNames()));
        return {};
    }

    /// Tags("v2") == True
    bool isTagFlag() const
    {
        return here().text == QLatin1String("Tags") &&
               m_cursor.ahead(1).is(FilterToken::Kind::Open) &&
               m_cursor.ahead(2).is(FilterToken::Kind::Text);
    }

    FilterNodePtr tagFlag()
    {
        take();
        take();
        FilterNode node;
        node.comparison = {
            {RunField::Kind::Tags, {}, {}}, FilterOperator::Contains, {take().text}, {}};
        if (!here().is(FilterToken::Kind::Close))
            return fail(here(), ParserText::tr("expected “)”."));
        take();
        const FilterToken op = take();
        const bool isEqual = op.is(FilterToken::Kind::Operator) && op.text == QLatin1String("=");
        const FilterToken flag = here();
        const bool isTrue = flag.isKeyword("true");
        const bool isKnown = isEqual || op.text == QLatin1String("!=");
        if (!isKnown || (!isTrue && !flag.isKeyword("false")))
            return fail(isKnown ? flag : op,
                        ParserText::tr("Tags(\"…\") is compared with True or False."));
        take();
        auto made = std::make_shared<const FilterNode>(std::move(node));
        return isTrue == isEqual ? made : negated(std::move(made));
    }

    bool asksForMetric(const FilterToken &first, const FilterComparison &made)
    {
        const bool isAsked =
            (made.op == FilterOperator::Equal || made.op == FilterOperator::NotEqual) &&
            std::holds_alternative<std::monostate>(made.values.front());
        if (!isAsked)
            fail(first,
                 ParserText::tr("KeysInfo(\"…\") can only be compared with None: whether the "
                                "run has the metric."));
        return isAsked;
    }

    /// The server asks a list whether it holds the value. The answer: whether that is negated.
    static bool asOneOfTheTags(FilterComparison &made)
    {
        const bool isText = std::holds_alternative<QString>(made.values.front());
        const bool negates = made.op == FilterOperator::NotEqual;
        if (!isText || (!negates && made.op != FilterOperator::Equal))
            return false;
        made.op = FilterOperator::Contains;
        return negates;
    }

    /// created within_last 5 days
    FilterNodePtr withinLast(FilterNode node)
    {
        const FilterToken word = take();
        if (node.comparison.field.kind != RunField::Kind::Created)
            return fail(word, ParserText::tr("“within_last” is only for the time of creation."));
        const FilterToken count = take();
        const FilterToken unit = take();
        const QString name = unit.text.endsWith(u's') ? unit.text.chopped(1) : unit.text;
        static const QStringList units{QStringLiteral("minute"), QStringLiteral("hour"),
                                       QStringLiteral("day")};
        const QString text =
            units.contains(name) ? QStringLiteral("now-") + count.text + name[0] : QString();
        const auto time = parseFilterTime(text);
        if (!time)
            return fail(count, ParserText::tr("expected a time such as 5 days, 2 hours or 90 "
                                              "minutes."));
        node.comparison.op = FilterOperator::GreaterOrEqual;
        node.comparison.values.emplace_back(*time);
        return std::make_shared<const FilterNode>(std::move(node));
    }

    /// Sets the operator; the answer is whether the comparison is to be negated.
    std::optional<bool> comparisonOperator(FilterComparison &made)
    {
        const bool negate = takeKeyword("not");
        const FilterToken written = take();
        if (written.isKeyword("in"))
            made.op = FilterOperator::In;
        else if (written.isKeyword("contains"))
            made.op = FilterOperator::Contains;
        else if (negate || !written.is(FilterToken::Kind::Operator)) {
            fail(written,
                 ParserText::tr("expected an operator: %1.")
                     .arg(QStringLiteral("= != < <= > >= ~ !~ in contains")),
                 nearestNames(written.text, {QStringLiteral("in"), QStringLiteral("contains")}));
            return {};
        } else {
            return symbolOperator(made, written.text);
        }
        return negate;
    }

    static bool symbolOperator(FilterComparison &made, const QString &symbol)
    {
        if (symbol == QLatin1String("!~") || symbol == QLatin1String("~"))
            made.op = FilterOperator::Match;
        else if (symbol == QLatin1String("="))
            made.op = FilterOperator::Equal;
        else if (symbol == QLatin1String("!="))
            made.op = FilterOperator::NotEqual;
        else if (symbol == QLatin1String("<"))
            made.op = FilterOperator::Less;
        else if (symbol == QLatin1String("<="))
            made.op = FilterOperator::LessOrEqual;
        else if (symbol == QLatin1String(">"))
            made.op = FilterOperator::Greater;
        else
            made.op = FilterOperator::GreaterOrEqual;
        return symbol == QLatin1String("!~");
    }

    const QString &m_text;
    FilterCursor m_cursor;
    const FilterDialect m_dialect;
};

} // namespace

FilterTree parseFilterTree(const QString &text, FilterDialect dialect)
{
    FilterTokens lexed = lexFilter(text);
    if (lexed.mistake)
        return {nullptr, lexed.mistake};
    return FilterParser(text, std::move(lexed.tokens), dialect).run();
}

} // namespace plotleaf
