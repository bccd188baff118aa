#include "core/services/cloud/cloud_files.h"

#include "core/services/cloud/cloud_request.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

bool isGiven(const HttpAnswer &answer)
{
    return answer.status >= 200 && answer.status < 300;
}

/// Whoever runs a store without TLS may not know that this is why.
Error withPlainHint(Error error, const CloudKey &key)
{
    if (error.code == ErrorCode::Network && key.place.provider == CloudProvider::OtherS3 &&
        !key.isPlain)
        error.message += u' ' + QCoreApplication::translate(
                                    "plotleaf::CloudFiles",
                                    "It was asked over https. If it speaks http only, say so in "
                                    "Settings > Cloud storage.");
    return error;
}

} // namespace

CloudFiles::CloudFiles(std::shared_ptr<CloudKeyring> keys, std::shared_ptr<const Clock> clock)
    : m_keys(std::move(keys)), m_clock(std::move(clock))
{
}

QCoro::Task<Result<HttpAnswer>> CloudFiles::ask(HttpSession &session,
                                                CloudAddress address,
                                                CloudCredential credential,
                                                QString region,
                                                qint64 mostBytes)
{
    Result<HttpRequest> request = cloudRequest(address, credential, m_clock->now(), region);
    if (!request)
        co_return request.error();
    request->largestAnswer = mostBytes;
    auto sending = session.send(*request);
    const Result<HttpAnswer> answer = co_await sending;
    if (!answer)
        co_return withPlainHint(answer.error(), credential.key);
    co_return HttpAnswer(*answer);
}

QCoro::Task<Result<HttpAnswer>>
CloudFiles::read(HttpSession &session, CloudAddress address, qint64 mostBytes)
{
    const auto self = shared_from_this();
    auto looking = m_keys->keyFor(address.place);
    const Result<CloudCredential> credential = co_await looking;
    if (!credential)
        co_return credential.error();
    const QString bucket = address.place.text();
    QString region = m_regions.value(bucket, cloudRegion(credential->key));
    auto asking = ask(session, address, *credential, region, mostBytes);
    Result<HttpAnswer> answer = co_await asking;
    if (!answer || isGiven(*answer))
        co_return answer;
    CloudRefusal refusal = readCloudRefusal(*answer, m_clock->now());
    if (!refusal.region.isEmpty() && refusal.region != region) {
        m_regions[bucket] = region = refusal.region;
        auto again = ask(session, address, *credential, region, mostBytes);
        answer = co_await again;
        if (!answer || isGiven(*answer))
            co_return answer;
        refusal = readCloudRefusal(*answer, m_clock->now());
    }
    co_return cloudRefused(refusal, address, *credential, region);
}

} // namespace plotleaf
