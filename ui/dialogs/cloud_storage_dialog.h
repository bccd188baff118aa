#pragma once

#include "ui/dialogs/dialog_frame.h"

class QLabel;
class QPushButton;
class QTreeWidget;

namespace plotleaf {

class CloudKeys;

/// Which keys there are to cloud stores, and ways to add one and to remove one. Secrets are never
/// shown. What is changed counts at once.
class CloudStorageDialog : public DialogFrame
{
    Q_OBJECT

public:
    /// `keys` must outlive the dialog.
    CloudStorageDialog(CloudKeys &keys, Theme &theme, QWidget *parent = nullptr);

private:
    void makeList();
    void fill();
    void add();
    void askRemoval();

    CloudKeys &m_keys;
    QTreeWidget *m_list;
    QLabel *m_none;
    QLabel *m_forgets;
    QPushButton *m_add;
    QPushButton *m_remove;
};

} // namespace plotleaf
