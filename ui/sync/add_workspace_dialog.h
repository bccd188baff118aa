#pragma once

#include "core/services/clearml/clearml_client.h"
#include "core/services/clearml/clearml_config.h"
#include "core/services/clearml/clearml_discovery.h"
#include "ui/dialogs/dialog_frame.h"

#include <memory>
#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace plotleaf {

class Clock;

/// Adds a ClearML server: from one address, from what its web app shows when credentials are made,
/// or from a clearml.conf. Nothing is accepted before the server has accepted the credentials; then
/// `accepted` comes, and `connection()` and `name()` say what to keep.
class AddWorkspaceDialog : public DialogFrame
{
    Q_OBJECT

public:
    struct Connection
    {
        ClearmlServers servers;
        ClearmlCredentials credentials;
        HttpTransport transport;
        QString authorityFile;
        QVector<CloudCredential> cloudKeys; ///< of the configuration
    };

    /// `taken`: names of workspaces that are there. `clock` must outlive the dialog.
    AddWorkspaceDialog(Theme &theme,
                       const Clock &clock,
                       QStringList taken,
                       QWidget *parent = nullptr);
    ~AddWorkspaceDialog() override;

    /// As if it had been typed.
    void setPlace(const QString &place);
    const Connection &connection() const { return m_connection; }
    /// Those of the configuration that the person wants to be kept.
    QVector<CloudCredential> cloudKeys() const;
    QString name() const;

public slots:
    /// Signs in first.
    void accept() override;

private:
    void makeFields();
    void readFile();
    /// Whatever was typed or pasted: a configuration, or an address.
    void lookAround();
    void takeConfig(const ClearmlConfig &config);
    void discovered(const Result<FoundClearml> &found);
    void askToTrust(const Error &error);
    void signedIn(const Result<ClearmlToken> &token);
    void setBusy(const QString &what);
    void tellFound(const QString &text);
    void offerCloudKeys();
    void check();
    std::optional<QString> whatIsMissing() const;
    void suggestName();
    bool isNameTaken() const;

    const Clock &m_clock;
    const QStringList m_taken;
    Connection m_connection;
    std::shared_ptr<HttpSession> m_search;
    std::shared_ptr<ClearmlClient> m_client;

    QPlainTextEdit *m_place;
    QPushButton *m_look;
    QPushButton *m_file;
    QLabel *m_found;
    QCheckBox *m_cloudKeys;
    QLineEdit *m_user;
    QLineEdit *m_secret;
    QLineEdit *m_name;
    QString m_foundText; ///< what is known of the server
    bool m_isBusy = false;
    bool m_wasNameTaken = false;
};

} // namespace plotleaf
