#include "ui/report/panel_text.h"

#include "core/panels/panel_kinds.h"
#include "core/panels/panel_spec.h"

#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

const QString base = u"/home/ana/work"_s;

/// The YAML between the fences.
QString inside(const QString &fence)
{
    const qsizetype from = fence.indexOf(u'\n') + 1;
    return fence.mid(from, fence.lastIndexOf(u"```"_s) - from);
}

ParsedPanel parsed(const QString &yaml)
{
    MarkdownPanel panel;
    panel.info = u"panel"_s;
    panel.source = yaml;
    static const PanelKinds kinds;
    return parsePanel(panel, kinds, RunSets());
}

QString problemsOf(const QString &yaml)
{
    QStringList texts;
    for (const PanelProblem &problem : parsed(yaml).problems)
        texts.append(problem.message);
    return texts.join(u'\n');
}

} // namespace

/// What the panel dialog writes, and what it reads and changes of what is there.
class PanelTextTest : public QObject
{
    Q_OBJECT

private slots:
    void everyTypeIsUnderstood_data();
    void everyTypeIsUnderstood();
    void foldersBelowTheBaseAreRelative();
    void oddNamesAreQuoted();
    void whatIsWrittenIsReadAgain();
    void readsWhatPeopleWrite();
    void refusesWhatItCouldNotChange();
    void changesOnlyWhatDiffers();
    void changes_data();
    void changes();
};

void PanelTextTest::everyTypeIsUnderstood_data()
{
    QTest::addColumn<QString>("type");
    for (const char *type : {"line", "scalar", "table", "media", "figure"})
        QTest::newRow(type) << QString::fromLatin1(type);
}

void PanelTextTest::everyTypeIsUnderstood()
{
    QFETCH(QString, type);
    for (const QStringList &names : {QStringList(), {u"loss"_s}, {u"val/loss"_s, u"a: b"_s}}) {
        const QString yaml =
            inside(panelFence({type, u"/runs"_s, {}, names, u"A “title”: 100 %"_s}, base));
        QCOMPARE(problemsOf(yaml), QString());
        QCOMPARE(parsed(yaml).spec.runs.source, u"folder:/runs"_s);
        QCOMPARE(parsed(yaml).spec.title, u"A “title”: 100 %"_s);
    }
}

void PanelTextTest::foldersBelowTheBaseAreRelative()
{
    const auto source = [](const QString &folder) {
        return parsed(inside(panelFence({u"line"_s, folder, {}, {}, {}}, base))).spec.runs.source;
    };
    QCOMPARE(source(u"/home/ana/work/runs/a b"_s), u"folder:runs/a b"_s);
    QCOMPARE(source(u"/home/ana/other"_s), u"folder:/home/ana/other"_s);
    QCOMPARE(source(u"/home/ana/workshop"_s), u"folder:/home/ana/workshop"_s);
    QCOMPARE(source(u"/runs #1"_s), u"folder:/runs #1"_s);
}

void PanelTextTest::oddNamesAreQuoted()
{
    const QStringList names{u"loss"_s, u"a, b"_s, u"[x]"_s, u"say \"hi\""_s, u"back\\slash"_s,
                            u"#1"_s,   u"- a"_s,  u" a "_s, u"*"_s,          u"yes: no"_s};
    const QString yaml = inside(panelFence({u"line"_s, u"/r"_s, {}, names, {}}, base));
    QCOMPARE(readPanelChoice(yaml, base)->names, names);
}

void PanelTextTest::whatIsWrittenIsReadAgain()
{
    for (const QString &type : {u"line"_s, u"table"_s, u"media"_s, u"figure"_s}) {
        const PanelChoice choice{type, base + u"/runs"_s, {}, {u"a"_s, u"b c"_s}, u"T"_s};
        QCOMPARE(*readPanelChoice(inside(panelFence(choice, base)), base), choice);
    }
}

void PanelTextTest::readsWhatPeopleWrite()
{
    const PanelChoice folder =
        *readPanelChoice(u"type: line\nruns:\n  source: folder:../runs\ny:\n- a\n- b\n"_s, base);
    QCOMPARE(folder.folder, u"/home/ana/runs"_s);
    QCOMPARE(folder.names, QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(folder.otherSource, QString());
    QCOMPARE(readPanelChoice(u"runs: best\n"_s, base)->otherSource, u"best"_s);
    QCOMPARE(readPanelChoice(u"runs:\n  source: clearml/prod\n"_s, base)->otherSource,
             u"clearml/prod"_s);
    QCOMPARE(readPanelChoice(u"runs: {source: folder:r, limit: 3}\n"_s, base)->otherSource,
             u"folder:r"_s); // in one line: it stays as it is
    QCOMPARE(*readPanelChoice(QString(), base), PanelChoice({{}, {}, {}, {}, {}}));
}

void PanelTextTest::refusesWhatItCouldNotChange()
{
    const Result<PanelChoice> broken = readPanelChoice(u"type: line\ny: [a\n"_s, base);
    QVERIFY(!broken);
    QCOMPARE(broken.error().code, ErrorCode::InvalidInput);
    QVERIFY(!broken.error().message.isEmpty());
    QVERIFY(!readPanelChoice(u"{type: line, y: a}\n"_s, base));
}

void PanelTextTest::changesOnlyWhatDiffers()
{
    const QString yaml = u"# mine\ntype: line   # kind\nruns: folder:r\n"
                         "smooth: {type: ema}\ny: [a,\n    b]\n\n# wide\nwidth: half\n"_s;
    const PanelChoice before = *readPanelChoice(yaml, base);
    QCOMPARE(changedPanel(yaml, before, before, base), yaml);
    PanelChoice after = before;
    after.names = QStringList{u"c"_s};
    QCOMPARE(changedPanel(yaml, before, after, base),
             u"# mine\ntype: line   # kind\nruns: folder:r\n"
             "smooth: {type: ema}\ny: c\n\n# wide\nwidth: half\n"_s);
}

void PanelTextTest::changes_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<PanelChoice>("change"); // what is not empty is changed
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const QString &before, const PanelChoice &change,
                        const QString &after) { QTest::newRow(name) << before << change << after; };
    row("title added", u"type: line\nruns: folder:r\n"_s, {{}, {}, {}, {}, u"New: one"_s},
        u"type: line\nruns: folder:r\ntitle: \"New: one\"\n"_s);
    row("title changed", u"title: Old\ntype: line\n"_s, {{}, {}, {}, {}, u"New"_s},
        u"title: New\ntype: line\n"_s);
    row("folder of a map", u"runs:\n    source: folder:r\n    limit: 3\ny: a\n"_s,
        {{}, base + u"/s"_s, {}, {}, {}}, u"runs:\n    source: folder:s\n    limit: 3\ny: a\n"_s);
    row("folder of a scalar", u"y: a\nruns: folder:r\n"_s, {{}, u"/s"_s, {}, {}, {}},
        u"y: a\nruns: folder:/s\n"_s);
    row("names for another key", u"type: line\ny: a\nwidth: half\n"_s,
        {u"media"_s, {}, {}, {u"img"_s}, {}}, u"type: media\nwidth: half\nkey: img\n"_s);
    row("without a last line feed", u"type: line"_s, {{}, {}, {}, {u"a"_s}, {}},
        u"type: line\ny: a"_s);
    row("a list over lines", u"y:\n  - a\n  - b\nwidth: half\n"_s,
        {{}, {}, {}, {u"a"_s, u"c"_s}, {}}, u"y: [a, c]\nwidth: half\n"_s);
}

void PanelTextTest::changes()
{
    QFETCH(QString, before);
    QFETCH(PanelChoice, change);
    QFETCH(QString, after);
    const PanelChoice read = *readPanelChoice(before, base);
    PanelChoice wanted = read;
    if (!change.type.isEmpty())
        wanted.type = change.type;
    if (!change.folder.isEmpty())
        wanted.folder = change.folder;
    if (!change.names.isEmpty())
        wanted.names = change.names;
    if (!change.title.isEmpty())
        wanted.title = change.title;
    QCOMPARE(changedPanel(before, read, wanted, base), after);
}

QTEST_GUILESS_MAIN(PanelTextTest)
#include "test_panel_text.moc"
