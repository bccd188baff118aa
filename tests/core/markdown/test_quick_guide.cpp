#include "core/markdown/markdown_parser.h"
#include "support/html_meaning.h"

#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

/// Every construct of the editor's quick guide and of reference/clearml.md 5.3, one a row: what a
/// report written for ClearML's web app is made of.
class QuickGuideTest : public QObject
{
    Q_OBJECT

    static QByteArray render(const QByteArray &text)
    {
        QByteArray html;
        for (const MarkdownBlock &block : MarkdownParser::parse(text).blocks)
            html += block.html;
        return html;
    }

private slots:
    void means_data()
    {
        QTest::addColumn<QByteArray>("markdown");
        QTest::addColumn<QByteArray>("html");
        const auto row = [](const char *name, const char *markdown, const char *html) {
            QTest::newRow(name) << QByteArray(markdown) << QByteArray(html);
        };
        row("ATX headings", "# a\n###### b ######\n", "<h1>a</h1><h6>b</h6>");
        row("Setext headings", "a\n===\n\nb\n---\n", "<h1>a</h1><h2>b</h2>");
        row("heading with mark-up", "## a `b` *c*\n", "<h2>a <code>b</code> <em>c</em></h2>");
        row("emphasis", "*a* _b_ **c** __d__ ***e***",
            "<p><em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong> "
            "<em><strong>e</strong></em></p>");
        row("not emphasis", "snake_case_name 2 * 3 * 4", "<p>snake_case_name 2 * 3 * 4</p>");
        row("strikethrough", "~~a~~ ~b~", "<p><del>a</del> <del>b</del></p>");
        row("inline code", "`a` `` b`c ``", "<p><code>a</code> <code>b`c</code></p>");
        row("break by spaces", "a  \nb", "<p>a<br>b</p>");
        row("break by backslash", "a\\\nb", "<p>a<br>b</p>");
        row("a plain newline", "a\nb", "<p>a\nb</p>");
        row("bare addresses", "https://a.b/c www.a.b d@e.fg",
            "<p><a href=\"https://a.b/c\">https://a.b/c</a> <a href=\"http://www.a.b\">www.a.b</a> "
            "<a href=\"mailto:d@e.fg\">d@e.fg</a></p>");
        row("nested lists", "- a\n  - b\n    - c\n- d\n",
            "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>");
        row("numbers that start late", "3. a\n4. b\n", "<ol start=\"3\"><li>a</li><li>b</li></ol>");
        row("another bullet, another list", "- a\n* b\n", "<ul><li>a</li></ul><ul><li>b</li></ul>");
        row("table with alignment", "| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n",
            "<table><thead><tr><th align=\"left\">a</th><th align=\"center\">b</th>"
            "<th align=\"right\">c</th></tr></thead><tbody><tr><td align=\"left\">1</td>"
            "<td align=\"center\">2</td><td align=\"right\">3</td></tr></tbody></table>");
        row("pipe in a cell", "| a |\n|---|\n| `b\\|c` |\n",
            "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td><code>b|c</code></td></tr>"
            "</tbody></table>");
        row("fenced code", "```python\na = 1\n\nb\n```\n", "<pre><code>a = 1\n\nb\n</code></pre>");
        row("tildes", "~~~\n```\n~~~\n", "<pre><code>```\n</code></pre>");
        row("nested quotes", "> a\n> > b\n> > > c\n",
            "<blockquote><p>a</p><blockquote><p>b</p><blockquote><p>c</p></blockquote>"
            "</blockquote></blockquote>");
        row("quote with a list and code", "> - a\n>\n> ```\n> b\n> ```\n",
            "<blockquote><ul><li>a</li></ul><pre><code>b\n</code></pre></blockquote>");
        row("link with a title", "[a](b.md \"c\")", "<p><a href=\"b.md\" title=\"c\">a</a></p>");
        row("reference links", "[a][r] [r] [R][]\n\n[r]: /b 'c'\n",
            "<p><a href=\"/b\" title=\"c\">a</a> <a href=\"/b\" title=\"c\">r</a> "
            "<a href=\"/b\" title=\"c\">R</a></p>");
        row("link in angle brackets", "<https://a.b> [c](<d e>)",
            "<p><a href=\"https://a.b\">https://a.b</a> <a href=\"d%20e\">c</a></p>");
        row("image with a title", "![a](b.png \"c\")",
            "<p><img src=\"b.png\" alt=\"a\" title=\"c\"></p>");
        row("image that is a link", "[![a](b.png)](https://c.d)",
            "<p><a href=\"https://c.d\"><img src=\"b.png\" alt=\"a\"></a></p>");
        row("image in the text", "![a](data:image/png;base64,AAAA)",
            "<p><img src=\"data:image/png;base64,AAAA\" alt=\"a\"></p>");
        row("rules", "a\n\n---\n\n***\n", "<p>a</p><hr><hr>");
        row("raw HTML", "a<sub>b</sub> <kbd>c</kbd>", "<p>a<sub>b</sub> <kbd>c</kbd></p>");
        row("details", "<details><summary>a</summary>\n\n**b**\n\n</details>\n",
            "<details><summary>a</summary><p><strong>b</strong></p></details>");
        row("nested details",
            "<details><summary>a</summary>\n\n<details><summary>b</summary>\n\n- "
            "c\n\n</details>\n\n"
            "</details>\n",
            "<details><summary>a</summary><details><summary>b</summary><ul><li>c</li></ul>"
            "</details></details>");
        row("columns",
            "<div class=\"grid g-2-col\"><div>\n\n**a**\n\n</div><div>\n\nb\n\n</div></div>\n",
            "<div><div><p><strong>a</strong></p></div><div><p>b</p></div></div>");
        row("entities", "&copy; &amp; &#65; &unknown;", "<p>© &amp; A &amp;unknown;</p>");
        row("escapes", "\\*a\\* \\# \\[b\\]", "<p>*a* # [b]</p>");
        row("comment", "a <!-- b --> c", "<p>a <!-- b --> c</p>");
    }

    void means()
    {
        QFETCH(QByteArray, markdown);
        QFETCH(QByteArray, html);
        const QStringList looks{u"class"_s, u"style"_s, u"id"_s};
        QCOMPARE(test::htmlMeaning(render(markdown), looks).join(u'\n'),
                 test::htmlMeaning(html, looks).join(u'\n'));
    }

    void languagesOfFencesReachThePage_data()
    {
        QTest::addColumn<QByteArray>("info");
        QTest::addColumn<QByteArray>("language");
        QTest::newRow("py") << QByteArray("py") << QByteArray("py");
        QTest::newRow("c++") << QByteArray("c++") << QByteArray("c++");
        QTest::newRow("more words") << QByteArray("python title=\"x\"") << QByteArray("python");
        QTest::newRow("hostile") << QByteArray("a\"onclick=x") << QByteArray("a&quot;onclick=x");
    }

    void languagesOfFencesReachThePage()
    {
        QFETCH(QByteArray, info);
        QFETCH(QByteArray, language);
        const QByteArray html = render("```" + info + "\nx\n```\n");
        const QByteArray expected = "<code class=\"language-" + language + "\">";
        QVERIFY2(html.contains(expected), html.constData());
    }

    /// ClearML's trap: what stands right behind a frame's end is still HTML.
    void textRightBehindAFrameIsNotMarkdown()
    {
        QVERIFY(render("<iframe src=\"x\"></iframe>\n# a\n").contains("# a"));
        QVERIFY(render("<iframe src=\"x\"></iframe>\n\n# a\n").contains("<h1"));
    }
};

QTEST_GUILESS_MAIN(QuickGuideTest)
#include "test_quick_guide.moc"
