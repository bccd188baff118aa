#include "core/base/program_data.h"
#include "core/base/translations.h"
#include "core/markdown/markdown_parser.h"
#include "core/panels/panel_help.h"
#include "core/panels/panel_kinds.h"
#include "core/panels/panel_spec.h"
#include "support/panel_fixture.h"
#include "support/test_paths.h"

#include <QFile>

#include <cmath>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

const QString runs = u"runs: folder:runs\n"_s;

MediaSample image(double step, int index)
{
    MediaSample sample;
    sample.key = u"digits"_s;
    sample.step = step;
    sample.index = index;
    sample.mimeType = u"image/png"_s;
    sample.bytes = QByteArray::number(step * 10 + index);
    return sample;
}

QStringList texts(const Figure &figure, const char *array, const char *field)
{
    QStringList texts;
    for (const QJsonValue item : figure.content[QLatin1String(array)].toArray())
        texts << item[QLatin1String(field)].toVariant().toString();
    return texts;
}

/// The help in each language.
void addHelpTexts()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("heading");
    QTest::newRow("en") << u"/resources/help/panels.md"_s << u"\n## Reference\n\n"_s;
    QTest::newRow("de") << u"/resources/help/de/panels.md"_s << u"\n## Referenz\n\n"_s;
}

QString helpText(const QString &path)
{
    QFile file(plotleaf::sourceDir() + path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

} // namespace

/// What each kind but the line says about runs; its JSON as a whole is in test_figure_examples.
class PanelKindsTest : public QObject
{
    Q_OBJECT

private slots:
    void scalarsOfEachKind_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("detail");
        QTest::newRow("last") << u"NaN"_s << u"last of acc, step 3"_s;
        QTest::newRow("max") << u"0.9"_s << u"max of acc, step 1"_s;
        QTest::newRow("min") << u"0.5"_s << u"min of acc, step 0"_s;
        QTest::newRow("mean") << u"0.7333"_s << u"mean of acc"_s;
    }

    void scalarsOfEachKind()
    {
        QFETCH(QString, text);
        QFETCH(QString, detail);
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"acc"_s, {0.5, 0.9, 0.8, std::nan("")});
        const Figure figure = fixture.figure(
            u"type: scalar\ny: acc\nvalue: %1\n"_s.arg(QLatin1String(QTest::currentDataTag())) +
            runs);
        QCOMPARE(figure.kind, Figure::Kind::Scalar);
        QCOMPARE(texts(figure, "items", "text"), QStringList{text});
        QCOMPARE(texts(figure, "items", "detail"), QStringList{detail});
    }

    void scalarsOfSeveralMetricsNameThem()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addRun(u"b"_s);
        fixture.source->addSeries(u"a"_s, u"acc"_s, {0.5});
        fixture.source->addSeries(u"b"_s, u"acc"_s, {0.5});
        fixture.source->addSeries(u"b"_s, u"loss"_s, {3});
        const Figure figure = fixture.figure(u"type: scalar\ny: /./\nnames: {a: Base}\n"_s + runs);
        QCOMPARE(texts(figure, "items", "label"),
                 (QStringList{u"Base · acc"_s, u"b · acc"_s, u"b · loss"_s}));
        QCOMPARE(figure.notes, QStringList{u"a has no loss."_s});
        QVERIFY(messageOf(fixture.figure(u"type: scalar\n"_s + runs)).contains(u"y: acc"_s));
    }

    void tablesShowWhatDiffers()
    {
        PanelFixture fixture;
        for (const QString &name : {u"a"_s, u"b"_s}) {
            fixture.source->addRun(name).config = {{u"seed"_s, 1},
                                                   {u"lr"_s, name == "a"_L1 ? 0.1 : 0.2}};
            fixture.source->addSeries(name, u"loss"_s, {12345.678, 2});
        }
        const Figure figure =
            fixture.figure(u"type: table\nvalue: [last, max]\nfields: state\n"_s + runs);
        QCOMPARE(
            texts(figure, "columns", "name"),
            (QStringList{u"Run"_s, u"state"_s, u"config.lr"_s, u"loss (last)"_s, u"loss (max)"_s}));
        QCOMPARE(figure.content["rows"_L1][0].toArray(),
                 (QJsonArray{u"a"_s, u"finished"_s, u"0.1"_s, u"2"_s, u"12\u202f346"_s}));
        const Figure chosen =
            fixture.figure(u"type: table\ny: loss\nconfig: [seed, sede]\n"_s + runs);
        QCOMPARE(texts(chosen, "columns", "name"),
                 (QStringList{u"Run"_s, u"config.seed"_s, u"loss (last)"_s}));
        QCOMPARE(chosen.notes, QStringList{u"Nothing is called sede. Did you mean “seed”?"_s});
    }

    void mediaByStep_data()
    {
        QTest::addColumn<QStringList>("steps");
        QTest::newRow("last") << QStringList{u"30"_s, u"30"_s};
        QTest::newRow("all") << QStringList{u"30"_s, u"30"_s, u"20"_s};
        QTest::newRow("25") << QStringList{u"20"_s};
        QTest::newRow("5") << QStringList{};
    }

    void mediaByStep()
    {
        QFETCH(QStringList, steps);
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        for (const MediaSample &sample : {image(20, 0), image(30, 0), image(30, 1), image(10, 0)})
            fixture.source->addMedia(u"a"_s, sample);
        const Figure figure = fixture.figure(
            u"type: media\nlimit: 3\nstep: %1\n"_s.arg(QLatin1String(QTest::currentDataTag())) +
            runs);
        QCOMPARE(texts(figure, "items", "step"), steps);
    }

    /// Samples can be many and large; only those that are shown are asked for.
    void onlyTheStepsShownAreAskedFor_data()
    {
        QTest::addColumn<QString>("panel");
        QTest::addColumn<SampleSteps>("steps");
        QTest::newRow("media") << u"type: media\n"_s << SampleSteps::last();
        QTest::newRow("all media") << u"type: media\nstep: all\n"_s << SampleSteps();
        QTest::newRow("a step") << u"type: media\nstep: 25\n"_s << SampleSteps::atOrBefore(25);
        QTest::newRow("histograms") << u"type: figure\n"_s << SampleSteps();
        QTest::newRow("last bars") << u"type: figure\nview: last\n"_s << SampleSteps::last();
    }

    void onlyTheStepsShownAreAskedFor()
    {
        QFETCH(QString, panel);
        QFETCH(SampleSteps, steps);
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addMedia(u"a"_s, image(20, 0));
        fixture.source->addHistogram(u"a"_s, u"weights"_s, {20, 0, {1, 2}, {3, 4}, 0, 2});
        const Figure figure = fixture.figure(panel + runs);
        QVERIFY(figure.kind == Figure::Kind::Media || figure.kind == Figure::Kind::Plot);
        QCOMPARE(fixture.source->stepsAsked, QVector<SampleSteps>{steps});
    }

    void mediaOfOneKindAndMissingOnes()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        QCOMPARE(fixture.figure(u"type: media\n"_s + runs).content["title"_L1].toString(),
                 u"No media yet"_s);
        fixture.source->addMedia(u"a"_s, image(1, 0));
        fixture.source->tellChanged();
        const Figure none = fixture.figure(u"type: media\nkey: digit\n"_s + runs);
        QCOMPARE(none.content["suggestions"_L1].toArray(), QJsonArray{u"digits"_s});
        const Figure audio = fixture.figure(u"type: media\nkind: audio\n"_s + runs);
        QVERIFY(audio.content["items"_L1].toArray().isEmpty());
    }

    void longTextsAreCut()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        MediaSample text;
        text.kind = MediaKind::Text;
        text.key = u"notes"_s;
        text.mimeType = u"text/markdown"_s;
        // The limit of 102400 bytes lies within an ö.
        text.bytes = "x" + QString(60'000, u'ö').toUtf8();
        fixture.source->addMedia(u"a"_s, text);
        const QStringList shown = texts(fixture.figure(u"type: media\n"_s + runs), "items", "text");
        QCOMPARE(shown.size(), 1);
        QVERIFY(shown.first() == u'x' + QString(51'199, u'ö') + u'…');
    }

    void histogramsOverStepsAndOfTheLast()
    {
        PanelFixture fixture;
        for (const QString &name : {u"a"_s, u"b"_s}) {
            fixture.source->addRun(name);
            fixture.source->addHistogram(name, u"w"_s, {0, 0, {0, 1}, {4, 4}, -1, 1});
            fixture.source->addHistogram(name, u"w"_s, {7, 0, {0, 1}, {6, 2}, -1, 1});
        }
        const Figure steps = fixture.figure(u"type: figure\nbins: 2\n"_s + runs);
        QCOMPARE(texts(steps, "data", "type"), (QStringList{u"heatmap"_s, u"heatmap"_s}));
        QCOMPARE(steps.content["data"_L1][1]["yaxis"_L1].toString(), u"y2"_s);
        QCOMPARE(steps.content["data"_L1][0]["z"_L1].toArray(),
                 (QJsonArray{QJsonArray{4, 6}, QJsonArray{4, 2}}));
        QCOMPARE(steps.content["layout"_L1]["grid"_L1]["rows"_L1].toInt(), 2);
        const Figure last = fixture.figure(u"type: figure\nbins: 2\nview: last\n"_s + runs);
        QCOMPARE(last.content["data"_L1][0]["y"_L1].toArray(), (QJsonArray{6, 2}));
        QCOMPARE(last.content["data"_L1][0]["type"_L1].toString(), u"bar"_s);
    }

    void helpEndsWithWhatIsDeclared_data() { addHelpTexts(); }

    /// With PLOTLEAF_UPDATE_HELP set, writes the reference instead.
    void helpEndsWithWhatIsDeclared()
    {
        QFETCH(QString, path);
        QFETCH(QString, heading);
        const QString language = QLatin1String(QTest::currentDataTag());
        const Translations translations{QLocale(language)};
        if (programLanguage() != language)
            QSKIP("Only builds with a GUI compile the translations.");
        const QString help = helpText(path);
        const qsizetype start = help.indexOf(heading) + heading.size();
        QVERIFY(start > heading.size());
        const QString reference = panelReference(PanelKinds());
        if (qEnvironmentVariableIsSet("PLOTLEAF_UPDATE_HELP")) {
            QFile file(plotleaf::sourceDir() + path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write((help.left(start) + reference).toUtf8());
            return;
        }
        QCOMPARE(help.mid(start), reference);
    }

    void helpNamesEveryKeyOfRuns_data() { addHelpTexts(); }

    void helpNamesEveryKeyOfRuns()
    {
        QFETCH(QString, path);
        const QString help = helpText(path);
        for (const QString &key : runSelectionKeys())
            QVERIFY2(help.contains(u"\n| `%1` |"_s.arg(key)), qPrintable(key));
    }

    void helpExamplesHaveNoMistakes_data() { addHelpTexts(); }

    void helpExamplesHaveNoMistakes()
    {
        QFETCH(QString, path);
        // A longer fence around each example shows it as it is written.
        const QString help = helpText(path).remove(u"````markdown\n"_s).remove(u"````\n"_s);
        const MarkdownDocument document = MarkdownParser::parse(help.toUtf8());
        QCOMPARE(document.panels.size(), 2);
        for (MarkdownPanel panel : document.panels) {
            RunSets runSets;
            if (panel.info != "panel"_L1) {
                const QString name = panel.info.section(u' ', 1);
                runSets.insert(name, {panel.source, panel.firstLine});
                panel.source = u"type: table\nruns: %1\n"_s.arg(name);
            }
            const ParsedPanel parsed = parsePanel(panel, PanelKinds(), runSets);
            QVERIFY2(parsed.problems.isEmpty(), qPrintable(parsed.problems.value(0).message));
        }
    }
};

QTEST_GUILESS_MAIN(PanelKindsTest)
#include "test_panel_kinds.moc"
