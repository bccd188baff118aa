#include "core/services/folders/wandb_console.h"

#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

using Stream = WandbConsole::Stream;

class WandbConsoleTest : public QObject
{
    Q_OBJECT

private slots:
    void showsWhatATerminalShows_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QStringList>("lines");
        const auto row = [](const char *name, const QByteArray &written, const QStringList &lines) {
            QTest::newRow(name) << written << lines;
        };
        row("lines", "one\ntwo\n\nfour", {u"one"_s, u"two"_s, u""_s, u"four"_s});
        row("progress bar", "  0%\r 50%\r100%\ndone\n", {u"100%"_s, u"done"_s});
        row("a shorter text leaves the rest", "epoch 10\rstep\n", {u"steph 10"_s});
        row("erased to the end", "epoch 10\r\x1b[Kstep\n", {u"step"_s});
        row("erased from the beginning", "abc\x1b[1Kd\n", {u"   d"_s});
        row("erased as a whole", "abc\x1b[2K\rd\n", {u"d"_s});
        row("windows lines", "one\r\ntwo\r\n", {u"one"_s, u"two"_s});
        row("backspace", "12\b3\n", {u"13"_s});
        row("two bars", "a 0%\nb 0%\n\x1b[2Aa 9%\nb 8%\nend\n", {u"a 9%"_s, u"b 8%"_s, u"end"_s});
        row("column", "abc\x1b[1Gx\x1b[1C!\x1b[2D?\n", {u"x?!"_s});
        row("colours", "\x1b[1;32mgreen\x1b[0m \x1b]0;title\x07text\x1b(B\n", {u"green text"_s});
        row("far right", "\x1b[999999Cx\ny\n", {u""_s, u"y"_s});
        row("far up", "a\n\x1b[99Ab\nc\n", {u"b"_s, u"c"_s});
        row("not ASCII", "größer ▇▇\r▆\n", {u"▆rößer ▇▇"_s});
    }
    void showsWhatATerminalShows()
    {
        QFETCH(const QByteArray, written);
        QFETCH(const QStringList, lines);
        WandbConsole whole;
        whole.add(Stream::Output, written, 0);
        QCOMPARE(linesOf(whole), lines);
        // Sequences are torn wherever the writer flushed.
        WandbConsole pieces;
        const QString text = QString::fromUtf8(written);
        for (const QChar character : text)
            pieces.add(Stream::Output, QString(character).toUtf8(), 0);
        QCOMPARE(linesOf(pieces), lines);
    }

    void streamsDoNotWriteOverEachOther()
    {
        WandbConsole console;
        console.add(Stream::Output, " 10%", 1);
        console.add(Stream::Error, "warning\n", 2);
        console.add(Stream::Output, "\r 20%\nnext\n", 3);
        console.add(Stream::Error, "\x1b[1Aerror!!", 4);
        const ConsoleText text = console.text();
        QCOMPARE(linesOf(console), QStringList({u" 20%"_s, u"error!!"_s, u"next"_s}));
        QCOMPARE(text.lines[1].isError, true);
        QCOMPARE(text.lines[2].isError, false);
        QCOMPARE(text.lines[0].wall, 1.0);
        QCOMPARE(text.lines[2].wall, 3.0);
    }

    void keepsTheEnd()
    {
        WandbConsole console;
        constexpr int more = 5000;
        for (int i = 0; i < more; ++i)
            console.add(Stream::Output, QByteArray(QByteArray::number(i) + '\n'), 0);
        QCOMPARE(size_t(console.text().lines.size()), WandbConsole::maxLines);
        QCOMPARE(console.text().leftOut, more - qint64(WandbConsole::maxLines));
        QCOMPARE(console.text().lines.last().text, u"4999"_s);
        for (int i = 0; i < 100; ++i)
            console.add(Stream::Output, QByteArray(QByteArray(100'000, 'x') + '\n'), 0);
        qsizetype characters = 0;
        for (const ConsoleLine &line : console.text().lines)
            characters += line.text.size();
        QVERIFY(characters <= WandbConsole::maxCharacters);
        QVERIFY(characters > WandbConsole::maxCharacters / 2);
    }

private:
    static QStringList linesOf(const WandbConsole &console)
    {
        QStringList lines;
        const ConsoleText text = console.text();
        for (const ConsoleLine &line : text.lines)
            lines << line.text;
        return lines;
    }
};

QTEST_GUILESS_MAIN(WandbConsoleTest)
#include "test_wandb_console.moc"
