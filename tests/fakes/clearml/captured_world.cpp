#include "fakes/clearml/captured_world.h"

#include "support/test_paths.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace plotleaf::test {

namespace {

constexpr int reportedSteps = 30;

struct CapturedTask
{
    const char *id;
    const char *name;
    double k; ///< what its curves are multiples of
    const char *tag;
    qint64 reported;     ///< of its first value, ms since 1970
    qint64 singles;      ///< of its single values
    const char *updated; ///< null: one of the earlier runs, which failed
};

constexpr std::array capturedTasks = {
    CapturedTask{"97a9833b4fd9497aa4a36883ee44744a", "baseline", 1, "k1", 0, 0, nullptr},
    CapturedTask{"74c643df7edf4d96a405daf9074bf98f", "wide", 0.7, "k0.7", 0, 0, nullptr},
    CapturedTask{"c81441eecf244232b3a0d4f043310fd4", "baseline", 0.5, "k0.5", 0, 0, nullptr},
    CapturedTask{"7dd722f8682745afb64608c4cf9a49f7", "baseline", 1, "k1", 0, 0, nullptr},
    CapturedTask{"37192f40936b48c8872521823fd1e95a", "wide", 0.7, "k0.7", 0, 0, nullptr},
    CapturedTask{"7490d41cfe16455e91542e07369a0c97", "baseline", 0.5, "k0.5", 0, 0, nullptr},
    CapturedTask{"1619fc45ae6f4b02aaa283710e87109d", "baseline", 1, "k1", 0, 0, nullptr},
    CapturedTask{"19e5691c777444bc949637aaa4c6dfe1", "baseline", 1, "k1", 0, 0, nullptr},
    CapturedTask{"a64624216a974d52bd544a0b967b01b3", "baseline", 1, "k1", 1795306861524,
                 1795306861673, "2026-11-22T00:21:17.735000+00:00"},
    CapturedTask{"6d97c910038243a381f25fc726378d58", "wide", 0.7, "k0.7", 1795306879024,
                 1795306879169, "2026-11-22T00:21:35.075000+00:00"},
    CapturedTask{"f304f40dab074373a820433938a9911c", "baseline", 0.5, "k0.5", 1795306896524,
                 1795306896533, "2026-11-22T00:21:52.404000+00:00"},
};

/// Several values were reported within a millisecond; capture 12 shows which.
qint64 delayOf(int iteration)
{
    return iteration < 1 ? 0 : iteration < 3 ? 3 : iteration < 13 ? 4 : iteration < 22 ? 5 : 8;
}

void addCapturedProject(ClearmlWorld &world, const char *id, const QString &path)
{
    const QString key = QString::fromLatin1(id);
    const bool hidden = path.endsWith(".reports"_L1);
    world.projects[key] = {
        {u"id"_s, key},
        {u"name"_s, path},
        {u"basename"_s, path.section(u'/', -1)},
        {u"company"_s, world.company},
        {u"user"_s, world.me},
        {u"created"_s, u"2026-11-22T00:17:29.220000+00:00"_s},
        {u"last_update"_s, u"2026-11-22T00:17:29.220000+00:00"_s},
        {u"system_tags"_s, hidden ? QJsonArray{u"reports"_s, u"hidden"_s} : QJsonArray()}};
}

void addCurves(ClearmlWorld &world, const CapturedTask &task)
{
    const QString id = QString::fromLatin1(task.id);
    for (int i = 0; i < reportedSteps; ++i) {
        const qint64 time = task.reported + delayOf(i);
        world.goOn(id, {u"loss"_s, u"train"_s, i, time, task.k / (i + 1)});
        world.goOn(id, {u"loss"_s, u"val"_s, i, time, 1.2 * task.k / (i + 1)});
        world.goOn(id, {u"accuracy"_s, u"val"_s, i, time, 1 - task.k / (i + 2)});
    }
    world.goOn(id, {u"Summary"_s, u"best_acc"_s, singleValueIteration, task.singles, 0.9 * task.k});
    world.goOn(id, {u"Summary"_s, u"epochs"_s, singleValueIteration, task.singles, 30});
}

void addCapturedTask(ClearmlWorld &world, const CapturedTask &captured)
{
    const QString made = world.addTask(QString::fromLatin1(captured.name), u"Demo/Vision"_s,
                                       {u"demo"_s, QString::fromLatin1(captured.tag)});
    (*world.task(made))["id"_L1] = QString::fromLatin1(captured.id);
    addCurves(world, captured);
    QJsonObject &task = *world.task(QString::fromLatin1(captured.id));
    task["status"_L1] = captured.updated ? u"completed"_s : u"failed"_s;
    task["last_update"_L1] = captured.updated ? QString::fromLatin1(captured.updated)
                                              : u"2026-11-22T00:18:00.000000+00:00"_s;
}

/// Plots and samples are opaque to the server; they are taken from the answers.
void addEvents(QHash<QString, QVector<QJsonObject>> &events, const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    for (const QJsonValue inner : array)
        addEvents(events, inner);
    if (!value.isObject())
        return;
    const QJsonObject object = value.toObject();
    if (object.contains("plot_str"_L1) || object.contains("url"_L1)) {
        QVector<QJsonObject> &own = events[object["task"_L1].toString()];
        if (!own.contains(object))
            own.append(object);
        return;
    }
    for (const QJsonValue inner : object)
        addEvents(events, inner);
}

void addReportAt(ClearmlWorld &world, const QString &name, const char *project, const QString &tag)
{
    QJsonObject &report = *world.report(world.addReport(name, u"Par1"_s, u"text"_s));
    report["project"_L1] = QString::fromLatin1(project);
    if (!tag.isEmpty())
        report["tags"_L1] = QJsonArray{tag};
}

void addCapturedReports(ClearmlWorld &world)
{
    addReportAt(world, u"rep 0"_s, "943f41b323114040b9061c7d96630f72", u"x"_s);
    addReportAt(world, u"rep 1"_s, "943f41b323114040b9061c7d96630f72", u"y0"_s);
    addReportAt(world, u"rep 2"_s, "943f41b323114040b9061c7d96630f72", u"y1"_s);
    QJsonObject &archived = world.tasks.last();
    archived["id"_L1] = u"f3836da189c2471a833d4f6b42432996"_s;
    archived["system_tags"_L1] = QJsonArray{u"archived"_s, u"hidden"_s, u"reports"_s};
    addReportAt(world, u"sub 0"_s, "19d15be171ee4839b548b910581713c8", {});
    addReportAt(world, u"sub 1"_s, "19d15be171ee4839b548b910581713c8", {});
    world.tasks.last()["status"_L1] = u"published"_s;
    addReportAt(world, u"root 0"_s, "423eeb75f26b4c31b8958f88a2c6d7fd", {});
    addReportAt(world, u"root 1"_s, "423eeb75f26b4c31b8958f88a2c6d7fd", {});
}

} // namespace

QVector<Capture> allCaptures()
{
    QVector<Capture> captures;
    const QDir folder(testData() + u"/clearml/captures"_s);
    for (const QFileInfo &info : folder.entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(info.filePath()));
        const QJsonObject capture = QJsonDocument::fromJson(file.readAll()).object();
        captures.append({info.completeBaseName(), capture["request"_L1].toObject(),
                         capture["status"_L1].toInt(), capture["response"_L1].toObject()});
    }
    return captures;
}

Capture captureWithNumber(int number)
{
    return allCaptures().at(number - 1);
}

void fillCapturedWorld(ClearmlWorld &world)
{
    addCapturedProject(world, "2f5b81ca6e4f44ac91706052754ceeb5", u"Demo/Vision"_s);
    addCapturedProject(world, "668c820209ba41dca931a50bf3f90fcf", u"Par1"_s);
    addCapturedProject(world, "943f41b323114040b9061c7d96630f72", u"Par1/.reports"_s);
    addCapturedProject(world, "4107913da57f4e2aac6ed10fd56ebdb7", u"Par1/Sub"_s);
    addCapturedProject(world, "19d15be171ee4839b548b910581713c8", u"Par1/Sub/.reports"_s);
    addCapturedProject(world, "423eeb75f26b4c31b8958f88a2c6d7fd", u".reports"_s);
    for (const CapturedTask &task : capturedTasks)
        addCapturedTask(world, task);
    for (const Capture &capture : allCaptures()) {
        const QJsonObject data = capture.response["data"_L1].toObject();
        addEvents(world.plots, data["plots"_L1]);
        addEvents(world.samples, data["debug_images"_L1]);
    }
    const QJsonArray tasks = captureWithNumber(28).response["data"_L1]["tasks"_L1].toArray();
    for (const QJsonValue task : tasks)
        (*world.task(task["id"_L1].toString()))["hyperparams"_L1] = task["hyperparams"_L1];
    for (const QString &tag : {u"keep"_s, u"t0"_s, u"t1"_s, u"t2"_s})
        (*world.task(world.addTask(u"tagged "_s + tag, u"Others"_s, {tag})))["status"_L1] =
            u"failed"_s;
    addCapturedReports(world);
}

} // namespace plotleaf::test
