#include "core/runs/filter_completion.h"

#include "core/runs/filter_lexer.h"
#include "core/runs/filter_writer.h"
#include "core/runs/natural_sort.h"
#include "core/runs/run_field.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <optional>
#include <utility>

namespace plotleaf {

namespace {

using Candidate = FilterCompletion::Candidate;
using Candidates = QVector<Candidate>;
using Kind = FilterToken::Kind;

/// What may come next.
enum class Expected {
    Field,
    CallKey,
    CallEnd,
    Operator,
    Value,
    ListOpen,
    ListValue,
    ListEnd,
    Join
};

/// Reads the tokens before the cursor and knows then what may follow. Does not judge values: what
/// is half written is no mistake.
class FilterWalk
{
public:
    /// False: nothing can follow that would make a filter of it.
    bool take(const FilterToken &token)
    {
        switch (expected) {
        case Expected::Field:
            return takeField(token);
        case Expected::CallKey:
            call += token.text;
            expected = Expected::CallEnd;
            return token.is(Kind::Text);
        case Expected::CallEnd:
            expected = Expected::Operator;
            return token.is(Kind::Close);
        case Expected::Operator:
            return takeOperator(token);
        case Expected::Value:
        case Expected::ListOpen:
        case Expected::ListValue:
        case Expected::ListEnd:
            return takeValue(token);
        case Expected::Join:
            break;
        }
        return takeJoin(token);
    }

    Expected expected = Expected::Field;
    QString call;                  ///< "Config": the field is Config("…")
    std::optional<RunField> field; ///< of the comparison at hand; nothing: one that nobody knows
    QString op;                    ///< as written, "not" in `isNegated`
    bool isNegated = false;
    QStringList listed; ///< values of the list so far, without quotes
    int depth = 0;      ///< parentheses that are open

private:
    bool takeField(const FilterToken &token)
    {
        if (token.is(Kind::Open)) {
            if (!m_name.isEmpty()) {
                call = std::exchange(m_name, {});
                expected = Expected::CallKey;
            } else {
                ++depth;
            }
            return true;
        }
        if (token.isKeyword("not"))
            return true;
        return token.is(Kind::Word) && setField(token.text);
    }

    bool setField(const QString &name)
    {
        const Result<RunField> known = RunField::parse(name);
        field = known ? std::optional(*known) : std::nullopt;
        m_name = name;
        expected = Expected::Operator;
        return true;
    }

    bool takeOperator(const FilterToken &token)
    {
        if (token.is(Kind::Open) && !field && !m_name.isEmpty()) {
            call = std::exchange(m_name, {});
            expected = Expected::CallKey;
            return true;
        }
        if (token.isKeyword("not")) {
            isNegated = true;
            return true;
        }
        op = token.text.toLower();
        const bool isIn = op == QLatin1String("in");
        expected = isIn ? Expected::ListOpen : Expected::Value;
        return token.is(Kind::Operator) || isIn || op == QLatin1String("contains");
    }

    bool takeValue(const FilterToken &token)
    {
        if (expected == Expected::ListOpen) {
            expected = Expected::ListValue;
            return token.is(Kind::OpenList) || token.is(Kind::Open);
        }
        if (expected == Expected::ListEnd) {
            if (!token.is(Kind::Comma))
                endComparison();
            else
                expected = Expected::ListValue;
            return token.is(Kind::Comma) || token.is(Kind::CloseList) || token.is(Kind::Close);
        }
        if (expected == Expected::ListValue) {
            listed << token.text;
            expected = Expected::ListEnd;
        } else {
            m_isNow = token.text == QLatin1String("now");
            endComparison();
        }
        return token.is(Kind::Word) || token.is(Kind::Text);
    }

    void endComparison()
    {
        expected = Expected::Join;
        field.reset();
        op.clear();
        call.clear();
        m_name.clear();
        isNegated = false;
        listed.clear();
    }

    bool takeJoin(const FilterToken &token)
    {
        if (token.isKeyword("and") || token.isKeyword("or")) {
            expected = Expected::Field;
            m_isNow = false;
            return true;
        }
        if (token.is(Kind::Close))
            return --depth >= 0;
        return m_isNow && token.is(Kind::Word); // now - 7d
    }

    QString m_name; ///< a word that is a field, or the name of a call
    bool m_isNow = false;
};

/// The place that is completed and what is written there up to the cursor.
struct CompletionPlace
{
    int start = 0;
    int length = 0;
    QString prefix;        ///< without quotes
    bool isQuoted = false; ///< a whole value in quotes
};

bool touches(const FilterToken &token, qsizetype cursor)
{
    const bool isWritten = token.is(Kind::Word) || token.is(Kind::Text) || token.is(Kind::Operator);
    return isWritten && token.length > 0 && token.start + token.length == cursor;
}

/// Up to where a token goes that the cursor cuts.
int endOfToken(const QString &text, const FilterToken &token, int cursor)
{
    if (token.is(Kind::Operator) || cursor >= text.size())
        return cursor;
    const FilterTokens whole = lexFilter(text.mid(token.start));
    if (whole.tokens.isEmpty() || whole.mistake)
        return cursor;
    return std::max(cursor, token.start + whole.tokens.first().length);
}

/// A name is offered as a field at once; where nothing is written yet, only what fields there are.
Candidates fieldCandidates(const FilterNames &names, const QString &prefix)
{
    using enum RunField::Kind;
    Candidates all;
    for (const RunField::Kind kind :
         {Name, State, Tags, Project, User, Group, Created, Updated, Duration, Id})
        all << Candidate{RunField{kind, {}, {}}.text()};
    for (const QString &stem :
         {QStringLiteral("config."), QStringLiteral("summary."), QStringLiteral("metrics.")})
        all << Candidate{stem, true};
    all << Candidate{QStringLiteral("not"), true};
    if (prefix.isEmpty())
        return all;
    for (const QString &name : names.config)
        all << Candidate{RunField{Config, name, {}}.text()};
    for (const QString &name : names.summary)
        all << Candidate{RunField{Summary, name, {}}.text()};
    for (const QString &name : names.metrics) {
        for (const SeriesStatistic statistic : {SeriesStatistic::Last, SeriesStatistic::Min,
                                                SeriesStatistic::Max, SeriesStatistic::Mean})
            all << Candidate{RunField{Metric, name, statistic}.text()};
    }
    return all;
}

/// Operators that can hold for what the field is.
QStringList operatorsOf(const std::optional<RunField> &field)
{
    using enum RunField::Kind;
    const QString equality = QStringLiteral("= !=");
    const QString order = QStringLiteral(" < <= > >=");
    const QString text = QStringLiteral(" ~ !~ contains");
    const auto words = [](const QString &list) { return list.split(QLatin1Char(' ')); };
    const QStringList in{QStringLiteral("in"), QStringLiteral("not in")};
    const QStringList notContains{QStringLiteral("not contains")};
    if (!field)
        return words(equality + order + text) + in + notContains;
    switch (field->kind) {
    case Tags:
        return words(QStringLiteral("contains ~ !~")) + notContains + in + words(equality);
    case Created:
    case Updated:
    case Duration:
        return words(QStringLiteral(">= <= > <"));
    case State:
        return words(equality) + in;
    case Metric:
        return words(QStringLiteral("> < >= <= = !="));
    case Config:
    case Summary:
        return words(equality + order + text) + in + notContains;
    default:
        return words(equality + text) + in + notContains;
    }
}

Candidates operatorCandidates(const FilterWalk &walk)
{
    Candidates all;
    const QStringList operators =
        walk.isNegated ? QStringList{QStringLiteral("in"), QStringLiteral("contains")}
                       : operatorsOf(walk.field);
    for (const QString &op : operators)
        all << Candidate{op, true};
    return all;
}

QStringList timeValues()
{
    return {QStringLiteral("now-1h"), QStringLiteral("now-1d"), QStringLiteral("now-7d"),
            QStringLiteral("now-30d")};
}

QStringList knownValues(const FilterWalk &walk, const FilterNames &names)
{
    using enum RunField::Kind;
    if (!walk.field)
        return {};
    switch (walk.field->kind) {
    case State:
        return runStateNames();
    case Created:
    case Updated:
        return timeValues();
    case Duration:
        return {QStringLiteral("10m"), QStringLiteral("1h"), QStringLiteral("1d")};
    case Tags: {
        QStringList tags;
        for (const QString &tag : names.tags)
            tags << filterLiteral(tag);
        return tags;
    }
    default:
        return names.values.value(walk.field->text());
    }
}

QString unquoted(const QString &literal)
{
    const FilterTokens lexed = lexFilter(literal);
    return lexed.tokens.size() == 2 ? lexed.tokens.first().text : literal;
}

Candidates
valueCandidates(const FilterWalk &walk, const FilterNames &names, const CompletionPlace &place)
{
    Candidates all;
    const bool isPattern = walk.op.endsWith(QLatin1Char('~'));
    for (const QString &value : knownValues(walk, names)) {
        const QString text = unquoted(value);
        if (walk.listed.contains(text))
            continue;
        const QString pattern = QRegularExpression::escape(text);
        const bool needsQuotes = isPattern ? pattern != text : place.isQuoted;
        all << Candidate{needsQuotes ? filterQuoted(isPattern ? pattern : text) : value};
    }
    const bool canBeMissing = walk.op == QLatin1String("=") || walk.op == QLatin1String("!=");
    if (canBeMissing && !place.isQuoted && walk.field && walk.field->kind != RunField::Kind::State)
        all << Candidate{QStringLiteral("null")};
    return all;
}

/// In Config("…") and the like.
Candidates keyCandidates(const FilterWalk &walk, const FilterNames &names)
{
    Candidates all;
    const QStringList keys = walk.call == QLatin1String("Config") ? names.config
                             : walk.call.startsWith(u"Summary")   ? names.summary + names.metrics
                                                                  : QStringList();
    for (const QString &key : keys) {
        const Candidate quoted{filterQuoted(key)};
        if (!all.contains(quoted))
            all << quoted;
    }
    return all;
}

Candidates joinCandidates(const FilterWalk &walk)
{
    Candidates all{{QStringLiteral("and"), true}, {QStringLiteral("or"), true}};
    if (walk.depth > 0)
        all << Candidate{QStringLiteral(")")};
    return all;
}

Candidates
allCandidates(const FilterWalk &walk, const FilterNames &names, const CompletionPlace &place)
{
    switch (walk.expected) {
    case Expected::Field:
        return fieldCandidates(names, place.prefix);
    case Expected::CallKey:
        return keyCandidates(walk, names);
    case Expected::CallEnd:
        return {{QStringLiteral(")")}};
    case Expected::Operator:
        return operatorCandidates(walk);
    case Expected::Value:
    case Expected::ListValue:
        return valueCandidates(walk, names, place);
    case Expected::ListOpen:
        return {{QStringLiteral("["), true}};
    case Expected::ListEnd:
        return {{QStringLiteral("]")}};
    case Expected::Join:
        break;
    }
    return joinCandidates(walk);
}

/// 0: begins with it, 1: a part of a name does, 2: holds it; nothing: does not fit.
std::optional<int> rankOf(const Candidate &candidate, const QString &prefix)
{
    const QString text = unquoted(candidate.text);
    const qsizetype place = text.indexOf(prefix, 0, Qt::CaseInsensitive);
    if (place < 0)
        return {};
    if (place == 0)
        return 0;
    return text[place - 1].isLetterOrNumber() ? 2 : 1;
}

Candidates fitting(const Candidates &all, const CompletionPlace &place)
{
    std::vector<std::pair<int, Candidate>> ranked;
    for (const Candidate &candidate : all) {
        if (const auto rank = rankOf(candidate, place.prefix))
            ranked.emplace_back(*rank, candidate);
    }
    std::ranges::stable_sort(ranked, {}, [](const auto &one) { return one.first; });
    Candidates best;
    for (const auto &[rank, candidate] : ranked) {
        if (best.size() < FilterCompletion::mostCandidates)
            best << candidate;
    }
    return best;
}

void addValue(QHash<QString, QStringList> &values, const RunField &field, const QVariant &value)
{
    const QString literal = value.isValid() ? filterLiteral(value) : QString();
    QStringList &known = values[field.text()];
    if (!literal.isEmpty() && known.size() < FilterNames::mostValues && !known.contains(literal))
        known << literal;
}

void addRun(FilterNames &names, const Run &run)
{
    using enum RunField::Kind;
    for (const RunField::Kind kind : {Name, Id, Project, User, Group}) {
        const RunField field{kind, {}, {}};
        addValue(names.values, field, runFieldValue(field, run, {}));
    }
    for (auto entry = run.config.begin(); entry != run.config.end(); ++entry)
        addValue(names.values, {Config, entry.key(), {}}, *entry);
    for (auto entry = run.summary.begin(); entry != run.summary.end(); ++entry) {
        if (entry->typeId() == QMetaType::QString || entry->typeId() == QMetaType::Bool)
            addValue(names.values, {Summary, entry.key(), {}}, *entry);
    }
}

QStringList sortedNames(const QSet<QString> &names)
{
    QStringList sorted(names.begin(), names.end());
    sorted.sort(); // the same order for names that naturalSort() takes for equal
    naturalSort(sorted);
    return sorted;
}

} // namespace

FilterNames FilterNames::of(const QVector<Run> &runs)
{
    FilterNames names;
    QSet<QString> config;
    QSet<QString> summary;
    QSet<QString> metrics;
    QSet<QString> tags;
    for (const Run &run : runs) {
        addRun(names, run);
        config.unite(QSet<QString>(run.config.keyBegin(), run.config.keyEnd()));
        summary.unite(QSet<QString>(run.summary.keyBegin(), run.summary.keyEnd()));
        metrics.unite(QSet<QString>(run.metrics.begin(), run.metrics.end()));
        tags.unite(QSet<QString>(run.tags.begin(), run.tags.end()));
    }
    names.config = sortedNames(config);
    names.summary = sortedNames(summary);
    names.metrics = sortedNames(metrics);
    names.tags = sortedNames(tags);
    for (QStringList &values : names.values)
        naturalSort(values);
    return names;
}

FilterCompletion completeFilter(const QString &text, int cursor, const FilterNames &names)
{
    cursor = std::clamp(cursor, 0, int(text.size()));
    FilterTokens before = lexFilter(text.left(cursor));
    if (before.tokens.isEmpty())
        return {cursor, 0, {}};
    before.tokens.removeLast(); // the end
    CompletionPlace place{cursor, 0, {}, false};
    const bool isInToken = !before.tokens.isEmpty() && touches(before.tokens.last(), cursor);
    // What is wrong at the cursor is what is being written; before it, nothing helps.
    if (before.mistake && !isInToken)
        return {cursor, 0, {}};
    if (isInToken) {
        const FilterToken token = before.tokens.takeLast();
        place = {token.start, endOfToken(text, token, cursor) - token.start, token.text,
                 token.is(Kind::Text)};
    }
    FilterWalk walk;
    for (const FilterToken &token : std::as_const(before.tokens)) {
        if (!walk.take(token))
            return {cursor, 0, {}};
    }
    const Candidates all = allCandidates(walk, names, place);
    return {place.start, place.length, fitting(all, place)};
}

} // namespace plotleaf
