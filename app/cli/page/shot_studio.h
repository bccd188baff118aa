#pragma once

#include "core/base/result.h"
#include "ui/theme/theme.h"

#include <QString>
#include <QTemporaryDir>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

namespace plotleaf {

class MainWindow;
class ReportView;
class Session;

/// The real window on a workspace, used by a program as a person would use it, and a camera.
/// Everything waits for what it needs to see; what does not come within a minute is remembered as a
/// problem and the rest is passed over.
class ShotStudio
{
public:
    ShotStudio(const QString &workspace, ThemeMode theme, QString folder, const QString &ending);
    ~ShotStudio();

    /// What went wrong first.
    Result<void> outcome() const;
    MainWindow &window() const;
    /// The child of the window with this object name; null with a problem when there is none.
    template <typename T>
    T *find(const char *name)
    {
        T *found = windowWidget() ? windowWidget()->findChild<T *>(QLatin1String(name)) : nullptr;
        if (!found)
            problem(QLatin1String(name));
        return found;
    }
    /// Chooses what is in the menus under this name, once it can be chosen.
    void trigger(const char *name);
    /// Runs the event loop until `condition` holds.
    void waitUntil(const char *what, const std::function<bool()> &condition);
    /// Waits until the report of this name is in front, with everything drawn that is in view.
    ReportView *waitForReport(const QString &name);
    /// Until everything is drawn that is in view on the page in `widget`.
    void waitUntilDrawn(QWidget &widget);

    void shoot(const char *name);
    /// Of what the action opens (a dialog or a popup), which is closed again.
    void shootOpened(const char *name, const char *action);
    /// The same, once there is something in the list of this name in it.
    void shootOpened(const char *name, const char *action, const char *list);
    void shootTopmost(const char *name);
    /// Of the dialog with this object name, which is closed then.
    void shootNamed(const char *name, const char *dialog);

private:
    QWidget *windowWidget() const;
    /// The dialog or popup over the window; null when there is none.
    QWidget *topmost() const;
    void write(QWidget &widget, const char *name);
    void problem(const QString &what);

    QTemporaryDir m_settings;
    std::unique_ptr<Session> m_session;
    QString m_folder;
    QString m_ending;
    std::optional<Error> m_problem;
    int m_drawings = 0; ///< how often it was waited for
};

} // namespace plotleaf
