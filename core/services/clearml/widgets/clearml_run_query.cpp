#include "core/services/clearml/widgets/clearml_run_query.h"

#include "core/runs/filter_lexer.h"
#include "core/runs/filter_writer.h"
#include "core/services/clearml/clearml_run_fields.h"
#include "core/services/clearml/widgets/clearml_query_names.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct RunQueryText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::ClearmlRunQuery)
};

Error cannotSay(const QString &message)
{
    return {ErrorCode::InvalidInput, message, {}};
}

QString quotedTexts(const QStringList &texts)
{
    QStringList quoted;
    for (const QString &text : texts)
        quoted << filterQuoted(text);
    return u'[' + quoted.join(", "_L1) + u']';
}

/// Reads a query key by key; what one of them means goes into the filter's parts.
class QueryReader
{
public:
    QueryReader(const ClearmlWidget &widget, const ClearmlQueryNames &names)
        : m_widget(widget), m_names(names)
    {
    }

    Result<ClearmlRunQuery> run()
    {
        m_runs.ids = m_widget.objects;
        for (const auto &[key, values] : m_widget.query) {
            if (const auto problem = take(key, values))
                return *problem;
        }
        const bool isNarrowed =
            !m_runs.ids.isEmpty() || !m_runs.projects.isEmpty() || !m_filter.isEmpty();
        if (!isNarrowed)
            return cannotSay(RunQueryText::tr("The frame names no task and no filter."));
        m_runs.filter = m_filter.join(" and "_L1);
        return m_runs;
    }

private:
    using Problem = std::optional<Error>;

    QString one(const QString &key) const
    {
        for (const auto &[name, values] : m_widget.query) {
            if (name == key)
                return values.value(0);
        }
        return {};
    }

    Problem take(const QString &key, const QStringList &values)
    {
        if (key == "project"_L1)
            return takeProjects(values);
        if (key == "tags"_L1)
            return takeTags(values);
        if (key == "status"_L1)
            return takeStatuses(values);
        if (key == "user"_L1)
            return takeUsers(values);
        if (key == "order_by"_L1)
            return takeOrder(values);
        if (key == "created"_L1)
            return takeRange(u"created"_s, values);
        if (key == "last_update"_L1)
            return takeUpdates(values);
        if (key == "id"_L1)
            m_runs.ids << values;
        else if (key == "name"_L1 && values.size() == 1)
            m_filter << u"name ~ "_s + filterQuoted(values.first());
        else if (key == "page_size"_L1)
            m_runs.limit = values.first().toInt();
        else if (!meansNothing(key, values.value(0)))
            return cannotSay(RunQueryText::tr("A panel cannot choose runs by ClearML's “%1=%2”.")
                                 .arg(key, values.join(u',')));
        return {};
    }

    /// What says only what is so without it.
    static bool meansNothing(const QString &key, const QString &value)
    {
        const bool isTrue = value.toLower() == "true"_L1;
        return (key == "page"_L1 && value == "0"_L1) || key == "include_subprojects"_L1 ||
               (key == "allow_public"_L1 && isTrue) || (key == "search_hidden"_L1 && !isTrue);
    }

    Problem takeProjects(const QStringList &ids)
    {
        QStringList paths;
        for (const QString &id : ids) {
            if (!m_names.projects.contains(id))
                return cannotSay(RunQueryText::tr("There is no project “%1”.").arg(id));
            paths << m_names.projects.value(id);
        }
        if (one(u"include_subprojects"_s).toLower() == "true"_L1)
            m_runs.projects = paths;
        else
            m_filter << u"project in "_s + quotedTexts(paths);
        return {};
    }

    Problem takeUsers(const QStringList &ids)
    {
        QStringList users;
        for (const QString &id : ids) {
            if (!m_names.users.contains(id))
                return cannotSay(RunQueryText::tr("There is no user “%1”.").arg(id));
            users << m_names.users.value(id);
        }
        m_filter << u"user in "_s + quotedTexts(users);
        return {};
    }

    /// Values, or one operator before them; what is excluded (clearml.md 1.8).
    Problem takeTags(QStringList values)
    {
        QStringList excluded;
        QStringList wanted;
        QString op;
        const QString fixed =
            RunQueryText::tr("Tags that are combined like this cannot be said: %1.")
                .arg(values.join(", "_L1));
        for (qsizetype i = 0; i < values.size(); ++i) {
            const QString &value = values[i];
            const bool isOperator = value.startsWith("__$"_L1);
            if (value == "__$not"_L1 && i + 1 < values.size() &&
                !values[i + 1].startsWith("__$"_L1))
                excluded << values[++i];
            else if (isOperator && op.isEmpty() && wanted.isEmpty() && value != "__$not"_L1)
                op = value.mid(3);
            else if (isOperator || value.isEmpty() || value == "null"_L1)
                return cannotSay(fixed);
            else if (value.startsWith(u'-') && op.isEmpty())
                excluded << value.mid(1);
            else
                wanted << value;
        }
        if (!QStringList{u""_s, u"or"_s, u"any"_s, u"and"_s, u"all"_s}.contains(op) ||
            (!op.isEmpty() && wanted.isEmpty()))
            return cannotSay(fixed);
        addTags(wanted, op == "and"_L1 || op == "all"_L1, excluded);
        return {};
    }

    void addTags(const QStringList &wanted, bool all, const QStringList &excluded)
    {
        if (!all && !wanted.isEmpty())
            m_filter << u"tags in "_s + quotedTexts(wanted);
        for (const QString &tag : all ? wanted : QStringList())
            m_filter << u"tags contains "_s + filterQuoted(tag);
        for (const QString &tag : excluded)
            m_filter << u"tags not contains "_s + filterQuoted(tag);
    }

    Problem takeStatuses(const QStringList &values)
    {
        QStringList states;
        QStringList said;
        for (const RunState state :
             {RunState::Running, RunState::Finished, RunState::Failed, RunState::Unknown}) {
            const QStringList words = clearmlStatuses(state);
            const bool isWhole = std::ranges::all_of(
                words, [&](const QString &word) { return values.contains(word); });
            if (isWhole) {
                states << runStateName(state);
                said << words;
            }
        }
        for (const QString &value : values) {
            if (said.contains(value))
                continue;
            const RunState state = clearmlRunState(value);
            return cannotSay(
                RunQueryText::tr("ClearML's “%1” is only a part of what Plotleaf calls "
                                 "“%2”: %3.")
                    .arg(value, runStateName(state), clearmlStatuses(state).join(", "_L1)));
        }
        m_filter << u"state in ["_s + states.join(", "_L1) + u']';
        return {};
    }

    Problem takeOrder(const QStringList &keys)
    {
        QStringList order;
        for (const QString &key : keys) {
            const Result<QString> read = orderOfClearml(key, m_names);
            if (!read)
                return read.error();
            order << *read;
        }
        m_runs.order = order.join(", "_L1);
        return {};
    }

    Problem takeTime(const QString &field, const QString &op, const QString &value)
    {
        // The server's times are UTC.
        QDateTime time = QDateTime::fromString(value, Qt::ISODate);
        if (time.timeSpec() == Qt::LocalTime)
            time.setTimeSpec(Qt::UTC);
        if (!time.isValid())
            return cannotSay(RunQueryText::tr("“%1” is not a time.").arg(value));
        m_filter << field + u' ' + op + u' ' + time.toUTC().toString(Qt::ISODate);
        return {};
    }

    /// From and to, either of which may be open.
    Problem takeRange(const QString &field, const QStringList &values)
    {
        if (values.size() != 2)
            return cannotSay(RunQueryText::tr("“%1” is not a time.").arg(values.join(u',')));
        const auto isOpen = [](const QString &end) { return end.isEmpty() || end == "null"_L1; };
        Problem problem;
        if (!isOpen(values[0]))
            problem = takeTime(field, u">="_s, values[0]);
        if (!problem && !isOpen(values[1]))
            problem = takeTime(field, u"<="_s, values[1]);
        return problem;
    }

    Problem takeUpdates(const QStringList &values)
    {
        const bool isRange =
            values.size() == 2 && !values[0].startsWith(u'<') && !values[0].startsWith(u'>');
        if (isRange)
            return takeRange(u"updated"_s, values);
        for (const QString &value : values) {
            const qsizetype size = value.mid(1, 1) == u'=' ? 2 : 1;
            const QString op = value.left(size);
            if (op[0] != u'<' && op[0] != u'>')
                return cannotSay(RunQueryText::tr("“%1” is not a time.").arg(value));
            if (Problem problem = takeTime(u"updated"_s, op, value.mid(size)))
                return problem;
        }
        return {};
    }

    const ClearmlWidget &m_widget;
    const ClearmlQueryNames &m_names;
    ClearmlRunQuery m_runs;
    QStringList m_filter;
};

/// Writes the comparisons of a filter, all of which have to hold.
class QueryWriter
{
public:
    QueryWriter(const ClearmlRunQuery &runs, const ClearmlQueryNames &names)
        : m_runs(runs), m_names(names)
    {
    }

    Result<ClearmlQuery> run()
    {
        if (!m_runs.ids.isEmpty())
            add(u"id"_s, m_runs.ids);
        if (!m_runs.projects.isEmpty()) {
            addIds(u"project"_s, m_runs.projects, m_names.projects);
            add(u"include_subprojects"_s, {u"true"_s});
        }
        if (!m_runs.filter.isEmpty()) {
            const FilterTree tree = parseFilterTree(m_runs.filter);
            if (tree.mistake)
                return tree.mistake->toError();
            write(*tree.root);
            writeTags();
        }
        writeOrder();
        if (m_runs.limit > 0) {
            add(u"page_size"_s, {QString::number(m_runs.limit)});
            add(u"page"_s, {u"0"_s});
        }
        if (m_error)
            return *m_error;
        return m_query;
    }

private:
    void fail(const QString &message)
    {
        if (!m_error)
            m_error = cannotSay(message);
    }

    /// A key can be given once only.
    void add(const QString &key, const QStringList &values)
    {
        for (const auto &[known, before] : m_query) {
            if (known == key)
                fail(RunQueryText::tr("ClearML cannot be asked twice for “%1”.").arg(key));
        }
        m_query.append({key, values});
    }

    void addIds(const QString &key, const QStringList &texts, const QHash<QString, QString> &byId)
    {
        QStringList ids;
        for (const QString &text : texts) {
            ids << byId.key(text);
            if (ids.last().isEmpty())
                fail(RunQueryText::tr("The server has no %1 called “%2”.").arg(key, text));
        }
        add(key, ids);
    }

    void write(const FilterNode &node)
    {
        if (node.kind == FilterNode::Kind::And) {
            for (const FilterNodePtr &child : node.children)
                write(*child);
            return;
        }
        const bool isNegated = node.kind == FilterNode::Kind::Not &&
                               node.children.front()->kind == FilterNode::Kind::Comparison;
        const FilterComparison &made =
            isNegated ? node.children.front()->comparison : node.comparison;
        const bool isComparison = isNegated || node.kind == FilterNode::Kind::Comparison;
        if (!isComparison || !comparison(made, isNegated))
            fail(RunQueryText::tr("ClearML cannot be asked for “%1”.").arg(filterText(node)));
    }

    static QStringList textsOf(const FilterComparison &made)
    {
        QStringList texts;
        for (const FilterValue &value : made.values) {
            if (const auto *text = std::get_if<QString>(&value))
                texts << *text;
        }
        return texts.size() == qsizetype(made.values.size()) ? texts : QStringList();
    }

    bool comparison(const FilterComparison &made, bool negated)
    {
        using enum RunField::Kind;
        const QStringList texts = textsOf(made);
        if (made.field.kind == Created || made.field.kind == Updated)
            return !negated && time(made);
        if (texts.isEmpty())
            return false;
        if (made.field.kind == Tags)
            return tags(made, texts, negated);
        if (negated)
            return false;
        if (made.field.kind == Name && made.op == FilterOperator::Match) {
            add(u"name"_s, texts);
            return true;
        }
        if (made.op != FilterOperator::Equal && made.op != FilterOperator::In)
            return false;
        return choice(made.field.kind, texts);
    }

    bool choice(RunField::Kind kind, const QStringList &texts)
    {
        using enum RunField::Kind;
        if (kind == State)
            states(texts);
        else if (kind == Project)
            addIds(u"project"_s, texts, m_names.projects);
        else if (kind == User)
            addIds(u"user"_s, texts, m_names.users);
        else if (kind == Id)
            add(u"id"_s, texts);
        return kind == State || kind == Project || kind == User || kind == Id;
    }

    void states(const QStringList &names)
    {
        QStringList words;
        for (const RunState state :
             {RunState::Running, RunState::Finished, RunState::Failed, RunState::Unknown}) {
            if (names.contains(runStateName(state)))
                words << clearmlStatuses(state);
        }
        add(u"status"_s, words);
    }

    bool tags(const FilterComparison &made, const QStringList &texts, bool negated)
    {
        const bool isContains = made.op == FilterOperator::Contains;
        const bool isSaid = (isContains || (made.op == FilterOperator::In && !negated)) &&
                            std::ranges::none_of(texts, [](const QString &tag) {
                                return tag.startsWith(u'-') || tag.startsWith("__$"_L1) ||
                                       tag.isEmpty() || tag == "null"_L1;
                            });
        if (!isSaid)
            return false;
        if (negated)
            m_excluded << texts;
        else if (isContains)
            m_all << texts;
        else if (m_any.isEmpty())
            m_any = texts;
        else
            return false;
        return true;
    }

    void writeTags()
    {
        if (!m_any.isEmpty() && !m_all.isEmpty())
            fail(RunQueryText::tr("ClearML cannot be asked for one of several tags and for all of "
                                  "others at once."));
        QStringList values;
        for (const QString &tag : std::as_const(m_excluded))
            values << u'-' + tag;
        if (!m_all.isEmpty())
            values << u"__$all"_s << m_all;
        values << m_any;
        if (!values.isEmpty())
            add(u"tags"_s, values);
    }

    /// Both ends of a range are one value of the query.
    bool time(const FilterComparison &made)
    {
        const auto *value = std::get_if<FilterTime>(&made.values.front());
        if (!value || !value->fixed)
            return false;
        const QString text = value->fixed->toUTC().toString(u"yyyy-MM-ddTHH:mm:ss"_s);
        const bool isCreated = made.field.kind == RunField::Kind::Created;
        QString op;
        switch (made.op) {
        case FilterOperator::GreaterOrEqual:
            op = u">="_s;
            break;
        case FilterOperator::LessOrEqual:
            op = u"<="_s;
            break;
        case FilterOperator::Greater:
            op = u">"_s;
            break;
        case FilterOperator::Less:
            op = u"<"_s;
            break;
        default:
            return false;
        }
        return isCreated ? created(op, text) : updated(op + text);
    }

    bool created(const QString &op, const QString &text)
    {
        if (op.size() != 2)
            return false; // the ends belong to it
        const qsizetype end = op == ">="_L1 ? 0 : 1;
        auto known = std::ranges::find_if(
            m_query, [](const auto &entry) { return entry.first == "created"_L1; });
        if (known == m_query.end()) {
            m_query.append({u"created"_s, {u"null"_s, u"null"_s}});
            known = m_query.end() - 1;
        }
        if (known->second[end] != "null"_L1)
            return false;
        known->second[end] = text;
        return true;
    }

    bool updated(const QString &value)
    {
        for (auto &[key, values] : m_query) {
            if (key == "last_update"_L1) {
                values << value;
                return true;
            }
        }
        m_query.append({u"last_update"_s, {value}});
        return true;
    }

    void writeOrder()
    {
        if (m_runs.order.isEmpty())
            return;
        const Result<RunOrder> order = RunOrder::parse(m_runs.order);
        if (!order)
            return fail(order.error().message);
        QStringList keys;
        for (const RunOrder::Key &key : order->keys()) {
            const Result<QString> written = clearmlOrderOf(key);
            if (!written)
                return fail(written.error().message);
            keys << *written;
        }
        add(u"order_by"_s, keys);
    }

    const ClearmlRunQuery &m_runs;
    const ClearmlQueryNames &m_names;
    ClearmlQuery m_query;
    QStringList m_all;
    QStringList m_any;
    QStringList m_excluded;
    std::optional<Error> m_error;
};

} // namespace

Result<ClearmlRunQuery> runsOfClearmlQuery(const ClearmlWidget &widget,
                                           const ClearmlQueryNames &names)
{
    return QueryReader(widget, names).run();
}

Result<ClearmlQuery> clearmlQueryOfRuns(const ClearmlRunQuery &runs, const ClearmlQueryNames &names)
{
    return QueryWriter(runs, names).run();
}

} // namespace plotleaf
