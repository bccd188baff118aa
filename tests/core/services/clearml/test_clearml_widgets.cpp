#include "core/services/clearml/widgets/clearml_colours.h"
#include "core/services/clearml/widgets/clearml_figures.h"
#include "core/services/clearml/widgets/clearml_widget.h"
#include "fakes/clearml/captured_world.h"
#include "fakes/clearml/request_schema.h"
#include "support/test_paths.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

const QString first = u"f304f40dab074373a820433938a9911c"_s;
const QString second = u"6d97c910038243a381f25fc726378d58"_s;
const QString third = u"a64624216a974d52bd544a0b967b01b3"_s;

ClearmlWidget widget(const QString &source)
{
    const auto read = readClearmlWidget(source);
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return *read;
}

QString address(const QString &rest)
{
    return u"http://h:8080/widgets/?"_s + rest;
}

/// The widgets whose requests were recorded.
QString capturedAddress(int number)
{
    const QString one = u"&objects="_s + first;
    const QString all = one + u"&objects="_s + second + u"&objects="_s + third;
    const QHash<int, QString> addresses = {
        {11, u"type=scalar&objectType=task&xaxis=iter"_s + one + u"&metrics=loss&variants=train"_s},
        {12, u"type=scalar&xaxis=timestamp"_s + one + u"&metrics=loss&variants=train"_s},
        {13, u"type=scalar&xaxis=iso_time"_s + one + u"&metrics=loss&variants=train"_s},
        {14, u"type=scalar"_s + all + u"&metrics=loss&variants=train&variants=val"_s},
        {15, u"type=plot"_s + one + u"&metrics=cm&variants=ignored"_s},
        {16, u"type=plot"_s + one + u"&metrics=tbl&variants=ser"_s},
        {17, u"type=plot"_s + one + u"&metrics=sc"_s},
        {18, u"type=plot"_s + one + u"&metrics=hist&variants=h"_s},
        {19, u"type=plot"_s + one + u"&metrics=surf&variants=s"_s},
        {20, u"type=plot"_s + one + u"&metrics=s3&variants=p"_s},
        {21, u"type=plot"_s + one + u"&metrics=vec&variants=v"_s},
        {22, u"type=plot"_s + all + u"&metrics=sc&variants=s1"_s},
        {23, u"type=plot"_s + all + u"&metrics=hist&variants=h"_s},
        {24, u"type=sample"_s + one + u"&metrics=samples&variants=img%20a"_s},
        {25, u"type=sample"_s + one + u"&metrics=audio&variants=clip"_s},
        {26, u"type=single"_s + one},
        {27, u"type=single"_s + all},
        {28, u"type=parcoords"_s + all +
                 u"&metrics=5d6db9a1dc722586187fc2db530f8388.3a6d0284e743dc4a9b86f97d6dd1a3bf."
                 "max_value&variants=General.lr&variants=General.opt&"
                 "variants=General.net%252Edepth"_s},
        {29, u"type=scalar&objects=00000000000000000000000000000000&metrics=loss&variants=train"_s},
        {30, u"type=scalar"_s + one + u"&metrics=nosuch&variants=v"_s},
        {31, u"type=sample"_s + one + u"&metrics=nosuch&variants=v"_s},
        {32, u"type=plot"_s + one + u"&metrics=nosuch&variants=v"_s},
        {33, u"type=scalar&xaxis=iter&project=2f5b81ca6e4f44ac91706052754ceeb5&page_size=1&page=0&"
             "order_by[]=-last_update&metrics=loss&variants=train"_s},
    };
    return address(addresses[number]);
}

Figure capturedFigure(int number, const QString &more = {})
{
    const QJsonObject data = captureWithNumber(number).response["data"_L1].toObject();
    return clearmlFigure(widget(capturedAddress(number) + more), data);
}

QJsonArray traces(const Figure &figure)
{
    return figure.content["data"_L1].toArray();
}

QStringList traceNames(const Figure &figure)
{
    QStringList names;
    for (const QJsonValue trace : traces(figure))
        names << trace["name"_L1].toString();
    return names;
}

/// A request without what the server does not need to be told, or is told elsewhere.
QJsonObject comparableBody(QJsonObject body)
{
    body.remove("only_fields"_L1);
    body.remove("model_events"_L1);
    QJsonObject scalars = body["scalar_metrics_iter_histogram"_L1].toObject();
    scalars.remove("samples"_L1);
    if (!scalars.isEmpty())
        body["scalar_metrics_iter_histogram"_L1] = scalars;
    return body;
}

} // namespace

class TestClearmlWidgets : public QObject
{
    Q_OBJECT

private slots:
    void anAddressOfToday()
    {
        const ClearmlWidget read = widget(
            u"https://web.example/sub/widgets/?type=plot&objectType=model&series=a+b&"
            "objects=1&objects=2&metrics=m%20one&metrics=m+two&variants=v%2Bx&company=c&light=true&"
            "plotleaf.smooth=ema%3A0.6"_s);
        QCOMPARE(read.type, ClearmlWidget::Type::Plot);
        QVERIFY(read.isModel);
        QVERIFY(read.isCompared);
        QCOMPARE(read.web, QUrl(u"https://web.example/sub"_s));
        QCOMPARE(read.objects, (QStringList{u"1"_s, u"2"_s}));
        QCOMPARE(read.metrics, (QStringList{u"m one"_s, u"m two"_s}));
        QCOMPARE(read.variants, QStringList{u"v+x"_s});
        QCOMPARE(read.series, QStringList{u"a b"_s});
        QCOMPARE(read.company, u"c"_s);
        QCOMPARE(read.isLight, std::optional(true));
        QCOMPARE(read.options[u"smooth"_s], u"ema:0.6"_s);
        QVERIFY(read.query.isEmpty());
    }

    void addressesOfOld()
    {
        const ClearmlWidget read =
            widget(u"/widgets?type=scalar&tasks=1&metrics=loss&company=x&light"_s);
        QVERIFY(read.web.isEmpty());
        QCOMPARE(read.objects, QStringList{u"1"_s});
        QVERIFY(!read.isLight);
        // The mere presence of "models" means models; its values were never ids.
        const ClearmlWidget models = widget(address(u"type=scalar&objects=7&models=8&metrics=m"_s));
        QVERIFY(models.isModel);
        QCOMPARE(models.objects, QStringList{u"7"_s});
        // In HTML an ampersand may be written out.
        QCOMPARE(widget(address(u"type=single&amp;objects=7"_s)).objects, QStringList{u"7"_s});
    }

    void whatIsNoWidget()
    {
        for (const QString &source :
             {u""_s, u"https://youtube.com/embed/x"_s, u"javascript:widgets/?type=plot"_s,
              address(u"objects=1"_s), address(u"type=multiplot&objects=1"_s),
              u"https://u:p@h/widgets/?type=plot"_s})
            QVERIFY2(!readClearmlWidget(source), qPrintable(source));
        // Objects in objects, one for each dot: the stack would end.
        QVERIFY(!readClearmlWidget(u"https://h/widgets/?type=scalar&"_s +
                                   u"a."_s.repeated(200'000) + u"a=1"_s));
    }

    /// Comma lists are the hosted server's; this server wants the key once for each value.
    void bothSpellingsOfLists()
    {
        const QStringList wanted = {u"__$or"_s, u"demo"_s};
        for (const QString &query : {u"tags[]=__$or,demo"_s, u"tags[]=__$or&tags[]=demo"_s,
                                     u"tags%5B%5D=__%24or&tags%5B%5D=demo"_s}) {
            const ClearmlWidget read = widget(address(u"type=single&"_s + query));
            QCOMPARE(read.query.size(), 1);
            QCOMPARE(read.query.first().first, u"tags"_s);
            QCOMPARE(read.query.first().second, wanted);
        }
        // Repeated keys keep their commas.
        const ClearmlWidget read = widget(address(u"type=single&tags[]=a,b&tags[]=c&tags[]=d"_s));
        QCOMPARE(read.query.first().second, (QStringList{u"a,b"_s, u"c"_s, u"d"_s}));
    }

    void requestsAreThoseOfTheWebApp()
    {
        const RequestSchema schema;
        for (int number = 11; number <= 33; ++number) {
            const ClearmlWidget read = widget(capturedAddress(number));
            const auto body = clearmlTaskDataBody(read, 2000);
            QVERIFY(body);
            QCOMPARE(schema.problems(u"reports.get_task_data"_s, *body), QStringList());
            const QJsonObject request = captureWithNumber(number).request;
            QJsonObject recorded = comparableBody(request["body"_L1].toObject());
            QJsonObject ours = comparableBody(*body);
            if (number == 33) { // what the web app leaves in the query is in our body
                QCOMPARE(ours["project"_L1],
                         QJsonValue(QJsonArray{u"2f5b81ca6e4f44ac91706052754ceeb5"_s}));
                QCOMPARE(ours["page_size"_L1], QJsonValue(1));
                QCOMPARE(ours["order_by"_L1], QJsonValue(QJsonArray{u"-last_update"_s}));
                continue;
            }
            QCOMPARE(ours, recorded);
            if (number == 28) {
                QCOMPARE(body->value("only_fields"_L1).toArray().last().toString(),
                         u"hyperparams.General.net%2Edepth"_s);
            }
        }
    }

    void aQueryForEverythingIsRefused()
    {
        QVERIFY(!clearmlTaskDataBody(widget(address(u"type=single"_s)), 100));
        QVERIFY(!clearmlTaskDataBody(
            widget(address(u"type=single&page_size=5&order_by[]=-last_update"_s)), 100));
        QVERIFY(clearmlTaskDataBody(widget(address(u"type=single&tags[]=a"_s)), 100));
    }

    void colours_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QList<int>>("light");
        QTest::addColumn<QList<int>>("dark");
        const auto row = [](const char *label, const char *raw, const QList<int> &light,
                            const QList<int> &dark) {
            QTest::newRow(label) << QString::fromLatin1(label) << QString::fromLatin1(raw) << light
                                 << dark;
        };
        row("train?", "#ddc98b", {221, 201, 139}, {221, 201, 139});
        row("loss?", "#b5f1ac", {159, 212, 151}, {181, 241, 172});
        row("val - wide.6d97c9?", "#9056dc", {144, 86, 220}, {178, 138, 231});
        row("baseline.a64624-a64624216a974d52bd544a0b967b01b3", "#c3e0ec", {172, 197, 208},
            {195, 224, 236});
        row("red run?", "#d4362d", {212, 54, 45}, {223, 107, 101});
        row("experiment_green-1?", "#2f912e", {47, 145, 46}, {58, 180, 57});
        row("a?", "#5ea8d5", {94, 168, 213}, {94, 168, 213});
    }
    void colours()
    {
        QFETCH(QString, label);
        QFETCH(QString, raw);
        QFETCH(QList<int>, light);
        QFETCH(QList<int>, dark);
        const auto parts = [](const ClearmlColour &colour) {
            return QList<int>{colour.red, colour.green, colour.blue};
        };
        const ClearmlColour colour = clearmlLabelColour(label);
        QCOMPARE(colour.text(), raw);
        QCOMPARE(parts(clearmlLightColour(colour)), light);
        QCOMPARE(parts(clearmlDarkColour(colour)), dark);
    }

    void scalarsOfOneTask()
    {
        const Figure figure = capturedFigure(11);
        QCOMPARE(figure.kind, Figure::Kind::Plot);
        QCOMPARE(figure.title, u"loss"_s);
        QCOMPARE(traceNames(figure), QStringList{u"train - baseline"_s});
        const QJsonObject trace = traces(figure).first().toObject();
        QCOMPARE(trace["mode"_L1].toString(), u"lines"_s); // 30 points
        QCOMPARE(trace["y"_L1][0].toDouble(), 0.5);
        QCOMPARE(figure.content["layout"_L1]["xaxis"_L1]["title"_L1]["text"_L1].toString() +
                     figure.content["layout"_L1]["xaxis"_L1]["title"_L1].toString(),
                 u"Iterations"_s);
        // One variant of one metric: the colour is the task's.
        QCOMPARE(trace["line"_L1]["color"_L1].toString(),
                 clearmlLightColour(clearmlLabelColour(u"baseline.f304f4?"_s)).text());
    }

    void scalarsOverTime()
    {
        const Figure relative = capturedFigure(12);
        const QJsonObject trace = traces(relative).first().toObject();
        QCOMPARE(trace["x"_L1][0].toDouble(), 0.0);
        QCOMPARE(trace["x"_L1][4].toDouble(), 0.008); // seconds
        QCOMPARE(trace["mode"_L1].toString(), u"lines+markers"_s);
        QVERIFY(QJsonDocument(relative.toJson()).toJson().contains("Seconds From Start"));
        const Figure wall = capturedFigure(13);
        QCOMPARE(traces(wall).first()["x"_L1][0].toString(), u"2026-11-22T00:21:36.524Z"_s);
        QCOMPARE(wall.content["layout"_L1]["xaxis"_L1]["type"_L1].toString(), u"date"_s);
    }

    void unitsOfTime_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QByteArray>("unit");
        QTest::newRow("100 s") << 100.0 << QByteArray("Seconds");
        QTest::newRow("101 s") << 101.0 << QByteArray("Minutes");
        QTest::newRow("101 min") << 101.0 * 60 << QByteArray("Hours");
        QTest::newRow("101 h") << 101.0 * 3600 << QByteArray("Days");
        QTest::newRow("101 d") << 101.0 * 24 * 3600 << QByteArray("Months");
        QTest::newRow("101 months") << 101.0 * 30 * 24 * 3600 << QByteArray("Years");
    }
    void unitsOfTime()
    {
        QFETCH(double, seconds);
        QFETCH(QByteArray, unit);
        QJsonObject data = captureWithNumber(12).response["data"_L1].toObject();
        const QJsonObject line = {{u"name"_s, u"baseline"_s},
                                  {u"x"_s, QJsonArray{5000.0, 5000.0 + seconds * 1000}},
                                  {u"y"_s, QJsonArray{1, 2}}};
        data["scalar_metrics_iter_histogram"_L1] =
            QJsonObject{{u"loss"_s, QJsonObject{{u"train"_s, QJsonObject{{first, line}}}}}};
        const Figure figure = clearmlFigure(widget(capturedAddress(12)), data);
        QVERIFY2(QJsonDocument(figure.toJson()).toJson().contains(QByteArray(unit + " From Start")),
                 unit.constData());
    }

    void scalarsOfSeveralTasks()
    {
        const Figure figure = capturedFigure(14);
        QCOMPARE(traceNames(figure),
                 (QStringList{u"train - wide"_s, u"train - baseline.a64624"_s,
                              u"train - baseline.f304f4"_s, u"val - wide"_s,
                              u"val - baseline.a64624"_s, u"val - baseline.f304f4"_s}));
        QCOMPARE(traces(figure)[3]["line"_L1]["color"_L1].toString(),
                 clearmlLightColour(clearmlLabelColour(u"val - wide.6d97c9-"_s + second)).text());
    }

    void plotsOfOneTask()
    {
        const Figure merged = capturedFigure(17);
        QCOMPARE(merged.title, u"sc"_s);
        QCOMPARE(traceNames(merged), (QStringList{u"s2"_s, u"s1"_s}));
        QCOMPARE(capturedFigure(15).title, u"cm / ignored"_s);
        QCOMPARE(traces(capturedFigure(15)).first()["type"_L1].toString(), u"heatmap"_s);
        QCOMPARE(capturedFigure(16).title, u"ser"_s);
        QCOMPARE(capturedFigure(19).title, u"surf/s"_s);
        QCOMPARE(traceNames(capturedFigure(20)), QStringList{u"p"_s}); // a nameless first trace
        QVERIFY(!capturedFigure(18).content["layout"_L1].toObject().contains("title"_L1));
    }

    void plotsOfSeveralTasks()
    {
        const Figure figure = capturedFigure(22);
        QCOMPARE(figure.title, u"sc"_s);
        QCOMPARE(traceNames(figure),
                 (QStringList{u"wide"_s, u"baseline.a64624"_s, u"baseline.f304f4"_s}));
        QCOMPARE(traces(figure)[0]["legendgroup"_L1].toString(), second);
        const Figure bars = capturedFigure(23);
        QCOMPARE(bars.content["layout"_L1]["barmode"_L1].toString(), u"group"_s);
        QCOMPARE(traces(bars).size(), 3);
    }

    void severalSeriesAreSplit()
    {
        QJsonObject data = captureWithNumber(22).response["data"_L1].toObject();
        QByteArray text = QJsonDocument(data).toJson();
        // A second series in every plot.
        text.replace("\\\"type\\\": \\\"scatter\\\"}]",
                     "\\\"type\\\": \\\"scatter\\\"}, {\\\"name\\\": \\\"other\\\", "
                     "\\\"type\\\": \\\"scatter\\\", \\\"x\\\": [1], \\\"y\\\": [2]}]");
        data = QJsonDocument::fromJson(text).object();
        const Figure standard = clearmlFigure(widget(capturedAddress(22)), data);
        QCOMPARE(standard.title, u"sc - s1"_s);
        const Figure asked = clearmlFigure(widget(capturedAddress(22) + u"&series=other"_s), data);
        QCOMPARE(asked.title, u"sc - other"_s);
        QCOMPARE(traces(asked).size(), 3);
    }

    void singleValues()
    {
        const Figure table = capturedFigure(26);
        QCOMPARE(table.kind, Figure::Kind::Table);
        QCOMPARE(table.title, u"Summary"_s);
        QCOMPARE(table.content["rows"_L1],
                 QJsonValue(QJsonArray{QJsonArray{u"best_acc"_s, u"0.45"_s},
                                       QJsonArray{u"epochs"_s, u"30"_s}}));
        const Figure bars = capturedFigure(27);
        QCOMPARE(bars.kind, Figure::Kind::Plot);
        QCOMPARE(traces(bars).size(), 3);
        QCOMPARE(traces(bars)[0]["x"_L1], QJsonValue(QJsonArray{u"best_acc"_s, u"epochs"_s}));
        const Figure chosen = capturedFigure(27, u"&variants=best_acc"_s);
        QCOMPARE(traces(chosen)[0]["x"_L1], QJsonValue(QJsonArray{u"best_acc"_s}));
        // The compare page's empty second object makes bars of one task too.
        QCOMPARE(capturedFigure(26, u"&objects="_s).kind, Figure::Kind::Plot);
    }

    void parallelAxes()
    {
        const Figure figure = capturedFigure(28);
        QCOMPARE(traceNames(figure),
                 (QStringList{u"baseline.a6462"_s, u"wide"_s, u"baseline.f304f"_s}));
        const QByteArray layout = QJsonDocument(figure.content["layout"_L1].toObject()).toJson();
        QVERIFY(layout.contains("General.net.depth"));
        QVERIFY(layout.contains("accuracy/val (Max)"));
        // lr 0.05 < 0.07 < 0.1, the metric the other way round.
        QCOMPARE(traces(figure)[0]["y"_L1][0].toDouble(), 1.0);
        QCOMPARE(traces(figure)[1]["y"_L1][0].toDouble(), 0.5);
        QCOMPARE(traces(figure)[2]["y"_L1][0].toDouble(), 0.0);
        QCOMPARE(traces(figure)[0]["y"_L1][3].toDouble(), 0.0);
        QCOMPARE(traces(figure)[2]["y"_L1][3].toDouble(), 1.0);
        QCOMPARE(traces(figure)[0]["y"_L1][1].toDouble(), 0.5); // all the same
    }

    void aParameterThatSomeLack()
    {
        QJsonObject data = captureWithNumber(28).response["data"_L1].toObject();
        QJsonArray tasks = data["tasks"_L1].toArray();
        QJsonObject task = tasks[1].toObject();
        task["hyperparams"_L1] = QJsonObject();
        task["last_metrics"_L1] = QJsonObject();
        tasks[1] = task;
        data["tasks"_L1] = tasks;
        const Figure figure = clearmlFigure(widget(capturedAddress(28)), data);
        QVERIFY(QJsonDocument(figure.content).toJson().contains("N/A"));
        QCOMPARE(traces(figure)[1]["y"_L1][0].toDouble(), 0.0);
        QVERIFY(traces(figure)[1]["y"_L1][3].toDouble() < 0);
    }

    void samples()
    {
        const auto found = clearmlSamples(captureWithNumber(24).response["data"_L1].toObject());
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().variant, u"img a"_s);
        QCOMPARE(found.first().iteration, 1);
        QCOMPARE(found.first().task, u"baseline"_s);
        QVERIFY(found.first().url.endsWith(u"samples_img%20a_00000001.jpeg"_s));
        QVERIFY(clearmlSamples(captureWithNumber(31).response["data"_L1].toObject()).isEmpty());
    }

    /// The web app leaves the frame blank.
    void whatIsMissingIsSaid()
    {
        for (int number = 29; number <= 32; ++number) {
            const Figure figure = capturedFigure(number);
            QCOMPARE(figure.kind, Figure::Kind::Message);
        }
        QVERIFY(QJsonDocument(capturedFigure(30).content).toJson().contains("nosuch"));
    }

    void hostileAnswersDoNotHarm()
    {
        for (int number = 11; number <= 33; ++number) {
            const QByteArray text =
                QJsonDocument(captureWithNumber(number).response["data"_L1].toObject()).toJson();
            for (const auto &[from, to] : {std::pair<QByteArray, QByteArray>("[", "{\"a\": ["),
                                           {"\"x\"", "\"z\""},
                                           {"\"name\"", "\"eman\""},
                                           {"0.", "\"0.\", "},
                                           {"\\\"data\\\": [", "\\\"data\\\": [null, "}}) {
                QByteArray broken = text;
                broken.replace(from, to);
                const QJsonObject data = QJsonDocument::fromJson(broken).object();
                const Figure figure = clearmlFigure(widget(capturedAddress(number)), data);
                QVERIFY(!figure.toJson().isEmpty());
            }
        }
    }

    /// PLOTLEAF_UPDATE_FIGURES=1 writes them anew; look at what changed.
    void figuresAreThoseThatWereLookedAt()
    {
        for (int number = 11; number <= 33; ++number) {
            if (number == 24 || number == 25)
                continue;
            const QByteArray now = QJsonDocument(capturedFigure(number).toJson()).toJson();
            const QString path = testData() + u"/clearml/figures/%1.json"_s.arg(number);
            QFile file(path);
            if (qEnvironmentVariableIsSet("PLOTLEAF_UPDATE_FIGURES")) {
                QVERIFY(file.open(QIODevice::WriteOnly));
                file.write(now);
                continue;
            }
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
            QCOMPARE(QString::fromUtf8(now), QString::fromUtf8(file.readAll()));
        }
    }
};

QTEST_GUILESS_MAIN(TestClearmlWidgets)
#include "test_clearml_widgets.moc"
