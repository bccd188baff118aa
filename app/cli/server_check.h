#pragma once

#include "app/cli/command.h"
#include "core/report/workspace.h"
#include "core/services/clearml/clearml_workspace.h"

#include <QCoroTask>
#include <QVector>

#include <memory>
#include <optional>

namespace plotleaf {

/// Goes through everything that has to work for a server to be used, and says in words what does
/// and what does not. Changes nothing there.
class ServerCheck
{
public:
    /// One thing that was looked at.
    struct Finding
    {
        QString
            what; ///< as in JSON: "secret", "web", "api", "sign_in", "clock", "reports", "files"
        QString says; ///< for people
        std::optional<Error> problem;
        bool isTried = true;
    };

    ServerCheck(Workspace workspace,
                std::shared_ptr<SecretStore> secrets,
                std::shared_ptr<const Clock> clock);

    QCoro::Task<QVector<Finding>> run();

private:
    using Client = std::shared_ptr<ClearmlClient>;

    static QCoro::Task<Finding> checkWeb(std::shared_ptr<HttpSession> session, QUrl web);
    static QCoro::Task<Finding> checkApi(std::shared_ptr<HttpSession> session, QUrl api);
    static QCoro::Task<Finding> checkSignIn(Client client);
    static Finding checkClock(const ClearmlClient &client);
    static QCoro::Task<Finding> checkReports(Client client);
    static QCoro::Task<Finding> checkFiles(Client client, QUrl files);

    const Workspace m_workspace;
    const std::shared_ptr<SecretStore> m_secrets;
    const std::shared_ptr<const Clock> m_clock;
};

} // namespace plotleaf
