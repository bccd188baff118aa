#pragma once

#include "ui/dialogs/dialog_frame.h"

class QLabel;
class QListWidget;

namespace plotleaf {

class RemoteConsents;

/// The sites whose pictures are loaded without asking, and a way to be asked again. What is changed
/// counts at once.
class ImageSitesDialog : public DialogFrame
{
    Q_OBJECT

public:
    /// `consents` must outlive the dialog.
    ImageSitesDialog(RemoteConsents &consents, Theme &theme, QWidget *parent = nullptr);

private:
    void fill();
    void removeSelected();

    RemoteConsents &m_consents;
    QListWidget *m_sites;
    QLabel *m_none;
    QPushButton *m_remove;
    QPushButton *m_askAgain;
};

} // namespace plotleaf
