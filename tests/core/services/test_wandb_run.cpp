#include "core/services/folders/wandb_run.h"

#include "core/runs/natural_sort.h"
#include "core/services/folders/folder_index.h"
#include "core/services/folders/run_finder.h"
#include "core/services/folders/sample_choice.h"

#include "support/test_clock.h"
#include "support/test_paths.h"
#include "support/wandb_log_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 started = 1'700'000'000;

QString fixture(const QString &name)
{
    return plotleaf::testData() + u"/wandb/"_s + name;
}

/// With ' for ".
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A number as expected.json has it.
double numberIn(const QJsonValue &value)
{
    if (value.isString())
        return value.toString() == u"NaN"_s        ? std::nan("")
               : value.toString() == u"Infinity"_s ? std::numeric_limits<double>::infinity()
                                                   : -std::numeric_limits<double>::infinity();
    return value.isBool() ? value.toBool() : value.toDouble();
}

bool same(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

/// Says where they differ; empty where they are the same.
QString difference(const QVariant &actual, const QJsonValue &expected)
{
    QString both = QDebug::toString(actual) + u" is not "_s + QDebug::toString(expected);
    if (expected.isArray()) {
        const QVariantList list = actual.toList();
        const QJsonArray array = expected.toArray();
        if (actual.typeId() != QMetaType::QVariantList || list.size() != array.size())
            return both;
        QString all;
        for (qsizetype i = 0; i < list.size(); ++i)
            all += difference(list[i], array[i]);
        return all;
    }
    if (actual.typeId() == QMetaType::Double || actual.typeId() == QMetaType::LongLong)
        return same(actual.toDouble(), numberIn(expected)) ? QString() : both;
    return actual == expected.toVariant() ? QString() : both;
}

QString difference(const QVariantMap &actual, const QJsonObject &expected)
{
    QString all;
    if (actual.keys() != expected.keys())
        all = QDebug::toString(actual.keys()) + u" are not "_s + QDebug::toString(expected.keys());
    for (auto it = expected.begin(); it != expected.end(); ++it)
        all += difference(actual.value(it.key()), it.value());
    return all;
}

/// Of the fixtures' files.
QString mimeTypeOf(MediaKind kind, const QString &key)
{
    switch (kind) {
    case MediaKind::Image:
        return key == u"moving"_s ? u"image/gif"_s : u"image/png"_s;
    case MediaKind::Audio:
        return u"audio/wav"_s;
    case MediaKind::Video:
        return u"video/webm"_s;
    case MediaKind::Html:
        return u"text/html"_s;
    case MediaKind::Text:
        break;
    }
    return u"text/plain"_s;
}

QStringList naturalKeys(const QJsonObject &object)
{
    QStringList keys = object.keys();
    naturalSort(keys);
    return keys;
}

} // namespace

class WandbRunTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder.emplace(); }

    void readsWhatWandbReads_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("id");
        for (const QString &folder : {u"wandb-0.31"_s, u"wandb-0.16"_s, u"repo-2021"_s}) {
            for (const QString &id : expectedIn(folder).keys())
                QTest::addRow("%s %s", qPrintable(folder), qPrintable(id)) << folder << id;
        }
    }
    void readsWhatWandbReads()
    {
        QFETCH(const QString, folder);
        QFETCH(const QString, id);
        const QJsonObject expected = expectedIn(folder)[id].toObject();
        const auto run = found(fixture(folder), id);
        QVERIFY(run);
        const Run about = run->description(m_clock.now());
        QCOMPARE(about.name, expected["name"_L1].toString());
        QCOMPARE(about.project, expected["project"_L1].toString());
        const QString user = expected["user"_L1].toString();
        QCOMPARE(about.user, folder == u"repo-2021"_s ? u"vanpelt"_s : user); // wandb-metadata.json
        QCOMPARE(about.group, expected["group"_L1].toString());
        QCOMPARE(about.jobType, expected["jobType"_L1].toString());
        QCOMPARE(about.notes, expected["notes"_L1].toString());
        QCOMPARE(QJsonArray::fromStringList(about.tags), expected["tags"_L1].toArray());
        QCOMPARE(about.state,
                 expected["state"_L1] == u"finished"_s ? RunState::Finished : RunState::Failed);
        QCOMPARE(about.created.toMSecsSinceEpoch(),
                 std::llround(expected["created"_L1].toDouble() * 1000));
        QCOMPARE(difference(about.config, expected["config"_L1].toObject()), QString());
        QCOMPARE(difference(about.summary, expected["summary"_L1].toObject()), QString());
        QCOMPARE(run->warnings(), QStringList());
        compareMetrics(*run, expected["metrics"_L1].toObject());
        compareMedia(*run, expected["media"_L1].toObject());
        compareHistograms(*run, expected["histograms"_L1].toObject());
        compareTables(*run, expected["tables"_L1].toObject());
        // What the same script wrote, where this wandb kept no output.log.
        const bool hasConsole = expected.contains("console"_L1);
        compareConsole(
            *run, (hasConsole ? expected : expectedIn(u"wandb-0.31"_s)[id].toObject())["console"_L1]
                      .toArray());
        compareDefinitions(*run, expected["definitions"_L1].toArray());
    }

    void readsTheSyntheticRun()
    {
        WandbRun run(fixture(u"synthetic"_s));
        update(run, u"run-demo0001.wandb"_s);
        const Run about = run.description(m_clock.now());
        QCOMPARE(about.name, u"run demo0001"_s);
        QCOMPARE(about.user, u"acme"_s);
        QCOMPARE(about.config, QVariantMap({{u"optim.lr"_s, 0.01},
                                            {u"arch"_s, u"vit"_s},
                                            {u"seed"_s, 1},
                                            {u"extra.deep.key"_s, 3}}));
        const auto loss = *run.series(u"loss"_s);
        QCOMPARE(loss->size(), 200U);
        QVERIFY(std::isnan(loss->value[13]) && std::isinf(loss->value[17]));
        QCOMPARE(loss->wall[199], 1'700'000'199.5);
        QCOMPARE((*run.series(u"system/gpu.0.gpu"_s))->size(), 7U);
        QCOMPARE(run.histograms(u"hist"_s, {})->at(0).limits, std::vector<double>({1, 2}));
        QCOMPARE(run.media(u"img"_s, {}).error().code, ErrorCode::NotFound); // its file
        QCOMPARE(run.media(u"big"_s, {})->at(0).bytes.size(), WandbRun::maxTextBytes);
        QCOMPARE(about.state, RunState::Finished);
    }

    void damageCostsOneRecordAndIsNamed()
    {
        QByteArray bytes = contents(fixture(u"synthetic/run-demo0001.wandb"_s));
        bytes[40'000] ^= '\xFF'; // in the record that spans three blocks
        write(u"run-x.wandb"_s, bytes);
        WandbRun run(m_folder->path());
        update(run, u"run-x.wandb"_s);
        QCOMPARE(run.warnings(), QStringList(u"run-x.wandb: 1 damaged record(s) skipped"_s));
        QCOMPARE((*run.series(u"loss"_s))->size(), 199U);
        QCOMPARE(run.media(u"big"_s, {}).error().code, ErrorCode::NotFound);
        QCOMPARE(run.description(m_clock.now()).state, RunState::Finished);
    }

    void aTornEndIsNoDamage()
    {
        const QByteArray bytes = contents(fixture(u"synthetic/run-demo0001.wandb"_s));
        write(u"run-x.wandb"_s, bytes.first(20'011));
        WandbRun run(m_folder->path());
        update(run, u"run-x.wandb"_s);
        QCOMPARE(run.warnings(), QStringList());
        const size_t before = (*run.series(u"loss"_s))->size();
        QVERIFY(before > 50 && before < 200);
        QCOMPARE(run.description(m_clock.now()).state, RunState::Failed); // years ago
        const quint64 revision = run.revision();
        update(run, u"run-x.wandb"_s);
        QCOMPARE(run.revision(), revision);
        write(u"run-x.wandb"_s, bytes);
        update(run, u"run-x.wandb"_s);
        QVERIFY(run.revision() > revision);
        QCOMPARE((*run.series(u"loss"_s))->size(), 200U);
    }

    void aGrowingLogIsReadOn()
    {
        WandbLogFile log;
        log.addRun("abc", started);
        WandbRun run(m_folder->path());
        for (int step = 0; step < 50; ++step) {
            log.addNumber(step, "loss", QByteArray::number(step));
            write(u"run-abc.wandb"_s, log.bytes());
            update(run, u"run-abc.wandb"_s);
            QCOMPARE((*run.series(u"loss"_s))->size(), size_t(step + 1));
            QCOMPARE((*run.series(u"loss"_s))->value.back(), double(step));
        }
        // Nothing was read twice: values of a step that comes again would drop later ones.
        QCOMPARE((*run.series(u"loss"_s))->step.front(), 0.0);
    }

    void laterStepsOverrule()
    {
        WandbLogFile first;
        first.addRun("abc", started);
        WandbLogFile second;
        second.addRun("abc", started + 3600);
        for (int step = 0; step < 10; ++step)
            first.addRow(step, {wandbItem("loss", "1"), wandbItem("first", "1")});
        first.addExit(1);
        for (int step = 6; step < 8; ++step)
            second.addNumber(step, "loss", "2");
        write(u"wandb/run-20260101_100000-abc/run-abc.wandb"_s, first.bytes());
        write(u"wandb/offline-run-20260101_120000-abc/run-abc.wandb"_s, second.bytes());
        const auto run = found(m_folder->path(), u"abc"_s);
        QVERIFY(run);
        QCOMPARE((*run->series(u"loss"_s))->step, (std::vector<double>{0, 1, 2, 3, 4, 5, 6, 7}));
        QCOMPARE((*run->series(u"loss"_s))->value, (std::vector<double>{1, 1, 1, 1, 1, 1, 2, 2}));
        QCOMPARE((*run->series(u"first"_s))->size(), 10U);
        const Run about = run->description(m_clock.now());
        QCOMPARE(about.created.toSecsSinceEpoch(), started);
        QCOMPARE(about.state, RunState::Failed);
        const QDateTime meanwhile = QDateTime::fromSecsSinceEpoch(started + 3700);
        QCOMPARE(run->description(meanwhile).state, RunState::Running); // the exit was the first's
    }

    void numbersOfAllSpellings()
    {
        WandbLogFile log;
        log.addRow(0,
                   {wandbItem("nan", "NaN"), wandbItem("inf", "Infinity"),
                    wandbItem("minus", "-Infinity"), wandbItem("text", "\"NaN\""),
                    wandbItem("yes", "true"), wandbItem("small", "-1.5e-300"),
                    wandbItem("deep", json("{'a': {'b': NaN, 's': 'NaN \\' -Infinity'}, 'c': 2}")),
                    wandbItem("null", "null"), wandbItem("list", "[1, 2]"),
                    wandbItem("broken", "{\"a\": 1"), wandbItem("minus-only", "-")});
        write(u"run-x.wandb"_s, log.bytes());
        WandbRun run(m_folder->path());
        update(run, u"run-x.wandb"_s);
        const auto value = [&](const QString &name) { return (*run.series(name))->value.front(); };
        QCOMPARE(run.description(m_clock.now()).metrics,
                 QStringList({u"deep.a.b"_s, u"deep.c"_s, u"inf"_s, u"minus"_s, u"nan"_s,
                              u"small"_s, u"text"_s, u"yes"_s}));
        QVERIFY(std::isnan(value(u"nan"_s)) && std::isnan(value(u"text"_s)));
        QVERIFY(std::isnan(value(u"deep.a.b"_s)));
        QCOMPARE(value(u"inf"_s), std::numeric_limits<double>::infinity());
        QCOMPARE(value(u"minus"_s), -std::numeric_limits<double>::infinity());
        QCOMPARE(value(u"yes"_s), 1.0);
        QCOMPARE(value(u"small"_s), -1.5e-300);
        QCOMPARE(value(u"deep.c"_s), 2.0);
        QCOMPARE((*run.media(u"deep.a.s"_s, {}))[0].bytes, "NaN \" -Infinity"_ba);
    }

    void configurationIsChangedAndRemoved()
    {
        WandbLogFile log;
        log.addConfig({wandbItem("optim", json("{'name': 'adam', 'lr': NaN, 'old': {'x': 1}}")),
                       wandbItem("gone", "1"), wandbItem("_wandb", "{\"t\": 1}")});
        log.addConfig(
            {wandbNestedItem({"optim", "name"}, "\"sgd\""), wandbItem("list", "[1, NaN]")},
            {wandbItem("gone", ""), wandbNestedItem({"optim", "old"}, "")});
        write(u"run-x.wandb"_s, log.bytes());
        WandbRun run(m_folder->path());
        update(run, u"run-x.wandb"_s);
        const QVariantMap config = run.description(m_clock.now()).config;
        QCOMPARE(config.keys(), QStringList({u"list"_s, u"optim.lr"_s, u"optim.name"_s}));
        QCOMPARE(config[u"optim.name"_s], u"sgd"_s);
        QVERIFY(std::isnan(config[u"optim.lr"_s].toDouble()));
        QVERIFY(std::isnan(config[u"list"_s].toList()[1].toDouble()));
        // The whole map again: what was below it is gone.
        log.addConfig({wandbItem("optim", "{\"lr\": 2}")});
        write(u"run-x.wandb"_s, log.bytes());
        update(run, u"run-x.wandb"_s);
        QCOMPARE(run.description(m_clock.now()).config.keys(),
                 QStringList({u"list"_s, u"optim.lr"_s}));
    }

    void aRunThatStoppedGetsItsSummaryFromItsMetrics()
    {
        const auto definition = [](const QByteArray &name, int number) -> QByteArray {
            return protoField(name.contains('*') ? 2 : 1, name) +
                   protoField(7, protoNumber(number, 1));
        };
        WandbLogFile log;
        log.add(12, definition("val/*", 1));
        log.add(12, definition("acc", 4) + protoNumber(8, 2)); // best, and that is the largest
        log.add(12, definition("hidden", 6));
        for (int step = 0; step < 4; ++step) {
            const QByteArray number = QByteArray::number(step == 2 ? 7 : step);
            log.addRow(step, {wandbItem("loss", number), wandbItem("val/loss", number),
                              wandbItem("acc", number), wandbItem("hidden", number)});
        }
        log.addSummary({wandbItem("loss", "\"own\"")});
        write(u"run-x.wandb"_s, log.bytes());
        WandbRun run(m_folder->path());
        update(run, u"run-x.wandb"_s);
        QCOMPARE(
            run.description(m_clock.now()).summary,
            QVariantMap({{u"loss"_s, u"own"_s}, {u"val/loss.min"_s, 0.0}, {u"acc.best"_s, 7.0}}));
        log.addExit(0);
        write(u"run-x.wandb"_s, log.bytes());
        update(run, u"run-x.wandb"_s);
        QCOMPARE(run.description(m_clock.now()).summary, QVariantMap({{u"loss"_s, u"own"_s}}));
    }

    void stepsMayComeInParts()
    {
        const auto part = [](const QByteArray &name, const QByteArray &rest) {
            return protoField(10, protoField(1, wandbItem(name, "1")) + rest);
        };
        const auto step = [](int number) { return protoField(2, protoNumber(1, number)); };
        const QByteArray flush = protoField(3, protoNumber(1, 1));
        const QByteArray keep = protoField(3, QByteArray());
        WandbLogFile log;
        log.addRun("abc", started);
        log.add(100, part("a", {}));             // step 0
        log.add(100, part("a", keep));           // step 1
        log.add(100, part("b", flush));          //
        log.add(100, part("a", step(5) + keep)); // step 5
        log.add(100, part("b", step(3) + keep)); // too late
        log.add(100, part("a", step(7) + keep)); // ends step 5
        write(u"run-abc.wandb"_s, log.bytes());
        WandbRun run(m_folder->path());
        update(run, u"run-abc.wandb"_s);
        QCOMPARE((*run.series(u"a"_s))->step, (std::vector<double>{0, 1, 5}));
        QCOMPARE((*run.series(u"b"_s))->step, (std::vector<double>{1}));
        log.addExit(0);
        write(u"run-abc.wandb"_s, log.bytes());
        update(run, u"run-abc.wandb"_s);
        QCOMPARE((*run.series(u"a"_s))->step, (std::vector<double>{0, 1, 5, 7}));
    }

    void knowsWhenARunIsOver()
    {
        WandbLogFile log;
        log.addRun("abc", started);
        WandbRun run(m_folder->path());
        const auto stateAfter = [&](int seconds) {
            write(u"run-abc.wandb"_s, log.bytes());
            update(run, u"run-abc.wandb"_s);
            return run.description(QDateTime::fromSecsSinceEpoch(started + seconds)).state;
        };
        QCOMPARE(stateAfter(60), RunState::Running);
        QCOMPARE(stateAfter(600), RunState::Failed);
        log.add(18, protoNumber(3, 1)); // one of several writers ended
        QCOMPARE(stateAfter(60), RunState::Running);
        log.addExit(0);
        QCOMPARE(stateAfter(60), RunState::Finished);
        log.addExit(255);
        QCOMPARE(stateAfter(60), RunState::Failed);
    }

    void whatTheLogLacksIsInTheFilesBeside()
    {
        write(u"wandb/run-20260102_030405-abc/files/config.yaml"_s,
              "_wandb:\n  value: {t: 1}\nlr:\n  desc: null\n  value: 1e-05\noptim:\n  value:\n"
              "    name: adam\n    betas: [0.9, .nan]\n    on: true\n    id: '12'\n");
        write(
            u"wandb/run-20260102_030405-abc/files/wandb-summary.json"_s,
            json(
                "{'loss': NaN, '_step': 3, 'best': {'acc': 0.5}, 'img': {'_type': 'image-file'}}"));
        write(u"wandb/run-20260102_030405-abc/files/wandb-metadata.json"_s,
              json("{'username': 'ana', 'startedAt': '2026-01-02T02:04:05.500000'}"));
        write(u"wandb/run-20260102_030405-abc/files/output.log"_s, "one\ntwo\n");
        const auto run = found(m_folder->path(), u"abc"_s);
        QVERIFY(run);
        const Run about = run->description(m_clock.now());
        QCOMPARE(about.name, u"abc"_s);
        QCOMPARE(about.user, u"ana"_s);
        QCOMPARE(about.state, RunState::Unknown);
        QCOMPARE(about.created, QDateTime({2026, 1, 2}, {2, 4, 5, 500}, Qt::UTC));
        QCOMPARE(about.config.keys(), QStringList({u"lr"_s, u"optim.betas"_s, u"optim.id"_s,
                                                   u"optim.name"_s, u"optim.on"_s}));
        QCOMPARE(about.config[u"lr"_s], 1e-5);
        QCOMPARE(about.config[u"optim.id"_s], u"12"_s);
        QCOMPARE(about.config[u"optim.on"_s], true);
        QVERIFY(std::isnan(about.config[u"optim.betas"_s].toList()[1].toDouble()));
        QCOMPARE(about.summary.keys(), QStringList({u"best.acc"_s, u"loss"_s}));
        const ConsoleText console = run->console();
        QCOMPARE(console.lines.size(), 2);
        QCOMPARE(console.lines[1].text, u"two"_s);
    }

    void mediaStayWithinTheRun()
    {
        write(u"secret.png"_s, "\x89PNG secret");
        write(u"files/media/in.png"_s, "\x89PNG in");
        QFile::link(m_folder->filePath(u"secret.png"_s),
                    m_folder->filePath(u"files/media/link.png"_s));
        WandbLogFile log;
        const QByteArrayList paths{
            "../secret.png", "media/link.png",
            "/etc/passwd",   QFile::encodeName(m_folder->filePath(u"secret.png"_s)),
            "media",         "",
            "media/in.png"};
        for (int i = 0; i < paths.size(); ++i)
            log.addRow(
                i, {wandbItem("img", json("{'_type': 'image-file', 'path': '" + paths[i] + "'}"))});
        write(u"run-x.wandb"_s, log.bytes());
        WandbRun run(m_folder->path());
        update(run, u"run-x.wandb"_s);
        const auto all = run.media(u"img"_s, {});
        QCOMPARE(all->size(), 1);
        QCOMPARE(all->first().bytes, "\x89PNG in"_ba);
        QVERIFY(all->first().bytes.capacity() < 1000); // nothing is reserved for what may come
        const auto second = run.media(u"img"_s, SampleSteps::atOrBefore(1));
        QCOMPARE(second.error().code, ErrorCode::NotFound);
        QVERIFY(second.error().message.contains(u"media/link.png"_s));
    }

    void findsAnyStepAmongMany()
    {
        WandbLogFile log;
        constexpr int written = static_cast<int>(maxSamplesRead) * 2;
        for (int step = 0; step < written; ++step)
            log.addRow(
                10 * step,
                {wandbItem("note", '"' + QByteArray::number(step) + '"'),
                 wandbItem("w", json("{'_type':'histogram','values':[" + QByteArray::number(step) +
                                     "],'packedBins':{'min':1,'size':2,'count':1}}"))});
        write(u"run-x.wandb"_s, log.bytes());
        WandbRun run(m_folder->path());
        update(run, u"run-x.wandb"_s);
        for (const int step : {0, 1, 1000, written - 1}) {
            const auto notes = run.media(u"note"_s, SampleSteps::atOrBefore(10.0 * step + 9));
            QCOMPARE(notes->size(), 1);
            QCOMPARE(notes->first().bytes, QByteArray::number(step));
            QCOMPARE(notes->first().wall, double(started + 600 * step));
            const auto w = run.histograms(u"w"_s, SampleSteps::atOrBefore(10.0 * step));
            QCOMPARE(w->first().counts, std::vector<double>{double(step)});
            QCOMPARE(w->first().limits, std::vector<double>{3});
        }
        QCOMPARE(size_t(run.media(u"note"_s, {})->size()), maxSamplesRead);
        QVERIFY(run.media(u"note"_s, SampleSteps::atOrBefore(-1))->isEmpty());
    }

    void hostileValuesStaySmall()
    {
        const QByteArray name(900, 'n');
        QByteArray wide = "{";
        for (int i = 0; i < 50'000; ++i)
            wide += (i ? ",\"" : "\"") + QByteArray::number(i) + "\":1";
        wide += '}';
        QByteArray deep;
        for (int i = 0; i < 500; ++i)
            deep += "{\"d\":";
        deep += '1' + QByteArray(500, '}');
        QByteArray deeper = QByteArray(100'000, '[') + QByteArray(100'000, ']');
        WandbLogFile log;
        log.addConfig(
            {wandbItem(name, wide), wandbItem("deep", deep), wandbItem("deeper", deeper)});
        log.addRow(
            0,
            {wandbItem(name, wide), wandbItem("deep", deep), wandbItem("deeper", deeper),
             wandbItem("h", json("{'_type':'histogram','values':[1],'packedBins':{'count':1e9}}")),
             wandbItem("loss", "1")});
        log.addRow(1, {wandbItem("loss", "2")});
        log.addRecord("\x12\xFF\xFF\xFF\xFF\x0F"); // longer than it is
        write(u"run-x.wandb"_s, log.bytes());
        WandbRun run(m_folder->path());
        update(run, u"run-x.wandb"_s);
        const Run about = run.description(m_clock.now());
        QVERIFY(about.config.size() <= WandbValues::maxValues);
        QVERIFY(about.metrics.size() <= WandbValues::maxValues + 10);
        QVERIFY(about.config.contains(u"deep"_s + u".d"_s.repeated(WandbValues::maxDepth)));
        QCOMPARE((*run.series(u"loss"_s))->size(), 2U);
        QCOMPARE(
            run.warnings(),
            QStringList({u"run-x.wandb: 1 damaged record(s) skipped"_s,
                         u"run-x.wandb: some values were left out because there are too many."_s}));
    }

    void startsOverWhenALogIsAnother()
    {
        WandbLogFile log;
        log.addRun("abc", started);
        log.addNumber(5, "loss", "1");
        log.addNumber(6, "loss", "1");
        write(u"run-abc.wandb"_s, log.bytes());
        WandbRun run(m_folder->path());
        update(run, u"run-abc.wandb"_s);
        QCOMPARE((*run.series(u"loss"_s))->size(), 2U);
        WandbLogFile other;
        other.addRun("abd", started);
        other.addNumber(1, "acc", "1");
        write(u"run-abc.wandb"_s, other.bytes());
        update(run, u"run-abc.wandb"_s);
        QCOMPARE(run.series(u"loss"_s).error().code, ErrorCode::NotFound);
        QCOMPARE((*run.series(u"acc"_s))->step, std::vector<double>{1});
        QFile::remove(m_folder->filePath(u"run-abc.wandb"_s));
        QVERIFY(run.update({}, m_cancelled));
        QCOMPARE(run.series(u"acc"_s).error().code, ErrorCode::NotFound);
    }

    void anOldListingIsNoTruncation()
    {
        WandbLogFile log;
        log.addRun("abc", started);
        const auto place = [this] {
            return findRun(m_folder->path(), runId(u"abc"_s), m_formats)->place;
        };
        write(u"wandb/run-20260101_100000-abc/run-abc.wandb"_s, log.bytes());
        const QVector<RunFile> old = place().files;
        log.addNumber(0, "loss", "1");
        write(u"wandb/run-20260101_100000-abc/run-abc.wandb"_s, log.bytes());
        WandbLogFile second;
        second.addNumber(1, "loss", "2");
        write(u"wandb/run-20260101_110000-abc/run-abc.wandb"_s, second.bytes());
        WandbRun run(place().path);
        QVERIFY(run.update(place().files, m_cancelled));
        const quint64 revision = run.revision();
        QVERIFY(run.update(old, m_cancelled));
        QCOMPARE(run.revision(), revision);
        QCOMPARE((*run.series(u"loss"_s))->step, (std::vector<double>{0, 1}));
    }

private:
    static QJsonObject expectedIn(const QString &folder)
    {
        return QJsonDocument::fromJson(contents(fixture(folder + u"/expected.json"_s))).object();
    }

    QString runId(const QString &wandbId) const { return runIdIn(m_folder->path(), wandbId); }

    QString runIdIn(const QString &root, const QString &wandbId) const
    {
        const auto found = findRuns(root, m_formats, m_cancelled);
        for (const FoundRun &run : found->runs) {
            if (run.place.id.endsWith(u'-' + wandbId))
                return run.place.id;
        }
        return {};
    }

    /// The run of this W&B id below a folder, read.
    std::unique_ptr<FileRun> found(const QString &root, const QString &wandbId)
    {
        const auto place = findRun(root, runIdIn(root, wandbId), m_formats);
        if (!place)
            return nullptr;
        auto run = place->format->open(place->place);
        return run->update(place->place.files, m_cancelled) ? std::move(run) : nullptr;
    }

    void write(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder->filePath(name);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    void update(WandbRun &run, const QString &name)
    {
        const QString folder = m_folder->filePath(name);
        const QString path = QFile::exists(folder) ? folder : fixture(u"synthetic/"_s + name);
        QVERIFY(run.update({{name, QFileInfo(path).size(), {}}}, m_cancelled));
    }

    void compareMetrics(const FileRun &run, const QJsonObject &expected)
    {
        QCOMPARE(run.description(m_clock.now()).metrics, naturalKeys(expected));
        for (auto it = expected.begin(); it != expected.end(); ++it) {
            const auto series = run.series(it.key());
            QVERIFY(series);
            const QJsonArray points = it.value().toArray();
            QCOMPARE((*series)->size(), size_t(points.size()));
            for (qsizetype i = 0; i < points.size(); ++i) {
                const auto place = static_cast<size_t>(i);
                QCOMPARE((*series)->step[place], points[i][0].toDouble());
                QCOMPARE((*series)->wall[place], points[i][1].toDouble());
                QVERIFY2(same((*series)->value[place], numberIn(points[i][2])),
                         qPrintable(it.key()));
            }
        }
    }

    void compareMedia(const FileRun &run, const QJsonObject &expected)
    {
        QCOMPARE(run.description(m_clock.now()).media, naturalKeys(expected));
        for (auto it = expected.begin(); it != expected.end(); ++it) {
            const auto samples = run.media(it.key(), {});
            QVERIFY2(samples, qPrintable(it.key()));
            qsizetype next = 0;
            for (const QJsonValue step : it.value().toArray()) {
                for (const QJsonValue file : step[2].toArray()) {
                    QVERIFY(next < samples->size());
                    const MediaSample &sample = samples->at(next++);
                    QCOMPARE(sample.step, step[0].toDouble());
                    QCOMPARE(sample.wall, step[1].toDouble());
                    QCOMPARE(sample.caption, file["caption"_L1].toString());
                    const auto hash =
                        QCryptographicHash::hash(sample.bytes, QCryptographicHash::Sha256).toHex();
                    if (sample.kind == MediaKind::Text)
                        QCOMPARE(QString::fromUtf8(sample.bytes), file["text"_L1].toString());
                    else
                        QCOMPARE(QString::fromLatin1(hash), file["sha256"_L1].toString());
                    QCOMPARE(sample.mimeType, mimeTypeOf(sample.kind, it.key()));
                }
            }
            QCOMPARE(next, samples->size());
        }
    }

    void compareHistograms(const FileRun &run, const QJsonObject &expected)
    {
        QCOMPARE(run.description(m_clock.now()).histograms, naturalKeys(expected));
        for (auto it = expected.begin(); it != expected.end(); ++it) {
            const auto samples = run.histograms(it.key(), {});
            QVERIFY(samples);
            const QJsonArray steps = it.value().toArray();
            QCOMPARE(samples->size(), steps.size());
            for (qsizetype i = 0; i < steps.size(); ++i) {
                const HistogramSample &sample = samples->at(i);
                QCOMPARE(sample.step, steps[i][0].toDouble());
                QVariantList edges{sample.min};
                QVariantList counts;
                for (size_t bin = 0; bin < sample.limits.size(); ++bin) {
                    edges << sample.limits[bin];
                    counts << sample.counts[bin];
                }
                QCOMPARE(difference(edges, steps[i][2]["edges"_L1]), QString());
                QCOMPARE(difference(counts, steps[i][2]["counts"_L1]), QString());
            }
        }
    }

    void compareTables(const FileRun &run, const QJsonObject &expected)
    {
        QCOMPARE(run.tableKeys(), naturalKeys(expected));
        for (auto it = expected.begin(); it != expected.end(); ++it) {
            const auto samples = run.tables(it.key(), {});
            QVERIFY(samples);
            const QJsonArray steps = it.value().toArray();
            QCOMPARE(samples->size(), steps.size());
            for (qsizetype i = 0; i < steps.size(); ++i) {
                const TableSample &sample = samples->at(i);
                QCOMPARE(sample.step, steps[i][0].toDouble());
                QCOMPARE(QJsonArray::fromStringList(sample.columns),
                         steps[i][2]["columns"_L1].toArray());
                QVariantList rows;
                for (const QVariantList &row : sample.rows)
                    rows << QVariant(row);
                QCOMPARE(difference(rows, steps[i][2]["rows"_L1]), QString());
                QCOMPARE(sample.rowCount, rows.size());
            }
        }
    }

    static void compareConsole(const FileRun &run, const QJsonArray &expected)
    {
        QStringList lines;
        for (const ConsoleLine &line : run.console().lines)
            lines << line.text;
        QCOMPARE(QJsonArray::fromStringList(lines), expected);
    }

    static void compareDefinitions(const FileRun &run, const QJsonArray &expected)
    {
        using Goal = MetricDefinition::Goal;
        QJsonArray actual;
        for (const MetricDefinition &each : run.metricDefinitions()) {
            const QString goal = each.goal == Goal::None       ? u"none"_s
                                 : each.goal == Goal::Minimize ? u"minimize"_s
                                                               : u"maximize"_s;
            actual << QJsonObject{{u"name"_s, each.name},
                                  {u"isPattern"_s, each.isPattern},
                                  {u"stepMetric"_s, each.stepMetric},
                                  {u"hidden"_s, each.hidden},
                                  {u"goal"_s, goal}};
        }
        QCOMPARE(actual, expected);
    }

    const RunFormats m_formats;
    std::atomic_bool m_cancelled = false;
    TestClock m_clock;
    std::optional<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(WandbRunTest)
#include "test_wandb_run.moc"
