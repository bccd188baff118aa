#include "core/store/library_sync.h"
#include "support/cli_fixture.h"
#include "support/http_server.h"
#include "support/library_fixture.h"
#include "support/pdf_tools.h"
#include "support/test_paths.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace plotleaf::test;
using namespace Qt::StringLiterals;

/// `plotleaf-cli export`, the program itself, from the file to what is on disk afterwards.
class ExportCommandTest : public QObject
{
    Q_OBJECT

    CliFixture m_cli;

    /// Like CliFixture::run(), but with this program's servers answering meanwhile, and a cache of
    /// its own.
    CliOutcome runBeside(const QStringList &arguments)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_CACHE_HOME"_s, m_cli.path(u"cache"_s));
        process.setProcessEnvironment(environment);
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(plotleaf::binDir() + u"/plotleaf-cli"_s, arguments);
        if (finished.isEmpty() && !finished.wait(120'000))
            qFatal("plotleaf-cli hangs");
        const QByteArray out = process.readAllStandardOutput();
        return {process.exitCode(), out, QString::fromUtf8(out),
                QString::fromUtf8(process.readAllStandardError())};
    }

private slots:
    void exportMistakes_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("no output") << QStringList();
        QTest::newRow("no ending") << QStringList{u"-o"_s, u"-"_s};
        QTest::newRow("format") << QStringList{u"-o"_s, u"a.pdf"_s, u"--format"_s, u"docx"_s};
        QTest::newRow("docx") << QStringList{u"-o"_s, u"a.docx"_s};
        QTest::newRow("page size") << QStringList{u"-o"_s, u"a.pdf"_s, u"--page-size"_s, u"Z9"_s};
        QTest::newRow("margins") << QStringList{u"-o"_s, u"a.pdf"_s, u"--margins"_s, u"1,2"_s};
        QTest::newRow("deadline") << QStringList{u"-o"_s, u"a.pdf"_s, u"--deadline"_s, u"soon"_s};
    }

    void exportMistakes()
    {
        QFETCH(QStringList, options);
        const QString file = m_cli.write(u"a.md"_s, "text\n");
        const CliOutcome outcome = CliFixture::run(QStringList{u"export"_s, file} + options);
        QCOMPARE(outcome.code, 2);
        QVERIFY(!outcome.err.isEmpty());
        QCOMPARE(outcome.out, QString());
    }

    void oneReportIsWanted()
    {
        QCOMPARE(CliFixture::run({u"export"_s, u"-o"_s, u"a.pdf"_s}).code, 2);
        QCOMPARE(CliFixture::run({u"export"_s, u"a.md"_s, u"b.md"_s, u"-o"_s, u"a.pdf"_s}).code, 2);
    }

    void exportsToStandardOutput()
    {
        const QString file = m_cli.write(u"out.md"_s, "# Größe\n");
        const CliOutcome pdf =
            CliFixture::run({u"export"_s, file, u"-o"_s, u"-"_s, u"--format"_s, u"pdf"_s});
        QCOMPARE(pdf.code, 0);
        QCOMPARE(pdfFaults(pdf.bytes), QString());
        QVERIFY(pdfText(pdf.bytes).contains(u"Größe"_s));
        const CliOutcome html =
            CliFixture::run({u"export"_s, file, u"-o"_s, u"-"_s, u"--format"_s, u"HTML"_s});
        QCOMPARE(html.code, 0);
        QVERIFY(html.bytes.startsWith("<!DOCTYPE html>") && html.out.contains(u"Größe"_s));
    }

    void theFormatIsStrongerThanTheEnding()
    {
        const QString page = m_cli.path(u"page.txt"_s);
        const CliOutcome outcome = CliFixture::run({u"export"_s, m_cli.write(u"f.md"_s, "text\n"),
                                                    u"-o"_s, page, u"--format"_s, u"html"_s});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        QVERIFY(CliFixture::read(page).startsWith("<!DOCTYPE html>"));
    }

    void exportsTheDemo()
    {
        const QString pdf = m_cli.path(u"welcome.pdf"_s);
        const CliOutcome outcome =
            CliFixture::run({u"export"_s, plotleaf::sourceDir() + u"/resources/demo/welcome.md"_s,
                             u"-o"_s, pdf, u"--page-size"_s, u"Letter"_s});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        QCOMPARE(outcome.err, QString());
        const QByteArray bytes = CliFixture::read(pdf);
        QCOMPARE(pdfFaults(bytes), QString());
        QCOMPARE(pdfInfo(bytes)[u"Title"_s], u"Welcome to Plotleaf"_s);
        QVERIFY(pdfInfo(bytes)[u"Page size"_s].contains(u"letter"_s));
        QVERIFY(pdfText(bytes).contains(u"Validation loss"_s));
        QVERIFY(pdfOutline(bytes).size() >= 5);
    }

    void exportsHtmlWithPicturesBeside()
    {
        QFile::copy(plotleaf::sourceDir() + u"/resources/icons/plotleaf.svg"_s,
                    m_cli.path(u"leaf.svg"_s));
        const QString file =
            m_cli.write(u"b.md"_s, "---\ntitle: Beside\nlang: fr\n---\n![](leaf.svg)\n");
        const QString html = m_cli.path(u"b.html"_s);
        const CliOutcome outcome = CliFixture::run({u"export"_s, file, u"-o"_s, html});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        const QByteArray page = CliFixture::read(html);
        QVERIFY(page.contains("<html lang=\"fr\""));
        QVERIFY(page.contains("src=\"data:image/svg+xml"));
    }

    void exportsAReportOfTheLibrary()
    {
        const QString file = m_cli.write(u"lib.md"_s, "Text of the report\n");
        QCOMPARE(
            m_cli.runInLibrary({u"report"_s, u"new"_s, u"From the library"_s, u"--file"_s, file})
                .code,
            0);
        const QString pdf = m_cli.path(u"lib.pdf"_s);
        const CliOutcome outcome =
            m_cli.runInLibrary({u"export"_s, u"From the library"_s, u"-o"_s, pdf});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        QVERIFY(pdfText(CliFixture::read(pdf)).contains(u"Text of the report"_s));
    }

    void aPictureThatWasSentIsNotFetched()
    {
        HttpServer server; // that has no such picture
        const QUrl address = server.url("/sent/leaf.svg");
        QFile leaf(plotleaf::sourceDir() + u"/resources/icons/plotleaf.svg"_s);
        QVERIFY(leaf.open(QIODevice::ReadOnly));
        LibraryFixture fixture;
        const plotleaf::ReportId id = fixture.add(
            u"Sent picture"_s, {}, {}, u"![the leaf]("_s + address.toString() + u")\n"_s);
        const auto asset = await(fixture.library->addAsset(id, u"leaf.svg"_s, leaf.readAll()));
        QVERIFY(asset);
        plotleaf::LibrarySync sync(*fixture.library);
        QVERIFY(await(sync.assetSent(id, asset->name, address.toString())));
        fixture.library.reset();
        const QString html = m_cli.path(u"sent.html"_s);
        const CliOutcome outcome =
            runBeside({u"export"_s, u"Sent picture"_s, u"-o"_s, html, u"--allow-remote-images"_s,
                       u"--library"_s, fixture.folder.path()});
        QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), qPrintable(outcome.err));
        QCOMPARE(server.requests.size(), 0);
        QVERIFY(CliFixture::read(html).contains("src=\"data:image/svg+xml"));
    }

    void runFoldersAreBelowTheLibrary()
    {
        LibraryFixture fixture;
        fixture.add(u"With runs"_s, {}, {},
                    u"```panel\ntype: line\nruns:\n  source: folder:runs\ny: val/loss\n```\n"_s);
        fixture.library.reset();
        const QString runs = plotleaf::sourceDir() + u"/resources/demo/runs"_s;
        QCOMPARE(QProcess::execute(u"cp"_s, {u"-r"_s, runs, fixture.folder.path()}), 0);
        const CliOutcome outcome =
            CliFixture::run({u"export"_s, u"With runs"_s, u"-o"_s, m_cli.path(u"runs.html"_s),
                             u"--library"_s, fixture.folder.path()});
        QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), qPrintable(outcome.err));
        QVERIFY(CliFixture::read(m_cli.path(u"runs.html"_s)).contains("val/loss"));
    }

    void whatCannotBeDrawnIsSaid()
    {
        const QString file = m_cli.write(u"c.md"_s, "![the curve](gone.png)\n");
        const CliOutcome outcome =
            CliFixture::run({u"export"_s, file, u"-o"_s, m_cli.path(u"c.pdf"_s)});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.err.contains(u"the curve"_s), qPrintable(outcome.err));
    }

    void remotePicturesNeedTheOption_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("pdf") << u"pdf"_s;
        QTest::newRow("html") << u"html"_s;
    }

    void remotePicturesNeedTheOption()
    {
        QFETCH(QString, format);
        HttpServer server;
        QFile leaf(plotleaf::sourceDir() + u"/resources/icons/plotleaf.svg"_s);
        QVERIFY(leaf.open(QIODevice::ReadOnly));
        server.serve("/leaf-" + format.toUtf8() + ".svg", leaf.readAll(), "image/svg+xml");
        const QUrl address = server.url("/leaf-" + format.toUtf8() + ".svg");
        const QString file = m_cli.write(u"r.md"_s, "![the leaf](" + address.toEncoded() + ")\n");
        const QString out = m_cli.path(u"r."_s + format);
        const CliOutcome refused = runBeside({u"export"_s, file, u"-o"_s, out});
        QCOMPARE(refused.code, 0);
        QVERIFY2(refused.err.contains(u"127.0.0.1"_s), qPrintable(refused.err));
        QCOMPARE(server.requests.size(), 0);
        const CliOutcome allowed =
            runBeside({u"export"_s, file, u"-o"_s, out, u"--allow-remote-images"_s});
        QCOMPARE(allowed.code, 0);
        QCOMPARE(allowed.err, QString());
        QCOMPARE(server.requests.size(), 1);
        if (format == "html"_L1)
            QVERIFY(CliFixture::read(out).contains("src=\"data:image/svg+xml"));
        // What was fetched is there without the server too.
        server.serveRaw(address.path().toUtf8(), "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n");
        const CliOutcome offline =
            runBeside({u"export"_s, file, u"-o"_s, out, u"--allow-remote-images"_s});
        QCOMPARE(offline.err, QString());
        QCOMPARE(server.requests.size(), 1);
    }

    void aRemotePictureThatDoesNotComeIsSaid()
    {
        HttpServer server;
        const QUrl address = server.url("/none.png");
        const QString file = m_cli.write(u"n.md"_s, "![the curve](" + address.toEncoded() + ")\n");
        const CliOutcome outcome = runBeside(
            {u"export"_s, file, u"-o"_s, m_cli.path(u"n.pdf"_s), u"--allow-remote-images"_s});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.err.contains(u"the curve"_s) && outcome.err.contains(u"127.0.0.1"_s),
                 qPrintable(outcome.err));
    }

    void whatCannotBeReadOrWritten_data()
    {
        QTest::addColumn<QString>("report");
        QTest::addColumn<QString>("output");
        QTest::addColumn<QString>("says");
        QTest::addColumn<int>("code");
        const QString text = m_cli.write(u"text.md"_s, "text\n");
        const QString old = m_cli.write(u"old.pdf"_s, "old");
        QTest::newRow("no file") << m_cli.path(u"none.md"_s) << old << u"none.md"_s << 3;
        QTest::newRow("no report") << u"Nobody's"_s << old << u"Nobody's"_s << 3;
        QTest::newRow("no text") << m_cli.write(u"latin.md"_s, "Gr\xf6\xdf\x65") << old
                                 << u"UTF-8"_s << 1;
        QTest::newRow("no folder")
            << text << m_cli.path(u"no/such/folder/a.pdf"_s) << u"a.pdf"_s << 1;
        QTest::newRow("a folder") << text << m_cli.path(u"folder.pdf"_s) << u"folder.pdf"_s << 1;
        QVERIFY(QDir().mkpath(m_cli.path(u"folder.pdf/inside"_s)));
#ifdef Q_OS_LINUX // also root may not write there
        QTest::newRow("no permission") << text << u"/proc/a.pdf"_s << u"/proc/a.pdf"_s << 1;
#endif
    }

    void whatCannotBeReadOrWritten()
    {
        QFETCH(QString, report);
        QFETCH(QString, output);
        QFETCH(QString, says);
        QFETCH(int, code);
        const CliOutcome outcome = m_cli.runInLibrary({u"export"_s, report, u"-o"_s, output});
        QCOMPARE(outcome.code, code);
        QVERIFY2(outcome.err.contains(says), qPrintable(outcome.err));
        QCOMPARE(outcome.out, QString());
        QCOMPARE(CliFixture::read(m_cli.path(u"old.pdf"_s)), QByteArray("old"));
    }
};

QTEST_GUILESS_MAIN(ExportCommandTest)
#include "test_export_command.moc"
