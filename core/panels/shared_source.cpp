#include "core/panels/shared_source.h"

#include <utility>

namespace plotleaf {

namespace {

Error sourceGone()
{
    return {ErrorCode::Cancelled, SharedSource::tr("The source of the runs was closed."), {}};
}

/// Turns a source's answer into ours, putting the value where `member` says.
template <typename T, typename Member>
QFuture<RunDataAnswer> answerOf(QFuture<Result<T>> future, Member RunDataAnswer::*member)
{
    return future
        .then([member](const Result<T> &result) {
            RunDataAnswer answer;
            if (!result)
                answer.error = result.error();
            else if constexpr (std::is_same_v<T, Member>)
                answer.*member = *result;
            else
                answer.*member = std::make_shared<const T>(*result);
            return answer;
        })
        .onCanceled([] {
            RunDataAnswer answer;
            answer.error = sourceGone();
            return answer;
        });
}

} // namespace

SharedSource::SharedSource(std::shared_ptr<RunSource> source, std::unique_ptr<AnswerKeeper> keeper)
    : m_source(std::move(source)), m_keeper(std::move(keeper))
{
    connect(m_source.get(), &RunSource::changed, this, [this] {
        forget();
        emit changed();
    });
}

SharedSource::~SharedSource()
{
    if (m_followers > 0)
        m_source->setFollowed(false);
}

QFuture<Result<QVector<Run>>> SharedSource::runs()
{
    if (m_runs)
        return *m_runs;
    QFuture<Result<QVector<Run>>> search = m_source->runs();
    QFuture<Result<QVector<Run>>> future =
        search.onCanceled([] { return Result<QVector<Run>>(sourceGone()); });
    if (m_followers > 0) {
        m_search = search;
        m_runs = future;
    }
    if (m_keeper)
        m_keeper->keepRuns(future);
    return future;
}

QFuture<RunDataAnswer> SharedSource::ask(const RunDataRequest &request)
{
    const auto known = m_answers.constFind(request);
    if (known != m_answers.constEnd())
        return *known;
    QFuture<RunDataAnswer> future = fetch(request);
    if (m_followers > 0)
        m_answers.insert(request, future);
    if (m_keeper)
        m_keeper->keep(request, future);
    return future;
}

QFuture<RunDataAnswer> SharedSource::fetch(const RunDataRequest &request)
{
    switch (request.kind) {
    case RunDataRequest::Kind::Media:
        return answerOf(m_source->media(request.run, request.name, request.steps),
                        &RunDataAnswer::media);
    case RunDataRequest::Kind::Histograms:
        return answerOf(m_source->histograms(request.run, request.name, request.steps),
                        &RunDataAnswer::histograms);
    case RunDataRequest::Kind::Series:
        break;
    }
    return answerOf(m_source->series(request.run, request.name), &RunDataAnswer::series);
}

void SharedSource::follow()
{
    m_isUsed = true;
    if (m_followers++ > 0)
        return;
    m_source->setFollowed(true);
    if (m_keeper)
        m_keeper->setFollowed(true);
}

void SharedSource::unfollow()
{
    if (--m_followers == 0) {
        m_source->setFollowed(false);
        if (m_search && !m_search->isFinished())
            m_search->cancel();
        forget();
        if (m_keeper)
            m_keeper->setFollowed(false);
    }
}

void SharedSource::forget()
{
    m_search.reset();
    m_runs.reset();
    m_answers.clear();
}

} // namespace plotleaf
