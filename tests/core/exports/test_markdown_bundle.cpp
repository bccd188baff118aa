#include "core/exports/markdown_bundle.h"
#include "core/exports/markdown_import.h"
#include "core/report/markdown_file.h"
#include "support/library_fixture.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

// The smallest picture there is: one transparent pixel.
const QByteArray png = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=");
const QByteArray svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>\n";

} // namespace

/// Markdown files with pictures beside them: into a library, and out of it.
class TestMarkdownBundle : public QObject
{
    Q_OBJECT

private slots:
    void takesThePicturesThatTheTextNames();
    void tellsWhatIsMissing();
    void takesNothingButPictures();
    void takesTheBestName_data();
    void takesTheBestName();
    void missingFileSaysSo();
    void importStoresPicturesAsAssets();
    void importWithoutPicturesKeepsEveryByte();
    void importOfARefusedReportTellsWhy();
    void writesFrontMatterTextAndPictures();
    void tellsWhichAssetsAreNotThere();
    void impossiblePlacesAreTold();
    void roundTripLosesNothing();

private:
    QString write(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the test cannot write");
        return path;
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static MarkdownBundle bundleOf(const QString &path)
    {
        Result<MarkdownBundle> bundle = readMarkdownBundle(path);
        if (!bundle)
            qFatal("%s", qPrintable(bundle.error().message));
        return std::move(*bundle);
    }
    static Result<MarkdownImport::Imported> import(Library &library, const MarkdownBundle &bundle)
    {
        MarkdownImport import(library, bundle);
        return await(import.start());
    }
    static QHash<QString, QString> assetPaths(Library &library, const ReportId &id)
    {
        QHash<QString, QString> paths;
        for (const Asset &asset : await(library.assets(id)).value())
            paths.insert(asset.name, library.assetPath(asset.sha256));
        return paths;
    }

    QTemporaryDir m_folder;
};

void TestMarkdownBundle::takesThePicturesThatTheTextNames()
{
    write(u"paper/figures/loss curve.png"_s, png);
    write(u"paper/small.svg"_s, svg);
    write(u"shared/logo.png"_s, png);
    const MarkdownBundle bundle = bundleOf(
        write(u"paper/report.md"_s, "![Loss](figures/loss%20curve.png) and again "
                                    "![](<figures/loss curve.png>)\n\n<img src='small.svg'>\n\n"
                                    "![](../shared/logo.png)\n\n`![](small.svg)`\n"));
    QCOMPARE(bundle.pictures.size(), 3);
    QCOMPARE(bundle.pictures.at(0).address, u"figures/loss curve.png"_s);
    QCOMPARE(bundle.pictures.at(0).name, u"loss curve.png"_s);
    QCOMPARE(bundle.pictures.at(0).bytes, png);
    QCOMPARE(bundle.pictures.at(1).bytes, svg);
    QCOMPARE(bundle.pictures.at(2).address, u"../shared/logo.png"_s);
    QVERIFY(bundle.missing.isEmpty());
}

void TestMarkdownBundle::tellsWhatIsMissing()
{
    QVERIFY(QDir(m_folder.path()).mkpath(u"figures"_s));
    QFile large(m_folder.filePath(u"large.png"_s));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(largestBundledPicture + 1));
    const MarkdownBundle bundle = bundleOf(write(
        u"report.md"_s,
        "![](gone.png) ![](gone.png) ![](figures) ![](large.png) ![](https://example.org/a.png) "
        "![](asset:b.png) ![](data:image/png;base64,AA) ![](/etc/hostname)\n"));
    const QVector<MissingPicture> missing{{u"gone.png"_s, u"there is no such file"_s},
                                          {u"figures"_s, u"it is a folder"_s},
                                          {u"large.png"_s, u"it is larger than 64 MB"_s}};
    QCOMPARE(bundle.missing, missing);
    QVERIFY(bundle.pictures.isEmpty());
}

void TestMarkdownBundle::takesNothingButPictures()
{
    write(u"secret.png"_s, "-----BEGIN OPENSSH PRIVATE KEY-----\n");
    write(u"page.html"_s, "<html></html>");
    const MarkdownBundle bundle =
        bundleOf(write(u"report.md"_s, "![](secret.png)\n\n![](page.html)\n\n[a](secret.png)\n"));
    QVERIFY2(bundle.pictures.isEmpty(), "a file that is no picture was taken along");
    const QVector<MissingPicture> refused{{u"secret.png"_s, u"it is not a picture"_s},
                                          {u"page.html"_s, u"it is not a picture"_s}};
    QCOMPARE(bundle.missing, refused);
}

void TestMarkdownBundle::takesTheBestName_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("body");
    QTest::newRow("front matter") << QByteArray("---\ntitle: From above\n---\n# Heading\n")
                                  << u"From above"_s << u"# Heading\n"_s;
    QTest::newRow("heading") << QByteArray("intro\n\n## The heading ##\n") << u"The heading"_s
                             << u"intro\n\n## The heading ##\n"_s;
    QTest::newRow("file name") << QByteArray("no heading\n") << u"weekly notes"_s
                               << u"no heading\n"_s;
    QTest::newRow("heading too short") << QByteArray("# A\n") << u"weekly notes"_s << u"# A\n"_s;
}

void TestMarkdownBundle::takesTheBestName()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, name);
    QFETCH(QString, body);
    const MarkdownBundle bundle = bundleOf(write(u"weekly notes.md"_s, text));
    QCOMPARE(bundle.report.name, name);
    QCOMPARE(bundle.report.text, body);
}

void TestMarkdownBundle::missingFileSaysSo()
{
    const Result<MarkdownBundle> bundle = readMarkdownBundle(m_folder.filePath(u"absent.md"_s));
    QVERIFY(!bundle);
    QCOMPARE(bundle.error().code, ErrorCode::NotFound);
    QVERIFY(!bundle.error().message.isEmpty());
}

void TestMarkdownBundle::importStoresPicturesAsAssets()
{
    LibraryFixture f;
    write(u"a/plot.png"_s, png);
    write(u"b/plot.png"_s, svg);
    const auto imported = import(
        *f.library, bundleOf(write(u"two.md"_s, "# Two plots\n\n![A](a/plot.png)\n\n![B][b]\n\n"
                                                "[b]: b/plot.png\n\n![](gone.png)\n")));
    QVERIFY(imported);
    QCOMPARE(imported->name, u"Two plots"_s);
    QCOMPARE(imported->pictures, 2);
    QCOMPARE(imported->missing.size(), 1);
    QCOMPARE(imported->missing.first().address, u"gone.png"_s);
    const auto paths = assetPaths(*f.library, imported->id);
    QCOMPARE(paths.size(), 2);
    const Report report = await(f.library->report(imported->id)).value();
    QCOMPARE(report.text, u"# Two plots\n\n![A](asset:plot.png)\n\n![B][b]\n\n"
                          "[b]: asset:plot-2.png\n\n![](gone.png)\n"_s);
    QCOMPARE(read(paths.value(u"plot.png"_s)), png);
    QCOMPARE(read(paths.value(u"plot-2.png"_s)), svg);
}

void TestMarkdownBundle::importWithoutPicturesKeepsEveryByte()
{
    LibraryFixture f;
    const QByteArray text = "# Größe\r\n\ttab  \nlast line without end";
    const auto imported = import(*f.library, bundleOf(write(u"plain.md"_s, text)));
    QVERIFY(imported);
    QCOMPARE(await(f.library->report(imported->id)).value().text.toUtf8(), text);
    QCOMPARE(await(f.library->revisions(imported->id)).value().size(), 1);
}

void TestMarkdownBundle::importOfARefusedReportTellsWhy()
{
    LibraryFixture f;
    MarkdownBundle bundle;
    bundle.report.name = u"A"_s;
    const auto imported = import(*f.library, bundle);
    QVERIFY(!imported);
    QCOMPARE(imported.error().code, ErrorCode::InvalidInput);
    QCOMPARE(await(f.library->find({})).value().total, 0);
}

void TestMarkdownBundle::writesFrontMatterTextAndPictures()
{
    const QString path = m_folder.filePath(u"out/My report.md"_s);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    Report report;
    report.summary.name = u"Loss: \"great\""_s;
    report.summary.project = u"vision/resnet"_s;
    report.summary.description = u"Two lines\nof it"_s;
    report.summary.author = u"Ana"_s;
    report.summary.tags = {u"v2"_s, u"week 40"_s};
    report.summary.updated = QDateTime(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC);
    report.text = u"# Text\r\n![a](asset:plot%20one.png) [b](asset:plot%20one.png) `asset:x`\n"_s;
    const QString asset = write(u"store/0123"_s, png);
    const auto written =
        writeMarkdownBundle(path, report, {{u"plot one.png"_s, asset}, {u"unused.png"_s, asset}});
    QVERIFY(written);
    QCOMPARE(written->files, 1);
    QCOMPARE(written->missing, QStringList());
    QCOMPARE(read(m_folder.filePath(u"out/My report-files/plot one.png"_s)), png);
    QVERIFY2(!QFile::exists(m_folder.filePath(u"out/My report-files/unused.png"_s)),
             "what the text does not use was written too");
    const QByteArray bytes = read(path);
    QVERIFY2(bytes.endsWith("---\n\n# Text\r\n![a](My%20report-files/plot%20one.png) "
                            "[b](My%20report-files/plot%20one.png) `asset:x`\n"),
             bytes.constData());
    const MarkdownFile again = readMarkdownFile(path).value();
    const ReportSummary &summary = again.report.summary;
    QCOMPARE(summary.name, report.summary.name);
    QCOMPARE(summary.project, report.summary.project);
    QCOMPARE(summary.description, report.summary.description);
    QCOMPARE(summary.author, report.summary.author);
    QCOMPARE(summary.tags, report.summary.tags);
    QCOMPARE(summary.updated, report.summary.updated);
}

void TestMarkdownBundle::tellsWhichAssetsAreNotThere()
{
    Report report;
    report.summary.name = u"Alpha"_s;
    report.text = u"![](asset:a.png) ![](asset:a.png) ![](asset:)\n"_s;
    const QString path = m_folder.filePath(u"alpha.md"_s);
    const auto written = writeMarkdownBundle(path, report, {});
    QVERIFY(written);
    QCOMPARE(written->missing, QStringList{u"a.png"_s});
    QVERIFY(read(path).endsWith(report.text.toUtf8()));
    QVERIFY2(!QFile::exists(m_folder.filePath(u"alpha-files"_s)), "an empty folder was made");
}

void TestMarkdownBundle::impossiblePlacesAreTold()
{
    Report report;
    report.summary.name = u"Alpha"_s;
    report.text = u"![](asset:a.png)\n"_s;
    const auto noFolder =
        writeMarkdownBundle(m_folder.filePath(u"no/such/folder/a.md"_s), report, {});
    QVERIFY(!noFolder);
    QCOMPARE(noFolder.error().code, ErrorCode::Io);
    const auto noFolderForAssets =
        writeMarkdownBundle(m_folder.filePath(u"no/such/folder/a.md"_s), report,
                            {{u"a.png"_s, write(u"store/4567"_s, png)}});
    QVERIFY2(!noFolderForAssets, "folders were made that nobody asked for");
    const QString path = m_folder.filePath(u"a.md"_s);
    const auto noAsset =
        writeMarkdownBundle(path, report, {{u"a.png"_s, m_folder.filePath(u"gone"_s)}});
    QVERIFY(!noAsset);
    QVERIFY2(noAsset.error().message.contains(u"a.png"_s), qPrintable(noAsset.error().message));
    QVERIFY2(!QFile::exists(path), "a text was written whose pictures are not there");
}

void TestMarkdownBundle::roundTripLosesNothing()
{
    LibraryFixture f;
    write(u"in/figures/plot one.png"_s, png);
    const auto imported = import(
        *f.library, bundleOf(write(u"in/first.md"_s, "---\ntitle: First\nproject: a/b\ntags: [x]\n"
                                                     "---\n![](figures/plot%20one.png)\n")));
    QVERIFY(imported);
    const Report report = await(f.library->report(imported->id)).value();
    QVERIFY(writeMarkdownBundle(m_folder.filePath(u"out.md"_s), report,
                                assetPaths(*f.library, imported->id)));
    const auto again = import(*f.library, bundleOf(m_folder.filePath(u"out.md"_s)));
    QVERIFY(again);
    QVERIFY(again->missing.isEmpty());
    const Report second = await(f.library->report(again->id)).value();
    QCOMPARE(second.text, report.text);
    QCOMPARE(second.summary.name, u"First"_s);
    QCOMPARE(second.summary.project, u"a/b"_s);
    QCOMPARE(second.summary.tags, QStringList{u"x"_s});
    QCOMPARE(assetPaths(*f.library, again->id), assetPaths(*f.library, imported->id));
}

QTEST_GUILESS_MAIN(TestMarkdownBundle)
#include "test_markdown_bundle.moc"
