#include "ui/editor/code_lexer.h"

#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

/// The pieces of the last line that are coloured, as "token:text".
QStringList coloured(const QString &language, const QString &text)
{
    const int index = codeLanguageIndex(language);
    if (index == 0)
        qFatal("no language “%s”", qPrintable(language));
    static const QHash<SyntaxToken, QString> names{{SyntaxToken::Keyword, u"keyword"_s},
                                                   {SyntaxToken::Type, u"type"_s},
                                                   {SyntaxToken::Function, u"function"_s},
                                                   {SyntaxToken::String, u"string"_s},
                                                   {SyntaxToken::Number, u"number"_s},
                                                   {SyntaxToken::Comment, u"comment"_s},
                                                   {SyntaxToken::Key, u"key"_s}};
    CodeState state = CodeState::Plain;
    QStringList found;
    for (const QString &line : text.split(u'\n')) {
        SyntaxSpans spans;
        state = lexCode(line, codeLanguage(index), state, 0, &spans);
        found.clear();
        for (const SyntaxSpan &span : spans) {
            found.append(names.value(span.token, u"other"_s) + u':' +
                         line.mid(span.start, span.length));
        }
    }
    return found;
}

} // namespace

/// One line or two of each language that people put into reports.
class CodeLexerTest : public QObject
{
    Q_OBJECT

private slots:
    void languages_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected"); // all of these, perhaps among others
        const auto row = [](const char *language, const QString &text,
                            const QStringList &expected) {
            QTest::newRow(language) << QString::fromLatin1(language) << text << expected;
        };
        row("python", u"async def f(x: int): return None # why"_s,
            {u"keyword:async"_s, u"keyword:def"_s, u"function:f"_s, u"type:int"_s,
             u"keyword:return"_s, u"type:None"_s, u"comment:# why"_s});
        row("cpp", u"static const double x = 1e-3; // why"_s,
            {u"keyword:static"_s, u"type:double"_s, u"number:1e-3"_s, u"comment:// why"_s});
        row("cuda", u"template <typename T> void f()"_s,
            {u"keyword:template"_s, u"type:void"_s, u"function:f"_s});
        row("java", u"public class A { String s = \"x\"; }"_s,
            {u"keyword:public"_s, u"type:String"_s, u"string:\"x\""_s});
        row("ts", u"const x: number = 'a'; // y"_s,
            {u"keyword:const"_s, u"type:number"_s, u"string:'a'"_s, u"comment:// y"_s});
        row("json", u"{\"lr\": 0.1, \"on\": false}"_s,
            {u"key:\"lr\""_s, u"number:0.1"_s, u"type:false"_s});
        row("yaml", u"lr: 0.1 # rate"_s, {u"key:lr"_s, u"number:0.1"_s, u"comment:# rate"_s});
        row("toml", u"lr = 0.1 # rate"_s, {u"key:lr"_s, u"number:0.1"_s, u"comment:# rate"_s});
        row("bash", u"for f in $FILES; do cat \"$f\"; done"_s,
            {u"keyword:for"_s, u"key:$FILES"_s, u"keyword:done"_s, u"type:cat"_s});
        row("sql", u"select count(*) FROM t -- all"_s,
            {u"keyword:select"_s, u"keyword:FROM"_s, u"comment:-- all"_s});
        row("rust", u"let mut x: Vec<u8> = vec; // y"_s,
            {u"keyword:let"_s, u"keyword:mut"_s, u"type:Vec"_s, u"type:u8"_s});
        row("go", u"func f() error { return nil }"_s,
            {u"keyword:func"_s, u"function:f"_s, u"type:error"_s, u"keyword:return"_s});
        row("julia", u"function f(x) end # y"_s,
            {u"keyword:function"_s, u"function:f"_s, u"keyword:end"_s, u"comment:# y"_s});
        row("lua", u"local x = nil -- y"_s, {u"keyword:local"_s, u"type:nil"_s, u"comment:-- y"_s});
        row("css", u"color: none; /* y */"_s,
            {u"key:color"_s, u"type:none"_s, u"comment:/* y */"_s});
        row("dockerfile", u"RUN echo $HOME # y"_s, {u"keyword:RUN"_s, u"key:$HOME"_s});
    }

    void languages()
    {
        QFETCH(QString, language);
        QFETCH(QString, text);
        QFETCH(QStringList, expected);
        const QStringList found = coloured(language, text);
        for (const QString &piece : expected)
            QVERIFY2(found.contains(piece),
                     qPrintable(piece + u" is not in "_s + found.join(u' ')));
    }

    void namesAreFoundInAnyForm()
    {
        const int python = codeLanguageIndex(u"python");
        QVERIFY(python > 0);
        for (const QString &info : {u"py"_s, u"Python"_s, u"python title=x.py"_s, u"PYTHON3"_s})
            QCOMPARE(codeLanguageIndex(info), python);
        QCOMPARE(codeLanguageIndex(u"nothing-we-know"), 0);
        QCOMPARE(codeLanguageIndex(QString()), 0);
    }

    void whatIsOpenGoesOn_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("lastLine");
        QTest::newRow("comment") << u"cpp"_s << u"/* a\nb */ int"_s
                                 << QStringList{u"comment:b */"_s, u"type:int"_s};
        QTest::newRow("docstring") << u"python"_s << u"\"\"\"a\nif\n\"\"\" if"_s
                                   << QStringList{u"string:\"\"\""_s, u"keyword:if"_s};
        QTest::newRow("docstring of single quotes")
            << u"python"_s << u"'''a\n\"\"\"\n''' if"_s
            << QStringList{u"string:'''"_s, u"keyword:if"_s};
        QTest::newRow("template string")
            << u"js"_s << u"`a\nif` if"_s << QStringList{u"string:if`"_s, u"keyword:if"_s};
        QTest::newRow("a string ends with its line")
            << u"python"_s << u"\"a\nif"_s << QStringList{u"keyword:if"_s};
    }

    void whatIsOpenGoesOn()
    {
        QFETCH(QString, language);
        QFETCH(QString, text);
        QFETCH(QStringList, lastLine);
        QCOMPARE(coloured(language, text), lastLine);
    }

    void signsInStringsAreNoSigns()
    {
        QCOMPARE(coloured(u"python"_s, u"\"# no \\\" comment\""_s),
                 QStringList{u"string:\"# no \\\" comment\""_s});
        QVERIFY(coloured(u"python"_s, u"# \"no string\""_s).size() == 1);
        QVERIFY(!coloured(u"cpp"_s, u"iffy"_s).contains(u"keyword:if"_s)); // a word is whole
    }

    void changesAreColouredByTheirSign()
    {
        QVERIFY(!coloured(u"diff"_s, u"+ added"_s).isEmpty());
        QVERIFY(!coloured(u"diff"_s, u"- removed"_s).isEmpty());
        QVERIFY(coloured(u"diff"_s, u"+ added"_s).first().section(u':', 0, 0) !=
                coloured(u"diff"_s, u"- removed"_s).first().section(u':', 0, 0));
        QVERIFY(coloured(u"diff"_s, u" the same"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(CodeLexerTest)
#include "test_code_lexer.moc"
