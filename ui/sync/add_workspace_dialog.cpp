#include "ui/sync/add_workspace_dialog.h"

#include "core/services/clearml/clearml_workspace.h"
#include "ui/theme/theme.h"
#include "ui/widgets/look.h"
#include "ui/widgets/names_in_words.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/question_box.h"

#include <QCheckBox>
#include <QCoroTask>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcessEnvironment>
#include <QPushButton>
#include <QVBoxLayout>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int addWorkspaceWidth = 560;
constexpr int placeLines = 3;
constexpr qint64 largestConfig = 1024 * 1024;

QLineEdit *field(const QString &name, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(name);
    return edit;
}

/// "AB:CD:…", as browsers show it.
QString fingerprintText(const QString &hex)
{
    QStringList pairs;
    for (qsizetype i = 0; i + 1 < hex.size(); i += 2)
        pairs.append(hex.mid(i, 2).toUpper());
    return pairs.join(u':');
}

} // namespace

AddWorkspaceDialog::AddWorkspaceDialog(Theme &theme,
                                       const Clock &clock,
                                       QStringList taken,
                                       QWidget *parent)
    : DialogFrame(theme, u"addWorkspaceDialog"_s, tr("Add a ClearML server"), parent)
    , m_clock(clock)
    , m_taken(std::move(taken))
    , m_place(new QPlainTextEdit(this))
    , m_look(new QPushButton(tr("&Look for it"), this))
    , m_file(new QPushButton(tr("Read clearml.con&f…"), this))
    , m_found(new PlainLabel(this))
    , m_cloudKeys(new QCheckBox(this))
    , m_user(field(u"workspaceUser"_s, this))
    , m_secret(field(u"workspaceSecret"_s, this))
    , m_name(field(u"workspaceName"_s, this))
{
    makeFields();
    auto *hint =
        new PlainLabel(tr("The secret key goes into this system's key store. Where there is "
                          "none, you will be asked for it at each start; it is never written "
                          "to a file of Plotleaf."),
                       this);
    hint->setWordWrap(true);
    setLook(hint, u"muted"_s);
    column()->addSpacing(Spacing::s);
    column()->addWidget(hint);
    addButtons(tr("Connect"));
    setMinimumWidth(addWorkspaceWidth);
    layout()->setSizeConstraint(QLayout::SetMinimumSize); // grows with what was found

    connect(m_look, &QPushButton::clicked, this, &AddWorkspaceDialog::lookAround);
    connect(m_file, &QPushButton::clicked, this, &AddWorkspaceDialog::readFile);
    connect(m_place, &QPlainTextEdit::textChanged, this, [this] {
        m_connection = {};
        m_foundText.clear();
        tellFound({});
        offerCloudKeys();
        check();
    });
    for (const QLineEdit *edit : {m_user, m_secret, m_name})
        connect(edit, &QLineEdit::textChanged, this, &AddWorkspaceDialog::check);
    check();
    m_place->setFocus();
}

void AddWorkspaceDialog::setPlace(const QString &place)
{
    m_place->setPlainText(place);
}

AddWorkspaceDialog::~AddWorkspaceDialog()
{
    if (m_search)
        m_search->stop();
    if (m_client)
        m_client->stop();
}

void AddWorkspaceDialog::makeFields()
{
    m_place->setObjectName(u"workspacePlace"_s);
    m_place->setTabChangesFocus(true);
    m_place->setPlaceholderText(tr("https://app.clear.ml, or the whole text that ClearML shows "
                                   "under “Create new credentials”"));
    setLook(m_place, u"field"_s);
    m_place->setFixedHeight(placeLines * m_place->fontMetrics().lineSpacing() + Spacing::xl);
    addField(tr("&Address, or pasted configuration"), m_place);
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::s);
    m_look->setObjectName(u"lookAround"_s);
    m_file->setObjectName(u"readConfig"_s);
    row->addWidget(m_look);
    row->addWidget(m_file);
    row->addStretch(1);
    column()->addSpacing(Spacing::xs);
    column()->addLayout(row);
    m_found->setObjectName(u"foundServers"_s);
    m_found->setWordWrap(true);
    m_found->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setLook(m_found, u"muted"_s);
    m_found->hide();
    column()->addWidget(m_found);
    m_cloudKeys->setObjectName(u"keepCloudKeys"_s);
    column()->addWidget(m_cloudKeys);
    offerCloudKeys();
    addField(tr("Access &key, or user name"), m_user);
    m_secret->setEchoMode(QLineEdit::Password);
    addField(tr("&Secret key, or password"), m_secret);
    m_name->setPlaceholderText(tr("How you want to call it, such as “prod”"));
    addField(tr("&Name in Plotleaf"), m_name);
}

QString AddWorkspaceDialog::name() const
{
    return m_name->text().trimmed();
}

void AddWorkspaceDialog::readFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Read clearml.conf"),
                                                      QDir::home().filePath(u"clearml.conf"_s),
                                                      tr("ClearML configuration (*.conf);;All "
                                                         "files (*)"));
    if (path.isEmpty())
        return;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        showProblem(
            tr("%1 cannot be read: %2.").arg(QDir::toNativeSeparators(path), file.errorString()));
        return;
    }
    m_place->setPlainText(QString::fromUtf8(file.read(largestConfig + 1)));
    lookAround();
}

void AddWorkspaceDialog::lookAround()
{
    const QString text = m_place->toPlainText().trimmed();
    const Result<ClearmlConfig> config =
        readClearmlConfig(text, QProcessEnvironment::systemEnvironment());
    if (config) {
        takeConfig(*config);
        return;
    }
    if (text.contains(u'\n')) {
        showProblem(config.error().message);
        return;
    }
    setBusy(tr("Looking for the server…"));
    m_search = std::make_shared<HttpSession>(m_connection.transport);
    QCoro::connect(discoverClearml(m_search, text), this,
                   [this](const Result<FoundClearml> &found) { discovered(found); });
}

void AddWorkspaceDialog::takeConfig(const ClearmlConfig &config)
{
    const ClearmlServers servers = completedClearmlServers(config.servers);
    const Result<HttpTransport> transport =
        clearmlTransport({servers, {}, config.authorityFile, {}});
    if (!transport)
        return showProblem(transport.error().message);
    showProblem({});
    m_connection = {servers, {}, *transport, config.authorityFile, config.cloudKeys};
    offerCloudKeys();
    if (!config.credentials.isEmpty()) {
        m_user->setText(config.credentials.user);
        m_secret->setText(config.credentials.secret);
    }
    QStringList lines{tr("API: %1").arg(m_connection.servers.api.toString())};
    if (config.wantsUnchecked)
        lines.append(tr("This configuration switches the check of certificates off. Plotleaf "
                        "checks, and asks you where one is not valid."));
    m_foundText = lines.join(u'\n');
    tellFound(m_foundText);
    suggestName();
    check();
}

void AddWorkspaceDialog::discovered(const Result<FoundClearml> &found)
{
    setBusy({});
    if (!found) {
        if (found.error().code == ErrorCode::NotTrusted)
            askToTrust(found.error());
        else if (found.error().code != ErrorCode::Cancelled)
            showProblem(found.error().message);
        m_place->setFocus(); // the field that had it was disabled meanwhile
        return;
    }
    m_connection.servers = found->servers;
    m_foundText =
        tr("Found: API %1, files %2.")
            .arg(found->servers.api.toString(), found->servers.files.toString()) +
        u'\n' +
        (found->hasPasswords ? tr("This server has users with passwords: your name and password.")
                             : tr("Make a key pair in its web app: Settings, Workspace, Create new "
                                  "credentials."));
    tellFound(m_foundText);
    suggestName();
    check();
    m_user->setFocus();
}

void AddWorkspaceDialog::askToTrust(const Error &error)
{
    showProblem(error.message);
    const QByteArray fingerprint = QByteArray::fromHex(error.detail.toLatin1());
    ask({u"trustBox"_s, error.message,
         tr("Accept this certificate only when its fingerprint is the one that whoever runs the "
            "server told you:\n%1")
             .arg(fingerprintText(error.detail)),
         tr("Accept this certificate")},
        theme(), this, this, [this, fingerprint] {
            m_connection.transport.acceptedCertificate = fingerprint;
            showProblem(tr("The certificate is accepted for this server. Go on."));
        });
}

void AddWorkspaceDialog::accept()
{
    if (whatIsMissing() || m_isBusy)
        return;
    m_connection.credentials = {m_user->text().trimmed(), m_secret->text()};
    setBusy(tr("Signing in…"));
    m_client = std::make_shared<ClearmlClient>(m_connection.servers, m_connection.credentials,
                                               m_clock, m_connection.transport);
    QCoro::connect(m_client->signIn(), this,
                   [this](const Result<ClearmlToken> &token) { signedIn(token); });
}

void AddWorkspaceDialog::signedIn(const Result<ClearmlToken> &token)
{
    setBusy({});
    if (token)
        return DialogFrame::accept();
    m_secret->setFocus();
    if (token.error().code == ErrorCode::NotTrusted)
        askToTrust(token.error());
    else if (token.error().code != ErrorCode::Cancelled)
        showProblem(token.error().message);
}

void AddWorkspaceDialog::tellFound(const QString &text)
{
    m_found->setText(text);
    m_found->setVisible(!text.isEmpty());
}

void AddWorkspaceDialog::offerCloudKeys()
{
    QStringList names;
    for (const CloudCredential &one : m_connection.cloudKeys)
        names.append(one.key.place.name());
    m_cloudKeys->setText(tr("Keep its keys to cloud storage, too: %1")
                             .arg(namesInWords(names).replace(u'&', u"&&"_s)));
    m_cloudKeys->setChecked(true);
    m_cloudKeys->setVisible(!names.isEmpty());
}

QVector<CloudCredential> AddWorkspaceDialog::cloudKeys() const
{
    return m_cloudKeys->isChecked() ? m_connection.cloudKeys : QVector<CloudCredential>();
}

void AddWorkspaceDialog::setBusy(const QString &what)
{
    m_isBusy = !what.isEmpty();
    showProblem({});
    tellFound(m_isBusy ? what : m_foundText);
    check();
}

std::optional<QString> AddWorkspaceDialog::whatIsMissing() const
{
    if (m_connection.servers.api.isEmpty())
        return tr("Look for the server first.");
    if (m_user->text().trimmed().isEmpty() || m_secret->text().isEmpty())
        return tr("Key and secret are needed.");
    if (name().isEmpty())
        return tr("The server needs a name.");
    if (isNameTaken())
        return tr("There is already a server called “%1”.").arg(name());
    return {};
}

void AddWorkspaceDialog::check()
{
    const std::optional<QString> missing = whatIsMissing();
    acceptButton()->setEnabled(!missing && !m_isBusy);
    acceptButton()->setToolTip(missing.value_or(QString()));
    // What is asked for stays as it was asked.
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_place, m_file, m_user, m_secret, m_name})
        widget->setEnabled(!m_isBusy);
    m_look->setEnabled(!m_isBusy && !m_place->toPlainText().trimmed().isEmpty());
    const bool isTaken = isNameTaken();
    setInvalid(m_name, isTaken);
    if (isTaken)
        showProblem(tr("There is already a server called “%1”.").arg(name()));
    else if (m_wasNameTaken)
        showProblem({});
    m_wasNameTaken = isTaken;
}

bool AddWorkspaceDialog::isNameTaken() const
{
    return m_taken.contains(name(), Qt::CaseInsensitive);
}

void AddWorkspaceDialog::suggestName()
{
    if (name().isEmpty())
        m_name->setText(m_connection.servers.web.host());
}

} // namespace plotleaf
