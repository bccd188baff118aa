#pragma once

#include "core/runs/run_sources.h"
#include "core/services/register_services.h"
#include "support/library_fixture.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"
#include "ui/widgets/preferences.h"
#include "ui/window/main_window.h"
#include "ui/window/report_tabs.h"

#include <QAction>

namespace plotleaf::test {

/// The real window over a library of its own.
class WindowFixture : public LibraryFixture
{
public:
    WindowFixture()
    {
        registerServices(sources, clock, folder.path());
        open();
    }

    /// As the next start of the program would.
    void open()
    {
        window.reset();
        window = std::make_unique<MainWindow>(services(), preferences);
        window->show();
    }
    ReportViewServices services() { return {*library, sources, clock, theme, folder.path()}; }
    ReportTabs *tabs() { return window->findChild<ReportTabs *>(); }
    QStringList tabTexts()
    {
        QStringList texts;
        for (int i = 0; i < tabs()->count(); ++i)
            texts.append(tabs()->tabText(i));
        return texts;
    }
    bool waitForTab(const QString &title)
    {
        return QTest::qWaitFor([&] { return tabs()->tabText(tabs()->currentIndex()) == title; },
                               hangMs);
    }
    QAction *action(const char *name)
    {
        return window->findChild<QAction *>(QString::fromLatin1(name));
    }
    template <typename Widget>
    Widget *child(const char *name)
    {
        return window->findChild<Widget *>(QString::fromLatin1(name));
    }

    RunSources sources;
    SystemColorScheme system;
    Theme theme{system};
    Preferences preferences{folder.filePath(QStringLiteral("preferences.ini"))};
    std::unique_ptr<MainWindow> window;
};

} // namespace plotleaf::test
