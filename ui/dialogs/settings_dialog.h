#pragma once

#include "ui/dialogs/dialog_frame.h"

class QComboBox;
class QDoubleSpinBox;
class QFontComboBox;

namespace plotleaf {

class Preferences;
class RemoteConsents;

/// The user's preferences. What is changed shows at once; closing needs no confirmation.
class SettingsDialog : public DialogFrame
{
    Q_OBJECT

public:
    /// `libraryFolder`: shown, with a way to open it.
    SettingsDialog(Preferences &preferences,
                   Theme &theme,
                   const QString &libraryFolder,
                   QWidget *parent = nullptr);

    /// Adds the way to the sites that images are loaded from. `consents` must outlive the dialog.
    void addImageSites(RemoteConsents &consents);

private:
    QWidget *makeAppearance();
    QWidget *makeEditor();
    QWidget *makeFolders(const QString &libraryFolder);

    Preferences &m_preferences;
};

} // namespace plotleaf
