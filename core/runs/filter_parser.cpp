#include "core/runs/constant_arithmetic.h"
#include "core/runs/filter_lexer.h"
#include "core/runs/filter_node.h"
#include "core/runs/nearest_names.h"
#include "core/runs/safe_pattern.h"
#include "core/runs/wandb_names.h"

#include <QCoreApplication>
#include <QLocale>

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
    FilterParser(const QString &text, QVector<FilterToken> tokens, FilterDialect dialect)
        : m_text(text), m_tokens(std::move(tokens)), m_dialect(dialect)
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
        if (!negate || !operand(node.comparison))
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
        return m_at + 2 < m_tokens.size() && here().text == QLatin1String("Tags") &&
               m_tokens[m_at + 1].is(FilterToken::Kind::Open) &&
               m_tokens[m_at + 2].is(FilterToken::Kind::Text);
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
        FilterToken written = take();
        const bool isWord = written.is(FilterToken::Kind::Word);
        if (isWord && here().is(FilterToken::Kind::Open)) {
            fail(written, ParserText::tr("a field is compared with a value, not with another."));
            return false;
        }
        if (m_dialect == FilterDialect::Wandb && !joinPython(written))
            return false;
        if (written.is(FilterToken::Kind::Text))
            return quotedValue(made, written);
        if (!isWord) {
            fail(written, ParserText::tr("expected a value, such as 0.1 or \"text\"."));
            return false;
        }
        return wordValue(made, written, word(written));
    }

    /// What Python makes one value of: texts one behind the other, and arithmetic.
    bool joinPython(FilterToken &written)
    {
        if (written.is(FilterToken::Kind::Text))
            return joinTexts(written);
        if (!written.is(FilterToken::Kind::Word) || written.text == QLatin1String("now"))
            return true;
        const bool isAlone = !here().is(FilterToken::Kind::Word) || here().isKeyword("and") ||
                             here().isKeyword("or");
        while (here().is(FilterToken::Kind::Word) && !here().isKeyword("and") &&
               !here().isKeyword("or")) {
            const FilterToken next = take();
            written.text += QLatin1Char(' ') + next.text;
            written.length = next.start + next.length - written.start;
        }
        if (const auto number = constantArithmetic(written.text))
            written.text = QString::number(*number, 'g', QLocale::FloatingPointShortest);
        else if (!isAlone)
            fail(written, ParserText::tr("this is neither a value nor arithmetic on numbers."));
        return !m_mistake;
    }

    bool joinTexts(FilterToken &written)
    {
        if (!hasPlainEscapes(written))
            return false;
        while (here().is(FilterToken::Kind::Text)) {
            const FilterToken next = take();
            if (!hasPlainEscapes(next))
                return false;
            written.text += next.text;
            written.length = next.start + next.length - written.start;
        }
        return true;
    }

    /// Python knows more of them than we do.
    bool hasPlainEscapes(const FilterToken &written)
    {
        const QString raw = m_text.mid(written.start, written.length);
        for (qsizetype at = raw.indexOf(u'\\'); at >= 0; at = raw.indexOf(u'\\', at + 2)) {
            if (at + 1 < raw.size() && !QStringView(u"\\'\"").contains(raw[at + 1])) {
                fail(written, ParserText::tr("of a text's escapes, only those of quotes and of the "
                                             "backslash are read."));
                return false;
            }
        }
        return true;
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

    /// W&B has more of them.
    static QStringList statesLike(const QString &state)
    {
        static const QStringList failed{QStringLiteral("crashed"), QStringLiteral("killed"),
                                        QStringLiteral("preempted")};
        static const QStringList running{QStringLiteral("pending"), QStringLiteral("preempting")};
        if (failed.contains(state))
            return {runStateName(RunState::Failed)};
        if (running.contains(state))
            return {runStateName(RunState::Running)};
        return nearestNames(state, runStateNames());
    }

    bool stateValue(FilterComparison &made, const FilterToken &written, const QString &text)
    {
        const QString state = text.toLower();
        if (made.op != FilterOperator::Contains && !runStateNames().contains(state)) {
            fail(written,
                 ParserText::tr("“%1” is not a state. States: %2.")
                     .arg(text, runStateNames().join(QStringLiteral(", "))),
                 statesLike(state));
            return false;
        }
        made.values.emplace_back(state);
        return true;
    }

    const QString &m_text;
    QVector<FilterToken> m_tokens;
    const FilterDialect m_dialect;
    qsizetype m_at = 0;
    std::optional<FilterMistake> m_mistake;
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
