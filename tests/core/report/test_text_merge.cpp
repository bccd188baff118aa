#include "core/report/text_merge.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace plotleaf;

namespace {

/// How the lines of a random text look and end.
struct Flavour
{
    QString lineEnd = u"\n"_s;
    QString prefix;
    bool hasLastEnd = true;
};

/// A base and two texts that changed different lines of it, with an untouched line between.
struct Disjoint
{
    QString base;
    QString mine;
    QString theirs;
    QString both;
};

class TextMaker
{
public:
    explicit TextMaker(quint32 seed) : m_random(seed) {}

    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }

    Disjoint disjoint(const Flavour &flavour)
    {
        QStringList base;
        QStringList mine;
        QStringList theirs;
        QStringList both;
        const int blocks = 2 + below(20);
        for (int block = 0; block < blocks; ++block) {
            const QStringList old = newLines(flavour, 1 + below(3));
            const QStringList fresh = changed(old, flavour);
            const int who = below(3);
            base += old;
            mine += who == 1 ? fresh : old;
            theirs += who == 2 ? fresh : old;
            both += who == 0 ? old : fresh;
            const QStringList between = newLines(flavour, 1);
            for (QStringList *text : {&base, &mine, &theirs, &both})
                *text += between;
        }
        const auto joined = [&](const QStringList &lines) -> QString {
            return lines.join(flavour.lineEnd) + (flavour.hasLastEnd ? flavour.lineEnd : QString());
        };
        return {joined(base), joined(mine), joined(theirs), joined(both)};
    }

    /// A text of few different lines, so that changes meet.
    QString crowded()
    {
        QString text;
        const int lines = below(8);
        for (int line = 0; line < lines; ++line)
            text += QStringList{u"a"_s, u"b"_s, u""_s, u"======="_s, u"<<<<<<< x"_s}.at(below(5)) +
                    u'\n';
        if (below(3) == 0)
            text.chop(1);
        return text;
    }

private:
    QStringList newLines(const Flavour &flavour, int count)
    {
        QStringList lines;
        for (int i = 0; i < count; ++i)
            lines.append(flavour.prefix + u"line %1"_s.arg(++m_lines));
        return lines;
    }
    QStringList changed(const QStringList &old, const Flavour &flavour)
    {
        switch (below(3)) {
        case 0:
            return {};
        case 1:
            return old + newLines(flavour, 1 + below(3));
        default:
            return newLines(flavour, 1 + below(3));
        }
    }

    std::mt19937 m_random;
    int m_lines = 0;
};

QString sidesOf(const TextMerge &merge)
{
    QString text;
    for (const MergePiece &piece : merge.pieces())
        text += piece.isConflict ? u"<%1|%2|%3>"_s.arg(piece.mine, piece.base, piece.theirs)
                                 : piece.text;
    return text;
}

quint32 mergeSeed()
{
    bool isSet = false;
    const int seed = qEnvironmentVariableIntValue("PLOTLEAF_SEED", &isSet);
    return isSet ? static_cast<quint32>(seed) : QRandomGenerator::global()->generate();
}

} // namespace

/// Two texts that grew out of one become one.
class TextMergeTest : public QObject
{
    Q_OBJECT

private slots:
    void merges_data();
    void merges();
    void conflictsNameAllSides();
    void choiceDecidesConflicts();
    void linesLikeMarksAreText();
    void veryLongMarksStillLoseNothing();
    void strangeCharactersLoseNothing();
    void oneSidedChangesAreTaken();
    void changesApartFromEachOtherMerge_data();
    void changesApartFromEachOtherMerge();
    void nothingIsLostWhereChangesMeet();
    void longTextsMergeQuickly();
};

void TextMergeTest::merges_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QString>("expected"); ///< conflicts as <mine|base|theirs>
    QTest::newRow("nothing") << u""_s << u""_s << u""_s << u"\n"_s;
    QTest::newRow("apart") << u"a\nb\nc\n"_s << u"A\nb\nc\n"_s << u"a\nb\nC\n"_s
                           << u"A\nb\nC\n\n"_s;
    QTest::newRow("same change") << u"a\n"_s << u"b\n"_s << u"b\n"_s << u"b\n\n"_s;
    QTest::newRow("same line") << u"a\nb\nc\n"_s << u"a\nx\nc\n"_s << u"a\ny\nc\n"_s
                               << u"a\n<x\n|b\n|y\n>c\n\n"_s;
    QTest::newRow("deleted and changed")
        << u"a\nb\nc\n"_s << u"a\nc\n"_s << u"a\ny\nc\n"_s << u"a\n<|b\n|y\n>c\n\n"_s;
    QTest::newRow("both appended")
        << u"a\n"_s << u"a\nx\n"_s << u"a\ny\n"_s << u"a\n<x\n||y\n>\n"_s;
    QTest::newRow("both from nothing") << u""_s << u"x"_s << u"y"_s << u"<x\n|\n|y\n>"_s;
    QTest::newRow("last line without end")
        << u"a\nb"_s << u"A\nb"_s << u"a\nb\nc"_s << u"A\nb\nc\n"_s;
    QTest::newRow("line end taken away")
        << u"a\nb\nc\n"_s << u"a\nb\nc"_s << u"A\nb\nc\n"_s << u"A\nb\nc\n"_s;
    QTest::newRow("byte order mark")
        << u"\ufeffa\nb\nc"_s << u"\ufeffa\nb\nC"_s << u"\ufeffx\nb\nc"_s << u"\ufeffx\nb\nC\n"_s;
}

void TextMergeTest::merges()
{
    QFETCH(QString, base);
    QFETCH(QString, mine);
    QFETCH(QString, theirs);
    const auto merge = mergeTexts(base, mine, theirs);
    QVERIFY(merge.isOk());
    QTEST(sidesOf(*merge), "expected");
}

void TextMergeTest::conflictsNameAllSides()
{
    const auto merge = mergeTexts(u"1\n2\n3\n4\n5\n"_s, u"1\nm\n3\n4\nM\n"_s, u"1\nt\n3\n4\nT\n"_s);
    QCOMPARE(merge->conflicts(), 2);
    QVERIFY(!merge->isClean());
    QCOMPARE(merge->pieces().at(1), (MergePiece{true, {}, u"2\n"_s, u"m\n"_s, u"t\n"_s}));
}

void TextMergeTest::choiceDecidesConflicts()
{
    const auto merge = mergeTexts(u"a\nb\nc"_s, u"a\nm\nc"_s, u"a\nt\nc"_s);
    QCOMPARE(merge->text(), u"a\nm\nc"_s);
    QCOMPARE(merge->text(MergeChoice::Theirs), u"a\nt\nc"_s);
    QCOMPARE(merge->text(MergeChoice::Base), u"a\nb\nc"_s);
    QCOMPARE(merge->text(MergeChoice::MineThenTheirs), u"a\nm\nt\nc"_s);
}

void TextMergeTest::linesLikeMarksAreText()
{
    const QString marks = u"<<<<<<< mine\n=======\n>>>>>>>>>>>>\n||||||| x\n"_s;
    const auto merge = mergeTexts(marks + u"b\n"_s, marks + u"m\n"_s, marks + u"t\n"_s);
    QCOMPARE(merge->conflicts(), 1);
    QCOMPARE(merge->text(), QString(marks + u"m\n"_s));
    QCOMPARE(merge->text(MergeChoice::Theirs), QString(marks + u"t\n"_s));
}

void TextMergeTest::veryLongMarksStillLoseNothing()
{
    const QString rule = u"="_s.repeated(70'000) + u'\n';
    const auto merge = mergeTexts(rule + u"b"_s, rule + u"m"_s, rule + u"t"_s);
    QCOMPARE(merge->conflicts(), 1);
    QCOMPARE(merge->text(), QString(rule + u"m"_s));
    QCOMPARE(merge->text(MergeChoice::Theirs), QString(rule + u"t"_s));
}

/// What git takes for no text, and what stands in for it there.
void TextMergeTest::strangeCharactersLoseNothing()
{
    for (const QString &odd :
         {QString(QChar(0)), QString(QChar(0xfdd0)), QString(QString(QChar(0)) + QChar(0xfdd0))}) {
        const auto merge = mergeTexts(odd + u"b"_s, odd + u"m"_s, odd + u"t"_s);
        QCOMPARE(merge->conflicts(), 1);
        QCOMPARE(merge->text(), QString(odd + u"m"_s));
        QCOMPARE(merge->text(MergeChoice::Theirs), QString(odd + u"t"_s));
    }
}

void TextMergeTest::oneSidedChangesAreTaken()
{
    const quint32 seed = mergeSeed();
    qInfo("PLOTLEAF_SEED=%u", seed);
    TextMaker maker(seed);
    for (int i = 0; i < 500; ++i) {
        const QString base = maker.crowded();
        const QString fresh = maker.crowded();
        for (const auto &merge : {mergeTexts(base, fresh, base), mergeTexts(base, base, fresh),
                                  mergeTexts(base, fresh, fresh)}) {
            QVERIFY(merge->isClean());
            QCOMPARE(merge->text(), fresh);
        }
    }
}

void TextMergeTest::changesApartFromEachOtherMerge_data()
{
    QTest::addColumn<QString>("lineEnd");
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<bool>("hasLastEnd");
    QTest::newRow("plain") << u"\n"_s << QString() << true;
    QTest::newRow("no last end") << u"\n"_s << QString() << false;
    QTest::newRow("Windows") << u"\r\n"_s << QString() << true;
    QTest::newRow("marks") << u"\n"_s << u"======= "_s << false;
    QTest::newRow("emoji and nothing") << u"\n"_s << QString(u"👍"_s + QChar(0)) << true;
}

void TextMergeTest::changesApartFromEachOtherMerge()
{
    QFETCH(QString, lineEnd);
    QFETCH(QString, prefix);
    QFETCH(bool, hasLastEnd);
    const quint32 seed = mergeSeed();
    qInfo("PLOTLEAF_SEED=%u", seed);
    TextMaker maker(seed);
    for (int i = 0; i < 200; ++i) {
        const Disjoint texts = maker.disjoint({lineEnd, prefix, hasLastEnd});
        const auto merge = mergeTexts(texts.base, texts.mine, texts.theirs);
        QVERIFY2(merge->isClean(), qPrintable(sidesOf(*merge)));
        QCOMPARE(merge->text(), texts.both);
    }
}

void TextMergeTest::nothingIsLostWhereChangesMeet()
{
    const quint32 seed = mergeSeed();
    qInfo("PLOTLEAF_SEED=%u", seed);
    TextMaker maker(seed);
    int conflicts = 0;
    for (int i = 0; i < 1'500; ++i) {
        const QString base = maker.crowded();
        const QString mine = maker.crowded();
        const QString theirs = maker.crowded();
        const auto merge = mergeTexts(base, mine, theirs);
        const auto mirrored = mergeTexts(base, theirs, mine);
        QVERIFY(merge.isOk() && mirrored.isOk());
        QCOMPARE(merge->text(MergeChoice::Theirs), mirrored->text(MergeChoice::Mine));
        QCOMPARE(merge->conflicts(), mirrored->conflicts());
        conflicts += merge->conflicts();
        for (const QString &line : mine.split(u'\n') + theirs.split(u'\n')) {
            // What both took away is gone; everything new is on one side or the other.
            if (!base.split(u'\n').contains(line))
                QVERIFY2(sidesOf(*merge).contains(line), qPrintable(sidesOf(*merge)));
        }
    }
    QVERIFY(conflicts > 150);
}

void TextMergeTest::longTextsMergeQuickly()
{
    QString base;
    for (int line = 0; line < 50'000; ++line)
        base += u"a line of the text, number %1\n"_s.arg(line % 97);
    const auto merge = mergeTexts(base, u"mine\n"_s + base, base + u"theirs\n"_s);
    QVERIFY(merge->isClean());
    QCOMPARE(merge->text(), QString(u"mine\n"_s + base + u"theirs\n"_s));
}

QTEST_GUILESS_MAIN(TextMergeTest)
#include "test_text_merge.moc"
