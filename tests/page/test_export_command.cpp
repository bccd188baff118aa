#include "support/cli_run.h"
#include "support/http_server.h"
#include "support/pdf_tools.h"
#include "support/test_paths.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace plotleaf::test;
using namespace Qt::StringLiterals;

/// `plotleaf-cli export`, the program itself, from the file to what is on disk afterwards.
class ExportCommandTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString &name) { return m_folder.filePath(name); }

    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName();
    }

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// Like runCli(), but with this program's servers answering meanwhile, and a cache of its own.
    CliOutcome runBeside(const QStringList &arguments)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_CACHE_HOME"_s, path(u"cache"_s));
        process.setProcessEnvironment(environment);
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(plotleaf::binDir() + u"/plotleaf-cli"_s, arguments);
        if (finished.isEmpty() && !finished.wait(120'000))
            qFatal("plotleaf-cli hangs");
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

    QStringList inLibrary() { return {u"--library"_s, path(u"library"_s)}; }

private slots:
    void exportMistakes_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("no output") << QStringList();
        QTest::newRow("docx") << QStringList{u"-o"_s, u"a.docx"_s};
        QTest::newRow("page size") << QStringList{u"-o"_s, u"a.pdf"_s, u"--page-size"_s, u"Z9"_s};
        QTest::newRow("margins") << QStringList{u"-o"_s, u"a.pdf"_s, u"--margins"_s, u"1,2"_s};
        QTest::newRow("deadline") << QStringList{u"-o"_s, u"a.pdf"_s, u"--deadline"_s, u"soon"_s};
    }

    void exportMistakes()
    {
        QFETCH(QStringList, options);
        const QString file = write(u"a.md"_s, "text\n");
        const CliOutcome outcome = runCli(QStringList{u"export"_s, file} + options);
        QCOMPARE(outcome.code, 2);
        QVERIFY(!outcome.err.isEmpty());
    }

    void exportsTheDemo()
    {
        const QString pdf = path(u"welcome.pdf"_s);
        const CliOutcome outcome =
            runCli({u"export"_s, plotleaf::sourceDir() + u"/resources/demo/welcome.md"_s, u"-o"_s,
                    pdf, u"--page-size"_s, u"Letter"_s});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        QCOMPARE(outcome.err, QString());
        const QByteArray bytes = read(pdf);
        QCOMPARE(pdfFaults(bytes), QString());
        QCOMPARE(pdfInfo(bytes)[u"Title"_s], u"Welcome to Plotleaf"_s);
        QVERIFY(pdfInfo(bytes)[u"Page size"_s].contains(u"letter"_s));
        QVERIFY(pdfText(bytes).contains(u"Validation loss"_s));
        QVERIFY(pdfOutline(bytes).size() >= 5);
    }

    void exportsHtmlWithPicturesBeside()
    {
        QFile::copy(plotleaf::sourceDir() + u"/resources/icons/plotleaf.svg"_s,
                    path(u"leaf.svg"_s));
        const QString file = write(u"b.md"_s, "---\ntitle: Beside\nlang: fr\n---\n![](leaf.svg)\n");
        const QString html = path(u"b.html"_s);
        const CliOutcome outcome = runCli({u"export"_s, file, u"-o"_s, html});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        const QByteArray page = read(html);
        QVERIFY(page.contains("<html lang=\"fr\""));
        QVERIFY(page.contains("src=\"data:image/svg+xml"));
    }

    void exportsAReportOfTheLibrary()
    {
        const QString file = write(u"lib.md"_s, "Text of the report\n");
        QCOMPARE(
            runCli(QStringList{u"report"_s, u"new"_s, u"From the library"_s, u"--file"_s, file} +
                   inLibrary())
                .code,
            0);
        const QString pdf = path(u"lib.pdf"_s);
        const CliOutcome outcome =
            runCli(QStringList{u"export"_s, u"From the library"_s, u"-o"_s, pdf} + inLibrary());
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        QVERIFY(pdfText(read(pdf)).contains(u"Text of the report"_s));
    }

    void whatCannotBeDrawnIsSaid()
    {
        const QString file = write(u"c.md"_s, "![the curve](gone.png)\n");
        const CliOutcome outcome = runCli({u"export"_s, file, u"-o"_s, path(u"c.pdf"_s)});
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
        const QString file = write(u"r.md"_s, "![the leaf](" + address.toEncoded() + ")\n");
        const QString out = path(u"r."_s + format);
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
            QVERIFY(read(out).contains("src=\"data:image/svg+xml"));
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
        const QString file = write(u"n.md"_s, "![the curve](" + address.toEncoded() + ")\n");
        const CliOutcome outcome =
            runBeside({u"export"_s, file, u"-o"_s, path(u"n.pdf"_s), u"--allow-remote-images"_s});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.err.contains(u"the curve"_s) && outcome.err.contains(u"127.0.0.1"_s),
                 qPrintable(outcome.err));
    }

    void anOldFileStaysWhenTheExportFails()
    {
        const QString old = write(u"old.pdf"_s, "old");
        QCOMPARE(runCli({u"export"_s, path(u"none.md"_s), u"-o"_s, old}).code, 1);
        QCOMPARE(read(old), QByteArray("old"));
        const QString file = write(u"a.md"_s, "text\n");
        const CliOutcome outcome =
            runCli({u"export"_s, file, u"-o"_s, path(u"no/such/folder/a.pdf"_s)});
        QCOMPARE(outcome.code, 1);
        QVERIFY(!outcome.err.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ExportCommandTest)
#include "test_export_command.moc"
