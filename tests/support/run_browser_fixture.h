#pragma once

#include "core/services/clearml/browser/clearml_catalog.h"
#include "core/services/clearml/clearml_source_maker.h"
#include "core/services/register_services.h"
#include "fakes/clearml/captured_world.h"
#include "support/clearml_fixture.h"
#include "support/library_fixture.h"
#include "ui/report/report_view.h"
#include "ui/runs/run_browser.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"

#include <QListView>
#include <QTest>

namespace plotleaf::test {

/// The run browser in a window of its own, over a ClearML server in memory.
class RunBrowserFixture : public LibraryFixture
{
public:
    explicit RunBrowserFixture(bool isCaptured = true)
    {
        if (isCaptured) {
            fillCapturedWorld(clearml.server.world);
            // Several are called so there.
            int number = 0;
            for (QJsonObject &task : clearml.server.world.tasks) {
                const QString id = task[QLatin1String("id")].toString();
                if (id != QLatin1String("f304f40dab074373a820433938a9911c") &&
                    id != QLatin1String("6d97c910038243a381f25fc726378d58") &&
                    QStringList{QStringLiteral("baseline"), QStringLiteral("wide")}.contains(
                        task[QLatin1String("name")].toString()))
                    task[QLatin1String("name")] =
                        QString(task[QLatin1String("name")].toString() + QString::number(++number));
            }
        }
        const ClearmlClients clients = {{QStringLiteral("prod"), clearml.client}};
        registerServices(sources, clearml.clock, folder.path(), clearmlSourceMaker(clients));
        theme.apply();
        browser = std::make_unique<RunBrowser>(services());
        browser->show();
    }

    /// What is still asked for ends while what it needs is there.
    ~RunBrowserFixture()
    {
        browser.reset();
        clearml.client->stop();
        for (int turn = 0; turn < 20; ++turn)
            QCoreApplication::processEvents();
    }

    ReportViewServices services()
    {
        return {*library, sources, clearml.clock, theme, folder.path()};
    }
    RunPlace place()
    {
        RunPlace place;
        place.id = QStringLiteral("clearml/prod");
        place.title = QStringLiteral("prod");
        place.catalog = std::make_shared<ClearmlCatalog>(place.id, clearml.client);
        return place;
    }
    /// Waits until runs are listed.
    void connectPlace()
    {
        browser->setPlaces({place()});
        if (!waitFor([&] { return list()->model()->rowCount() > 0; }))
            qFatal("no runs are listed");
    }

    template <typename Widget>
    Widget *child(const char *name) const
    {
        auto *found = browser->findChild<Widget *>(QLatin1String(name));
        if (!found)
            qFatal("there is no %s", name);
        return found;
    }
    QListView *list() const { return child<QListView>("runList"); }
    QStringList listed() const
    {
        QStringList names;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            names.append(list()->model()->index(row, 0).data().toString());
        return names;
    }
    /// As clicks with Ctrl do.
    void choose(const QStringList &names) const
    {
        QItemSelection chosen;
        for (int row = 0; row < list()->model()->rowCount(); ++row) {
            const QModelIndex index = list()->model()->index(row, 0);
            if (names.contains(index.data().toString()))
                chosen.select(index, index);
        }
        if (chosen.indexes().size() != names.size())
            qFatal("not all are listed");
        list()->selectionModel()->select(chosen, QItemSelectionModel::ClearAndSelect);
    }
    static bool waitFor(const std::function<bool()> &condition)
    {
        return QTest::qWaitFor(condition, hangMs);
    }

    ClearmlFixture clearml;
    RunSources sources;
    SystemColorScheme system;
    Theme theme{system};
    std::unique_ptr<RunBrowser> browser;
};

} // namespace plotleaf::test
