#include "fakes/clearml/clearml_world.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace plotleaf::test {

namespace {

QString md5(const QString &text)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Md5).toHex());
}

double rounded(double value)
{
    return std::round(value * 100) / 100;
}

/// What the server keeps of all values of a metric and variant.
QJsonObject summaryOf(const QVector<ScalarEvent> &events, const ScalarEvent &last)
{
    QVector<ScalarEvent> own;
    std::ranges::copy_if(events, std::back_inserter(own), [&last](const ScalarEvent &event) {
        return event.metric == last.metric && event.variant == last.variant;
    });
    const auto less = [](const ScalarEvent &a, const ScalarEvent &b) { return a.value < b.value; };
    const auto least = std::ranges::min_element(own, less);
    const auto most = std::ranges::max_element(own, less);
    double sum = 0;
    for (const ScalarEvent &event : own)
        sum += event.value;
    return {{u"metric"_s, last.metric},
            {u"variant"_s, last.variant},
            {u"value"_s, own.last().value},
            {u"min_value"_s, least->value},
            {u"min_value_iteration"_s, least->iteration},
            {u"max_value"_s, most->value},
            {u"max_value_iteration"_s, most->iteration},
            {u"first_value"_s, own.first().value},
            {u"first_value_iteration"_s, own.first().iteration},
            {u"count"_s, own.size()},
            {u"mean_value"_s, rounded(sum / double(own.size()))}};
}

} // namespace

ClearmlWorld::ClearmlWorld()
{
    users[me] = {{u"id"_s, me},
                 {u"name"_s, u"Default User"_s},
                 {u"role"_s, u"user"_s},
                 {u"created"_s, u"2026-11-22T00:16:10.716000+00:00"_s}};
}

QString ClearmlWorld::newId()
{
    return md5(u"id %1"_s.arg(++m_lastId));
}

QDateTime ClearmlWorld::tick()
{
    m_now = m_now.addMSecs(msBetweenTicks);
    return m_now;
}

QString ClearmlWorld::timeText(const QDateTime &time)
{
    return time.toString(u"yyyy-MM-ddThh:mm:ss.zzz"_s) + u"000+00:00"_s;
}

QJsonObject *ClearmlWorld::task(const QString &id)
{
    const auto found = std::ranges::find_if(
        tasks, [&id](const QJsonObject &task) { return task["id"_L1].toString() == id; });
    return found == tasks.end() ? nullptr : &*found;
}

QJsonObject *ClearmlWorld::model(const QString &id)
{
    const auto found = std::ranges::find_if(
        models, [&id](const QJsonObject &model) { return model["id"_L1].toString() == id; });
    return found == models.end() ? nullptr : &*found;
}

QJsonObject *ClearmlWorld::report(const QString &id)
{
    QJsonObject *found = task(id);
    return found && (*found)["type"_L1] == u"report"_s ? found : nullptr;
}

QString ClearmlWorld::projectNamed(const QString &path) const
{
    for (const QJsonObject &project : projects) {
        if (project["name"_L1].toString() == path)
            return project["id"_L1].toString();
    }
    return {};
}

QString ClearmlWorld::makeProject(const QString &path)
{
    QString existing = projectNamed(path);
    if (!existing.isEmpty())
        return existing;
    const qsizetype slash = path.lastIndexOf(u'/');
    if (slash > 0)
        makeProject(path.left(slash));
    QString id = newId();
    const QString time = timeText(tick());
    projects[id] = {{u"id"_s, id},
                    {u"name"_s, path},
                    {u"basename"_s, path.mid(slash + 1)},
                    {u"company"_s, company},
                    {u"user"_s, me},
                    {u"created"_s, time},
                    {u"last_update"_s, time},
                    {u"system_tags"_s, QJsonArray()}};
    return id;
}

QString ClearmlWorld::reportsProject(const QString &parent)
{
    const QString above = projects.value(parent)["name"_L1].toString();
    if (above == ".reports"_L1 || above.endsWith("/.reports"_L1))
        return parent;
    QString id = makeProject(above.isEmpty() ? u".reports"_s : above + u"/.reports"_s);
    projects[id]["system_tags"_L1] = QJsonArray{u"reports"_s, u"hidden"_s};
    projects[id]["description"_L1] = u"Reports project"_s;
    return id;
}

void ClearmlWorld::dropEmptyReportsProject(const QString &project)
{
    const bool used = std::ranges::any_of(tasks, [&project](const QJsonObject &task) {
        return task["project"_L1].toString() == project;
    });
    if (!used && projects[project]["name"_L1].toString().endsWith(".reports"_L1))
        projects.remove(project);
}

void ClearmlWorld::touch(QJsonObject &task, const QString &by, bool alsoUpdate)
{
    const QString time = timeText(tick());
    task["last_change"_L1] = time;
    task["last_changed_by"_L1] = by;
    if (alsoUpdate)
        task["last_update"_L1] = time;
}

QString ClearmlWorld::addUser(const QString &name)
{
    QString id = newId();
    users[id] = {{u"id"_s, id}, {u"name"_s, name}, {u"role"_s, u"user"_s}};
    return id;
}

/// What a report has because it is a task (clearml.md 2.1).
static QJsonObject taskLeftovers()
{
    return {{u"output"_s, QJsonObject()},
            {u"execution"_s, QJsonObject{{u"test_split"_s, 0},
                                         {u"parameters"_s, QJsonObject()},
                                         {u"model_desc"_s, QJsonObject()},
                                         {u"model_labels"_s, QJsonObject()},
                                         {u"artifacts"_s, QJsonArray()}}},
            {u"script"_s, QJsonObject{{u"binary"_s, u"python"_s},
                                      {u"repository"_s, QString()},
                                      {u"entry_point"_s, QString()},
                                      {u"requirements"_s, QJsonObject()}}},
            {u"last_iteration"_s, 0},
            {u"last_metrics"_s, QJsonObject()},
            {u"metric_stats"_s, QJsonObject()},
            {u"hyperparams"_s, QJsonObject()},
            {u"configuration"_s, QJsonObject()},
            {u"runtime"_s, QJsonObject()},
            {u"models"_s, QJsonObject{{u"input"_s, QJsonArray()}, {u"output"_s, QJsonArray()}}},
            {u"container"_s, QJsonObject()}};
}

QString ClearmlWorld::addReport(const QString &name, const QString &project, const QString &text)
{
    const QString parent = project.isEmpty() ? QString() : makeProject(project);
    QJsonObject report = taskLeftovers();
    report["id"_L1] = newId();
    report["name"_L1] = name;
    report["type"_L1] = u"report"_s;
    report["status"_L1] = u"created"_s;
    report["company"_L1] = company;
    report["user"_L1] = me;
    report["project"_L1] = reportsProject(parent);
    report["tags"_L1] = QJsonArray();
    report["system_tags"_L1] = QJsonArray{u"hidden"_s, u"reports"_s};
    report["comment"_L1] = QString();
    report["report_assets"_L1] = QJsonArray();
    report["created"_L1] = timeText(tick());
    if (!text.isNull())
        report["report"_L1] = text;
    touch(report, me, true);
    tasks.append(report);
    return report["id"_L1].toString();
}

void ClearmlWorld::editReport(const QString &id,
                              const QString &by,
                              const std::function<void(QJsonObject &)> &edit)
{
    QJsonObject *found = report(id);
    if (!found)
        qFatal("no such report");
    edit(*found);
    touch(*found, by, true);
}

void ClearmlWorld::publishReport(const QString &id, const QString &by)
{
    editReport(id, by, [](QJsonObject &report) { report["status"_L1] = u"published"_s; });
}

void ClearmlWorld::archiveReport(const QString &id, const QString &by)
{
    QJsonObject *found = report(id);
    QJsonArray tags = (*found)["system_tags"_L1].toArray();
    tags.prepend(u"archived"_s);
    (*found)["system_tags"_L1] = tags;
    touch(*found, by, false);
}

void ClearmlWorld::deleteReport(const QString &id)
{
    const QString project = (*report(id))["project"_L1].toString();
    tasks.removeIf([&id](const QJsonObject &task) { return task["id"_L1].toString() == id; });
    dropEmptyReportsProject(project);
}

QString ClearmlWorld::addTask(const QString &name, const QString &project, const QStringList &tags)
{
    QJsonObject task = {{u"id"_s, newId()},
                        {u"name"_s, name},
                        {u"type"_s, u"training"_s},
                        {u"status"_s, u"in_progress"_s},
                        {u"company"_s, company},
                        {u"user"_s, me},
                        {u"project"_s, makeProject(project)},
                        {u"tags"_s, QJsonArray::fromStringList(tags)},
                        {u"system_tags"_s, QJsonArray()},
                        {u"hyperparams"_s, QJsonObject()},
                        {u"last_metrics"_s, QJsonObject()},
                        {u"last_iteration"_s, 0},
                        {u"created"_s, timeText(tick())}};
    touch(task, me, true);
    tasks.append(task);
    return task["id"_L1].toString();
}

QString ClearmlWorld::addModel(const QString &name, const QString &project, const QStringList &tags)
{
    const QString time = timeText(tick());
    const QJsonObject model = {{u"id"_s, newId()},
                               {u"name"_s, name},
                               {u"company"_s, company},
                               {u"user"_s, me},
                               {u"project"_s, makeProject(project)},
                               {u"tags"_s, QJsonArray::fromStringList(tags)},
                               {u"system_tags"_s, QJsonArray()},
                               {u"framework"_s, u"PyTorch"_s},
                               {u"uri"_s, u"file:///model.pt"_s},
                               {u"ready"_s, false},
                               {u"last_metrics"_s, QJsonObject()},
                               {u"created"_s, time},
                               {u"last_update"_s, time}};
    models.append(model);
    return model["id"_L1].toString();
}

void ClearmlWorld::goOn(const QString &id, const ScalarEvent &event)
{
    scalars[id].append(event);
    QJsonObject *found = task(id) ? task(id) : model(id);
    QJsonObject metrics = (*found)["last_metrics"_L1].toObject();
    QJsonObject variants = metrics[md5(event.metric)].toObject();
    variants[md5(event.variant)] = summaryOf(scalars[id], event);
    metrics[md5(event.metric)] = variants;
    (*found)["last_metrics"_L1] = metrics;
    if (event.iteration > (*found)["last_iteration"_L1].toInteger())
        (*found)["last_iteration"_L1] = event.iteration;
    (*found)["last_update"_L1] = timeText(tick());
}

} // namespace plotleaf::test
