#pragma once

#include "core/base/fault_injector.h"
#include "core/runs/run_sources.h"
#include "core/services/remote/remote_consents.h"
#include "core/services/remote/remote_images.h"
#include "core/store/library.h"
#include "support/page_driver.h"
#include "support/test_clock.h"
#include "support/test_paths.h"
#include "ui/editor/source_editor.h"
#include "ui/report/report_preview.h"
#include "ui/report/report_view.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QElapsedTimer>
#include <QPointer>
#include <QTemporaryDir>
#include <QTimer>

namespace plotleaf::test {

/// Runs the event loop until `condition` holds. A real one, see await().
template <typename Condition>
void waitUntil(Condition condition, const QString &what = QStringLiteral("a condition"))
{
    QElapsedTimer waited;
    waited.start();
    QTimer wake; // what is waited for need not be an event of this thread
    wake.start(5);
    while (!condition()) {
        if (waited.elapsed() > hangMs)
            qFatal("waited in vain for %s", qPrintable(what));
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

/// A real library on disk with one report, and that report open in a window with its real page.
class OpenedReport
{
public:
    /// What a test may want otherwise.
    struct Setup
    {
        bool published = false;
        FaultInjector *faults = nullptr;
        ReportView::Mode mode = ReportView::Mode::Both;
    };

    explicit OpenedReport(const QString &text) : OpenedReport(text, Setup()) {}
    OpenedReport(const QString &text, const Setup &setup) : m_theme(m_scheme), m_mode(setup.mode)
    {
        library = std::move(Library::open(m_folder.filePath(QStringLiteral("library")), m_clock,
                                          m_ids, setup.faults))
                      .value();
        NewReport created;
        created.name = QStringLiteral("Digits");
        created.project = QStringLiteral("vision");
        created.text = text;
        id = *await(library->create(created));
        if (setup.published && !await(library->publish(id)))
            qFatal("the report cannot be published");
        images =
            std::make_unique<RemoteImages>(m_folder.filePath(QStringLiteral("remote")), m_clock);
        consents = std::make_unique<RemoteConsents>(*library);
        reopen();
    }

    /// Closes the view and opens the report again, as another start of the program would.
    void reopen()
    {
        view.reset();
        const Report report = *await(library->report(id));
        view = std::make_unique<ReportView>(services(), report, *await(library->recovered(id)));
        view->setMode(m_mode);
        view->resize(1100, 600);
        view->show();
        view->activateWindow();
        view->setFocus();
        editor = view->findChild<SourceEditor *>();
        preview = view->findChild<ReportPreview *>();
        waitUntil([&] { return view->isActiveWindow(); }, QStringLiteral("the focus"));
        waitUntil([&] { return preview->isStarted(); }, QStringLiteral("the page"));
    }

    ReportViewServices services()
    {
        ReportViewServices given{
            *library, m_sources,       m_clock,
            m_theme,  m_folder.path(), plotleaf::binDir() + QStringLiteral("/plotleaf-markdown")};
        given.remoteImages = images.get();
        given.remoteConsents = consents.get();
        return given;
    }

    /// The page's answer to a script of ours.
    QVariant evaluate(const QString &script) const
    {
        std::optional<QVariant> value;
        preview->findChild<QWebEngineView *>()->page()->runJavaScript(
            script, QWebEngineScript::ApplicationWorld,
            [&](const QVariant &answer) { value = answer; });
        waitUntil([&] { return value.has_value(); }, script);
        return *value;
    }
    void waitForPage(const QString &script) const
    {
        waitUntil([&] { return evaluate(script).toBool(); }, script);
    }
    void waitForText(const QString &text) const
    {
        waitForPage(QStringLiteral(
                        "(document.querySelector('.pl-report')?.textContent ?? '').includes('%1')")
                        .arg(text));
    }
    void type(const QString &text) const
    {
        for (const QChar c : text)
            QTest::sendKeyEvent(QTest::Click, editor, c == u'\n' ? Qt::Key_Return : Qt::Key_unknown,
                                QString(c), Qt::NoModifier);
    }
    QAction *action(const QString &name) const { return view->findChild<QAction *>(name); }
    template <typename T>
    T *child(const QString &name) const
    {
        return view->findChild<T *>(name);
    }
    QString storedText() const { return (*await(library->report(id))).text; }
    Theme &theme() { return m_theme; }
    RunSources &sources() { return m_sources; }
    TestClock &clock() { return m_clock; }
    QString folder() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
    TestClock m_clock;
    CountingIdSource m_ids;
    RunSources m_sources;
    SystemColorScheme m_scheme;
    Theme m_theme;
    ReportView::Mode m_mode;

public:
    std::unique_ptr<Library> library;
    std::unique_ptr<RemoteImages> images;
    std::unique_ptr<RemoteConsents> consents;
    ReportId id;
    std::unique_ptr<ReportView> view;
    SourceEditor *editor = nullptr;
    ReportPreview *preview = nullptr;
};

} // namespace plotleaf::test
