#include "app/cli/server_check.h"

#include "core/services/clearml/clearml_discovery.h"
#include "core/services/clearml/clearml_reports.h"

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

/// A clock that is off by more makes times in reports look wrong.
constexpr qint64 tolerableSkew = 120; // seconds

struct ServerCheckTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::ServerCheck)
};

ServerCheck::Finding good(const QString &what, const QString &says)
{
    return {what, says, std::nullopt};
}

ServerCheck::Finding bad(const QString &what, const Error &problem)
{
    return {what, problem.message, problem};
}

ServerCheck::Finding untried(const QString &what)
{
    return {what, ServerCheckTexts::tr("not tried"), std::nullopt, false};
}

} // namespace

ServerCheck::ServerCheck(Workspace workspace,
                         std::shared_ptr<SecretStore> secrets,
                         std::shared_ptr<const Clock> clock)
    : m_workspace(std::move(workspace)), m_secrets(std::move(secrets)), m_clock(std::move(clock))
{
}

QCoro::Task<QVector<ServerCheck::Finding>> ServerCheck::run()
{
    const Result<ClearmlPlace> place = clearmlPlace(m_workspace);
    if (!place)
        co_return QVector<Finding>{bad(u"settings"_s, place.error())};
    const Result<HttpTransport> transport = clearmlTransport(*place);
    if (!transport)
        co_return QVector<Finding>{bad(u"certificates"_s, transport.error())};
    const auto session = std::make_shared<HttpSession>(*transport);
    QVector<Finding> findings;
    auto lookingAtWeb = checkWeb(session, place->servers.web);
    findings += co_await lookingAtWeb;
    auto lookingAtApi = checkApi(session, place->servers.api);
    findings += co_await lookingAtApi;
    const bool hasApi = !findings.last().problem;

    auto opening = openClearml(m_workspace, m_secrets, m_clock);
    const Result<Client> client = co_await opening;
    findings += client
                    ? good(u"secret"_s,
                           ServerCheckTexts::tr("the secret key of %1 is known").arg(place->user))
                    : bad(u"secret"_s, client.error());
    if (client && hasApi) {
        auto signingIn = checkSignIn(*client);
        findings += co_await signingIn;
    }
    if (!client || !hasApi || findings.last().problem) {
        for (const QString &what : {u"sign_in"_s, u"clock"_s, u"reports"_s, u"files"_s}) {
            if (findings.last().what != what || !findings.last().problem)
                findings += untried(what);
        }
        co_return findings;
    }
    findings += checkClock(**client);
    auto reading = checkReports(*client);
    findings += co_await reading;
    auto lookingAtFiles = checkFiles(*client, place->servers.files);
    findings += co_await lookingAtFiles;
    co_return findings;
}

QCoro::Task<ServerCheck::Finding> ServerCheck::checkWeb(std::shared_ptr<HttpSession> session,
                                                        QUrl web)
{
    auto asking = session->send(clearmlProbe("GET", web));
    const Result<HttpAnswer> answer = co_await asking;
    if (!answer)
        co_return bad(u"web"_s, answer.error());
    // Any answer is one: a link opens in a browser, which may sign in on its own way.
    co_return good(u"web"_s, ServerCheckTexts::tr("%1 answers").arg(web.toString()));
}

QCoro::Task<ServerCheck::Finding> ServerCheck::checkApi(std::shared_ptr<HttpSession> session,
                                                        QUrl api)
{
    auto asking = clearmlSignInModes(session, api);
    const Result<QJsonObject> modes = co_await asking;
    if (!modes)
        co_return bad(u"api"_s, modes.error());
    co_return good(u"api"_s, ServerCheckTexts::tr("%1 answers").arg(api.toString()));
}

QCoro::Task<ServerCheck::Finding> ServerCheck::checkSignIn(Client client)
{
    auto signingIn = client->signIn();
    const Result<ClearmlToken> token = co_await signingIn;
    if (!token)
        co_return bad(u"sign_in"_s, token.error());
    co_return good(u"sign_in"_s,
                   ServerCheckTexts::tr("signed in as %1 of %2, ClearML %3")
                       .arg(token->userName, token->companyName, token->serverVersion));
}

ServerCheck::Finding ServerCheck::checkClock(const ClearmlClient &client)
{
    const qint64 skew = client.clockSkewSeconds();
    if (std::abs(skew) <= tolerableSkew)
        return good(u"clock"_s, ServerCheckTexts::tr("the server's clock agrees with this one"));
    return good(u"clock"_s,
                skew > 0 ? ServerCheckTexts::tr("the server's clock is %n minute(s) ahead of this "
                                                "one; Plotleaf copes with that",
                                                nullptr, static_cast<int>(skew / 60))
                         : ServerCheckTexts::tr("the server's clock is %n minute(s) behind this "
                                                "one; Plotleaf copes with that",
                                                nullptr, static_cast<int>(-skew / 60)));
}

QCoro::Task<ServerCheck::Finding> ServerCheck::checkReports(Client client)
{
    const auto reports = std::make_shared<ClearmlReports>(client);
    auto listing = reports->changes({}, {});
    const Result<RemoteCards> cards = co_await listing;
    if (!cards)
        co_return bad(u"reports"_s, cards.error());
    const auto count = static_cast<int>(cards->cards.size());
    co_return good(u"reports"_s,
                   cards->next.isEmpty()
                       ? ServerCheckTexts::tr("%n report(s)", nullptr, count)
                       : ServerCheckTexts::tr("more than %n report(s)", nullptr, count));
}

QCoro::Task<ServerCheck::Finding> ServerCheck::checkFiles(Client client, QUrl files)
{
    const QUrl url(files.toString(QUrl::StripTrailingSlash) + u'/');
    auto asking = client->files(clearmlProbe("GET", url), ClearmlEffect::Reads);
    const Result<HttpAnswer> answer = co_await asking;
    if (!answer)
        co_return bad(u"files"_s, {answer.error().code,
                                   ServerCheckTexts::tr("%1: %2 Images of reports are not shown.")
                                       .arg(url.toString(), answer.error().message),
                                   {}});
    co_return good(u"files"_s, ServerCheckTexts::tr("%1 answers").arg(files.toString()));
}

} // namespace plotleaf
