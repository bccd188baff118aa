#pragma once

#include "support/library_fixture.h"
#include "ui/library/library_page.h"
#include "ui/library/report_actions.h"
#include "ui/library/report_commands.h"
#include "ui/library/report_list_model.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card_grid_view.h"
#include "ui/widgets/notification_bar.h"
#include "ui/widgets/preferences.h"

#include <QVBoxLayout>

namespace plotleaf::test {

/// The library page in a window of its own, over a real library.
class LibraryPageFixture : public LibraryFixture
{
public:
    LibraryPageFixture()
    {
        auto *column = new QVBoxLayout(&window);
        column->addWidget(&page);
        column->addWidget(&notices);
        window.resize(1200, 800);
        actions.setRenamer([this](const ReportSummary &report) { page.renameInPlace(report); });
        QObject::connect(&page, &LibraryPage::currentReportChanged, &actions,
                         [this] { actions.setTarget(page.currentReport()); });
    }
    ~LibraryPageFixture()
    {
        page.setParent(nullptr);
        notices.setParent(nullptr);
    }

    void show()
    {
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window does not come up");
    }

    template <typename Widget>
    Widget *child(const char *name)
    {
        return window.findChild<Widget *>(QString::fromLatin1(name));
    }
    CardGridView *cards() { return child<CardGridView>("reportCards"); }
    /// Names on the cards, in order. Waits until they are there.
    QStringList names()
    {
        QStringList found;
        for (int row = 0; row < cards()->model()->rowCount(); ++row)
            found.append(cards()->model()->index(row, 0).data().toString());
        return found;
    }
    bool waitForNames(const QStringList &wanted)
    {
        return QTest::qWaitFor([&] { return names() == wanted; }, hangMs);
    }
    QModelIndex card(const QString &name)
    {
        return cards()->model()->index(int(names().indexOf(name)), 0);
    }
    QAction *action(const char *name)
    {
        return actions.findChild<QAction *>(QString::fromLatin1(name));
    }

    SystemColorScheme system;
    Theme theme{system};
    Preferences preferences{folder.filePath(QStringLiteral("preferences.ini"))};
    Notifier notifier;
    QWidget window;
    ReportCommands commands{*library, notifier, theme, preferences, &window};
    ReportActions actions{commands, theme};
    LibraryPage page{commands, actions, theme, preferences, clock};
    NotificationBar notices{notifier, theme, clock};
};

} // namespace plotleaf::test
