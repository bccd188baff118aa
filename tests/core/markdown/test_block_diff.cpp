#include "core/markdown/block_diff.h"
#include "core/markdown/helper_protocol.h"
#include "core/markdown/markdown_parser.h"

#include <QRandomGenerator>
#include <QTest>

using namespace plotleaf;

namespace {

QVector<MarkdownBlock> blocksOf(const QStringList &paragraphs)
{
    return MarkdownParser::parse(paragraphs.join(QStringLiteral("\n\n")).toUtf8()).blocks;
}

bool same(const QVector<MarkdownBlock> &a, const QVector<MarkdownBlock> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const MarkdownBlock &x, const MarkdownBlock &y) {
                          return x.hash == y.hash && x.html == y.html &&
                                 x.firstLine == y.firstLine && x.lastLine == y.lastLine;
                      });
}

} // namespace

class BlockDiffTest : public QObject
{
    Q_OBJECT

private slots:
    void oneChangedBlockIsAllThatTravels()
    {
        const auto before =
            blocksOf({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        const auto after =
            blocksOf({QStringLiteral("a"), QStringLiteral("b2"), QStringLiteral("c")});
        const BlockPatch patch = diffBlocks(before, after);
        QCOMPARE(patch.start, 1);
        QCOMPARE(patch.remove, 1);
        QCOMPARE(patch.insert, 1);
        QCOMPARE(patch.shift, 0);
        QVERIFY(!patch.isEmpty());
        QVERIFY(diffBlocks(after, after).isEmpty());
    }

    void blankLinesOnlyShift()
    {
        const auto before =
            blocksOf({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        const auto after =
            blocksOf({QStringLiteral("a\n\n"), QStringLiteral("b"), QStringLiteral("c")});
        const BlockPatch patch = diffBlocks(before, after);
        QCOMPARE(patch.remove, 0);
        QCOMPARE(patch.insert, 0);
        QCOMPARE(patch.shift, 2);
        QVERIFY(same(applyPatch(before, patch, {}), after));
    }

    void equalBlocksInARow()
    {
        const auto before = blocksOf({QStringLiteral("a"), QStringLiteral("a")});
        const auto after =
            blocksOf({QStringLiteral("a"), QStringLiteral("a"), QStringLiteral("a")});
        const BlockPatch patch = diffBlocks(before, after);
        QCOMPARE(patch.insert, 1);
        QCOMPARE(patch.remove, 0);
    }

    void unevenShiftsAreTold()
    {
        const auto before =
            blocksOf({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        const auto after =
            blocksOf({QStringLiteral("a\n"), QStringLiteral("b\n"), QStringLiteral("c")});
        QVERIFY(!diffBlocks(before, after).shift.has_value());
    }

    void patchOfRandomEditsGivesTheNewBlocks()
    {
        const quint32 seed = QRandomGenerator::system()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        const QStringList pieces = {QStringLiteral("para"),
                                    QStringLiteral("- [ ] task\n- b"),
                                    QStringLiteral("---"),
                                    QStringLiteral("# H"),
                                    QStringLiteral("<div>"),
                                    QStringLiteral("</div>"),
                                    QStringLiteral("```panel\ny: a\n```"),
                                    QStringLiteral("two\nlines"),
                                    QString()};
        QStringList text;
        auto before = blocksOf(text);
        for (int round = 0; round < 400; ++round) {
            const int edits = random.bounded(1, 4);
            for (int i = 0; i < edits; ++i) {
                if (!text.isEmpty() && random.bounded(3) == 0)
                    text.removeAt(random.bounded(text.size()));
                else
                    text.insert(random.bounded(text.size() + 1),
                                pieces[random.bounded(pieces.size())]);
            }
            MarkdownDocument document;
            document.blocks = blocksOf(text);
            const auto after = document.blocks;
            // Through the protocol, which adds the lines where the patch does not say them.
            const QByteArray message = helper::encode(helper::makeReply(before, document));
            const auto received = helper::applyReply(before, *helper::decodeReply(message));
            QVERIFY(received.isOk());
            QVERIFY2(same(received->blocks, after), qPrintable(text.join(u'|')));
            before = after;
        }
    }

    void textSplicesGiveTheNewText()
    {
        const quint32 seed = QRandomGenerator::system()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        QByteArray text;
        for (int round = 0; round < 2000; ++round) {
            QByteArray next = text;
            const qsizetype at = random.bounded(int(next.size()) + 1);
            next.replace(at, random.bounded(3),
                         QByteArray(random.bounded(4), char('a' + random.bounded(2))));
            const auto applied = applySplice(text, spliceBetween(text, next));
            QVERIFY(applied.isOk());
            QCOMPARE(*applied, next);
            text = next;
        }
    }

    void brokenMessagesAreErrors()
    {
        QVERIFY(!helper::kindOf({}).isOk());
        QVERIFY(!helper::kindOf("x").isOk());
        const QByteArray message = helper::encode(helper::RenderRequest{});
        QVERIFY(helper::decodeRender(message).isOk());
        for (qsizetype size = 0; size < message.size(); ++size)
            QVERIFY(!helper::decodeRender(message.first(size)).isOk());
        QVERIFY(!helper::decodeRender(message + 'x').isOk());
        QVERIFY(!applySplice("abc", {2, 2, {}}).isOk());
        QVERIFY(!applySplice("abc", {-1, 1, {}}).isOk());
        // A list that claims more items than there are bytes: no attempt to make room for them.
        const QByteArray answer = helper::encode(helper::RenderReply{});
        for (qsizetype i = 0; i + 4 <= answer.size(); ++i)
            QVERIFY(
                !helper::decodeReply(QByteArray(answer).replace(i, 4, "\x7f\xff\xff\xf0") + "xx")
                     .isOk());
        helper::RenderReply reply;
        reply.patch.remove = 1;
        QVERIFY(!helper::applyReply({}, reply).isOk());
    }
};

QTEST_GUILESS_MAIN(BlockDiffTest)
#include "test_block_diff.moc"
