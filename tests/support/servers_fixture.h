#pragma once

#include "core/store/library.h"
#include "core/sync/workspaces.h"
#include "fakes/clearml/fake_clearml.h"
#include "support/wait.h"
#include "ui/report/report_view.h"
#include "ui/sync/add_workspace_dialog.h"
#include "ui/sync/workspace_button.h"
#include "ui/sync/workspace_controller.h"
#include "ui/window/main_window.h"
#include "ui/window/report_tabs.h"
#include "ui/window/session.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

namespace plotleaf::test {

using namespace Qt::StringLiterals;

/// The whole program, and a server with one report.
class ServersFixture
{
public:
    ServersFixture()
    {
        session = Session::open(folder.path(), folder.filePath(u"preferences.ini"_s)).value();
        // No welcome report: what is in the library is the test's.
        if (!await(session->library().setSetting(u"demo.welcome"_s, u"none"_s)))
            qFatal("the setting cannot be written");
        session->start({});
        report = server.world.addReport(u"Baseline"_s, u"vision"_s, u"one\ntwo\nthree\n"_s);
    }

    /// The program ends and is started again.
    void restart()
    {
        session.reset();
        session = Session::open(folder.path(), folder.filePath(u"preferences.ini"_s)).value();
    }

    WorkspaceController &controller() { return *session->window().servers(); }
    Workspaces &workspaces() { return controller().workspaces(); }
    WorkspaceButton *button() { return session->window().findChild<WorkspaceButton *>(); }
    AddWorkspaceDialog *dialog() { return session->window().findChild<AddWorkspaceDialog *>(); }

    template <typename Widget>
    static Widget *in(QWidget *window, const char *name)
    {
        auto *found = window->findChild<Widget *>(QString::fromLatin1(name));
        if (!found)
            qFatal("there is no %s", name);
        return found;
    }

    /// Through the dialog, as a person does it.
    void fillDialog(const QString &secret)
    {
        controller().addServer({});
        in<QPlainTextEdit>(dialog(), "workspacePlace")->setPlainText(server.http.url().toString());
        QTest::mouseClick(in<QPushButton>(dialog(), "lookAround"), Qt::LeftButton);
        if (!QTest::qWaitFor(
                [&] { return !in<QLineEdit>(dialog(), "workspaceName")->text().isEmpty(); },
                hangMs))
            qFatal("the server is not found");
        in<QLineEdit>(dialog(), "workspaceUser")->setText(server.accessKey);
        in<QLineEdit>(dialog(), "workspaceSecret")->setText(secret);
        in<QLineEdit>(dialog(), "workspaceName")->setText(u"prod"_s);
        QTest::mouseClick(in<QPushButton>(dialog(), "acceptButton"), Qt::LeftButton);
    }
    bool waitForState(const std::function<bool(const WorkspaceState &)> &wanted)
    {
        return QTest::qWaitFor(
            [&] {
                const WorkspaceSync *sync = workspaces().sync(u"clearml/prod"_s);
                return sync && wanted(sync->state());
            },
            hangMs);
    }
    bool waitUntilInStep()
    {
        return waitForState([](const WorkspaceState &state) {
            return state.activity == WorkspaceState::Activity::Resting && state.waiting() == 0 &&
                   state.counts.reports > 0 && state.counts.wanted == 0;
        });
    }
    /// Adds the server without fetching its report's text, and works offline then.
    ReportId pullCardOnly()
    {
        workspaces().setPolicy(NetworkPolicy::Expensive);
        fillDialog(server.secretKey);
        if (!waitForState([](const WorkspaceState &state) {
                return state.activity == WorkspaceState::Activity::Resting &&
                       state.counts.wanted == 1;
            }))
            qFatal("there is no report without its text");
        workspaces().setPolicy(NetworkPolicy::Offline);
        return pulled().id;
    }
    ReportView *opened(const ReportId &id)
    {
        session->window().openReport(id);
        auto *tabs = session->window().findChild<ReportTabs *>();
        if (!QTest::qWaitFor([&] { return tabs->view(id) != nullptr; }, hangMs))
            qFatal("the report is not opened");
        return tabs->view(id);
    }
    ReportSummary pulled()
    {
        ReportQuery query;
        query.workspace = u"clearml/prod"_s;
        const auto hits = await(session->library().find(query));
        return hits && !hits->hits.isEmpty() ? hits->hits.first().summary : ReportSummary();
    }
    QString serverText() { return server.world.report(report)->value(u"report"_s).toString(); }

    QTemporaryDir folder;
    FakeClearml server;
    QString report;
    std::unique_ptr<Session> session;
};

} // namespace plotleaf::test
