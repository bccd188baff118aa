#include "core/markdown/culprit_finder.h"
#include "core/markdown/refused_text.h"

#include <QTest>

using namespace plotleaf;

namespace {

/// A parser that dies of every text with "bad" in it, or with both "left" and "right".
bool dies(QByteArrayView text)
{
    return text.contains("bad") || (text.contains("left") && text.contains("right"));
}

CulpritFinder::Probed
probeParts(const QByteArray &text, const std::vector<TextPiece> &pieces, size_t from)
{
    for (size_t i = from; i < pieces.size(); ++i) {
        if (dies(QByteArrayView(text).sliced(pieces[i].offset, pieces[i].size)))
            return {i, true};
    }
    return {pieces.size(), false};
}

CulpritFinder finder()
{
    return {probeParts, [](const QByteArray &text) { return !dies(text); }};
}

QVector<std::pair<int, int>> linesOf(const QVector<RefusedLines> &refused)
{
    QVector<std::pair<int, int>> lines;
    for (const RefusedLines &range : refused)
        lines.append({range.firstLine, range.lastLine});
    return lines;
}

using Lines = QVector<std::pair<int, int>>;

} // namespace

class CulpritFinderTest : public QObject
{
    Q_OBJECT

private slots:
    void piecesAreTheWholeText()
    {
        const QByteArray text = "a\nb\n\n```\nc\n\nd\n```\n\n\n> ~~~\n> e\n\nf\r\n\r\ng";
        QByteArray joined;
        int line = 0;
        std::vector<QByteArray> parts;
        for (const TextPiece &piece : cutIntoPieces(text)) {
            QCOMPARE(piece.offset, joined.size());
            QCOMPARE(piece.firstLine, line);
            parts.push_back(text.mid(piece.offset, piece.size));
            joined += parts.back();
            line = piece.lastLine + 1;
        }
        QCOMPARE(joined, text);
        QCOMPARE(line, countLines(text));
        QCOMPARE(parts[0], "a\nb\n\n");
        QCOMPARE(parts[1], "```\nc\n\nd\n```\n\n\n"); // not cut inside the fence
        QCOMPARE(parts[2], "> ~~~\n> e\n\n");         // the quote's end closes its fence
        QCOMPARE(cutAtBlankLines(text, cutIntoPieces(text)[1]).size(), 2U);
    }

    void findsEveryBadPieceAndRemembersIt()
    {
        CulpritFinder culprits = finder();
        const QByteArray filler = QByteArray("good\n\n").repeated(30'000);
        const QByteArray text = "bad\n\n" + filler + "fine\nbad\nfine\n\n" + filler + "bad";
        QVERIFY(culprits.known(text).isEmpty());
        const Lines expected = {{0, 1}, {60'002, 60'005}, {120'006, 120'006}};
        QCOMPARE(linesOf(culprits.find(text)), expected);
        QCOMPARE(linesOf(culprits.known(text)), expected);
        QCOMPARE(linesOf(culprits.known("x\n\n" + text)).first(), std::make_pair(2, 3));
        QVERIFY(culprits.known("only good").isEmpty());
    }

    void looksInsideAFenceThatNeverEnds()
    {
        CulpritFinder culprits = finder();
        const QByteArray text = "```\ngood\n\nbad\n\ngood\n";
        QCOMPARE(linesOf(culprits.find(text)), Lines({{3, 4}}));
        QCOMPARE(linesOf(culprits.known(text)), Lines({{3, 4}}));
    }

    void findsWhatIsBadOnlyTogether()
    {
        CulpritFinder culprits = finder();
        const QByteArray text = "a\n\nleft\n\nb\n\nright\n\nc\n";
        QCOMPARE(linesOf(culprits.find(text)), Lines({{6, 7}}));
    }

    void findsWhatIsBadOnlyAcrossLargeParts()
    {
        CulpritFinder culprits = finder();
        const QByteArray text =
            "left\n\n" + QByteArray("good\n\n").repeated(30'000) + "right\n\nc\n";
        QVERIFY(culprits.find(text).isEmpty());
        QCOMPARE(linesOf(culprits.findTogether(text)), Lines({{60'002, 60'003}}));
        QCOMPARE(linesOf(culprits.known(text)), Lines({{60'002, 60'003}}));
    }

    void findsNothingWhenTheHelperDiedForAnotherReason()
    {
        CulpritFinder culprits = finder();
        QVERIFY(culprits.find("all\n\ngood\n").isEmpty());
    }

    void whatCouldNotBeTestedIsRefusedButNotRemembered()
    {
        // Time for three parts.
        int left = 3;
        CulpritFinder culprits(
            [&](const QByteArray &text, const std::vector<TextPiece> &pieces, size_t from) {
                for (size_t i = from; i < pieces.size(); ++i) {
                    if (left-- <= 0)
                        return CulpritFinder::Probed{i, false};
                    if (dies(QByteArrayView(text).sliced(pieces[i].offset, pieces[i].size)))
                        return CulpritFinder::Probed{i, true};
                }
                return CulpritFinder::Probed{pieces.size(), false};
            },
            [](const QByteArray &) { return false; });
        const QByteArray text = "good\n\nbad\n\ngood\n\nbad\n";
        QCOMPARE(linesOf(culprits.find(text)), Lines({{2, 3}, {4, 5}, {6, 6}}));
        QCOMPARE(linesOf(culprits.known(text)), Lines({{2, 3}}));
    }

    void theBeginningIsSearchedToItsEndFirst()
    {
        int probes = 0;
        CulpritFinder culprits(
            [&](const QByteArray &text, const std::vector<TextPiece> &pieces, size_t from) {
                return ++probes > 3 ? CulpritFinder::Probed{from, false}
                                    : probeParts(text, pieces, from);
            },
            [](const QByteArray &) { return false; });
        const QByteArray large = "good\n\nbad\n\n" + QByteArray("good\n\n").repeated(15'000);
        const Lines lines = linesOf(culprits.find(large + large));
        QCOMPARE(lines.first(), std::make_pair(2, 3));
        QVERIFY(lines.size() == 3 && lines[1].first > 20'000);
    }
};

QTEST_GUILESS_MAIN(CulpritFinderTest)
#include "test_culprit_finder.moc"
