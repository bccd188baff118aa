#include "support/table_folder.h"

#include <QStringEncoder>
#include <QTimeZone>

#include <cmath>
#include <limits>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

bool isEqual(const std::vector<double> &a, const std::vector<double> &b)
{
    return std::ranges::equal(
        a, b, [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); });
}

QByteArray inUtf16(const QString &text, QStringConverter::Encoding encoding)
{
    QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
    return encoder(text);
}

} // namespace

/// Tables of CSV, JSON Lines and trainer_state.json, as folders show them.
class TableRunTest : public QObject, private TableFolder
{
    Q_OBJECT

private slots:
    void init() { start(); }

    void readsLightningsCsvLogger();
    void readsKerasCsvLogger();
    void readsStableBaselines();
    void readsUltralytics();
    void readsTrainerState();
    void dataSetsAreNoRuns_data();
    void dataSetsAreNoRuns();
    void readsDialects_data();
    void readsDialects();
    void readsNumbersOfAllKinds();
    void readsTimes();
    void putsRowsInOrder();
    void aColumnOfNamesMakesSeveralRuns();
    void readsJsonLines();
    void configurationLiesBeside();
};

void TableRunTest::readsLightningsCsvLogger()
{
    // lightning/fabric/loggers/csv_logs.py: csv.DictWriter with the sorted names, nothing where a
    // step has no such metric; hparams.yaml beside it.
    write(u"lightning_logs/version_0/metrics.csv"_s, "epoch,step,train_loss,val_loss\r\n"
                                                     "0,49,0.9,\r\n"
                                                     "0,63,,0.8\r\n"
                                                     "1,99,0.5,\r\n"
                                                     "1,127,,0.45\r\n");
    write(u"lightning_logs/version_0/hparams.yaml"_s,
          "lr: 0.001\nmodel: !!python/object:x.Y\n  layers: [1, 2]\n  name: resnet\nuse_amp: true\n"
          "eps: 1e-08\nnothing: null\n");
    const Run run = onlyRun();
    QCOMPARE(run.id.toString(), u"lightning_logs/version_0/metrics.csv"_s);
    QCOMPARE(run.name, u"lightning_logs/version_0"_s);
    QCOMPARE(run.metrics, (QStringList{u"epoch"_s, u"train_loss"_s, u"val_loss"_s}));
    QCOMPARE(run.config, (QVariantMap{{u"lr"_s, 0.001},
                                      {u"model.layers"_s, QVariantList{1.0, 2.0}},
                                      {u"model.name"_s, u"resnet"_s},
                                      {u"use_amp"_s, true},
                                      {u"eps"_s, 1e-8}}));
    QCOMPARE(run.state, RunState::Running);
    const Series validation = series(run.id.toString(), u"val_loss"_s);
    QCOMPARE(validation.step, (Numbers{63, 127}));
    QCOMPARE(validation.value, (Numbers{0.8, 0.45}));
    QCOMPARE(steps(run.id.toString(), u"epoch"_s), (Numbers{49, 63, 99, 127}));
}

void TableRunTest::readsKerasCsvLogger()
{
    // keras/callbacks/csv_logger.py: lists and arrays are written in quotes.
    write(u"log.csv"_s, "epoch,accuracy,lr,per_class\n0,0.5,0.01,\"[0.1, 0.2]\"\n"
                        "1,0.75,0.01,\"[0.3, 0.4]\"\n");
    const Run run = onlyRun();
    QCOMPARE(run.name, u"log.csv"_s);
    QCOMPARE(run.metrics, (QStringList{u"accuracy"_s, u"lr"_s}));
    QCOMPARE(values(u"log.csv"_s, u"accuracy"_s), (Numbers{0.5, 0.75}));
    QCOMPARE(run.config, QVariantMap());
}

void TableRunTest::readsStableBaselines()
{
    // stable_baselines3/common/logger.py, CSVOutputFormat: the names are those first seen; more
    // come by writing all of the file anew.
    write(u"ppo/progress.csv"_s,
          "time/fps,time/iterations,time/total_timesteps,time/time_elapsed,rollout/ep_rew_mean\n"
          "500,1,2048,4,21.5\n510,2,4096,8,\n");
    const QString id = u"ppo/progress.csv"_s;
    QCOMPARE(onlyRun().metrics,
             (QStringList{u"rollout/ep_rew_mean"_s, u"time/fps"_s, u"time/iterations"_s}));
    const Series fps = series(id, u"time/fps"_s);
    QCOMPARE(fps.step, (Numbers{2048, 4096}));
    QCOMPARE(fps.wall[1] - fps.wall[0], 4);
    QCOMPARE(values(id, u"rollout/ep_rew_mean"_s), (Numbers{21.5}));
    write(id, "time/fps,time/iterations,time/total_timesteps,time/time_elapsed,"
              "rollout/ep_rew_mean,train/loss\n"
              "500,1,2048,4,21.5,\n510,2,4096,8,,0.25\n");
    QVERIFY(onlyRun().metrics.contains(u"train/loss"_s));
    QCOMPARE(steps(id, u"train/loss"_s), (Numbers{4096}));
}

void TableRunTest::readsUltralytics()
{
    // Before 8.3 names and numbers were padded to 23 characters.
    write(u"train/results.csv"_s,
          "                  epoch,         train/box_loss,          val/box_loss\n"
          "                      1,                 1.2094,                1.1043\n"
          "                      2,                 1.1713,                    inf\n");
    write(u"train/args.yaml"_s, "task: detect\nepochs: 100\nbatch: 16\n");
    const Run run = onlyRun();
    QCOMPARE(run.name, u"train"_s);
    QCOMPARE(run.metrics, (QStringList{u"train/box_loss"_s, u"val/box_loss"_s}));
    QCOMPARE(run.config.value(u"task"_s), QVariant(u"detect"_s));
    QCOMPARE(values(run.id.toString(), u"val/box_loss"_s), (Numbers{1.1043, infinity}));
}

void TableRunTest::readsTrainerState()
{
    // transformers/trainer_callback.py, TrainerState.save_to_json
    const auto state = [](int steps) {
        QByteArray history;
        for (int step = 10; step <= steps; step += 10)
            history += QByteArray(history.isEmpty() ? "" : ",") + R"({"epoch": 0.5, "loss": )" +
                       QByteArray::number(1.0 / step, 'g', 17) + R"(, "step": )" +
                       QByteArray::number(step) + "}";
        return QByteArray(
            "{\n  \"best_metric\": null,\n  \"global_step\": " + QByteArray::number(steps) +
            ",\n  \"log_history\": [" + history + R"(, {"eval_loss": NaN, "step": )" +
            QByteArray::number(steps) + "}],\n  \"max_steps\": 40\n}\n");
    };
    write(u"out/checkpoint-20/trainer_state.json"_s, state(20));
    write(u"out/checkpoint-40/trainer_state.json"_s, state(40));
    Run run = onlyRun();
    QCOMPARE(run.id.toString(), u"out/checkpoint-40/trainer_state.json"_s);
    QCOMPARE(run.metrics, (QStringList{u"epoch"_s, u"eval_loss"_s, u"loss"_s}));
    QCOMPARE(values(run.id.toString(), u"loss"_s), (Numbers{0.1, 0.05, 1.0 / 30, 0.025}));
    QVERIFY(isEqual(values(run.id.toString(), u"eval_loss"_s), {notANumber}));
    QCOMPARE(run.config.value(u"max_steps"_s), QVariant(40));
    write(u"out/trainer_state.json"_s, state(40));
    QCOMPARE(onlyRun().id.toString(), u"out/trainer_state.json"_s);
    write(u"out/trainer_state.json"_s, state(60));
    run = onlyRun();
    QCOMPARE(steps(run.id.toString(), u"loss"_s), (Numbers{10, 20, 30, 40, 50, 60}));
}

void TableRunTest::dataSetsAreNoRuns_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no steps") << u"iris.csv"_s << "sepal,petal,class\n5.1,1.4,setosa\n"_ba;
    QTest::newRow("no header") << u"a.csv"_s << "1,2,3\n4,5,6\n"_ba;
    QTest::newRow("steps of words") << u"recipe.csv"_s << "step,text,minutes\nmix,well,5\n"_ba;
    QTest::newRow("nothing else") << u"a.csv"_s << "step\n1\n2\n"_ba;
    QTest::newRow("words only") << u"a.csv"_s << "step,text\n1,mix\n2,bake\n"_ba;
    QTest::newRow("only a header") << u"a.csv"_s << "step,loss\n"_ba;
    QTest::newRow("empty") << u"a.csv"_s << ""_ba;
    QTest::newRow("binary") << u"a.csv"_s << QByteArray(100'000, '\0');
    QTest::newRow("chats") << u"chat.jsonl"_s << R"({"messages": [{"role": "user"}]})"_ba + "\n"_ba;
    QTest::newRow("list") << u"a.jsonl"_s << "[1, 2]\n[3, 4]\n"_ba;
    QTest::newRow("other ending") << u"a.txt"_s << "step,loss\n1,2\n"_ba;
    QTest::newRow("sheet") << u"metrics.json"_s << "{\n \"step\": 1,\n \"loss\": 2\n}\n"_ba;
}

void TableRunTest::dataSetsAreNoRuns()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, text);
    write(name, text);
    QCOMPARE(runs().size(), 0);
    QCOMPARE(m_index->warnings(), QStringList());
}

void TableRunTest::readsDialects_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    const QString plain = u"step,loss,note\n1,0.5,a\n2,0.25,a\n"_s;
    const auto with = [&plain](const QString &delimiter) {
        return QString(plain).replace(u","_s, delimiter);
    };
    QTest::newRow("comma") << u"a.csv"_s << plain.toUtf8();
    QTest::newRow("semicolon") << u"a.csv"_s << with(u";"_s).toUtf8();
    QTest::newRow("tab") << u"a.tsv"_s << with(u"\t"_s).toUtf8();
    QTest::newRow("tab, ending csv") << u"a.CSV"_s << with(u"\t"_s).toUtf8();
    QTest::newRow("bar") << u"a.csv"_s << with(u"|"_s).toUtf8();
    QTest::newRow("decimal comma") << u"a.csv"_s << with(u";"_s).replace(u'.', u',').toUtf8();
    QTest::newRow("CRLF") << u"a.csv"_s << QString(plain).replace(u"\n"_s, u"\r\n"_s).toUtf8();
    QTest::newRow("mark") << u"a.csv"_s << "\xEF\xBB\xBF"_ba + plain.toUtf8();
    QTest::newRow("UTF-16LE") << u"a.csv"_s << inUtf16(plain, QStringConverter::Utf16LE);
    QTest::newRow("UTF-16BE") << u"a.csv"_s << inUtf16(plain, QStringConverter::Utf16BE);
    QTest::newRow("upper case") << u"a.csv"_s
                                << QString(plain).replace(u"step"_s, u"STEP"_s).toUtf8();
    QTest::newRow("in quotes")
        << u"a.csv"_s << "\"step\",\"loss\",\"note\"\n\"1\",\"0.5\",\"a\"\n2,\"0.25\",a\n"_ba;
    QTest::newRow("blank lines and comments")
        << u"a.csv"_s << "# a run\n\nstep,loss,note\n\n1,0.5,a\n   \n2,0.25,a\n"_ba;
    QTest::newRow("JSON lines") << u"a.ndjson"_s
                                << R"({"step": 1, "loss": 0.5, "note": "a"})"
                                   "\r\n\r\n"
                                   R"({"step": 2, "loss": "0.25", "note": "a"})"
                                   "\n"_ba;
}

void TableRunTest::readsDialects()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, text);
    write(name, text);
    const Run run = onlyRun();
    QCOMPARE(run.id.toString(), name);
    QCOMPARE(run.metrics, QStringList{u"loss"_s});
    QCOMPARE(run.config, (QVariantMap{{u"note"_s, u"a"_s}}));
    QCOMPARE(steps(name, u"loss"_s), (Numbers{1, 2}));
    QCOMPARE(values(name, u"loss"_s), (Numbers{0.5, 0.25}));
    QCOMPARE(m_index->warnings(), QStringList());
}

void TableRunTest::readsNumbersOfAllKinds()
{
    const QStringList texts{u"1"_s,     u"-0.5"_s,   u"+.5"_s,   u"1e-3"_s,     u"nan"_s,
                            u"NaN"_s,   u"inf"_s,    u"-INF"_s,  u"Infinity"_s, u"-infinity"_s,
                            u"1e400"_s, u"1e-400"_s, u"\"2\""_s, u" 3 "_s,      u"1.#INF"_s};
    const Numbers numbers{1,          -0.5,     0.5,       1e-3,     notANumber,
                          notANumber, infinity, -infinity, infinity, -infinity,
                          infinity,   0,        2,         3,        infinity};
    QString table = u"step,x\n"_s;
    for (int i = 0; i < texts.size(); ++i)
        table += u"%1,%2\n"_s.arg(i).arg(texts[i]);
    table += u"100,\n101,None\n"_s;
    write(u"a.csv"_s, table.toUtf8());
    const Numbers found = values(u"a.csv"_s, u"x"_s);
    for (size_t i = 0; i < numbers.size(); ++i)
        QVERIFY2(i < found.size() && isEqual({found[i]}, {numbers[i]}), qPrintable(texts[int(i)]));
    QCOMPARE(found.size(), numbers.size());
}

void TableRunTest::readsTimes()
{
    write(u"seconds.csv"_s, "step,timestamp,x\n1,1700000000.5,1\n2,1700000001.5,1\n");
    write(u"milliseconds.csv"_s, "step,timestamp,x\n1,1700000000500,1\n2,1700000001500,1\n");
    write(u"iso.csv"_s,
          "step,date,x\n1,2023-11-14T22:13:20.500Z,1\n2,2023-11-14 23:13:21.5+01:00,1\n");
    for (const QString &id : {u"seconds.csv"_s, u"milliseconds.csv"_s, u"iso.csv"_s}) {
        const Numbers wall = series(id, u"x"_s).wall;
        QVERIFY2(wall == (Numbers{1700000000.5, 1700000001.5}), qPrintable(id));
    }
    QCOMPARE(runs()[0].created.toMSecsSinceEpoch(), 1700000000500);
    QCOMPARE(runs()[0].updated.toMSecsSinceEpoch(), 1700000001500);

    write(u"local.csv"_s, "step,date,x\n1,2023-11-14 22:13:20,1\n");
    const double local =
        double(QDateTime(QDate(2023, 11, 14), QTime(22, 13, 20)).toMSecsSinceEpoch()) / 1000;
    QCOMPARE(series(u"local.csv"_s, u"x"_s).wall, Numbers{local});

    // How long a step took is no time since the beginning.
    write(u"took.csv"_s, "step,time,x\n1,0.5,1\n2,0.25,1\n");
    QVERIFY(isEqual(series(u"took.csv"_s, u"x"_s).wall, {notANumber, notANumber}));
    write(u"none.csv"_s, "step,x\n1,1\n");
    QVERIFY(isEqual(series(u"none.csv"_s, u"x"_s).wall, {notANumber}));
}

void TableRunTest::putsRowsInOrder()
{
    write(u"a.csv"_s, "step,loss\n3,0.3\n1,0.1\n2,0.2\n3,0.33\n2,0.22\n5,0.5\n");
    QCOMPARE(steps(u"a.csv"_s, u"loss"_s), (Numbers{1, 2, 3, 5}));
    QCOMPARE(values(u"a.csv"_s, u"loss"_s), (Numbers{0.1, 0.22, 0.33, 0.5}));
    append(u"a.csv"_s, "4,0.4\n5,0.55\n");
    QCOMPARE(steps(u"a.csv"_s, u"loss"_s), (Numbers{1, 2, 3, 4, 5}));
    QCOMPARE(values(u"a.csv"_s, u"loss"_s), (Numbers{0.1, 0.22, 0.33, 0.4, 0.55}));
}

void TableRunTest::aColumnOfNamesMakesSeveralRuns()
{
    write(u"all.csv"_s,
          "run,step,loss,optimizer\nb,1,2,sgd\na/1,1,1,adam\nb,2,3,sgd\n..,1,9,sgd\n");
    QStringList names;
    for (const Run &run : runs())
        names.append(run.name);
    QCOMPARE(names, (QStringList{u".."_s, u"a/1"_s, u"b"_s}));
    const QVector<Run> all = runs();
    QCOMPARE(all[1].config, (QVariantMap{{u"optimizer"_s, u"adam"_s}}));
    QCOMPARE(values(all[0].id.toString(), u"loss"_s), (Numbers{9}));
    QCOMPARE(values(all[1].id.toString(), u"loss"_s), (Numbers{1}));
    QCOMPARE(all[2].id.toString(), u"all.csv/b"_s);
    QCOMPARE(values(u"all.csv/b"_s, u"loss"_s), (Numbers{2, 3}));
    for (const QString &id : {u"all.csv"_s, u"all.csv/c"_s, u"all.csv/b/b"_s}) {
        const auto none = m_index->series(RunId(id), u"loss"_s);
        QVERIFY2(!none && none.error().code == ErrorCode::NotFound, qPrintable(id));
    }
    append(u"all.csv"_s, "c,1,7,sgd\n");
    QCOMPARE(runs().size(), 4);
    QCOMPARE(values(u"all.csv/c"_s, u"loss"_s), (Numbers{7}));
}

void TableRunTest::readsJsonLines()
{
    write(
        u"log.jsonl"_s,
        R"({"config": {"model": {"depth": 3}, "lr": 0.1}, "host": "n1"})"
        "\n"
        R"({"global_step": 10, "train": {"loss": NaN, "acc": 0.5}, "host": "n1", "_timestamp": 1700000000})"
        "\n"
        R"({"global_step": 20, "train": {"loss": -Infinity}, "text": "NaN, \"Infinity\"", "ok": true, "list": [1]})"
        "\n");
    const Run run = onlyRun();
    QCOMPARE(run.metrics, (QStringList{u"train.acc"_s, u"train.loss"_s}));
    QCOMPARE(run.config, (QVariantMap{{u"model.depth"_s, 3},
                                      {u"lr"_s, 0.1},
                                      {u"host"_s, u"n1"_s},
                                      {u"ok"_s, true},
                                      {u"text"_s, u"NaN, \"Infinity\""_s}}));
    const Series loss = series(u"log.jsonl"_s, u"train.loss"_s);
    QVERIFY(isEqual(loss.value, {notANumber, -infinity}));
    QCOMPARE(loss.step, (Numbers{10, 20}));
    QVERIFY(isEqual(loss.wall, {1700000000, notANumber}));
}

void TableRunTest::configurationLiesBeside()
{
    write(u"r/progress.csv"_s, "training_iteration,reward\n1,2\n");
    write(u"r/params.json"_s, R"({"lr": 0.01, "env": {"name": "CartPole"}, "clip": Infinity})");
    write(u"r/config.yaml"_s, "lr: 0.5\nseed: 7\n");
    const Run run = onlyRun();
    // The earlier of the names is right.
    QCOMPARE(run.config, (QVariantMap{{u"lr"_s, 0.5},
                                      {u"seed"_s, 7.0},
                                      {u"env.name"_s, u"CartPole"_s},
                                      {u"clip"_s, infinity}}));
    write(u"r/config.yaml"_s, "lr: 0.25\nseed: 11\n");
    QCOMPARE(onlyRun().config.value(u"seed"_s), QVariant(11.0));
    write(u"r/config.yaml"_s, "a: &a [1]\nb: [*a, *a]\n\t: {");
    QCOMPARE(onlyRun().config.value(u"lr"_s), QVariant(0.01));
}

QTEST_GUILESS_MAIN(TableRunTest)
#include "test_table_run.moc"
