#include "core/runs/filter_lexer.h"
#include "core/runs/filter_node.h"
#include "core/runs/nearest_names.h"
#include "core/runs/safe_pattern.h"

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
/// first error stops it: m_mistake is set and every rule returns null.
class FilterParser
{
public:
    explicit FilterParser(QVector<FilterToken> tokens) : m_tokens(std::move(tokens)) {}

    FilterTree run()
    {
        if (here().is(FilterToken::Kind::End))
            return {nullptr, filterMistake(here(), ParserText::tr("the filter is empty."))};
        FilterNodePtr root = disjunction(0);
        if (root && !here().is(FilterToken::Kind::End))
            fail(here(), ParserText::tr("expected “and”, “or” or the end of the filter."),
                 {QStringLiteral("and"), QStringLiteral("or")});
        if (m_mistake)
            return {nullptr, m_mistake};
        return {std::move(root), {}};
    }

private:
    const FilterToken &here() const { return m_tokens[m_at]; }
    const FilterToken &take() { return m_tokens[m_at + 1 < m_tokens.size() ? m_at++ : m_at]; }

    bool takeKeyword(const char *keyword)
    {
        const bool found = here().isKeyword(keyword);
        if (found)
            take();
        return found;
    }

    std::nullptr_t
    fail(const FilterToken &at, const QString &message, const QStringList &suggestions = {})
    {
        if (!m_mistake)
            m_mistake = filterMistake(at, message, suggestions);
        return nullptr;
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
        FilterNode node;
        const auto fieldRead = field();
        if (!fieldRead)
            return nullptr;
        node.comparison.field = *fieldRead;
        const auto negate = comparisonOperator(node.comparison);
        if (!negate || !operand(node.comparison))
            return nullptr;
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
        QString text = name.text;
        if (here().is(FilterToken::Kind::Open)) {
            const auto called = calledField(name);
            if (!called)
                return {};
            text = *called;
        }
        const Result<RunField> parsed = RunField::parse(text);
        if (!parsed) {
            fail(name, parsed.error().message, nearestRunFields(text));
            return {};
        }
        return *parsed;
    }

    /// W&B's spelling, in ours: Config("lr") is config.lr, Metric("State") the run's own attribute.
    std::optional<QString> calledField(const FilterToken &name)
    {
        take();
        const QString key = here().is(FilterToken::Kind::Text) ? take().text : QString();
        if (!here().is(FilterToken::Kind::Close)) {
            fail(here(), ParserText::tr("expected “)”."));
            return {};
        }
        take();
        if (name.text == QLatin1String("Config"))
            return QStringLiteral("config.") + key;
        if (name.text == QLatin1String("Summary") || name.text == QLatin1String("SummaryMetric"))
            return QStringLiteral("summary.") + key;
        if (name.text == QLatin1String("Tags") && key.isEmpty())
            return QStringLiteral("tags");
        if (name.text == QLatin1String("Metric"))
            return key == QLatin1String("CreatedTimestamp") ? QStringLiteral("created")
                                                            : key.toLower();
        fail(name,
             ParserText::tr("expected Config(\"…\"), Summary(\"…\"), Metric(\"…\") or Tags()."),
             nearestNames(name.text, {QStringLiteral("Config"), QStringLiteral("Summary"),
                                      QStringLiteral("SummaryMetric"), QStringLiteral("Metric"),
                                      QStringLiteral("Tags")}));
        return {};
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

    bool operand(FilterComparison &made)
    {
        if (made.op == FilterOperator::In)
            return list(made);
        if (made.op == FilterOperator::Match)
            return pattern(made);
        return value(made);
    }

    bool pattern(FilterComparison &made)
    {
        const FilterToken written = take();
        if (!written.is(FilterToken::Kind::Text) && !written.is(FilterToken::Kind::Word)) {
            fail(written, ParserText::tr("expected a regular expression in quotes."));
            return false;
        }
        const Result<QRegularExpression> compiled = compileSafePattern(written.text);
        if (!compiled) {
            fail(written, compiled.error().message);
            return false;
        }
        made.pattern = *compiled;
        made.values.emplace_back(written.text);
        return true;
    }

    bool list(FilterComparison &made)
    {
        const bool square = here().is(FilterToken::Kind::OpenList);
        if (!square && !here().is(FilterToken::Kind::Open)) {
            fail(here(), ParserText::tr("expected a list, such as [a, b]."));
            return false;
        }
        const auto closing = square ? FilterToken::Kind::CloseList : FilterToken::Kind::Close;
        do {
            take();
            if (!value(made))
                return false;
        } while (here().is(FilterToken::Kind::Comma));
        if (!here().is(closing)) {
            fail(here(), ParserText::tr("expected “,” or the end of the list."));
            return false;
        }
        take();
        return true;
    }

    bool value(FilterComparison &made)
    {
        const FilterToken written = take();
        if (written.is(FilterToken::Kind::Text)) {
            return quotedValue(made, written);
        }
        if (!written.is(FilterToken::Kind::Word)) {
            fail(written, ParserText::tr("expected a value, such as 0.1 or \"text\"."));
            return false;
        }
        return wordValue(made, written, word(written));
    }

    /// “now - 7d” may be written with spaces, which makes three words of it.
    QString word(const FilterToken &first)
    {
        QString text = first.text;
        if (text != QLatin1String("now"))
            return text;
        if (here().is(FilterToken::Kind::Word) && QStringView(u"+-").contains(here().text[0]))
            text += take().text;
        if (text.size() == 4 && here().is(FilterToken::Kind::Word))
            text += take().text;
        return text;
    }

    static bool isTimeField(const RunField &field)
    {
        return field.kind == RunField::Kind::Created || field.kind == RunField::Kind::Updated;
    }

    bool quotedValue(FilterComparison &made, const FilterToken &written)
    {
        if (isTimeField(made.field))
            return timeValue(made, written, written.text);
        if (made.field.kind == RunField::Kind::State)
            return stateValue(made, written, written.text);
        made.values.emplace_back(written.text);
        return true;
    }

    bool wordValue(FilterComparison &made, const FilterToken &written, const QString &text)
    {
        if (written.isKeyword("null") || written.isKeyword("none"))
            made.values.emplace_back();
        else if (isTimeField(made.field))
            return timeValue(made, written, text);
        else if (made.field.kind == RunField::Kind::State)
            return stateValue(made, written, text);
        else if (written.isKeyword("true") || written.isKeyword("false"))
            made.values.emplace_back(written.isKeyword("true"));
        else
            made.values.push_back(plainValue(made.field, text));
        return true;
    }

    static FilterValue plainValue(const RunField &field, const QString &text)
    {
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        if (isNumber)
            return number;
        if (field.kind == RunField::Kind::Duration) {
            if (const auto seconds = parseDuration(text))
                return *seconds;
        }
        return text;
    }

    bool timeValue(FilterComparison &made, const FilterToken &written, const QString &text)
    {
        const auto time = parseFilterTime(text);
        if (!time) {
            fail(written, ParserText::tr("expected a time, such as now-7d or 2026-11-21."));
            return false;
        }
        made.values.emplace_back(*time);
        return true;
    }

    bool stateValue(FilterComparison &made, const FilterToken &written, const QString &text)
    {
        const QString state = text.toLower();
        if (made.op != FilterOperator::Contains && !runStateNames().contains(state)) {
            fail(written,
                 ParserText::tr("“%1” is not a state. States: %2.")
                     .arg(text, runStateNames().join(QStringLiteral(", "))),
                 nearestNames(state, runStateNames()));
            return false;
        }
        made.values.emplace_back(state);
        return true;
    }

    QVector<FilterToken> m_tokens;
    qsizetype m_at = 0;
    std::optional<FilterMistake> m_mistake;
};

} // namespace

FilterTree parseFilterTree(const QString &text)
{
    FilterTokens lexed = lexFilter(text);
    if (lexed.mistake)
        return {nullptr, lexed.mistake};
    return FilterParser(std::move(lexed.tokens)).run();
}

} // namespace plotleaf
