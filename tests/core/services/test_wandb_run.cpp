#include "core/services/folders/wandb_run.h"

#include "core/runs/natural_sort.h"
#include "core/services/folders/folder_index.h"
#include "core/services/folders/run_finder.h"
#include "core/services/folders/sample_choice.h"

#include "support/test_clock.h"
#include "support/test_paths.h"
#include "support/wandb_log_file.h"
#include "support/wandb_runs.h"

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

/// With ' for ".
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace

class WandbRunTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder.emplace(); }

    void readsTheSyntheticRun()
    {
        WandbRun run(wandbFixture(u"synthetic"_s));
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
        QByteArray bytes = contentsOf(wandbFixture(u"synthetic/run-demo0001.wandb"_s));
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
        const QByteArray bytes = contentsOf(wandbFixture(u"synthetic/run-demo0001.wandb"_s));
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
        const auto run = readWandbRun(m_folder->path(), u"abc"_s, m_formats);
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
        const auto run = readWandbRun(m_folder->path(), u"abc"_s, m_formats);
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
            return findWandbRun(m_folder->path(), u"abc"_s, m_formats)->place;
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
        const QString path = QFile::exists(folder) ? folder : wandbFixture(u"synthetic/"_s + name);
        QVERIFY(run.update({{name, QFileInfo(path).size(), {}}}, m_cancelled));
    }

    const RunFormats m_formats;
    std::atomic_bool m_cancelled = false;
    TestClock m_clock;
    std::optional<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(WandbRunTest)
#include "test_wandb_run.moc"
