#include "ui/report/asset_inserter.h"

#include "support/library_fixture.h"
#include "ui/editor/source_editor.h"
#include "ui/report/asset_index.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"

#include <QFile>
#include <QSignalSpy>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

QImage picture(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::blue);
    return image;
}

/// An editor, its report in a library, and what stands between them.
struct Inserting : LibraryFixture
{
    explicit Inserting(const QString &text)
        : report(add(u"Alpha"_s, {}, {}, text))
        , editor(theme)
        , index(*library, report)
        , inserter(editor, *library, index, [this] { return report; })
        , failed(&inserter, &AssetInserter::failed)
        , inserted(&inserter, &AssetInserter::inserted)
    {
        editor.loadText(text);
    }

    QString path(const QString &name) const { return folder.filePath(name); }
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName();
    }
    QString writePicture(const QString &name, int width = 4, int height = 3) const
    {
        if (!picture(width, height).save(path(name)))
            qFatal("cannot write a picture");
        return path(name);
    }
    void waitForInserted(int count)
    {
        while (inserted.size() < count) {
            if (!inserted.wait(hangMs))
                qFatal("nothing was inserted");
        }
    }

    SystemColorScheme scheme;
    Theme theme{scheme};
    ReportId report;
    SourceEditor editor;
    AssetIndex index;
    AssetInserter inserter;
    QSignalSpy failed;
    QSignalSpy inserted;
};

} // namespace

class AssetInserterTest : public QObject
{
    Q_OBJECT

private slots:
    void aPastedPictureBecomesAFile();
    void filesKeepTheirNamesAndBytes();
    void oddNamesCanStandInTheText();
    void whatIsTypedMeanwhileDoesNotDisplaceIt();
    void otherFilesBecomeLinks();
    void whatCannotBeReadIsTold();
    void nothingComesIntoALockedText();
    void sizesAreKnownOfEveryPicture();
};

void AssetInserterTest::aPastedPictureBecomesAFile()
{
    Inserting i(u"See \n"_s);
    i.editor.moveCursor(QTextCursor::EndOfLine);
    i.inserter.insertImage(picture(40, 30));
    i.waitForInserted(1);
    QCOMPARE(i.editor.text(), u"See ![image](asset:image.png)\n"_s);
    QCOMPARE(QImage(i.index.path(u"image.png"_s)), picture(40, 30));
    QCOMPARE(i.index.sizes().value(u"image.png"_s), QSize(40, 30));
    // The same again is the same file, another one is not.
    i.inserter.insertImage(picture(40, 30));
    i.waitForInserted(2);
    i.inserter.insertImage(picture(7, 7));
    i.waitForInserted(3);
    QCOMPARE(await(i.library->assets(i.report))->size(), 2);
    QVERIFY(i.editor.text().contains(u"(asset:image-2.png)"_s));
    i.editor.undo();
    QVERIFY(!i.editor.text().contains(u"image-2"_s));
    QCOMPARE(i.failed.size(), 0);
}

void AssetInserterTest::filesKeepTheirNamesAndBytes()
{
    Inserting i(QString{});
    const QString first = i.writePicture(u"loss.png"_s);
    const QByteArray svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"6\"/>";
    i.inserter.insertFiles({first, i.write(u"curve.svg"_s, svg)});
    i.waitForInserted(2);
    QVERIFY(i.editor.text().contains(u"![loss](asset:loss.png)"_s));
    QVERIFY(i.editor.text().contains(u"![curve](asset:curve.svg)"_s));
    QFile stored(i.index.path(u"curve.svg"_s));
    QVERIFY(stored.open(QIODevice::ReadOnly));
    QCOMPARE(stored.readAll(), svg);
}

void AssetInserterTest::oddNamesCanStandInTheText()
{
    Inserting i(QString{});
    i.inserter.insertFiles({i.writePicture(u"my [1] plot (a).png"_s)});
    i.waitForInserted(1);
    QCOMPARE(i.editor.text(), u"![my \\[1\\] plot (a)](asset:my--1--plot--a-.png)"_s);
}

void AssetInserterTest::whatIsTypedMeanwhileDoesNotDisplaceIt()
{
    Inserting i(u"first\nlast"_s);
    QTextCursor cursor(i.editor.document());
    cursor.movePosition(QTextCursor::EndOfLine);
    i.editor.setTextCursor(cursor);
    i.inserter.insertImage(picture(4, 3));
    // The picture is still being packed.
    i.editor.moveCursor(QTextCursor::Start);
    i.editor.insertText(u"more and more "_s);
    i.editor.moveCursor(QTextCursor::End);
    i.editor.insertText(u" word"_s);
    i.waitForInserted(1);
    QCOMPARE(i.editor.text(), u"more and more first![image](asset:image.png)\nlast word"_s);
    QCOMPARE(i.editor.textCursor().position(), i.editor.text().size()); // the person's stays
}

void AssetInserterTest::otherFilesBecomeLinks()
{
    Inserting i(QString{});
    i.inserter.insertFiles({i.write(u"values [a] (b.csv"_s, "1,2\n")});
    QVERIFY2(i.editor.text().startsWith(u"[values \\[a\\] (b.csv](file:///"_s) &&
                 i.editor.text().endsWith(u"values%20[a]%20%28b.csv) "_s),
             qPrintable(i.editor.text()));
    QVERIFY(await(i.library->assets(i.report))->isEmpty());
}

void AssetInserterTest::whatCannotBeReadIsTold()
{
    Inserting i(u"text"_s);
    i.inserter.insertFiles({i.path(u"gone.png"_s)});
    QVERIFY(!i.failed.isEmpty() || i.failed.wait(hangMs));
    QVERIFY2(i.failed.takeFirst().first().toString().contains(u"gone.png"_s), "names the file");
    i.inserter.insertImage(QImage());
    QVERIFY(!i.failed.isEmpty() || i.failed.wait(hangMs));
    QVERIFY(!i.failed.takeFirst().first().toString().isEmpty());
    QFile large(i.path(u"large.png"_s));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(AssetInserter::maxAssetBytes + 1));
    i.inserter.insertFiles({large.fileName()});
    QVERIFY(!i.failed.isEmpty() || i.failed.wait(hangMs));
    QVERIFY(i.failed.first().first().toString().contains(u"50 MB"_s));
    QCOMPARE(i.editor.text(), u"text"_s);
}

void AssetInserterTest::nothingComesIntoALockedText()
{
    Inserting i(u"text"_s);
    i.inserter.insertImage(picture(4, 3));
    i.editor.setLocked(true); // published while the picture was being packed
    i.waitForInserted(1);
    QCOMPARE(i.editor.text(), u"text"_s);
}

void AssetInserterTest::sizesAreKnownOfEveryPicture()
{
    LibraryFixture f;
    const ReportId id = f.add(u"Alpha"_s);
    const auto add = [&](const QString &name, const QByteArray &bytes) {
        if (!await(f.library->addAsset(id, name, bytes)))
            qFatal("no asset");
    };
    QTemporaryDir folder;
    QVERIFY(picture(40, 30).save(folder.filePath(u"a.png"_s)));
    QFile png(folder.filePath(u"a.png"_s));
    QVERIFY(png.open(QIODevice::ReadOnly));
    add(u"a.png"_s, png.readAll());
    add(u"b.svg"_s, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"6\"/>");
    add(u"c.png"_s, "no picture at all");
    AssetIndex index(*f.library, id);
    QSignalSpy known(&index, &AssetIndex::sizesKnown);
    while (index.sizes().size() < 2)
        QVERIFY(known.wait(hangMs));
    QVERIFY(index.isLoaded());
    QCOMPARE(index.sizes().value(u"a.png"_s), QSize(40, 30));
    QCOMPARE(index.sizes().value(u"b.svg"_s), QSize(8, 6)); // the store does not read drawings
    QVERIFY(!index.sizes().contains(u"c.png"_s));
    QVERIFY(!index.path(u"c.png"_s).isEmpty());
    QCOMPARE(index.path(u"none.png"_s), QString());
}

QTEST_MAIN(AssetInserterTest)
#include "test_asset_inserter.moc"
