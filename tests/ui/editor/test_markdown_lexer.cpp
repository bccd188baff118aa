#include "ui/editor/markdown_lexer.h"

#include <QRandomGenerator>
#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

/// The spans of the last line of `text`, as "token:text", and the state after it.
struct Lexed
{
    QStringList spans;
    MarkdownState state;
};

QString tokenName(SyntaxToken token)
{
    static const QStringList names{
        u"marker"_s,   u"heading"_s, u"strong"_s, u"em"_s,      u"strongem"_s, u"strike"_s,
        u"code"_s,     u"fence"_s,   u"link"_s,   u"url"_s,     u"quote"_s,    u"list"_s,
        u"html"_s,     u"math"_s,    u"panel"_s,  u"note"_s,    u"keyword"_s,  u"type"_s,
        u"function"_s, u"string"_s,  u"number"_s, u"comment"_s, u"key"_s};
    return names.value(int(token));
}

Lexed lexLast(const QString &text)
{
    Lexed result;
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        SyntaxSpans spans;
        result.state =
            lexMarkdown(lines.at(i), result.state, i + 1 == lines.size() ? &spans : nullptr);
        for (const SyntaxSpan &span : spans)
            result.spans.append(tokenName(span.token) + u':' +
                                lines.at(i).mid(span.start, span.length));
    }
    return result;
}

} // namespace

class MarkdownLexerTest : public QObject
{
    Q_OBJECT

private slots:
    void spans_data();
    void spans();
    void statesPack();
    void withoutSpansTheStateIsTheSame();
    void longAndHostileLinesAreCheap();
};

void MarkdownLexerTest::spans_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QString &text, const QStringList &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("heading", u"## Title *x*"_s,
        {u"marker:## "_s, u"heading:Title *x*"_s, u"marker:*"_s, u"em:x"_s, u"marker:*"_s});
    row("seven hashes are text", u"####### no"_s, {});
    row("strong", u"a **b** c"_s, {u"marker:**"_s, u"strong:b"_s, u"marker:**"_s});
    row("emphasis in strong", u"**a *b* c**"_s,
        {u"marker:**"_s, u"strong:a *b* c"_s, u"marker:*"_s, u"strongem:b"_s, u"marker:*"_s,
         u"marker:**"_s});
    row("snake_case is text", u"my_snake_case"_s, {});
    row("stars with spaces are text", u"2 * 3 * 4"_s, {});
    row("escaped", u"\\*a\\*"_s, {});
    row("strike", u"~~a~~"_s, {u"marker:~~"_s, u"strike:a"_s, u"marker:~~"_s});
    row("code hides emphasis", u"`*a*` b"_s, {u"code:`*a*`"_s});
    row("double backticks", u"``a`b``"_s, {u"code:``a`b``"_s});
    row("link", u"[a](https://b.example)"_s,
        {u"marker:["_s, u"link:a"_s, u"marker:]("_s, u"url:https://b.example"_s, u"marker:)"_s});
    row("image", u"![a](asset:b.png)"_s,
        {u"marker:!["_s, u"link:a"_s, u"marker:]("_s, u"url:asset:b.png"_s, u"marker:)"_s});
    row("bare address", u"see https://a.example/b."_s, {u"url:https://a.example/b"_s});
    row("autolink", u"<https://a.example>"_s, {u"url:<https://a.example>"_s});
    row("tag", u"a <br> b"_s, {u"html:<br>"_s});
    row("math", u"so $x^2$ it is"_s, {u"math:$x^2$"_s});
    row("money is no math", u"from $5 to $10"_s, {});
    row("bullet", u"- a"_s, {u"list:- "_s});
    row("task", u"- [x] a"_s, {u"list:- [x]"_s});
    row("quote", u"> a"_s, {u"quote:> a"_s});
    row("rule", u"---"_s, {u"marker:---"_s});
    row("table", u"|---|:-:|"_s, {u"marker:|---|:-:|"_s});
    row("suggestion", u"a {++b++} c"_s, {u"note:{++b++}"_s});
    row("indented code", u"\n    x = 1"_s, {u"code:    x = 1"_s});
    row("indented in a list is text", u"- a\n\n    b *c*"_s,
        {u"marker:*"_s, u"em:c"_s, u"marker:*"_s});
    row("fence", u"```python"_s, {u"fence:```python"_s});
    row("python", u"```python\ndef f(x): return \"a\" # c"_s,
        {u"keyword:def"_s, u"function:f"_s, u"keyword:return"_s, u"string:\"a\""_s,
         u"comment:# c"_s});
    row("docstring goes on", u"```py\n\"\"\"a\nb\"\"\" in"_s,
        {u"string:b\"\"\""_s, u"keyword:in"_s});
    row("comment goes on", u"```cpp\n/* a\nb */ int 0x1F"_s,
        {u"comment:b */"_s, u"type:int"_s, u"number:0x1F"_s});
    row("panel", u"```panel\ntype: line # c"_s, {u"key:type"_s, u"comment:# c"_s});
    row("panel fence", u"```panel"_s, {u"panel:```panel"_s});
    row("json", u"```json\n{\"a\": [1, true]}"_s, {u"key:\"a\""_s, u"number:1"_s, u"type:true"_s});
    row("sql in capitals", u"```sql\nSELECT 'a'"_s, {u"keyword:SELECT"_s, u"string:'a'"_s});
    row("bash", u"```sh\necho $HOME"_s, {u"type:echo"_s, u"key:$HOME"_s});
    row("unknown language", u"```nope\n*a*"_s, {u"code:*a*"_s});
    row("shorter fence does not close", u"````\n```"_s, {u"code:```"_s});
    row("fence closes", u"```\na\n```\n**b**"_s, {u"marker:**"_s, u"strong:b"_s, u"marker:**"_s});
    row("fence ends with its quote", u"> ```\n> a\n**b**"_s,
        {u"marker:**"_s, u"strong:b"_s, u"marker:**"_s});
    row("fence in a list item", u"- a\n  ```py\n  if"_s, {u"keyword:if"_s});
    row("HTML comment over lines", u"<!-- a\n*b*"_s, {u"comment:*b*"_s});
    row("math block", u"$$\nx_1"_s, {u"math:x_1"_s});
}

void MarkdownLexerTest::spans()
{
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    QCOMPARE(lexLast(text).spans, expected);
}

void MarkdownLexerTest::statesPack()
{
    for (const QString &text :
         {u"- a"_s, u"> ~~~~~~~ python"_s, u"```panel"_s, u"```js\n`"_s, u"<!--"_s, u"$$"_s}) {
        const MarkdownState state = lexLast(text).state;
        QVERIFY(state.pack() >= 0);
        QCOMPARE(MarkdownState::unpack(state.pack()), state);
    }
    QCOMPARE(MarkdownState::unpack(-1), MarkdownState());
}

void MarkdownLexerTest::withoutSpansTheStateIsTheSame()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QString alphabet = u"`~*_[]()<>!-#> \t$|{}+=\"'\\/0aß\u2028"_s;
    MarkdownState with;
    for (int i = 0; i < 20'000; ++i) {
        QString line;
        for (int length = random.bounded(24); length > 0; --length)
            line += alphabet.at(random.bounded(int(alphabet.size())));
        if (random.bounded(20) == 0)
            line = QStringList{u"```py"_s, u"> ```"_s, u"```"_s, u"-->"_s, u"$$"_s}.at(
                random.bounded(5));
        SyntaxSpans spans;
        const MarkdownState without = lexMarkdown(line, with, nullptr);
        with = lexMarkdown(line, with, &spans);
        QCOMPARE(without, with);
        for (const SyntaxSpan &span : spans)
            QVERIFY(span.start >= 0 && span.length > 0 && span.start + span.length <= line.size());
    }
}

void MarkdownLexerTest::longAndHostileLinesAreCheap()
{
    // Each would take minutes if any part were quadratic without the limits on length and depth.
    for (const QString &piece :
         {u"*a "_s, u"**a*"_s, u"["_s, u"`"_s, u"<a"_s, u"$a"_s, u"{++"_s, u"[a]("_s}) {
        SyntaxSpans spans;
        lexMarkdown(piece.repeated(1'000'000 / piece.size()), {}, &spans);
        QVERIFY(spans.size() <= syntaxLineLimit);
        for (const SyntaxSpan &span : spans)
            QVERIFY(span.start + span.length <= syntaxLineLimit);
    }
}

QTEST_GUILESS_MAIN(MarkdownLexerTest)
#include "test_markdown_lexer.moc"
