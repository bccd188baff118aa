#pragma once

#include "core/services/cloud/cloud_key.h"
#include "ui/dialogs/dialog_frame.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;

namespace plotleaf {

class CloudKeys;

/// How people call a kind of cloud store.
QString cloudProviderName(CloudProvider provider);

/// Asks for a key to a cloud store and keeps it; closes when it is kept, and says why when it
/// cannot be. Which fields there are depends on the kind of store.
class AddCloudKeyDialog : public DialogFrame
{
    Q_OBJECT

public:
    /// `keys` must outlive the dialog.
    AddCloudKeyDialog(CloudKeys &keys, Theme &theme, QWidget *parent = nullptr);

public slots:
    /// Looks first whether what was typed can be a bucket, then keeps the key.
    void accept() override;

private:
    CloudProvider provider() const;
    bool isS3() const;
    /// Of what stands in the fields that are shown.
    CloudCredential credential() const;
    void keep();
    void addRow(const QString &label, QWidget *field, const QString &name);
    Result<CloudPlace> place() const;
    void showFields();
    void check();
    std::optional<QString> whatIsMissing() const;

    CloudKeys &m_keys;
    bool m_isKeeping = false;
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
