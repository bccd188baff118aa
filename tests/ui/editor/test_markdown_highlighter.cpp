#include "support/wait.h"
#include "ui/editor/markdown_highlighter.h"
#include "ui/editor/markdown_lexer.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"

#include <QPlainTextDocumentLayout>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>
#include <vector>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

/// A document of `lines` lines with the highlighter on it and its first 40 lines "on screen".
struct Highlighted
{
    explicit Highlighted(const QString &text) : theme(scheme), highlighter(document)
    {
        document.setDocumentLayout(new QPlainTextDocumentLayout(&document));
        document.setPlainText(text);
        highlighter.setFormats(HighlightFormats(theme));
        highlighter.setVisibleBlocks(0, 40);
    }

    void settle()
    {
        QVERIFY(QTest::qWaitFor([&] { return highlighter.isSettled(); }, test::hangMs));
    }
    QColor colorAt(int line, int column) const
    {
        QColor color;
        for (const QTextLayout::FormatRange &range :
             document.findBlockByNumber(line).layout()->formats()) {
            if (column >= range.start && column < range.start + range.length)
                color = range.format.foreground().color();
        }
        return color;
    }
    bool isColoured(int line) const
    {
        return !document.findBlockByNumber(line).layout()->formats().isEmpty();
    }
    void insertAt(int line, const QString &text)
    {
        QTextCursor(document.findBlockByNumber(line)).insertText(text);
    }

    SystemColorScheme scheme;
    Theme theme;
    QTextDocument document;
    MarkdownHighlighter highlighter;
};

QString manyParagraphs(int lines)
{
    QString text;
    for (int i = 0; i < lines; ++i)
        text += i % 2 == 0 ? u"Some **bold** text\n"_s : u"\n"_s;
    return text;
}

} // namespace

class MarkdownHighlighterTest : public QObject
{
    Q_OBJECT

private slots:
    void coloursOnlyWhatIsSeen();
    void fenceAtTheTopRecoloursTheScreenAtOnceAndTheRestInSlices();
    void closedFenceStopsThere();
    void typingInAParagraphTouchesNothingElse();
    void statesAreRightAfterRandomEdits();
    void themeChangeRecolours();
    void changesOfColourAreNoChangesOfText();
    void clearingWhileStatesAreFollowedLeavesNothingBehind();
    void longLinesMakeShortSlices();
    void fencesAreColouredByLanguage();
};

void MarkdownHighlighterTest::coloursOnlyWhatIsSeen()
{
    Highlighted text(manyParagraphs(5000));
    QCOMPARE(text.colorAt(0, 7), text.theme.color(ColorRole::SyntaxStrong));
    text.settle();
    QVERIFY(!text.isColoured(4000));
    text.highlighter.setVisibleBlocks(3990, 40);
    QCOMPARE(text.colorAt(4000, 7), text.theme.color(ColorRole::SyntaxStrong));
}

void MarkdownHighlighterTest::fenceAtTheTopRecoloursTheScreenAtOnceAndTheRestInSlices()
{
    Highlighted text(manyParagraphs(30'000));
    text.settle();
    text.insertAt(0, u"```\n"_s);
    // At once, with no turn of the event loop:
    QCOMPARE(text.colorAt(1, 7), text.theme.color(ColorRole::SyntaxCode));
    QCOMPARE(text.colorAt(39, 7), text.theme.color(ColorRole::SyntaxCode));
    QVERIFY(!text.highlighter.isSettled());
    QCOMPARE(MarkdownState::unpack(text.document.lastBlock().userState()).block,
             MarkdownState::Block::Text);

    QSignalSpy settled(&text.highlighter, &MarkdownHighlighter::settled);
    QVERIFY(settled.wait(test::hangMs));
    QCOMPARE(MarkdownState::unpack(text.document.lastBlock().userState()).block,
             MarkdownState::Block::Fence);
    QVERIFY(text.highlighter.longestSlice() <= MarkdownHighlighter::blocksPerSlice);
}

void MarkdownHighlighterTest::closedFenceStopsThere()
{
    Highlighted text(manyParagraphs(30'000));
    text.settle();
    text.insertAt(4, u"```\ncode\n```\n"_s);
    QVERIFY(text.highlighter.isSettled()); // met the known states at once
    QCOMPARE(text.colorAt(5, 1), text.theme.color(ColorRole::SyntaxCode));
    QCOMPARE(text.colorAt(7, 7), text.theme.color(ColorRole::SyntaxStrong));
}

void MarkdownHighlighterTest::typingInAParagraphTouchesNothingElse()
{
    Highlighted text(manyParagraphs(30'000));
    text.settle();
    const int before = text.highlighter.longestSlice();
    QCOMPARE(before, MarkdownHighlighter::blocksPerSlice);
    text.insertAt(2, u"x"_s);
    QVERIFY(text.highlighter.isSettled());
    QCOMPARE(text.colorAt(2, 8), text.theme.color(ColorRole::SyntaxStrong)); // moved with the text
}

void MarkdownHighlighterTest::statesAreRightAfterRandomEdits()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    Highlighted text(manyParagraphs(3000));
    const QStringList pieces{u"```\n"_s, u"\n"_s,   u"- a\n"_s, u"```py\n\"\"\"\n"_s,
                             u"x"_s,     u"<!--"_s, u"-->"_s,   QString()};
    for (int round = 0; round < 60; ++round) {
        for (int edit = 0; edit < 5; ++edit) {
            QTextCursor cursor(&text.document);
            const int last = text.document.characterCount() - 1;
            cursor.setPosition(random.bounded(last + 1));
            cursor.setPosition(qMin(last, cursor.position() + random.bounded(30)),
                               QTextCursor::KeepAnchor);
            cursor.insertText(pieces.at(random.bounded(int(pieces.size()))));
            if (random.bounded(4) == 0)
                text.document.undo();
            if (random.bounded(3) == 0)
                QCoreApplication::processEvents(); // some edits fall between slices
        }
        text.settle();
        MarkdownState state;
        for (QTextBlock block = text.document.begin(); block.isValid(); block = block.next()) {
            state = lexMarkdown(block.text(), state, nullptr);
            QCOMPARE(block.userState(), state.pack());
        }
    }
}

void MarkdownHighlighterTest::themeChangeRecolours()
{
    Highlighted text(u"**bold**"_s);
    text.theme.setMode(ThemeMode::Dark);
    text.highlighter.setFormats(HighlightFormats(text.theme));
    const QColor dark = text.colorAt(0, 3);
    text.theme.setMode(ThemeMode::Light);
    text.highlighter.setFormats(HighlightFormats(text.theme));
    QVERIFY(text.colorAt(0, 3) != dark);
}

void MarkdownHighlighterTest::changesOfColourAreNoChangesOfText()
{
    Highlighted text(manyParagraphs(3000));
    QSignalSpy changes(&text.document, &QTextDocument::contentsChange);
    text.settle();
    text.highlighter.setVisibleBlocks(2000, 40);
    QCOMPARE(changes.size(), 0);
    text.insertAt(10, u"x"_s);
    QCOMPARE(changes.size(), 1);
    QVERIFY(changes.first().at(2).toInt() <= 40 * 20); // not the slices of lines off screen
    QVERIFY(text.document.isUndoAvailable());
}

namespace {

/// Freed memory that is written to: blocks of the sizes that small objects have are taken and must
/// stay as they are. Sees without a sanitizer what one would see.
class FreedMemory
{
public:
    FreedMemory()
    {
        for (size_t size = 32; size <= 160; size += 8) {
            for (int i = 0; i < 64; ++i) {
                m_blocks.emplace_back(size, pattern);
            }
        }
    }
    bool isUntouched() const
    {
        return std::all_of(m_blocks.begin(), m_blocks.end(), [](const std::vector<char> &block) {
            return std::all_of(block.begin(), block.end(), [](char c) { return c == pattern; });
        });
    }

private:
    static constexpr char pattern = 0x11;
    std::vector<std::vector<char>> m_blocks;
};

} // namespace

/// What is destroyed inside contentsChange while QTextDocument::clear() runs must not be a cursor
/// of the document: Qt 6.4 puts the set of cursors that it had before back afterwards, and writes
/// to the dead ones at the next change. This brought the program down.
void MarkdownHighlighterTest::clearingWhileStatesAreFollowedLeavesNothingBehind()
{
    Highlighted text(manyParagraphs(30'000));
    // Each of these is left for later, and so remembered.
    for (int line = 29'000; line > 10'000; line -= 1'000)
        text.insertAt(line, u"```\n"_s);
    QVERIFY(!text.highlighter.isSettled());
    text.document.clear();
    QVERIFY(text.highlighter.isSettled());
    const FreedMemory freed;
    QTextCursor(&text.document).insertText(u"new text\nof two lines"_s);
    QVERIFY(freed.isUntouched());
    text.document.setPlainText(u"**bold**"_s);
    QVERIFY(freed.isUntouched());
    QCOMPARE(text.colorAt(0, 3), text.theme.color(ColorRole::SyntaxStrong));
}

void MarkdownHighlighterTest::longLinesMakeShortSlices()
{
    Highlighted text(QString(QString(3'000, u'x') + u'\n').repeated(600));
    text.settle();
    constexpr int linesOfASlice = MarkdownHighlighter::charactersPerSlice / 3'000 + 1;
    QVERIFY2(text.highlighter.longestSlice() <= linesOfASlice,
             qPrintable(QString::number(text.highlighter.longestSlice())));
}

void MarkdownHighlighterTest::fencesAreColouredByLanguage()
{
    Highlighted text(u"```python\nreturn 1\n```\n\n```sql\nSELECT 1\n```\n\n```\nreturn\n```"_s);
    const QColor keyword = text.theme.color(ColorRole::SyntaxKeyword);
    QCOMPARE(text.colorAt(1, 2), keyword);
    QCOMPARE(text.colorAt(5, 2), keyword);
    QVERIFY(text.colorAt(9, 2) != keyword);
    // Another language above, and the same words mean something else.
    QTextCursor info(text.document.findBlockByNumber(0));
    info.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    info.insertText(u"```nothing"_s);
    QVERIFY(text.colorAt(1, 2) != keyword);
}

QTEST_MAIN(MarkdownHighlighterTest)
#include "test_markdown_highlighter.moc"
