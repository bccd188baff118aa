#pragma once

#include "ui/dialogs/dialog_frame.h"

#include <functional>

class QComboBox;
class QDoubleSpinBox;
class QFontComboBox;
class QPushButton;

namespace plotleaf {

class CloudKeys;
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
    /// Adds the way to the keys of cloud stores. `keys` must outlive the dialog.
    void addCloudKeys(CloudKeys &keys);

private:
    QWidget *makeAppearance();
    QWidget *makeEditor();
    QWidget *makeFolders(const QString &libraryFolder);
    /// A section with one button, which opens another dialog.
    void addWay(const QString &title,
                const QString &label,
                QPushButton *button,
                const std::function<void()> &open);

    Preferences &m_preferences;
};

} // namespace plotleaf
