#include "core/report/text_addresses.h"

#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

/// "picture:a.png link:b" for a text; checks that each place in the text is really the address's.
QString found(const QString &text)
{
    QStringList all;
    for (const TextAddress &address : textAddresses(text)) {
        if (address.start < 0 || address.start + address.length > text.size())
            return u"a place outside of the text"_s;
        const bool isPicture = address.kind == TextAddress::Kind::Picture;
        all.append((isPicture ? u"picture:"_s : u"link:"_s) + address.address);
    }
    return all.join(u' ');
}

} // namespace

class TestTextAddresses : public QObject
{
    Q_OBJECT

private slots:
    void findsAddresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("addresses");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("picture") << u"see ![a](b.png) here"_s << u"picture:b.png"_s;
        QTest::newRow("link") << u"see [a](b.md)"_s << u"link:b.md"_s;
        QTest::newRow("title") << u"![a](b.png \"B\")"_s << u"picture:b.png"_s;
        QTest::newRow("spaces in brackets")
            << u"![a](<my plot.png> 'B')"_s << u"picture:my plot.png"_s;
        QTest::newRow("percent") << u"![a](my%20plot.png)"_s << u"picture:my plot.png"_s;
        QTest::newRow("parentheses") << u"![a](b(1).png)"_s << u"picture:b(1).png"_s;
        QTest::newRow("escaped") << u"![a](b\\(1.png)"_s << u"picture:b(1.png"_s;
        QTest::newRow("picture in a link")
            << u"[![a](small.png)](large.png)"_s << u"picture:small.png link:large.png"_s;
        QTest::newRow("brackets in the text") << u"![a [b] c](d.png)"_s << u"picture:d.png"_s;
        QTest::newRow("text over two lines") << u"![a\nb](c.png)"_s << u"picture:c.png"_s;
        QTest::newRow("text over two paragraphs") << u"![a\n\nb](c.png)"_s << QString();
        QTest::newRow("no address") << u"![a]() [b] (c.md)"_s << QString();
        QTest::newRow("not closed") << u"![a](b.png"_s << QString();
        QTest::newRow("escaped bracket") << u"\\![a](b.png) \\[a](b.png)"_s << u"link:b.png"_s;
        QTest::newRow("element") << u"<p><IMG alt='x' src=\"a&amp;b.png\" width=3></p>"_s
                                 << u"picture:a&b.png"_s;
        QTest::newRow("single quotes") << u"<img src='a.png'>"_s << u"picture:a.png"_s;
        QTest::newRow("source set") << u"<img data-src='a.png'>"_s << u"picture:a.png"_s;
    }
    void findsAddresses()
    {
        QFETCH(QString, text);
        QFETCH(QString, addresses);
        QCOMPARE(found(text), addresses);
        // What stands around it, Windows' line ends included, makes no difference.
        QCOMPARE(found(u"\r\n"_s + text + u"\r\n"_s), addresses);
    }

    void codeIsText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("span") << u"`![a](b.png)`"_s;
        QTest::newRow("span of two ticks") << u"``x ` ![a](b.png)``"_s;
        QTest::newRow("span over lines") << u"`x\n![a](b.png)\n`"_s;
        QTest::newRow("fence") << u"```\n![a](b.png)\n```"_s;
        QTest::newRow("fence with a language") << u"~~~ python\n![a](b.png)\n~~~"_s;
        QTest::newRow("longer fence") << u"````markdown\n```\n![a](b.png)\n```\n````"_s;
        QTest::newRow("fence without an end") << u"```\n![a](b.png)\n\n![c](d.png)"_s;
        QTest::newRow("fence in a list") << u"- ```\n  ![a](b.png)\n  ```"_s;
        QTest::newRow("fence in a quote") << u"> ```\n> ![a](b.png)\n> ```"_s;
    }
    void codeIsText()
    {
        QFETCH(QString, text);
        QCOMPARE(found(text), QString());
    }

    void textAfterCodeIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("span") << u"`x` ![a](b.png)"_s;
        QTest::newRow("single tick") << u"a ` tick ![a](b.png)"_s;
        QTest::newRow("tick in another paragraph") << u"a ` tick\n\n![a](b.png) `"_s;
        QTest::newRow("fence") << u"```\nx\n```\n![a](b.png)"_s;
        QTest::newRow("fence of tildes with ticks in it") << u"~~~\n```\n~~~\n![a](b.png)"_s;
        QTest::newRow("ticks in a line") << u"```inline``` ![a](b.png)"_s;
    }
    void textAfterCodeIsRead()
    {
        QFETCH(QString, text);
        QCOMPARE(found(text), u"picture:b.png"_s);
    }

    void definitionsArePicturesWhenPicturesUseThem()
    {
        QCOMPARE(found(u"![Plot A][a] and [b] and ![c]\n\n[A]: a.png\n[b]: <b c.md>\n"
                       "  [C]: c.png \"See\"\n[^1]: note.png\n"_s),
                 u"picture:a.png link:b c.md picture:c.png"_s);
        QCOMPARE(found(u"![a][]\n\n[a]:\n   a.png\n"_s), u"picture:a.png"_s);
    }

    void replacesAddressesOnly()
    {
        const QString text =
            u"![a](b.png \"b.png\") b.png [b](b.png) `b.png`\n\n[c]: <b.png>\n![c]"_s;
        const QString changed = withReplacedAddresses(text, [](const TextAddress &address) {
            return address.kind == TextAddress::Kind::Picture ? u"asset:X"_s : QString();
        });
        QCOMPARE(changed,
                 u"![a](asset:X \"b.png\") b.png [b](b.png) `b.png`\n\n[c]: <asset:X>\n![c]"_s);
        QCOMPARE(withReplacedAddresses(text, [](const TextAddress &) { return QString(); }), text);
    }

    void addressesSurviveTheText_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("plain") << u"files/a.png"_s;
        QTest::newRow("space") << u"my files/a b.png"_s;
        QTest::newRow("brackets") << u"a(1)[2]<3>.png"_s;
        QTest::newRow("percent") << u"100%25.png"_s;
        QTest::newRow("umlauts") << u"größe \"x\".png"_s;
    }
    void addressesSurviveTheText()
    {
        QFETCH(QString, path);
        for (const QString &around : {u"![a](%1)"_s, u"![a](<%1>)"_s, u"<img src=\"%1\">"_s})
            QCOMPARE(found(around.arg(addressInText(path))), u"picture:"_s + path);
    }

    // The time-out of ctest is the measure: what is quadratic takes minutes here.
    void longTextsEnd()
    {
        for (const QString &piece :
             {u"["_s, u"![a]("_s, u"`"_s, u"`` ` "_s, u"<img "_s, u"[a]: "_s, u"~~~x "_s, u"]("_s})
            textAddresses(piece.repeated(50'000));
    }
};

QTEST_GUILESS_MAIN(TestTextAddresses)
#include "test_text_addresses.moc"
