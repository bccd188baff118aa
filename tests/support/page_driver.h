#pragma once

#include "core/markdown/markdown_parser.h"
#include "support/wait.h"
#include "ui/page/report_page.h"

#include <QApplication>
#include <QWebEngineScript>
#include <QWebEngineView>

namespace plotleaf::test {

/// `text` as the preview gets it. Parsed in this process: tests of the page need no helper.
inline MarkdownDocumentPtr markdown(const QByteArray &text, qint64 version = 1)
{
    return std::make_shared<MarkdownDocument>(MarkdownParser::parse(text, {}, version));
}

/// A ReportPage in a window, and what a test asks of it.
class PageDriver
{
public:
    explicit PageDriver(PageResources resources = {}) : page(std::move(resources))
    {
        page.view()->resize(800, 600);
        page.view()->show();
    }

    /// Hands `text` over and waits until that version is painted.
    void show(const QByteArray &text)
    {
        const qint64 version = ++m_version;
        waitForShown(version, [&] { page.setDocument(markdown(text, version)); });
    }

    /// Waits until `version` is painted after `action`.
    template <typename Action>
    void waitForShown(qint64 version, Action action)
    {
        QTestEventLoop loop;
        qint64 last = -1;
        const auto connection = QObject::connect(&page, &ReportPage::shown, &loop, [&](qint64 v) {
            last = v;
            if (v == version)
                loop.exitLoop();
        });
        action();
        if (last != version)
            loop.enterLoopMSecs(hangMs);
        QObject::disconnect(connection);
        if (last != version)
            qFatal("version %lld was not shown", static_cast<long long>(version));
    }

    /// The value of a script that runs where our own code does.
    QVariant evaluate(const QString &script)
    {
        QTestEventLoop loop;
        QVariant value;
        bool answered = false;
        page.view()->page()->runJavaScript(script, QWebEngineScript::ApplicationWorld,
                                           [&](const QVariant &answer) {
                                               value = answer;
                                               answered = true;
                                               loop.exitLoop();
                                           });
        if (!answered)
            loop.enterLoopMSecs(hangMs);
        if (!answered)
            qFatal("the page does not answer");
        return value;
    }

    QString text(const QString &selector)
    {
        return evaluate(QStringLiteral("document.querySelector('%1')?.textContent").arg(selector))
            .toString();
    }

    qint64 version() const { return m_version; }

    ReportPage page;

private:
    qint64 m_version = 0;
};

/// Starts a test that needs the web engine.
template <typename Test>
int runPageTest(int argc, char *argv[])
{
    ReportPage::initializeEngine();
    QApplication application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace plotleaf::test
