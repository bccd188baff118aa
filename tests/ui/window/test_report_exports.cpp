#include "core/runs/run_sources.h"
#include "core/services/register_services.h"
#include "core/services/remote/remote_consents.h"
#include "support/http_server.h"
#include "support/library_fixture.h"
#include "ui/page/report_page.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"
#include "ui/widgets/notification_bar.h"
#include "ui/widgets/notifier.h"
#include "ui/widgets/preferences.h"
#include "ui/window/print_preview.h"
#include "ui/window/report_exports.h"

#include <QApplication>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

class ExportFixture : public LibraryFixture
{
public:
    ExportFixture()
    {
        registerServices(sources, clock, folder.path());
        QObject::connect(&notifier, &Notifier::posted, &notifier,
                         [this](const Notice &notice) { last = notice; });
    }
    /// The file's bytes; empty when an error was told instead.
    QByteArray written(const ReportSummary &report, ExportJob::Format format, const QString &name)
    {
        const QString path = folder.filePath(name);
        exports.writeFile(report, format, path);
        const bool done = QTest::qWaitFor(
            [&] { return QFile::exists(path) || last.severity == Notice::Severity::Error; },
            hangMs);
        QFile file(path);
        return done && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    RunSources sources;
    SystemColorScheme system;
    Theme theme{system};
    Preferences preferences{folder.filePath(u"preferences.ini"_s)};
    Notifier notifier;
    Notice last;
    QWidget window;
    ReportExports exports{ReportViewServices{*library, sources, clock, theme, folder.path()},
                          notifier, preferences, &window};
};

} // namespace

/// Exports through the real page.
class TestReportExports : public QObject
{
    Q_OBJECT

private slots:
    void writesPdfAndHtml();
    void writesWhatWasTypedJustNow();
    void tellsWhatCannotBeDone();
    void printPreviewHasAllPages();
    void printingEndsTheNoticeOfDrawing();
    void remotePicturesAreThereWhenAllowed();
    void aLongPreviewIsCoarser();
};

void TestReportExports::writesPdfAndHtml()
{
    ExportFixture f;
    const ReportId id = f.add(u"Alpha"_s, {}, {}, u"# Results\n\nThe loss falls.\n"_s);
    const QByteArray pdf = f.written(f.summary(id), ExportJob::Format::Pdf, u"a.pdf"_s);
    QVERIFY2(pdf.startsWith("%PDF-"), qPrintable(f.last.text));
    const QByteArray html = f.written(f.summary(id), ExportJob::Format::Html, u"a.html"_s);
    QVERIFY2(html.contains("The loss falls."), qPrintable(f.last.text));
    // The file is there before the notice about it, and the one about a.pdf has an action too.
    QVERIFY(QTest::qWaitFor(
        [&] { return f.last.text.contains(u"a.html"_s) && !f.last.actionText.isEmpty(); }, hangMs));
}

void TestReportExports::writesWhatWasTypedJustNow()
{
    ExportFixture f;
    const ReportId id = f.add(u"Alpha"_s, {}, {}, u"old"_s);
    f.exports.setFlush(
        [&f](const ReportId &report) { return f.library->save(report, u"typed a moment ago"_s); });
    const QByteArray html = f.written(f.summary(id), ExportJob::Format::Html, u"a.html"_s);
    QVERIFY2(html.contains("typed a moment ago"), qPrintable(f.last.text));
}

void TestReportExports::tellsWhatCannotBeDone()
{
    ExportFixture f;
    ReportSummary gone;
    gone.id = ReportId(u"nothing"_s);
    gone.name = u"Gone"_s;
    QVERIFY(f.written(gone, ExportJob::Format::Pdf, u"gone.pdf"_s).isEmpty());
    QCOMPARE(f.last.severity, Notice::Severity::Error);
    const ReportId id = f.add(u"Alpha"_s);
    f.last = {};
    QVERIFY(
        f.written(f.summary(id), ExportJob::Format::Html, u"no/such/folder/a.html"_s).isEmpty());
    QCOMPARE(f.last.severity, Notice::Severity::Error);
    QVERIFY(!f.last.text.isEmpty());
}

void TestReportExports::printPreviewHasAllPages()
{
    ExportFixture f;
    const ReportId id =
        f.add(u"Alpha"_s, {}, {}, QString(u"A paragraph that fills the page.\n\n"_s).repeated(120));
    const QByteArray pdf = f.written(f.summary(id), ExportJob::Format::Pdf, u"a.pdf"_s);
    PrintPreview preview(pdf, u"Alpha"_s, nullptr);
    preview.setAttribute(Qt::WA_DeleteOnClose, false);
    QPrinter printer;
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(f.folder.filePath(u"printed.pdf"_s));
    preview.paint(&printer);
    QPdfDocument source;
    source.load(f.folder.filePath(u"a.pdf"_s));
    QPdfDocument printed;
    printed.load(f.folder.filePath(u"printed.pdf"_s));
    QVERIFY(source.pageCount() > 1);
    QCOMPARE(printed.pageCount(), source.pageCount());
    // Paper is white to its edges.
    const QImage shown = preview.pageForScreen(0);
    for (const QPoint &corner : {shown.rect().topLeft(), shown.rect().topRight(),
                                 shown.rect().bottomLeft(), shown.rect().bottomRight()})
        QCOMPARE(shown.pixelColor(corner), QColor(Qt::white));
}

void TestReportExports::printingEndsTheNoticeOfDrawing()
{
    ExportFixture f;
    NotificationBar bar(f.notifier, f.theme, f.clock);
    const ReportId id = f.add(u"Alpha"_s, {}, {}, u"text"_s);
    f.exports.print(f.summary(id));
    QVERIFY(bar.notices().first().text.contains(u"Alpha"_s));
    QTRY_VERIFY_WITH_TIMEOUT(f.window.findChild<PrintPreview *>(), hangMs);
    QVERIFY(bar.notices().isEmpty());
    f.window.findChild<PrintPreview *>()->close();
}

void TestReportExports::remotePicturesAreThereWhenAllowed()
{
    HttpServer server;
    server.serve("/a.svg",
                 "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"></svg>");
    ExportFixture f;
    RemoteImages images(f.folder.filePath(u"remote"_s), f.clock);
    RemoteConsents consents(*f.library);
    ReportViewServices services{*f.library, f.sources, f.clock, f.theme, f.folder.path()};
    services.remoteImages = &images;
    services.remoteConsents = &consents;
    ReportExports exports(services, f.notifier, f.preferences, &f.window);
    const ReportId id =
        f.add(u"Alpha"_s, {}, {}, u"![a](%1)"_s.arg(server.url("/a.svg").toString()));
    const auto html = [&](const QString &name) {
        const QString path = f.folder.filePath(name);
        exports.writeFile(f.summary(id), ExportJob::Format::Html, path);
        if (!QTest::qWaitFor([&] { return QFile::exists(path); }, hangMs))
            qFatal("%s", qPrintable(f.last.text));
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QVERIFY(!html(u"asked.html"_s).contains("data:image/svg+xml"));
    QCOMPARE(server.requests.size(), 0);
    consents.allowReport(id);
    QVERIFY(html(u"allowed.html"_s).contains("data:image/svg+xml"));
    QCOMPARE(server.requests.size(), 1);
}

void TestReportExports::aLongPreviewIsCoarser()
{
    QCOMPARE(PrintPreview::previewResolution(0), 120);
    QCOMPARE(PrintPreview::previewResolution(50), 120);
    int before = 120;
    for (const int pages : {200, 400, 600}) {
        const int resolution = PrintPreview::previewResolution(pages);
        QVERIFY(resolution < before);
        QVERIFY(2.0 * pages * 97 * resolution * resolution < 310e6);
        before = resolution;
    }
    QCOMPARE(PrintPreview::previewResolution(100'000), 40);
}

int main(int argc, char *argv[])
{
    ReportPage::initializeEngine();
    QApplication application(argc, argv);
    TestReportExports test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_report_exports.moc"
