#include "ui/editor/passage.h"

#include "support/marked_text.h"
#include "ui/editor/block_commands.h"
#include "ui/editor/inline_commands.h"
#include "ui/editor/line_commands.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

Passage fromMarked(const QString &marked)
{
    const MarkedText parsed = parseMarked(marked);
    return {parsed.text, parsed.anchor, parsed.position};
}

QTextCursor selection(QTextDocument &document, int anchor, int position)
{
    QTextCursor cursor(&document);
    cursor.setPosition(anchor);
    cursor.setPosition(position, QTextCursor::KeepAnchor);
    return cursor;
}

/// Every command there is, to be tried on whatever a test comes up with.
const std::vector<std::pair<const char *, PassageCommand>> &everyCommand()
{
    using namespace inline_commands;
    using namespace line_commands;
    static const std::vector<std::pair<const char *, PassageCommand>> commands{
        {"bold", [](const Passage &p) { return toggleEmphasis(p, Emphasis::Bold); }},
        {"italic", [](const Passage &p) { return toggleEmphasis(p, Emphasis::Italic); }},
        {"strike", [](const Passage &p) { return toggleEmphasis(p, Emphasis::Strikethrough); }},
        {"code", toggleCode},
        {"link", [](const Passage &p) { return toggleLink(p); }},
        {"image", [](const Passage &p) { return insertImage(p, u"asset:a.png"_s); }},
        {"heading", [](const Passage &p) { return setHeading(p, 2); }},
        {"cycle", cycleHeading},
        {"quote", toggleQuote},
        {"bullets", [](const Passage &p) { return toggleList(p, ListKind::Bullet); }},
        {"numbers", [](const Passage &p) { return toggleList(p, ListKind::Numbered); }},
        {"tasks", [](const Passage &p) { return toggleList(p, ListKind::Task); }},
        {"indent", indent},
        {"outdent", outdent},
        {"up", moveUp},
        {"down", moveDown},
        {"duplicate", duplicate},
        {"tick", [](const Passage &p) { return setTaskDone(p, true); }},
        {"fence", block_commands::toggleCodeBlock},
        {"rule", block_commands::insertRule},
        {"table", [](const Passage &p) { return block_commands::insertTable(p, 1, 2); }},
    };
    return commands;
}

QString randomText(QRandomGenerator &random)
{
    static const QStringList pieces{u"a"_s,  u"two words"_s, u"\n"_s,   u"\n\n"_s, u"- "_s,
                                    u"> "_s, u"1. "_s,       u"# "_s,   u"**"_s,   u"*"_s,
                                    u"`"_s,  u"[x](y)"_s,    u"```"_s,  u"  "_s,   u"~~"_s,
                                    u"|"_s,  u"ü🌿"_s,        u"[ ] "_s, u"---"_s,  u"_"_s};
    QString text;
    for (int length = random.bounded(14); length > 0; --length)
        text += pieces.at(random.bounded(int(pieces.size())));
    return text;
}

} // namespace

/// How a command's result gets into the document: what is not changed is not touched.
class PassageTest : public QObject
{
    Q_OBJECT

private slots:
    void linesOfASelection_data()
    {
        QTest::addColumn<QString>("marked");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("cursor") << u"one\ntw¦o\nthree"_s << QStringList{u"two"_s};
        QTest::newRow("empty text") << u"¦"_s << QStringList{QString()};
        QTest::newRow("at a line's end") << u"one¦\ntwo"_s << QStringList{u"one"_s};
        QTest::newRow("two lines") << u"o⟦ne\nt⟧wo"_s << QStringList{u"one"_s, u"two"_s};
        QTest::newRow("ends where a line starts") << u"⟦one\n⟧two"_s << QStringList{u"one"_s};
        QTest::newRow("empty lines between")
            << u"⟦a\n\n\nb⟧"_s << QStringList{u"a"_s, QString(), QString(), u"b"_s};
    }

    void linesOfASelection()
    {
        QFETCH(QString, marked);
        QFETCH(QStringList, lines);
        const Passage passage = fromMarked(marked);
        QStringList found;
        for (const LineSpan &line : selectedLines(passage))
            found.append(passage.text.mid(line.start, line.end - line.start));
        QCOMPARE(found, lines);
        // Selected from its end to its start it is the same selection.
        const Passage back{passage.text, passage.position, passage.anchor};
        QCOMPARE(selectedLines(back).size(), lines.size());
    }

    void editsMoveTheSelection_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QVector<TextEdit>>("edits");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *name, const QString &before, const QVector<TextEdit> &edits,
                            const QString &after) {
            QTest::newRow(name) << before << edits << after;
        };
        row("in front", u"ab¦c"_s, {{0, 0, u"xx"_s}}, u"xxab¦c"_s);
        row("behind", u"ab¦c"_s, {{3, 3, u"xx"_s}}, u"ab¦cxx"_s);
        row("at the cursor", u"ab¦c"_s, {{2, 2, u"xx"_s}}, u"abxx¦c"_s);
        row("at the cursor, which stays", u"ab¦c"_s, {{2, 2, u"xx"_s, true}}, u"ab¦xxc"_s);
        row("around the cursor", u"ab¦cd"_s, {{1, 3, u"x"_s}}, u"ax¦d"_s);
        row("taken away in front", u"abc¦d"_s, {{0, 2, {}}}, u"c¦d"_s);
        row("on both sides", u"a⟦b⟧c"_s, {{1, 1, u"**"_s}, {2, 2, u"**"_s, true}}, u"a**⟦b⟧**c"_s);
        row("none", u"a⟦b⟧c"_s, {}, u"a⟦b⟧c"_s);
    }

    void editsMoveTheSelection()
    {
        QFETCH(QString, before);
        QFETCH(QVector<TextEdit>, edits);
        QFETCH(QString, after);
        const Passage result = applyEdits(fromMarked(before), edits);
        QCOMPARE(toMarked(result.text, result.anchor, result.position), after);
    }

    void aCommandSeesItsLinesAndTheirNeighbours()
    {
        // What stands above may mean something for its lines.
        QTextDocument code(u"text\n```\na\nb\nc\n```\nd\ne"_s);
        QCOMPARE(passageAround(selection(code, 14, 14)).text, u"b\nc\n```"_s);
        QCOMPARE(passageAround(selection(code, 14, 14)).before.block, MarkdownState::Block::Fence);
        QCOMPARE(passageAround(selection(code, 22, 22)).before.block, MarkdownState::Block::Text);
        QTextDocument document(u"zero\none\ntwo\nthree\nfour"_s);
        const Passage passage = passageAround(selection(document, 10, 11)); // in "two"
        QCOMPARE(passage.text, u"one\ntwo\nthree"_s);
        QCOMPARE(passage.selectedText(), u"w"_s);
        QCOMPARE(passageAround(selection(document, 0, 0)).text, u"zero\none"_s);
        const int end = document.characterCount() - 1;
        QCOMPARE(passageAround(selection(document, end, end)).text, u"three\nfour"_s);
    }

    void onlyWhatDiffersIsTouched()
    {
        QTextDocument document;
        document.setPlainText(u"first line\nsecond line\nthird line"_s);
        QSignalSpy changes(&document, &QTextDocument::contentsChange);
        // Bold on "second": two pairs of stars, nothing in front of or behind them.
        applyToDocument(selection(document, 11, 17), [](const Passage &passage) {
            return inline_commands::toggleEmphasis(passage, inline_commands::Emphasis::Bold);
        });
        QCOMPARE(document.toPlainText(), u"first line\n**second** line\nthird line"_s);
        int from = document.characterCount();
        int to = 0;
        for (const QList<QVariant> &change : changes) {
            from = qMin(from, change.at(0).toInt());
            to = qMax(to, change.at(0).toInt() + change.at(2).toInt());
        }
        QVERIFY2(from >= 11 && to <= 21, qPrintable(u"%1–%2"_s.arg(from).arg(to)));
    }

    void whatChangesNothingIsNoStepOfUndo()
    {
        QTextDocument document;
        document.setPlainText(u"text"_s); // the constructor's text could be undone
        document.setModified(false);
        applyToDocument(selection(document, 2, 2), [](const Passage &passage) { return passage; });
        applyToDocument(selection(document, 2, 2), line_commands::moveUp);
        QVERIFY(!document.isUndoAvailable());
        QVERIFY(!document.isModified());
    }

    /// On any text and selection: the document holds what the command made of the whole text, the
    /// selection stays inside, and one undo brings back what was there.
    void everyCommandOnAnyText()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        for (int round = 0; round < 4000; ++round) {
            const QString text = randomText(random);
            const int anchor = random.bounded(int(text.size()) + 1);
            const int position =
                random.bounded(2) == 0 ? anchor : random.bounded(int(text.size()) + 1);
            const auto &[name, command] =
                everyCommand().at(size_t(random.bounded(int(everyCommand().size()))));
            QTextDocument document;
            document.setPlainText(text);
            const QTextCursor before = selection(document, anchor, position);
            const Passage passage = passageAround(before);
            const int start = before.selectionStart() - passage.selectionStart();
            const Passage result = command(passage);
            const QString expected = QString(text).replace(start, passage.text.size(), result.text);
            const QTextCursor after = applyToDocument(before, command);
            const QString where = u"%1 on “%2” from %3 to %4"_s.arg(QString::fromLatin1(name), text)
                                      .arg(anchor)
                                      .arg(position);
            QVERIFY2(document.toPlainText() == expected, qPrintable(where));
            QVERIFY2(result.anchor >= 0 && result.position >= 0 &&
                         result.anchor <= result.text.size() &&
                         result.position <= result.text.size(),
                     qPrintable(where));
            QVERIFY2(after.anchor() == start + result.anchor &&
                         after.position() == start + result.position,
                     qPrintable(where));
            document.undo();
            QVERIFY2(document.toPlainText() == text, qPrintable(where));
            QVERIFY2(!document.isUndoAvailable(), qPrintable(where)); // it was one step
        }
    }
};

QTEST_MAIN(PassageTest)
#include "test_passage.moc"
