#include "core/markdown/markdown_parser.h"

#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

QByteArray htmlOf(const MarkdownDocument &document)
{
    QByteArray html;
    for (const MarkdownBlock &block : document.blocks)
        html += block.html;
    return html;
}

QByteArray render(const char *markdown)
{
    return htmlOf(MarkdownParser::parse(markdown));
}

QStringList idsOf(const MarkdownDocument &document)
{
    QStringList ids;
    for (const MarkdownHeading &heading : document.outline)
        ids += heading.id;
    return ids;
}

} // namespace

class MarkdownParserTest : public QObject
{
    Q_OBJECT

private slots:
    void math_data();
    void math();
    void displayMathKeepsItsTex();
    void alerts();
    void headingIdsAreUniqueAndLikeGithubs();
    void contents();
    void panelsAreFoundWithStableKeys();
    void tasksKnowTheirLine();
    void tasksInJoinedBlocksCountFromTheGroup();
    void footnotesCannotCollideWithHeadings();
    void assetsAreRewrittenOthersAreLeft();
    void frontMatterOnlyInFiles();
    void linesAreThoseOfTheSource();
    void hashesSurviveInsertionAbove();
    void rawHtmlTiesBlocksTogether();
    void unclosedHtmlTiesNothing();
    void wordsAreCounted_data();
    void wordsAreCounted();
    void refusedLinesBecomeAMessage();
    void hugeOutputIsRefused();
    void emptyAndOddTexts();
};

void MarkdownParserTest::math_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QByteArray>("html");
    const auto row = [](const char *markdown, const char *html) {
        QTest::newRow(markdown) << QByteArray(markdown) << QByteArray(html);
    };
    row("$a_b$", "<p><span class=\"pl-math\">a_b</span></p>\n");
    row("the $k$-means", "<p>the <span class=\"pl-math\">k</span>-means</p>\n");
    row("$a*b*c$ and *d*", "<p><span class=\"pl-math\">a*b*c</span> and <em>d</em></p>\n");
    row("$a < b$", "<p><span class=\"pl-math\">a &lt; b</span></p>\n");
    row("$\\alpha \\\\ \\{x\\}$", "<p><span class=\"pl-math\">\\alpha \\\\ \\{x\\}</span></p>\n");
    row("$5 and $6", "<p>$5 and $6</p>\n");
    row("US$5 and US$6", "<p>US$5 and US$6</p>\n");
    // Words that end with an accent or a vowel sign of their own.
    row("cafe\u0301$a and b$.", "<p>cafe\u0301$a and b$.</p>\n");
    row("रुपये$5 और$ 6", "<p>रुपये$5 और$ 6</p>\n");
    for (const char *before : {"–", "“", "（", "、", "→", "±", "…", "€", "🚀", "函数", "関数は",
                               "エラー", "함수", "𠀀", "ค่า"}) {
        const QByteArray markdown = before + "$x$"_ba;
        const QByteArray html = "<p>"_ba + before + "<span class=\"pl-math\">x</span></p>\n";
        row(markdown.constData(), html.constData());
    }
    for (const char *before : {"ü", "É", "я", "λ", "٣", "𝐱"}) {
        const QByteArray markdown = before + "$5 and "_ba + before + "$6";
        const QByteArray html = "<p>"_ba + markdown + "</p>\n";
        row(markdown.constData(), html.constData());
    }
    row("$ a $", "<p>$ a $</p>\n");
    row("\\$a\\$ b", "<p>$a$ b</p>\n");
    row("\\$a$ b $", "<p>$a$ b $</p>\n");
    row("`$a$`", "<p><code>$a$</code></p>\n");
    row("    $a$", "<pre><code>$a$\n</code></pre>\n");
    row("a$b$c", "<p>a$b$c</p>\n");
    row("in $$x^2$$ out", "<p>in <span class=\"pl-math pl-display\">x^2</span> out</p>\n");
    row("$$x^2$$", "<div class=\"pl-math pl-display\">x^2</div>\n");
    row("$$\nx\n$$", "<div class=\"pl-math pl-display\">x</div>\n");
    row("text\n$$\nx\n$$\nmore",
        "<p>text</p>\n<div class=\"pl-math pl-display\">x</div>\n<p>more</p>\n");
    row("$$ a\n= b $$", "<div class=\"pl-math pl-display\">a\n= b</div>\n");
    row("- $$\n  x\n  $$", "<ul>\n<li>\n<div class=\"pl-math pl-display\">x</div>\n</li>\n</ul>\n");
    row("$$\nnever closed\n\n# H", "<p>$$\nnever closed</p>\n<h1 id=\"h\">H</h1>\n");
    row("$$$$", "<p>$$$$</p>\n");
    row("```math\n\\frac{a}{b}\n```", "<div class=\"pl-math pl-display\">\\frac{a}{b}</div>\n");
    row("| $a$ |\n|---|\n| $b\\|c$ |",
        "<table>\n<thead>\n<tr>\n<th><span "
        "class=\"pl-math\">a</span></th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
        "<td><span class=\"pl-math\">b|c</span></td>\n</tr>\n</tbody>\n</table>\n");
}

void MarkdownParserTest::math()
{
    QFETCH(QByteArray, markdown);
    QFETCH(QByteArray, html);
    QCOMPARE(htmlOf(MarkdownParser::parse(markdown)), html);
}

void MarkdownParserTest::displayMathKeepsItsTex()
{
    // Each of these lines would be something else as Markdown: a list, a heading, a rule, a quote,
    // two escapes.
    const QByteArray tex = "a\n+ b\n- c\n---\n> d\n# e \\\\ \\{\\}\n\nf";
    QCOMPARE(htmlOf(MarkdownParser::parse("$$\n" + tex + "\n$$\n\n*after*")),
             "<div class=\"pl-math pl-display\">" + QByteArray(tex).replace(">", "&gt;") +
                 "</div>\n<p><em>after</em></p>\n");
}

void MarkdownParserTest::alerts()
{
    QCOMPARE(render("> [!NOTE]\n> *hi*\n>\n> more"),
             "<div class=\"pl-alert pl-alert-note\">\n<p "
             "class=\"pl-alert-title\">Note</p>\n<p><em>hi</em></p>\n"
             "<p>more</p>\n</div>\n");
    QCOMPARE(render("> [!warning]  \n> hi"),
             "<div class=\"pl-alert pl-alert-warning\">\n<p "
             "class=\"pl-alert-title\">Warning</p>\n<p>hi</p>\n</div>\n");
    QCOMPARE(render("> [!TIP]\n>\n> - a"),
             "<div class=\"pl-alert pl-alert-tip\">\n<p "
             "class=\"pl-alert-title\">Tip</p>\n<ul>\n<li>a</li>\n</ul>\n</div>\n");
    QVERIFY(render("> [!CAUTION]\n> x").contains("pl-alert-caution"));
    QVERIFY(render("> [!IMPORTANT]\n> x").contains("pl-alert-important"));
    QCOMPARE(render("> [!NOTE] on the same line"),
             "<blockquote>\n<p>[!NOTE] on the same line</p>\n</blockquote>\n");
    QCOMPARE(render("> [!OTHER]\n> hi"), "<blockquote>\n<p>[!OTHER]\nhi</p>\n</blockquote>\n");
    QCOMPARE(render("[!NOTE]"), "<p>[!NOTE]</p>\n");
}

void MarkdownParserTest::headingIdsAreUniqueAndLikeGithubs()
{
    const auto document =
        MarkdownParser::parse("# Über *das* `Ding` & co.\n\n# a\n\n# a\n\n# a-1\n\n# "
                              "a\n\nSet\n===\n\n# !!!\n\n> ## quoted_one\n");
    QCOMPARE(idsOf(document),
             QStringList({QStringLiteral("über-das-ding--co"), QStringLiteral("a"),
                          QStringLiteral("a-1"), QStringLiteral("a-1-1"), QStringLiteral("a-2"),
                          QStringLiteral("set"), QStringLiteral("section"),
                          QStringLiteral("quoted_one")}));
    QCOMPARE(document.outline[0].text, QStringLiteral("Über das Ding & co."));
    QCOMPARE(document.outline[7].level, 2);
    QCOMPARE(document.outline[7].line, 15);
}

void MarkdownParserTest::contents()
{
    const auto document =
        MarkdownParser::parse("[TOC]\n\n# A & b\n\n### C\n\n## D\n\n# E\n\n[toc]\n");
    QCOMPARE(document.blocks[0].html,
             "<nav class=\"pl-toc\"><ul><li><a href=\"#a--b\">A &amp; b</a><ul><li><a "
             "href=\"#c\">C</a></li>"
             "<li><a href=\"#d\">D</a></li></ul></li><li><a href=\"#e\">E</a></li></ul></nav>\n");
    QCOMPARE(document.blocks.last().html, "<p>[toc]</p>\n");
    QCOMPARE(render("[TOC] and more"), "<p>[TOC] and more</p>\n");
}

void MarkdownParserTest::panelsAreFoundWithStableKeys()
{
    const QByteArray panel = "```panel\ntype: line\ny: <loss>\n```\n\n";
    const auto document = MarkdownParser::parse(
        panel + panel + "```runset best\nproject: a\n```\n\n- item\n\n  ~~~panel\n  y: b\n  ~~~\n");
    QCOMPARE(document.panels.size(), 4);
    const MarkdownPanel &first = document.panels[0];
    QCOMPARE(first.info, QStringLiteral("panel"));
    QCOMPARE(first.source, QStringLiteral("type: line\ny: <loss>\n"));
    QCOMPARE(first.firstLine, 0);
    QCOMPARE(first.lastLine, 3);
    QCOMPARE(document.panels[1].key, first.key + QStringLiteral("-2"));
    QCOMPARE(document.panels[2].info, QStringLiteral("runset best"));
    QCOMPARE(document.panels[3].source, QStringLiteral("y: b\n"));
    QCOMPARE(document.panels[3].firstLine, 15 + 1);
    QCOMPARE(document.blocks[0].html,
             "<div class=\"pl-panel\" data-panel=\"" + first.key.toUtf8() +
                 "\" data-type=\"line\"><pre>type: line\ny: &lt;loss&gt;\n</pre></div>\n");
    QVERIFY(document.blocks[2].html.contains("data-type=\"runset\""));

    const auto moved = MarkdownParser::parse("Text\n\n" + panel);
    QCOMPARE(moved.panels[0].key, first.key);
    const auto changed = MarkdownParser::parse("```panel\ntype: bar\n```");
    QVERIFY(changed.panels[0].key != first.key);
}

void MarkdownParserTest::tasksKnowTheirLine()
{
    const auto document =
        MarkdownParser::parse("text\n\n- [ ] a\n- [x] b\n  - [ ] c\n\n  more\n- [X] d\n");
    const QByteArray html = document.blocks[1].html;
    QCOMPARE(document.blocks[1].firstLine, 2);
    QVERIFY(html.contains("<li class=\"pl-task\"><input type=\"checkbox\" data-line=\"0\" />"));
    QVERIFY(html.contains("data-line=\"1\" checked=\"\" />"));
    QVERIFY(html.contains("data-line=\"2\" />"));
    QVERIFY(html.contains("data-line=\"5\" checked=\"\" />"));
}

void MarkdownParserTest::tasksInJoinedBlocksCountFromTheGroup()
{
    const auto document =
        MarkdownParser::parse("a\n\n<details>\n\n- [ ] task\n\n</details>\n\nb\n");
    QCOMPARE(document.blocks.size(), 3);
    QCOMPARE(document.blocks[1].firstLine, 2);
    QVERIFY(document.blocks[1].html.contains("data-line=\"2\""));
}

void MarkdownParserTest::footnotesCannotCollideWithHeadings()
{
    const auto document = MarkdownParser::parse(
        "A[^x] and[^y] and[^x].\n\n[^y]: Why\n[^x]: Ex\n\n    more\n\n# fn:1\n");
    const QByteArray html = htmlOf(document);
    QVERIFY(html.contains("<a href=\"#fn:1\" id=\"fnref:1\">1</a>"));
    QVERIFY(html.contains("<a href=\"#fn:2\" id=\"fnref:2\">2</a>"));
    QVERIFY(html.contains("<a href=\"#fn:1\" id=\"fnref:1-2\">1</a>"));
    const QByteArray footnotes = document.blocks.last().html;
    QVERIFY(footnotes.startsWith("<section class=\"footnotes\">\n<ol>\n<li "
                                 "id=\"fn:1\">\n<p>Ex</p>\n<p>more <a href=\"#fnref:1\""));
    QVERIFY(footnotes.contains("<li id=\"fn:2\">\n<p>Why <a href=\"#fnref:2\""));
    QCOMPARE(html.count("id=\"fn:1\""), 1);
    QCOMPARE(idsOf(document), QStringList(QStringLiteral("fn1")));
    QCOMPARE(render("no[^z]"), "<p>no[^z]</p>\n");
}

void MarkdownParserTest::assetsAreRewrittenOthersAreLeft()
{
    QCOMPARE(render("![a **b**](asset:plot%201.png \"T\")"),
             "<p><img src=\"plotleaf://asset/plot%201.png\" alt=\"a b\" title=\"T\" /></p>\n");
    QCOMPARE(render("![](https://h/i.png)"), "<p><img src=\"https://h/i.png\" alt=\"\" /></p>\n");
    QCOMPARE(render("[data](asset:a.csv)"), "<p><a href=\"asset:a.csv\">data</a></p>\n");
}

void MarkdownParserTest::frontMatterOnlyInFiles()
{
    const QByteArray text = "---\ntitle: A\n---\n\n# H\n";
    MarkdownOptions options;
    options.frontMatter = true;
    const auto file = MarkdownParser::parse(text, options);
    QCOMPARE(htmlOf(file), "<h1 id=\"h\">H</h1>\n");
    QCOMPARE(file.blocks[0].firstLine, 4);
    QVERIFY(htmlOf(MarkdownParser::parse(text)).startsWith("<hr />\n<h2"));
    QCOMPARE(htmlOf(MarkdownParser::parse("---\nno end", options)), "<hr />\n<p>no end</p>\n");
}

void MarkdownParserTest::linesAreThoseOfTheSource()
{
    const auto document =
        MarkdownParser::parse("para\ntwo lines\n\n- a\n- b\n\n\n```\ncode\n\n```\n<!-- one line "
                              "-->\ntext\n| a |\n|---|\n| b |\r\n\r\nlast");
    QVector<std::pair<int, int>> lines;
    for (const MarkdownBlock &block : document.blocks)
        lines.append({block.firstLine, block.lastLine});
    QCOMPARE(lines[0], std::make_pair(0, 1));
    QCOMPARE(lines[1].first, 3);
    QVERIFY(lines[1].second >= 4 && lines[1].second < 7);
    QCOMPARE(lines[2], std::make_pair(7, 10));
    QCOMPARE(lines[3], std::make_pair(11, 11));
    QCOMPARE(lines.last(), std::make_pair(17, 17));
    for (qsizetype i = 1; i < lines.size(); ++i)
        QVERIFY(lines[i].first > lines[i - 1].second);
}

void MarkdownParserTest::hashesSurviveInsertionAbove()
{
    const QByteArray text = "# T\n\npara\n\n- [ ] task\n- [x] two\n\n```panel\ny: "
                            "a\n```\n\n<details>\n\nin\n\n</details>\n\n| a |\n|---|\n| 1 |\n";
    const auto before = MarkdownParser::parse(text);
    const auto after = MarkdownParser::parse("new\n\nlines\n\n" + text);
    QCOMPARE(after.blocks.size(), before.blocks.size() + 2);
    for (qsizetype i = 0; i < before.blocks.size(); ++i) {
        QCOMPARE(after.blocks[i + 2].hash, before.blocks[i].hash);
        QCOMPARE(after.blocks[i + 2].html, before.blocks[i].html);
        QCOMPARE(after.blocks[i + 2].firstLine, before.blocks[i].firstLine + 4);
    }
    QVERIFY(before.blocks[0].hash != before.blocks[1].hash);
}

void MarkdownParserTest::rawHtmlTiesBlocksTogether()
{
    const auto document =
        MarkdownParser::parse("one\n\n<details><summary>S</summary>\n\nin "
                              "**it**\n\n<div>\n\ndeep</div>\n\n</details>\n\ntwo\n");
    QCOMPARE(document.blocks.size(), 3);
    QCOMPARE(document.blocks[1].firstLine, 2);
    QCOMPARE(document.blocks[1].lastLine, 10);
    QVERIFY(document.blocks[1].html.startsWith(
        "<details><summary>S</summary>\n<p>in <strong>it</strong></p>"));
    QVERIFY(document.blocks[1].html.endsWith("</details>\n"));
    // What only looks like a tag ties nothing.
    const auto loose =
        MarkdownParser::parse("<img src=\"a>b\">\n\n<!-- <div> -->\n\n<script>if (a<b) "
                              "\"<div>\";</script>\n\n<br>\n\n<p/>\n\n</div>\n");
    QCOMPARE(loose.blocks.size(), 6);
}

void MarkdownParserTest::unclosedHtmlTiesNothing()
{
    QCOMPARE(MarkdownParser::parse("<div>\n\na\n\nb\n\n<span>c\n").blocks.size(), 4);
}

void MarkdownParserTest::wordsAreCounted_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<int>("words");
    QTest::newRow("plain") << QByteArray("one two, three") << 3;
    QTest::newRow("markup inside a word") << QByteArray("un*frigging*believable `a b`") << 3;
    QTest::newRow("blocks and cells part words")
        << QByteArray("# a\nb\n\n- c\n- d\n\n|e|f|\n|-|-|\n|g|h|") << 8;
    QTest::newRow("marks are no words") << QByteArray("a - b \xe2\x80\x94 c & d") << 4;
    QTest::newRow("code blocks and addresses do not count")
        << QByteArray("```\nx y z\n```\n[a](http://b)") << 1;
    QTest::newRow("ideographs") << QByteArray("\xe5\xad\xa6\xe4\xb9\xa0 ok") << 3;
}

void MarkdownParserTest::wordsAreCounted()
{
    QFETCH(QByteArray, markdown);
    QTEST(MarkdownParser::parse(markdown).words, "words");
}

void MarkdownParserTest::refusedLinesBecomeAMessage()
{
    MarkdownOptions options;
    options.refused = {{2, 3, RefusalReason::Unparsable}};
    options.texts.unparsable = QStringLiteral("too <bad>");
    const auto document = MarkdownParser::parse("one\n\n*two*\nmore\n\nthree\n", options);
    QCOMPARE(document.blocks.size(), 3);
    QCOMPARE(document.blocks[1].html, "<div class=\"pl-problem\">too &lt;bad&gt;</div>\n");
    QCOMPARE(document.blocks[1].firstLine, 2);
    QCOMPARE(document.blocks[1].lastLine, 3);
    QCOMPARE(document.blocks[2].html, "<p>three</p>\n");
    QCOMPARE(document.blocks[2].firstLine, 5);
    QCOMPARE(document.problems.size(), 1);
    QCOMPARE(document.problems[0].message, QStringLiteral("too <bad>"));
}

void MarkdownParserTest::hugeOutputIsRefused()
{
    // 60 KB of text whose reference stays just below what the guard counts, twice.
    QByteArray text = "[a]: <" + QByteArray(3000, '&') + ">\n\n" +
                      QByteArray("[a] ").repeated(5000) + "\n\nend\n";
    const auto document = MarkdownParser::parse(text);
    const qsizetype size = htmlOf(document).size();
    QVERIFY(size < 20'000'000);
    // Newer versions of cmark-gfm stop by themselves, long before.
    const bool stopsItself = document.problems.isEmpty() && size < 2'000'000;
    QVERIFY(stopsItself || document.problems.size() == 1);
}

void MarkdownParserTest::emptyAndOddTexts()
{
    QVERIFY(MarkdownParser::parse("").blocks.isEmpty());
    QVERIFY(MarkdownParser::parse("\n\n \n").blocks.isEmpty());
    QCOMPARE(render("\xff\xfe"), "<p>\xef\xbf\xbd\xef\xbf\xbd</p>\n");
    QCOMPARE(htmlOf(MarkdownParser::parse(QByteArray("a\0b", 3))), "<p>a\xef\xbf\xbd"
                                                                   "b</p>\n");
    QCOMPARE(MarkdownParser::parse("a\r\rb\r").blocks[1].firstLine, 2);
}

QTEST_GUILESS_MAIN(MarkdownParserTest)
#include "test_markdown_parser.moc"
