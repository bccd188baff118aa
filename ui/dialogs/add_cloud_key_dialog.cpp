#include "ui/dialogs/add_cloud_key_dialog.h"

#include "core/services/cloud/cloud_keys.h"
#include "core/services/cloud/cloud_request.h"
#include "ui/theme/theme.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <initializer_list>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int addCloudKeyWidth = 520;

QString hintOf(CloudProvider provider)
{
    switch (provider) {
    case CloudProvider::Google:
        return AddCloudKeyDialog::tr("An HMAC key: Cloud Storage, Settings, Interoperability.");
    case CloudProvider::Azure:
        return AddCloudKeyDialog::tr("A SAS token that may read is enough, and opens less than the "
                                     "account's key.");
    case CloudProvider::Amazon:
    case CloudProvider::OtherS3:
        break;
    }
    return AddCloudKeyDialog::tr("A key that may only read is enough.");
}

QString accountHost(const QString &account)
{
    return account.contains(u'.') || account.contains(u':') || account.isEmpty()
               ? account
               : account + u".blob.core.windows.net"_s;
}

} // namespace

QString cloudProviderName(CloudProvider provider)
{
    switch (provider) {
    case CloudProvider::Amazon:
        return AddCloudKeyDialog::tr("Amazon S3");
    case CloudProvider::OtherS3:
        return AddCloudKeyDialog::tr("Other S3 (MinIO, Ceph, …)");
    case CloudProvider::Google:
        return AddCloudKeyDialog::tr("Google Cloud Storage");
    case CloudProvider::Azure:
        break;
    }
    return AddCloudKeyDialog::tr("Azure Blob Storage");
}

AddCloudKeyDialog::AddCloudKeyDialog(CloudKeys &keys, Theme &theme, QWidget *parent)
    : DialogFrame(theme, u"addCloudKeyDialog"_s, tr("Add a key"), parent)
    , m_keys(keys)
    , m_form(new QFormLayout)
    , m_provider(new QComboBox(this))
    , m_server(new QLineEdit(this))
    , m_account(new QLineEdit(this))
    , m_bucket(new QLineEdit(this))
    , m_region(new QLineEdit(this))
    , m_id(new QLineEdit(this))
    , m_secret(new QLineEdit(this))
    , m_session(new QLineEdit(this))
    , m_plain(new QCheckBox(tr("It speaks &http only: nothing that is sent is encrypted"), this))
    , m_hint(new PlainLabel(this))
{
    for (const CloudProvider one : {CloudProvider::Amazon, CloudProvider::OtherS3,
                                    CloudProvider::Google, CloudProvider::Azure})
        m_provider->addItem(cloudProviderName(one), int(one));
    m_form->setLabelAlignment(Qt::AlignLeft);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setHorizontalSpacing(Spacing::xl);
    m_form->setVerticalSpacing(Spacing::s);
    column()->addLayout(m_form);
    addRow(tr("S&tore"), m_provider, u"cloudProvider"_s);
    addRow(tr("Ser&ver and port"), m_server, u"cloudServer"_s);
    addRow(tr("Acc&ount"), m_account, u"cloudAccount"_s);
    addRow(tr("&Bucket"), m_bucket, u"cloudBucket"_s);
    addRow(tr("Re&gion"), m_region, u"cloudRegion"_s);
    addRow(tr("Access &key"), m_id, u"cloudId"_s);
    addRow(tr("&Secret"), m_secret, u"cloudSecret"_s);
    addRow(tr("Session toke&n"), m_session, u"cloudSession"_s);
    m_plain->setObjectName(u"cloudPlain"_s);
    m_form->addRow(QString(), m_plain);
    m_server->setPlaceholderText(u"minio.example.org:9000"_s);
    m_bucket->setPlaceholderText(tr("empty: all that the key opens"));
    m_region->setPlaceholderText(tr("empty: found out"));
    m_session->setPlaceholderText(tr("only of keys that end by themselves"));
    for (QLineEdit *secret : {m_secret, m_session})
        secret->setEchoMode(QLineEdit::Password);
    m_hint->setWordWrap(true);
    setLook(m_hint, u"muted"_s);
    column()->addSpacing(Spacing::s);
    column()->addWidget(m_hint);
    addButtons(tr("Add"));
    setMinimumWidth(addCloudKeyWidth);
    layout()->setSizeConstraint(QLayout::SetMinimumSize); // fields come and go
    connect(m_provider, &QComboBox::currentIndexChanged, this, &AddCloudKeyDialog::showFields);
    showFields();
}

void AddCloudKeyDialog::addRow(const QString &label, QWidget *field, const QString &name)
{
    field->setObjectName(name);
    field->setAccessibleName(QString(label).remove(u'&'));
    auto *text = new PlainLabel(label, this);
    text->setBuddy(field);
    m_form->addRow(text, field);
    if (auto *edit = qobject_cast<QLineEdit *>(field))
        connect(edit, &QLineEdit::textChanged, this, &AddCloudKeyDialog::check);
}

CloudProvider AddCloudKeyDialog::provider() const
{
    return CloudProvider(m_provider->currentData().toInt());
}

bool AddCloudKeyDialog::isS3() const
{
    return provider() == CloudProvider::Amazon || provider() == CloudProvider::OtherS3;
}

void AddCloudKeyDialog::showFields()
{
    const CloudProvider kind = provider();
    const bool isAzure = kind == CloudProvider::Azure;
    const bool isOwn = kind == CloudProvider::OtherS3;
    m_form->setRowVisible(m_server, isOwn);
    m_form->setRowVisible(m_account, isAzure);
    m_form->setRowVisible(m_region, isS3());
    m_form->setRowVisible(m_id, !isAzure);
    m_form->setRowVisible(m_session, isS3());
    m_form->setRowVisible(m_plain, isOwn);
    m_secret->setPlaceholderText(isAzure ? tr("account key, or SAS token") : QString());
    m_hint->setText(hintOf(kind));
    showProblem({});
    check();
}

Result<CloudPlace> AddCloudKeyDialog::place() const
{
    QString server;
    if (provider() == CloudProvider::Azure)
        server = accountHost(m_account->text().trimmed());
    else if (provider() == CloudProvider::OtherS3)
        server = m_server->text();
    return readCloudPlace(provider(), server, m_bucket->text());
}

CloudCredential AddCloudKeyDialog::credential() const
{
    CloudCredential credential;
    const Result<CloudPlace> where = place();
    if (where)
        credential.key.place = *where;
    credential.secret.secret = m_secret->text().trimmed();
    credential.key.id = m_id->text().trimmed();
    if (provider() == CloudProvider::Azure)
        credential.key.id = isSasToken(credential.secret.secret)
                                ? QString()
                                : m_account->text().trimmed().section(u'.', 0, 0);
    if (isS3()) {
        credential.key.region = m_region->text().trimmed();
        credential.secret.session = m_session->text().trimmed();
    }
    credential.key.isPlain = provider() == CloudProvider::OtherS3 && m_plain->isChecked();
    return credential;
}

std::optional<QString> AddCloudKeyDialog::whatIsMissing() const
{
    if (provider() == CloudProvider::OtherS3 && m_server->text().trimmed().isEmpty())
        return tr("The server is missing.");
    if (provider() == CloudProvider::Azure && m_account->text().trimmed().isEmpty())
        return tr("The account is missing.");
    const bool needsId = provider() != CloudProvider::Azure;
    if ((needsId && m_id->text().trimmed().isEmpty()) || m_secret->text().trimmed().isEmpty())
        return tr("Key and secret are needed.");
    return {};
}

void AddCloudKeyDialog::check()
{
    if (!acceptButton())
        return;
    const std::optional<QString> missing = whatIsMissing();
    acceptButton()->setEnabled(!missing && !m_isKeeping);
    acceptButton()->setToolTip(missing.value_or(QString()));
}

void AddCloudKeyDialog::accept()
{
    if (m_isKeeping || whatIsMissing())
        return;
    const Result<CloudPlace> where = place();
    const QString region = credential().key.region;
    if (!where)
        return showProblem(where.error().message);
    if (!region.isEmpty() && !isCloudRegion(region))
        return showProblem(tr("“%1” is no region.").arg(region));
    keep();
}

void AddCloudKeyDialog::keep()
{
    m_isKeeping = true;
    showProblem({});
    check();
    QCoro::connect(m_keys.keep(credential()), this, [this](const Result<void> &kept) {
        m_isKeeping = false;
        check();
        if (kept)
            return DialogFrame::accept();
        showProblem(kept.error().message);
    });
}

} // namespace plotleaf
