#include "ui/editor/text_mirror.h"

#include <QPlainTextDocumentLayout>
#include <QRandomGenerator>
#include <QTest>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

QString blocksJoined(const QTextDocument &document)
{
    QStringList lines;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        lines.append(block.text());
    return lines.join(u'\n');
}

} // namespace

class TextMirrorTest : public QObject
{
    Q_OBJECT

private slots:
    void startsWithTheDocument();
    void keepsNoBreakSpaces();
    void followsRandomEditsAndUndo();
};

void TextMirrorTest::startsWithTheDocument()
{
    QTextDocument document(u"one\ntwo"_s);
    document.setDocumentLayout(new QPlainTextDocumentLayout(&document));
    const TextMirror mirror(document);
    QCOMPARE(mirror.text(), u"one\ntwo"_s);
    document.setPlainText(u"three\n"_s);
    QCOMPARE(mirror.text(), u"three\n"_s);
    document.clear();
    QCOMPARE(mirror.text(), QString());
}

void TextMirrorTest::keepsNoBreakSpaces()
{
    QTextDocument document;
    document.setDocumentLayout(new QPlainTextDocumentLayout(&document));
    const TextMirror mirror(document);
    QTextCursor(&document).insertText(u"10\u00a0%"_s);
    QCOMPARE(mirror.text(), u"10\u00a0%"_s);
}

void TextMirrorTest::followsRandomEditsAndUndo()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    QTextDocument document;
    document.setDocumentLayout(new QPlainTextDocumentLayout(&document));
    const TextMirror mirror(document);
    const QStringList pieces{u"a"_s,    u"\n"_s,           u"two\nlines"_s,
                             u"\n\n"_s, u"Größe 🙂"_s, QString()};
    for (int i = 0; i < 3000; ++i) {
        const int size = document.characterCount() - 1;
        QTextCursor cursor(&document);
        switch (random.bounded(8)) {
        case 0:
            document.undo();
            break;
        case 1:
            document.redo();
            break;
        case 2: // several changes that are reported as one
            cursor.beginEditBlock();
            cursor.setPosition(random.bounded(size + 1));
            cursor.insertText(u"x\ny"_s);
            cursor.setPosition(random.bounded(size + 1));
            cursor.deletePreviousChar();
            cursor.endEditBlock();
            break;
        default:
            cursor.setPosition(random.bounded(size + 1));
            cursor.setPosition(qMin(size, cursor.position() + random.bounded(6)),
                               QTextCursor::KeepAnchor);
            cursor.insertText(pieces.at(random.bounded(int(pieces.size()))));
        }
        QCOMPARE(mirror.text(), blocksJoined(document));
    }
}

QTEST_MAIN(TextMirrorTest)
#include "test_text_mirror.moc"
