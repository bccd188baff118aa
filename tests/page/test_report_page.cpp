#include "ui/page/report_page.h"

#include "support/wait.h"

#include <QApplication>
#include <QSignalSpy>
#include <QWebEngineScript>
#include <QWebEngineView>
#include <QtTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

MarkdownDocumentPtr documentOf(qint64 version, const QStringList &blocks)
{
    auto document = std::make_shared<MarkdownDocument>();
    document->version = version;
    int line = 0;
    for (const QString &html : blocks) {
        MarkdownBlock block;
        block.html = html.toUtf8();
        block.hash = qHash(block.html);
        block.firstLine = line;
        block.lastLine = line;
        line += 2;
        document->blocks += block;
    }
    return document;
}

QVariant evaluate(const ReportPage &page, const QString &script)
{
    QVariant value;
    bool done = false;
    page.view()->page()->runJavaScript(script, QWebEngineScript::ApplicationWorld,
                                       [&](const QVariant &answer) {
                                           value = answer;
                                           done = true;
                                       });
    if (!QTest::qWaitFor([&] { return done; }, hangMs))
        qFatal("the page does not answer");
    return value;
}

} // namespace

class ReportPageTest : public QObject
{
    Q_OBJECT

private slots:
    void showsADocument()
    {
        ReportPage page({});
        page.view()->resize(700, 500);
        page.view()->show();
        QSignalSpy shown(&page, &ReportPage::shown);
        page.setDocument(documentOf(1, {u"<h1 id=\"a\">Hello</h1>"_s, u"<p>World</p>"_s}));
        QVERIFY(shown.wait(hangMs));
        QCOMPARE(shown.first().first().toLongLong(), 1);
        QCOMPARE(evaluate(page, u"document.querySelector('h1').textContent"_s).toString(),
                 u"Hello"_s);
    }
};

int main(int argc, char *argv[])
{
    ReportPage::initializeEngine();
    QApplication application(argc, argv);
    ReportPageTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_report_page.moc"
