#include "core/services/clearml/clearml_pages.h"

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr int rowsOfAPage = 500; // the most that a list answers

} // namespace

QCoro::Task<Result<QJsonArray>> askClearmlPages(std::shared_ptr<ClearmlClient> client,
                                                QString endpoint,
                                                QString key,
                                                QJsonObject body,
                                                qsizetype most)
{
    QJsonArray rows;
    qsizetype found = rowsOfAPage;
    body["page_size"_L1] = rowsOfAPage;
    for (int page = 0; found == rowsOfAPage && rows.size() < most; ++page) {
        body["page"_L1] = page;
        const Result<QJsonObject> data = co_await client->call(endpoint, body);
        if (!data)
            co_return data.error();
        const QJsonArray more = (*data)[key].toArray();
        found = more.size();
        for (const QJsonValue row : more)
            rows.append(row);
    }
    co_return rows;
}

} // namespace plotleaf
