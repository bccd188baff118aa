#include "support/marked_text.h"
#include "ui/editor/auto_pair.h"
#include "ui/editor/block_commands.h"
#include "ui/editor/inline_commands.h"
#include "ui/editor/line_commands.h"
#include "ui/editor/paste_rules.h"

#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

using inline_commands::Emphasis;
using line_commands::ListKind;

Passage fromMarked(const QString &marked)
{
    const MarkedText parsed = parseMarked(marked);
    return {parsed.text, parsed.anchor, parsed.position};
}

QString marked(const Passage &passage)
{
    return toMarked(passage.text, passage.anchor, passage.position);
}

PassageCommand commandNamed(const QString &name)
{
    static const QHash<QString, PassageCommand> commands{
        {u"bold"_s,
         [](const Passage &p) { return inline_commands::toggleEmphasis(p, Emphasis::Bold); }},
        {u"italic"_s,
         [](const Passage &p) { return inline_commands::toggleEmphasis(p, Emphasis::Italic); }},
        {u"strike"_s,
         [](const Passage &p) {
             return inline_commands::toggleEmphasis(p, Emphasis::Strikethrough);
         }},
        {u"code"_s, inline_commands::toggleCode},
        {u"link"_s, [](const Passage &p) { return inline_commands::toggleLink(p); }},
        {u"image"_s,
         [](const Passage &p) { return inline_commands::insertImage(p, u"asset:a.png"_s); }},
        {u"h2"_s, [](const Passage &p) { return line_commands::setHeading(p, 2); }},
        {u"h0"_s, [](const Passage &p) { return line_commands::setHeading(p, 0); }},
        {u"heading"_s, line_commands::cycleHeading},
        {u"quote"_s, line_commands::toggleQuote},
        {u"bullets"_s,
         [](const Passage &p) { return line_commands::toggleList(p, ListKind::Bullet); }},
        {u"numbers"_s,
         [](const Passage &p) { return line_commands::toggleList(p, ListKind::Numbered); }},
        {u"tasks"_s, [](const Passage &p) { return line_commands::toggleList(p, ListKind::Task); }},
        {u"codeblock"_s, block_commands::toggleCodeBlock},
        {u"rule"_s, block_commands::insertRule},
        {u"indent"_s, line_commands::indent},
        {u"outdent"_s, line_commands::outdent},
        {u"up"_s, line_commands::moveUp},
        {u"down"_s, line_commands::moveDown},
        {u"duplicate"_s, line_commands::duplicate},
        {u"tick"_s, [](const Passage &p) { return line_commands::setTaskDone(p, true); }},
    };
    return commands.value(name);
}

} // namespace

/// Each command as a table: text and selection in, text and selection out.
class FormatCommandsTest : public QObject
{
    Q_OBJECT

private slots:
    void toggles_data();
    void toggles();
    void oneWay_data();
    void oneWay();
    void continuation_data();
    void continuation();
    void pairs_data();
    void pairs();
    void emptyPairGoesWithBackspace();
    void table();
    void pastedAddressBecomesLink();
    void manyLinesTakeLinearTime();
};

void FormatCommandsTest::toggles_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const QString &command, const QString &before,
                        const QString &after) {
        QTest::newRow(name) << command << before << after;
    };
    row("bold selection", u"bold"_s, u"one ⟦two⟧ three"_s, u"one **⟦two⟧** three"_s);
    row("bold word at cursor", u"bold"_s, u"one tw¦o three"_s, u"one **tw¦o** three"_s);
    row("bold word, cursor at its end", u"bold"_s, u"one two¦"_s, u"one **two¦**"_s);
    row("bold nothing", u"bold"_s, u"one ¦ three"_s, u"one **¦** three"_s);
    row("bold inside italic", u"bold"_s, u"*⟦two⟧*"_s, u"***⟦two⟧***"_s);
    row("bold, spaces stay outside", u"bold"_s, u"one⟦ two ⟧three"_s, u"one⟦ **two** ⟧three"_s);
    row("bold over lines", u"bold"_s, u"⟦- one\n- two\n\n> three⟧"_s,
        u"⟦- **one**\n- **two**\n\n> **three⟧**"_s);
    row("italic selection", u"italic"_s, u"⟦two⟧"_s, u"*⟦two⟧*"_s);
    row("italic inside bold", u"italic"_s, u"**⟦two⟧**"_s, u"***⟦two⟧***"_s);
    row("italic word with umlaut", u"italic"_s, u"Größ¦e"_s, u"*Größ¦e*"_s);
    row("strike", u"strike"_s, u"a ⟦b c⟧ d"_s, u"a ~~⟦b c⟧~~ d"_s);
    row("code", u"code"_s, u"a ⟦b⟧ c"_s, u"a `⟦b⟧` c"_s);
    row("code with a backtick in it", u"code"_s, u"⟦a`b⟧"_s, u"`` ⟦a`b⟧ ``"_s);
    row("link", u"link"_s, u"see ⟦this⟧."_s, u"see [this](¦)."_s);
    row("heading", u"h2"_s, u"ti¦tle"_s, u"## ti¦tle"_s);
    row("heading in a quote", u"h2"_s, u"> ti¦tle"_s, u"> ## ti¦tle"_s);
    row("headings over lines", u"h2"_s, u"⟦one\n\ntwo⟧"_s, u"## ⟦one\n\n## two⟧"_s);
    row("quote", u"quote"_s, u"⟦one\n\ntwo⟧\nthree"_s, u"> ⟦one\n>\n> two⟧\nthree"_s);
    row("quote in a quote's neighbour", u"quote"_s, u"> one\ntw¦o"_s, u"> one\n> tw¦o"_s);
    row("bullets", u"bullets"_s, u"⟦one\ntwo\n⟧three"_s, u"- ⟦one\n- two\n⟧three"_s);
    row("numbers", u"numbers"_s, u"⟦one\n\ntwo⟧"_s, u"1. ⟦one\n\n2. two⟧"_s);
    row("tasks", u"tasks"_s, u"  ⟦one\ntwo⟧"_s, u"  - [ ] ⟦one\n- [ ] two⟧"_s);
    row("code block on an empty line", u"codeblock"_s, u"one\n¦\ntwo"_s,
        u"one\n```\n¦\n```\ntwo"_s);
    row("code block around lines", u"codeblock"_s, u"⟦a\nb⟧"_s, u"```\n⟦a\nb⟧\n```"_s);
    row("code block around a fence", u"codeblock"_s, u"⟦```\nb\n```⟧"_s,
        u"````\n⟦```\nb\n```⟧\n````"_s);
}

void FormatCommandsTest::toggles()
{
    QFETCH(QString, command);
    QFETCH(QString, before);
    QFETCH(QString, after);
    const PassageCommand run = commandNamed(command);
    const Passage once = run(fromMarked(before));
    QCOMPARE(marked(once), after);
    const Passage twice = run(once);
    QCOMPARE(twice.text, fromMarked(before).text);
    if (command != u"link"_s) // leaves the label selected, so that it can be linked anew
        QCOMPARE(marked(twice), before);
}

void FormatCommandsTest::oneWay_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const QString &command, const QString &before,
                        const QString &after) {
        QTest::newRow(name) << command << before << after;
    };
    row("bold off, markers selected", u"bold"_s, u"⟦**two**⟧"_s, u"⟦two⟧"_s);
    row("bold off, underscores", u"bold"_s, u"__⟦two⟧__"_s, u"⟦two⟧"_s);
    row("italic off, underscores", u"italic"_s, u"_tw¦o_"_s, u"tw¦o"_s);
    row("italic off inside bold", u"italic"_s, u"***tw¦o***"_s, u"**tw¦o**"_s);
    row("bold off within a phrase", u"bold"_s, u"a **one tw¦o three** b"_s,
        u"a one tw¦o three b"_s);
    row("bold off a part", u"bold"_s, u"a **one ⟦two⟧ three** b"_s,
        u"a **one** ⟦two⟧ **three** b"_s);
    row("bold off the beginning", u"bold"_s, u"**⟦one⟧ two**"_s, u"⟦one⟧ **two**"_s);
    row("bold off the end", u"bold"_s, u"__one ⟦two⟧__"_s, u"__one__ ⟦two⟧"_s);
    row("bold off within a word", u"bold"_s, u"**ab⟦cd⟧ef**"_s, u"**ab**⟦cd⟧**ef**"_s);
    row("bold off within a word, underscores", u"bold"_s, u"__ab⟦cd⟧ef__"_s, u"ab⟦cd⟧ef"_s);
    row("bold off a part in italic", u"bold"_s, u"***one ⟦two⟧ three***"_s,
        u"***one** ⟦two⟧ **three***"_s);
    row("italic off a part", u"italic"_s, u"_one ⟦two⟧ three_"_s, u"_one_ ⟦two⟧ _three_"_s);
    row("italic off within a phrase in bold", u"italic"_s, u"**a *one tw¦o* b**"_s,
        u"**a one tw¦o b**"_s);
    row("italic within a bold phrase", u"italic"_s, u"**one tw¦o three**"_s,
        u"**one *tw¦o* three**"_s);
    row("strike off a part", u"strike"_s, u"~~one ⟦two⟧~~"_s, u"~~one~~ ⟦two⟧"_s);
    row("bold between two bold phrases", u"bold"_s, u"**one** tw¦o **three**"_s,
        u"**one** **tw¦o** **three**"_s);
    row("bold, the marks are code", u"bold"_s, u"`**` on¦e `**`"_s, u"`**` **on¦e** `**`"_s);
    row("bold, the marks are escaped", u"bold"_s, u"\\**one tw¦o three**"_s,
        u"\\**one **tw¦o** three**"_s);
    row("italic beside snake case", u"italic"_s, u"a_b on¦e c_d"_s, u"a_b *on¦e* c_d"_s);
    row("bold off in two lines", u"bold"_s, u"**one ⟦two**\n__three⟧ four__"_s,
        u"**one** ⟦two\nthree⟧ __four__"_s);
    row("code block between two others", u"codeblock"_s, u"```\na\n```\non¦e\n```\nb\n```"_s,
        u"```\na\n```\n```\non¦e\n```\n```\nb\n```"_s);
    row("code block of the second", u"codeblock"_s, u"```\na\n```\n\n```\non¦e\n```"_s,
        u"```\na\n```\n\non¦e"_s);
    row("code block of another fence within", u"codeblock"_s, u"````\n```\non¦e\n```\n````"_s,
        u"````\n```\n```\non¦e\n```\n```\n````"_s);
    row("bold the rest", u"bold"_s, u"⟦**one**\ntwo⟧"_s, u"⟦**one**\n**two⟧**"_s);
    row("link off", u"link"_s, u"see [th¦is](https://a.example)."_s, u"see ⟦this⟧."_s);
    row("image", u"image"_s, u"¦"_s, u"![¦](asset:a.png)"_s);
    row("heading to another level", u"h2"_s, u"#### ti¦tle"_s, u"## ti¦tle"_s);
    row("heading off", u"h0"_s, u"### ti¦tle"_s, u"ti¦tle"_s);
    row("heading of a bare task", u"h2"_s, u"- [ ]¦\ntwo"_s, u"- [ ] ## ¦\ntwo"_s);
    row("heading off a bare task", u"h0"_s, u"- [ ]¦\ntwo"_s, u"- [ ]¦\ntwo"_s);
    row("cycle up", u"heading"_s, u"# ti¦tle"_s, u"## ti¦tle"_s);
    row("cycle round", u"heading"_s, u"###### ti¦tle"_s, u"ti¦tle"_s);
    row("bullets to numbers", u"numbers"_s, u"⟦- one\n- two⟧"_s, u"⟦1. one\n2. two⟧"_s);
    row("tasks to bullets", u"bullets"_s, u"- [x] on¦e"_s, u"- on¦e"_s);
    row("nested quote off by one", u"quote"_s, u"> > on¦e"_s, u"> on¦e"_s);
    row("rule below text", u"rule"_s, u"one¦\ntwo"_s, u"one\n\n---\n¦\n\ntwo"_s);
    row("rule at the end", u"rule"_s, u"one¦"_s, u"one\n\n---\n\n¦"_s);
    row("tab to the next stop", u"indent"_s, u"ab¦c"_s, u"ab  ¦c"_s);
    row("tab in a list", u"indent"_s, u"1. one\n2. tw¦o"_s, u"1. one\n   2. tw¦o"_s);
    row("tab over lines", u"indent"_s, u"⟦one\n\ntwo⟧"_s, u"    ⟦one\n\n    two⟧"_s);
    row("back", u"outdent"_s, u"- one\n  - tw¦o"_s, u"- one\n- tw¦o"_s);
    row("back by a tab", u"outdent"_s, u"\t\ton¦e"_s, u"\ton¦e"_s);
    row("back by a tab in a quote", u"outdent"_s, u"> \t\t- on¦e"_s, u"> \t- on¦e"_s);
    row("back by a tab with spaces behind", u"outdent"_s, u"\t  on¦e"_s, u"  on¦e"_s);
    row("back where nothing is", u"outdent"_s, u"on¦e"_s, u"on¦e"_s);
    row("up", u"up"_s, u"one\ntw¦o\nthree"_s, u"tw¦o\none\nthree"_s);
    row("up at the top", u"up"_s, u"on¦e\ntwo"_s, u"on¦e\ntwo"_s);
    row("down", u"down"_s, u"o⟦ne\ntw⟧o\nthree"_s, u"three\no⟦ne\ntw⟧o"_s);
    row("duplicate", u"duplicate"_s, u"on¦e\ntwo"_s, u"one\non¦e\ntwo"_s);
    row("tick", u"tick"_s, u"> 2. [ ] on¦e"_s, u"> 2. [x] on¦e"_s);
    row("tick what is no task", u"tick"_s, u"[ ] on¦e"_s, u"[ ] on¦e"_s);
}

void FormatCommandsTest::oneWay()
{
    QFETCH(QString, command);
    QFETCH(QString, before);
    QFETCH(QString, after);
    QCOMPARE(marked(commandNamed(command)(fromMarked(before))), after);
}

void FormatCommandsTest::continuation_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("bullet") << u"- one¦"_s << u"- one\n- ¦"_s;
    QTest::newRow("star, indented") << u"  * one¦"_s << u"  * one\n  * ¦"_s;
    QTest::newRow("number counts") << u"9) one¦"_s << u"9) one\n10) ¦"_s;
    QTest::newRow("task starts open") << u"- [x] one¦"_s << u"- [x] one\n- [ ] ¦"_s;
    QTest::newRow("in the middle") << u"- one¦ two"_s << u"- one\n- ¦two"_s;
    QTest::newRow("quote") << u"> one¦"_s << u"> one\n> ¦"_s;
    QTest::newRow("list in a quote") << u"> - one¦"_s << u"> - one\n> - ¦"_s;
    QTest::newRow("empty item ends") << u"- one\n- ¦"_s << u"- one\n¦"_s;
    QTest::newRow("empty task ends") << u"- [ ] ¦"_s << u"¦"_s;
    QTest::newRow("empty nested item ends") << u"- one\n  - ¦"_s << u"- one\n¦"_s;
    QTest::newRow("empty quote ends") << u"> one\n> ¦"_s << u"> one\n¦"_s;
    QTest::newRow("list in a quote ends to the quote") << u"> - one\n> - ¦"_s << u"> - one\n> ¦"_s;
    QTest::newRow("plain text") << u"one¦"_s << QString();
    QTest::newRow("before the marker") << u"¦- one"_s << QString();
    QTest::newRow("a rule is no list") << u"---¦"_s << QString();
}

void FormatCommandsTest::continuation()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const std::optional<Passage> result = line_commands::continueLine(fromMarked(before));
    QCOMPARE(result ? marked(*result) : QString(), after);
}

void FormatCommandsTest::pairs_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("after");
    QTest::newRow("bracket") << u"a ¦"_s << u"["_s << u"a [¦]"_s;
    QTest::newRow("bracket before a word") << u"¦a"_s << u"("_s << QString();
    QTest::newRow("step over") << u"(a¦)"_s << u")"_s << u"(a)¦"_s;
    QTest::newRow("backtick") << u"¦"_s << u"`"_s << u"`¦`"_s;
    QTest::newRow("second backtick") << u"`¦`"_s << u"`"_s << u"``¦"_s;
    QTest::newRow("third backtick is a fence") << u"``¦"_s << u"`"_s << QString();
    QTest::newRow("wrap in stars") << u"⟦a⟧"_s << u"*"_s << u"*⟦a⟧*"_s;
    QTest::newRow("wrap in angles") << u"⟦a⟧"_s << u"<"_s << u"<⟦a⟧>"_s;
    QTest::newRow("letters replace") << u"⟦a⟧"_s << u"b"_s << QString();
    QTest::newRow("quote in prose") << u"it¦"_s << u"\""_s << QString();
    QTest::newRow("after a backslash") << u"\\¦"_s << u"["_s << QString();
}

void FormatCommandsTest::pairs()
{
    QFETCH(QString, before);
    QFETCH(QString, typed);
    QFETCH(QString, after);
    const std::optional<Passage> result = autoPair(fromMarked(before), typed.front());
    QCOMPARE(result ? marked(*result) : QString(), after);
}

void FormatCommandsTest::emptyPairGoesWithBackspace()
{
    QCOMPARE(marked(*deleteEmptyPair(fromMarked(u"a(¦)b"_s))), u"a¦b"_s);
    QVERIFY(!deleteEmptyPair(fromMarked(u"(a¦)"_s)));
    QVERIFY(!deleteEmptyPair(fromMarked(u"[¦)"_s)));
}

void FormatCommandsTest::table()
{
    const Passage result = block_commands::insertTable(fromMarked(u"text¦\nmore"_s), 1, 2);
    QCOMPARE(marked(result), u"text\n\n"
                             "| ⟦Column 1⟧ | Column 2 |\n"
                             "| -------- | -------- |\n"
                             "|          |          |\n\nmore"_s);
}

void FormatCommandsTest::pastedAddressBecomesLink()
{
    const auto pasted = [](const QString &before, const QString &text) {
        const std::optional<Passage> result = pasteAsLink(fromMarked(before), text);
        return result ? marked(*result) : QString();
    };
    QCOMPARE(pasted(u"see ⟦this⟧"_s, u"https://a.example/b_(c)\n"_s),
             u"see [this](https://a.example/b_%28c%29)¦"_s);
    QCOMPARE(pasted(u"see ¦"_s, u"https://a.example"_s), QString());
    QCOMPARE(pasted(u"⟦https://old.example⟧"_s, u"https://a.example"_s), QString());
    QCOMPARE(pasted(u"⟦this⟧"_s, u"two words"_s), QString());
    QCOMPARE(pasted(u"[a](⟦b.md⟧)"_s, u"https://a.example"_s), QString());
    QCOMPARE(pasted(u"![a](as⟦set:b⟧.png)"_s, u"https://a.example"_s), QString());
    QCOMPARE(pasted(u"[a](b) (⟦c⟧)"_s, u"https://a.example"_s),
             u"[a](b) ([c](https://a.example)¦)"_s);
    QCOMPARE(pasted(u"⟦this⟧"_s, u"javascript:alert(1)"_s), QString());
}

void FormatCommandsTest::manyLinesTakeLinearTime()
{
    // 200,000 lines: quadratic work would take minutes and run into the test's time limit.
    Passage passage{u"line\n"_s.repeated(200'000), 0, 0};
    passage.position = int(passage.text.size());
    const Passage quoted = line_commands::toggleQuote(passage);
    QCOMPARE(quoted.text.size(), passage.text.size() + 2 * 200'000);
    QCOMPARE(line_commands::toggleQuote(quoted).text, passage.text);
    const Passage bold = inline_commands::toggleEmphasis(passage, Emphasis::Bold);
    QCOMPARE(bold.text.count(u"**line**\n"_s), 200'000);
}

QTEST_GUILESS_MAIN(FormatCommandsTest)
#include "test_format_commands.moc"
