#pragma once

#include "support/wait.h"
#include "ui/report/report_view.h"
#include "ui/window/main_window.h"
#include "ui/window/session.h"

#include <QAction>
#include <QApplication>
#include <QDeadlineTimer>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTimer>
#include <QWebEngineScript>
#include <QWebEngineView>

#include <functional>

namespace plotleaf::test {

/// The whole program on a workspace, from the start to the end of one sitting, and a person's hands
/// and eyes for it.
class StoryDriver
{
public:
    StoryDriver(const QString &workspace, const QString &preferences)
    {
        Result<std::unique_ptr<Session>> opened = Session::open(workspace, preferences);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        session = std::move(*opened);
    }

    MainWindow &window() { return session->window(); }

    /// Runs the event loop until `condition` holds. False: it hangs.
    static bool waitUntil(const std::function<bool()> &condition)
    {
        const QDeadlineTimer deadline(hangMs);
        QTimer beat; // wakes the loop where the condition is nobody's event
        beat.start(20);
        while (!condition()) {
            if (deadline.hasExpired())
                return false;
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        }
        return true;
    }

    /// The child of the window with this object name, once it is there.
    template <typename T>
    T *find(const char *name)
    {
        T *found = nullptr;
        if (!waitUntil([&] {
                found = window().findChild<T *>(QLatin1String(name));
                return found != nullptr;
            }))
            qFatal("no %s", name);
        return found;
    }
    /// Chooses what is in the window's menus under this name, once it can be chosen.
    void trigger(const char *name)
    {
        QAction *action = nullptr;
        if (!waitUntil([&] {
                action = actionIn(window().menuBar()->actions(), QLatin1String(name));
                return action && action->isEnabled();
            }))
            qFatal("no %s in the menus", name);
        action->trigger();
    }

    ReportView *currentView()
    {
        return qobject_cast<ReportView *>(find<QTabWidget>("tabs")->currentWidget());
    }
    ReportView *waitForReport(const QString &name)
    {
        if (!waitUntil([&] { return currentView() && currentView()->title() == name; }))
            qFatal("%s was not opened", qPrintable(name));
        return currentView();
    }
    QPlainTextEdit *editor()
    {
        return currentView()->findChild<QPlainTextEdit *>(QStringLiteral("sourceEditor"));
    }
    QString text() { return editor()->toPlainText(); }

    /// The value of a script in the preview of the report in front; invalid while there is no page.
    QVariant ask(const QString &script)
    {
        auto *view = currentView()->findChild<QWebEngineView *>();
        if (!view)
            return {};
        QVariant value;
        bool answered = false;
        view->page()->runJavaScript(script, QWebEngineScript::ApplicationWorld,
                                    [&](const QVariant &answer) {
                                        value = answer;
                                        answered = true;
                                    });
        if (!waitUntil([&] { return answered; }))
            qFatal("the page does not answer");
        return value;
    }
    /// Until the script's value is `wanted`.
    bool waitForPage(const QString &script, const QVariant &wanted)
    {
        return waitUntil([&] { return ask(script) == wanted; });
    }

    std::unique_ptr<Session> session;

private:
    static QAction *actionIn(const QList<QAction *> &actions, QLatin1String name)
    {
        for (QAction *action : actions) {
            if (action->objectName() == name)
                return action;
            if (QAction *inside =
                    action->menu() ? actionIn(action->menu()->actions(), name) : nullptr)
                return inside;
        }
        return nullptr;
    }
};

} // namespace plotleaf::test
