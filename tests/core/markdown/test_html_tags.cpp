#include "core/markdown/heading_slugs.h"
#include "core/markdown/html_tags.h"
#include "core/markdown/html_writer.h"

#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

/// "a b /b /a"
QByteArray tagsOf(QByteArrayView html)
{
    QByteArrayList tags;
    scanHtmlTags(html, [&](const HtmlTag &tag) { tags += (tag.closes ? "/" : "") + tag.name; });
    return tags.join(' ');
}

using Ranges = std::vector<std::pair<int, int>>;

} // namespace

/// What ties blocks together, and how HTML is written.
class HtmlTagsTest : public QObject
{
    Q_OBJECT

private slots:
    void tags_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QByteArray>("tags");
        const auto row = [](const char *name, const char *html, const char *tags) {
            QTest::newRow(name) << QByteArray(html) << QByteArray(tags);
        };
        row("nothing", "text", "");
        row("nested", "<div><p>a</p></div>", "div p /p /div");
        row("case", "<DIV></Div>", "div /div");
        row("void", "<br><img src=a><hr><input>", "");
        row("closed by itself", "<div/><span />", "");
        row("greater in an attribute", "<a title=\"<b>\">x</a>", "a /a");
        row("single quotes", "<a title='>'>x</a>", "a /a");
        row("comment", "<!-- <div> --><p>", "p");
        row("comment that never ends", "<!-- <div>", "");
        row("short comment", "<!--><div>", "div");
        row("declaration", "<!DOCTYPE html><p>", "p");
        row("instruction", "<?php echo?><p>", "p");
        row("script", "<script>if (a < b) '<div>'</script><p>", "script /script p");
        row("style that never ends", "<style><div>", "style");
        row("title", "<TITLE><b></TITLE><i>", "title /title i");
        row("custom", "<x-y:z></x-y:z>", "x-y:z /x-y:z");
        row("no name", "< div>1 < 2<", "");
        row("not closed", "<div", "div");
        row("end tag with rubbish", "</div a=b>", "/div");
    }

    void tags()
    {
        QFETCH(QByteArray, html);
        QFETCH(QByteArray, tags);
        QCOMPARE(tagsOf(html), tags);
    }

    void rangesAreBlocksThatBelongTogether()
    {
        HtmlTagPairs pairs;
        pairs.add(0, "<p>a</p>");
        pairs.add(1, "<details>");
        pairs.add(3, "<div>");
        pairs.add(4, "</div>");
        pairs.add(5, "</details>");
        pairs.add(7, "<b>");
        pairs.add(9, "</b>");
        pairs.add(10, "</i>"); // never opened
        pairs.add(11, "<u>");  // never closed
        QCOMPARE(pairs.ranges(), (Ranges{{1, 5}, {7, 9}}));
    }

    void rangesThatTouchAreOne()
    {
        HtmlTagPairs pairs;
        pairs.add(0, "<a>");
        pairs.add(1, "</a><b>");
        pairs.add(2, "</b>");
        QCOMPARE(pairs.ranges(), (Ranges{{0, 2}}));
        QCOMPARE(HtmlTagPairs().ranges(), Ranges());
    }

    void equalTagsNest()
    {
        HtmlTagPairs pairs;
        pairs.add(0, "<div>");
        pairs.add(1, "<div>");
        pairs.add(2, "</div>");
        pairs.add(4, "<p>");
        pairs.add(5, "</div>");
        QCOMPARE(pairs.ranges(), (Ranges{{0, 5}}));
    }

    void manyTagsAreQuick()
    {
        // Nothing but the size of this: it took minutes if it were not linear.
        const QByteArray html = QByteArray("<div><!-- <b").repeated(200'000);
        QVERIFY(tagsOf(html).startsWith("div"));
        QCOMPARE(tagsOf(QByteArray("<title>").repeated(200'000)), QByteArray("title"));
    }

    void textIsEscaped()
    {
        HtmlWriter html;
        html.text("a < b & \"c\" > 'd' ü");
        QCOMPARE(html.take(), QByteArray("a &lt; b &amp; &quot;c&quot; &gt; 'd' ü"));
        QCOMPARE(html.take(), QByteArray());
    }

    void addressesAreEscaped()
    {
        HtmlWriter html;
        html.address("/a b?c=d&e='f\"g#h%20ü<\n");
        QCOMPARE(html.take(), QByteArray("/a%20b?c=d&amp;e=&#x27;f%22g#h%20%C3%BC%3C%0A"));
    }

    void freshLinesAreBegunOnce()
    {
        HtmlWriter html;
        html.freshLine();
        html.raw("<p>", "a");
        html.freshLine();
        html.freshLine();
        QCOMPARE(html.size(), 5);
        QCOMPARE(html.take(), QByteArray("<p>a\n"));
    }

    void slugs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("slug");
        QTest::newRow("words") << u"Two Words"_s << u"two-words"_s;
        QTest::newRow("marks") << u"What's new? (v1.2)"_s << u"whats-new-v12"_s;
        QTest::newRow("kept") << u"a_b-c"_s << u"a_b-c"_s;
        QTest::newRow("letters of the world") << u"Größe 中文 Привет"_s << u"größe-中文-привет"_s;
        QTest::newRow("beyond the first plane") << u"𝒜 x"_s << u"𝒜-x"_s;
        QTest::newRow("nothing left") << u"?!"_s << u"section"_s;
        QTest::newRow("edges") << u"  a  "_s << u"a"_s;
    }

    void slugs()
    {
        QFETCH(QString, text);
        QFETCH(QString, slug);
        QCOMPARE(HeadingSlugs().add(text), slug);
    }

    void noSlugIsGivenTwice()
    {
        HeadingSlugs slugs;
        QStringList given;
        for (const QString &text :
             {u"a"_s, u"a-1"_s, u"A"_s, u"a"_s, u"a-1"_s, u"?"_s, u"section"_s})
            given += slugs.add(text);
        const QStringList expected{u"a"_s,     u"a-1"_s,     u"a-2"_s,      u"a-3"_s,
                                   u"a-1-1"_s, u"section"_s, u"section-1"_s};
        QCOMPARE(given, expected);
    }
};

QTEST_GUILESS_MAIN(HtmlTagsTest)
#include "test_html_tags.moc"
