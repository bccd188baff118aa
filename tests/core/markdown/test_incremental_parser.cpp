#include "core/markdown/incremental_parser.h"
#include "core/markdown/markdown_parser.h"

#include <QRandomGenerator>
#include <QTest>

using namespace plotleaf;

namespace {

/// Where two documents differ first; empty when they do not.
QString difference(const MarkdownDocument &a, const MarkdownDocument &b)
{
    if (a.blocks.size() != b.blocks.size())
        return QStringLiteral("%1 and %2 blocks").arg(a.blocks.size()).arg(b.blocks.size());
    for (qsizetype i = 0; i < a.blocks.size(); ++i) {
        const MarkdownBlock &x = a.blocks[i];
        const MarkdownBlock &y = b.blocks[i];
        if (x.hash != y.hash || x.html != y.html || x.words != y.words ||
            x.firstLine != y.firstLine || x.lastLine != y.lastLine)
            return QStringLiteral("block %1, lines %2-%3 and %4-%5: %6 and %7")
                .arg(i)
                .arg(x.firstLine)
                .arg(x.lastLine)
                .arg(y.firstLine)
                .arg(y.lastLine)
                .arg(QString::fromUtf8(x.html), QString::fromUtf8(y.html));
    }
    const auto sameHeading = [](const MarkdownHeading &x, const MarkdownHeading &y) {
        return x.id == y.id && x.line == y.line && x.text == y.text && x.level == y.level;
    };
    if (!std::equal(a.outline.begin(), a.outline.end(), b.outline.begin(), b.outline.end(),
                    sameHeading))
        return QStringLiteral("outline");
    const auto samePanel = [](const MarkdownPanel &x, const MarkdownPanel &y) {
        return x.key == y.key && x.firstLine == y.firstLine && x.lastLine == y.lastLine &&
               x.source == y.source;
    };
    if (!std::equal(a.panels.begin(), a.panels.end(), b.panels.begin(), b.panels.end(), samePanel))
        return QStringLiteral("panels");
    return a.words == b.words ? QString() : QStringLiteral("words");
}

const QList<QByteArray> plainPieces = {"para *graph*\n\n",
                                       "two\nlines\n\n",
                                       "# Head\n\n",
                                       "## Head\n\n",
                                       "- a\n- b\n\n",
                                       "1. one\n\n   more\n\n",
                                       "- [ ] task\n",
                                       "> quote\n\n",
                                       "> [!NOTE]\n> hi\n\n",
                                       "```\ncode\n\nmore\n```\n\n",
                                       "    indented\n\n",
                                       "---\n\n",
                                       "| a | b |\n|---|---|\n| 1 | 2 |\n\n",
                                       "text\n| a |\n|---|\n| b |\n\n",
                                       "```panel\ny: a\n```\n\n",
                                       "\n",
                                       "\n\n",
                                       "Set\n===\n\n",
                                       "a $x$ b\n\n",
                                       "[link](https://a.b) ü\n\n",
                                       "* * *\n",
                                       "+ x\n\n\n+ y\n\n",
                                       "\r\n\r\nwindows\r\n\r\n"};
const QList<QByteArray> tyingPieces = {"[ref]: https://r.example\n\n",
                                       "[ref] and [^1]\n\n",
                                       "[^1]: note\n\n    # in note\n\n",
                                       "<details>\n\n",
                                       "</details>\n\n",
                                       "<b>x</b>\n\n",
                                       "$$\nx\n$$\n\n",
                                       "$$\n",
                                       "[TOC]\n\n",
                                       "```\n",
                                       "~~~\n"};
const QList<QByteArray> keys = {"x", " ",    "\n", "#", "-", ">", "`", "*",
                                "|", "    ", "1.", "=", "[", "]", ":", "\r"};

QByteArray pick(QRandomGenerator &random, const QList<QByteArray> &from)
{
    return from[random.bounded(int(from.size()))];
}

/// One edit as a person makes it: a key, a deletion, a paste.
void edit(QByteArray &text, QRandomGenerator &random, bool withTies)
{
    const int at = random.bounded(int(text.size()) + 1);
    const int kind = random.bounded(10);
    if (kind < 5)
        text.insert(at, pick(random, keys));
    else if (kind < 8)
        text.remove(at, random.bounded(1, 12));
    else
        text.insert(at,
                    pick(random, withTies && random.bounded(3) == 0 ? tyingPieces : plainPieces));
}

} // namespace

class IncrementalParserTest : public QObject
{
    Q_OBJECT

private slots:
    void partsGiveWhatTheWholeGives_data()
    {
        QTest::addColumn<bool>("withTies");
        QTest::newRow("plain") << false;
        QTest::newRow("with definitions, HTML and formulas") << true;
    }

    void partsGiveWhatTheWholeGives()
    {
        QFETCH(bool, withTies);
        const quint32 seed = qEnvironmentVariableIsSet("PLOTLEAF_SEED")
                                 ? qEnvironmentVariable("PLOTLEAF_SEED").toUInt()
                                 : QRandomGenerator::system()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        const int documents = qMax(8, qEnvironmentVariableIntValue("PLOTLEAF_ROUNDS"));
        int parts = 0;
        for (int document = 0; document < documents; ++document) {
            QByteArray text;
            for (int i = 0; i < 60; ++i)
                text +=
                    pick(random, withTies && random.bounded(20) == 0 ? tyingPieces : plainPieces);
            IncrementalParser parser;
            QByteArray before;
            for (int round = 0; round < 120; ++round) {
                const MarkdownDocument &got =
                    parser.parse(text, spliceBetween(before, text), {}, round);
                const QString problem = difference(got, MarkdownParser::parse(text));
                QVERIFY2(
                    problem.isEmpty(),
                    qPrintable(
                        QStringLiteral(
                            "seed %1, document %2, round %3: %4\n--- before\n%5\n--- after\n%6")
                            .arg(seed)
                            .arg(document)
                            .arg(round)
                            .arg(problem, QString::fromUtf8(before), QString::fromUtf8(text))));
                QCOMPARE(got.version, round);
                before = text;
                edit(text, random, withTies);
            }
            parts += parser.partsParsed();
        }
        qInfo("%d of %d edits needed a part only", parts, documents * 119);
        QVERIFY(parts > documents * (withTies ? 5 : 40));
    }

    void typingParsesAPartOnly()
    {
        QByteArray text = QByteArray("# Head\n\nSome text.\n\n- a\n- b\n\n").repeated(100);
        IncrementalParser parser;
        (void)parser.parse(text, spliceBetween({}, text), {}, 1);
        QCOMPARE(parser.partsParsed(), 0);
        for (int i = 1; i <= 50; ++i) {
            const QByteArray before = text;
            text.insert(text.indexOf("text", text.size() / 2), "x");
            (void)parser.parse(text, spliceBetween(before, text), {}, i);
            QCOMPARE(parser.partsParsed(), i);
        }
    }

    void whatReachesFarParsesEverything_data()
    {
        QTest::addColumn<QByteArray>("inserted");
        QTest::newRow("fence") << QByteArray("```\n");
        QTest::newRow("definition") << QByteArray("[a]: b\n\n");
        QTest::newRow("heading of the same name") << QByteArray("# Head\n\n");
        QTest::newRow("HTML") << QByteArray("<div>\n\n");
        QTest::newRow("panel") << QByteArray("```panel\n```\n\n");
        QTest::newRow("formula") << QByteArray("$$\n");
    }

    void whatReachesFarParsesEverything()
    {
        QFETCH(QByteArray, inserted);
        QByteArray text =
            QByteArray("# Head\n\nSome [a] text.\n\n```panel\n```\n\n$$\nx\n$$\n\n</div>\n\n")
                .repeated(10);
        IncrementalParser parser;
        (void)parser.parse(text, spliceBetween({}, text), {}, 1);
        const QByteArray before = text;
        text.insert(text.indexOf("# Head", text.size() / 2), inserted);
        const auto &document = parser.parse(text, spliceBetween(before, text), {}, 2);
        QCOMPARE(parser.partsParsed(), 0);
        QCOMPARE(difference(document, MarkdownParser::parse(text)), QString());
    }
};

QTEST_GUILESS_MAIN(IncrementalParserTest)
#include "test_incremental_parser.moc"
