#include "core/services/clearml/widgets/clearml_run_query.h"

#include "core/runs/filter_lexer.h"
#include "core/services/clearml/clearml_run_fields.h"
#include "core/services/clearml/widgets/clearml_query_names.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct QueryReaderText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::ClearmlRunQuery)
};

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
            return cannotSay(QueryReaderText::tr("The frame names no task and no filter."));
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
            return cannotSay(QueryReaderText::tr("A panel cannot choose runs by ClearML's “%1=%2”.")
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
                return cannotSay(QueryReaderText::tr("There is no project “%1”.").arg(id));
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
                return cannotSay(QueryReaderText::tr("There is no user “%1”.").arg(id));
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
            QueryReaderText::tr("Tags that are combined like this cannot be said: %1.")
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
                QueryReaderText::tr("ClearML's “%1” is only a part of what Plotleaf calls "
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
            return cannotSay(QueryReaderText::tr("“%1” is not a time.").arg(value));
        m_filter << field + u' ' + op + u' ' + time.toUTC().toString(Qt::ISODate);
        return {};
    }

    /// From and to, either of which may be open.
    Problem takeRange(const QString &field, const QStringList &values)
    {
        if (values.size() != 2)
            return cannotSay(QueryReaderText::tr("“%1” is not a time.").arg(values.join(u',')));
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
                return cannotSay(QueryReaderText::tr("“%1” is not a time.").arg(value));
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

} // namespace

Result<ClearmlRunQuery> runsOfClearmlQuery(const ClearmlWidget &widget,
                                           const ClearmlQueryNames &names)
{
    return QueryReader(widget, names).run();
}

} // namespace plotleaf
