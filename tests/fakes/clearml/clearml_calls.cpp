#include "fakes/clearml/clearml_calls.h"

using namespace Qt::StringLiterals;

namespace plotleaf::test {

QHash<QString, CallAction> allCallActions()
{
    QHash<QString, CallAction> actions = reportActions();
    actions.insert(projectActions());
    actions.insert(dataActions());
    return actions;
}

CallResult listAnswer(CallContext &call,
                      const QVector<QJsonObject> &rows,
                      const QString &key,
                      const QString &entity)
{
    const QueryResult found = queryRows(rows, call.body, entity);
    if (const auto *error = std::get_if<CallError>(&found))
        return *error;
    QVector<QJsonObject> chosen = std::get<QVector<QJsonObject>>(found);
    QJsonObject answer;
    if (call.body.contains("scroll_id"_L1)) {
        QString scroll = call.body["scroll_id"_L1].toString();
        // An unknown one silently starts from the beginning (clearml.md 1.8).
        if (!call.scrolls.contains(scroll)) {
            scroll = call.world.newId();
            call.scrolls[scroll] = 0;
        }
        const int size = call.body["size"_L1].toInt();
        chosen = chosen.mid(call.scrolls[scroll], size);
        call.scrolls[scroll] += chosen.size();
        answer["scroll_id"_L1] = scroll;
    } else if (call.body.contains("page"_L1) || call.body.contains("page_size"_L1)) {
        const int size = qMin(call.body["page_size"_L1].toInt(500), 500);
        chosen = chosen.mid(qsizetype(call.body["page"_L1].toInt()) * size, size);
    }
    QJsonArray list;
    for (const QJsonObject &row : chosen)
        list.append(projectedRow(call.world, row, call.body));
    answer[key] = list;
    return answer;
}

} // namespace plotleaf::test
