#pragma once

#include "core/services/cloud/cloud_key.h"
#include "ui/dialogs/dialog_frame.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;

namespace plotleaf {

/// How people call a kind of cloud store.
QString cloudProviderName(CloudProvider provider);

/// Asks for a key to a cloud store. After `accepted`, credential() says what to keep. Which fields
/// there are depends on the kind of store.
class AddCloudKeyDialog : public DialogFrame
{
    Q_OBJECT

public:
    explicit AddCloudKeyDialog(Theme &theme, QWidget *parent = nullptr);

    /// Of what stands in the fields.
    CloudCredential credential() const;

public slots:
    /// Looks first whether what was typed can be a bucket.
    void accept() override;

private:
    CloudProvider provider() const;
    void addRow(const QString &label, QWidget *field, const QString &name);
    Result<CloudPlace> place() const;
    void showFields();
    void check();
    std::optional<QString> whatIsMissing() const;

    QFormLayout *m_form;
    QComboBox *m_provider;
    QLineEdit *m_server;
    QLineEdit *m_account;
    QLineEdit *m_bucket;
    QLineEdit *m_region;
    QLineEdit *m_id;
    QLineEdit *m_secret;
    QLineEdit *m_session;
    QCheckBox *m_plain;
    QLabel *m_hint;
};

} // namespace plotleaf
