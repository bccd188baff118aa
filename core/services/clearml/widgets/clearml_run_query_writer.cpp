#include "core/services/clearml/widgets/clearml_run_query.h"

#include "core/runs/filter_writer.h"
#include "core/services/clearml/clearml_run_fields.h"
#include "core/services/clearml/widgets/clearml_query_names.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct QueryWriterText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::ClearmlRunQuery)
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
                fail(QueryWriterText::tr("ClearML cannot be asked twice for “%1”.").arg(key));
        }
        m_query.append({key, values});
    }

    void addIds(const QString &key, const QStringList &texts, const QHash<QString, QString> &byId)
    {
        QStringList ids;
        for (const QString &text : texts) {
            ids << byId.key(text);
            if (ids.last().isEmpty())
                fail(QueryWriterText::tr("The server has no %1 called “%2”.").arg(key, text));
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
            fail(QueryWriterText::tr("ClearML cannot be asked for “%1”.").arg(filterText(node)));
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
            fail(QueryWriterText::tr(
                "ClearML cannot be asked for one of several tags and for all of "
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

Result<ClearmlQuery> clearmlQueryOfRuns(const ClearmlRunQuery &runs, const ClearmlQueryNames &names)
{
    return QueryWriter(runs, names).run();
}

} // namespace plotleaf
