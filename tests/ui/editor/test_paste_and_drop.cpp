#include "support/editor_window.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QSignalSpy>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

QImage redPicture()
{
    QImage picture(3, 2, QImage::Format_RGB32);
    picture.fill(Qt::red);
    return picture;
}

QMimeData *textMime(const QString &text)
{
    auto *mime = new QMimeData;
    mime->setText(text);
    return mime;
}

/// Drops `mime` in front of the text's first letter; whether the editor wanted it.
bool dropAtStart(EditorWindow &w, const QMimeData &mime)
{
    QWidget *target = w.editor.viewport();
    const QTextCursor start(w.editor.document());
    const QPointF place = w.editor.cursorRect(start).center();
    QDragEnterEvent enter(place.toPoint(), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &enter);
    QDropEvent drop(place, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &drop);
    return enter.isAccepted();
}

} // namespace

/// What comes from the clipboard and from other windows.
class PasteAndDropTest : public QObject
{
    Q_OBJECT

private slots:
    void anAddressOverWordsBecomesALink_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("after");
        QTest::newRow("https") << u"see ⟦this⟧"_s << u"https://a.example/x"_s
                               << u"see [this](https://a.example/x)¦"_s;
        QTest::newRow("mail") << u"⟦Ana⟧"_s << u"mailto:ana@a.example"_s
                              << u"[Ana](mailto:ana@a.example)¦"_s;
        QTest::newRow("spaces around")
            << u"⟦this⟧"_s << u"  https://a.example \n"_s << u"[this](https://a.example)¦"_s;
        QTest::newRow("nothing selected")
            << u"¦"_s << u"https://a.example"_s << u"https://a.example¦"_s;
        QTest::newRow("several lines selected")
            << u"⟦a\nb⟧"_s << u"https://a.example"_s << u"https://a.example¦"_s;
        QTest::newRow("over an address")
            << u"⟦https://b.example⟧"_s << u"https://a.example"_s << u"https://a.example¦"_s;
        QTest::newRow("over what a link leads to")
            << u"[a](⟦b.md⟧)"_s << u"https://a.example"_s << u"[a](https://a.example¦)"_s;
        QTest::newRow("in a fence")
            << u"```\n⟦this⟧\n```"_s << u"https://a.example"_s << u"```\nhttps://a.example¦\n```"_s;
        QTest::newRow("no address") << u"⟦this⟧"_s << u"that"_s << u"that¦"_s;
        QTest::newRow("a script") << u"⟦this⟧"_s << u"javascript:alert(1)"_s
                                  << u"javascript:alert(1)¦"_s;
    }

    void anAddressOverWordsBecomesALink()
    {
        QFETCH(QString, before);
        QFETCH(QString, pasted);
        QFETCH(QString, after);
        EditorWindow w;
        w.load(before);
        const QString text = w.editor.text();
        w.paste(textMime(pasted));
        QCOMPARE(w.marked(), after);
        w.editor.undo();
        QCOMPARE(w.editor.text(), text);
    }

    void pastedLinesAreNotChanged()
    {
        // Neither is a list continued nor a bracket closed.
        EditorWindow w;
        w.load(u"¦"_s);
        w.paste(textMime(u"- a\n(b\n\t`c\r\nd"_s));
        QCOMPARE(w.editor.text(), u"- a\n(b\n\t`c\nd"_s);
    }

    void aHugeTextIsPasted()
    {
        QString huge;
        for (int line = 0; huge.size() < 5'000'000; ++line)
            huge += u"Line %1 with some *words*\n"_s.arg(line);
        EditorWindow w;
        w.load(u"before ¦ after"_s);
        w.paste(textMime(huge));
        QCOMPARE(w.editor.text(), u"before "_s + huge + u" after"_s);
        w.editor.undo();
        QCOMPARE(w.editor.text(), u"before  after"_s);
    }

    void ofTextAndPictureTheTextCounts()
    {
        EditorWindow w;
        w.load(u"¦"_s);
        QSignalSpy images(&w.editor, &SourceEditor::imagePasted);
        QMimeData *cells = textMime(u"1\t2"_s);
        cells->setImageData(redPicture());
        w.paste(cells);
        QCOMPARE(w.editor.text(), u"1\t2"_s);
        QCOMPARE(images.size(), 0);
        // Some programs add an empty text to a picture.
        QMimeData *picture = textMime(QString());
        picture->setImageData(redPicture());
        w.paste(picture);
        QCOMPARE(images.size(), 1);
    }

    void aDroppedPictureIsReportedWhereItFell()
    {
        EditorWindow w;
        w.load(u"first\nlast¦"_s);
        QSignalSpy files(&w.editor, &SourceEditor::filesPasted);
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(u"/a/plot.png"_s)});
        QVERIFY(dropAtStart(w, mime));
        QCOMPARE(files.size(), 1);
        QCOMPARE(files.first().first().toStringList(), QStringList{u"/a/plot.png"_s});
        QCOMPARE(w.editor.textCursor().position(), 0); // not where the cursor was
        QCOMPARE(w.editor.text(), u"first\nlast"_s);
        QSignalSpy images(&w.editor, &SourceEditor::imagePasted);
        QMimeData picture;
        picture.setImageData(redPicture());
        QVERIFY(dropAtStart(w, picture));
        QCOMPARE(images.size(), 1);
    }

    void aDroppedAddressIsText()
    {
        EditorWindow w;
        w.load(u"¦end"_s);
        QMimeData mime;
        mime.setUrls({QUrl(u"https://a.example/x.png"_s)});
        QVERIFY(dropAtStart(w, mime));
        QCOMPARE(w.editor.text(), u"https://a.example/x.pngend"_s);
    }

    void nothingIsDroppedOnALockedText()
    {
        EditorWindow w;
        w.load(u"¦text"_s);
        w.editor.setLocked(true);
        QSignalSpy files(&w.editor, &SourceEditor::filesPasted);
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(u"/a/plot.png"_s)});
        dropAtStart(w, mime);
        QCOMPARE(files.size(), 0);
        QCOMPARE(w.editor.text(), u"text"_s);
    }
};

QTEST_MAIN(PasteAndDropTest)
#include "test_paste_and_drop.moc"
