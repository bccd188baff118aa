#pragma once

#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QVector>

#include <functional>

namespace plotleaf::test {

/// A value that a task reported.
struct ScalarEvent
{
    QString metric;
    QString variant;
    qint64 iteration = 0;
    qint64 timestamp = 0; ///< ms since 1970
    double value = 0;
};

/// The iteration under which single values are kept (clearml.md 4.4).
constexpr qint64 singleValueIteration = -2147483648LL;

/// What a ClearML server has in its databases: documents as JSON, as clearml.md describes them.
/// Also the other people: its verbs are what they do while Plotleaf looks elsewhere.
class ClearmlWorld
{
public:
    ClearmlWorld();

    QString company = QStringLiteral("d1bd92a3b039400cbafc60a7a5b1e52b");
    QString me = QStringLiteral("__tests__");

    QMap<QString, QJsonObject> users;
    QMap<QString, QJsonObject> projects;
    /// Tasks and reports in the order in which they were made.
    QVector<QJsonObject> tasks;
    QVector<QJsonObject> models;
    QHash<QString, QVector<ScalarEvent>> scalars; ///< by task
    QHash<QString, QVector<QJsonObject>> plots;   ///< events, by task
    QHash<QString, QVector<QJsonObject>> samples; ///< events, by task
    QHash<QString, QJsonObject> preferences;      ///< by user
    QHash<QByteArray, QByteArray> files;          ///< by path without leading slash

    QString newId();
    /// The time; moves with each call.
    QDateTime tick();
    qint64 msBetweenTicks = 1;
    /// "2026-11-22T00:14:27.820000+00:00"
    static QString timeText(const QDateTime &time);

    QJsonObject *task(const QString &id);
    QJsonObject *model(const QString &id);
    QJsonObject *report(const QString &id);
    QString projectNamed(const QString &path) const; ///< id, or empty
    /// With all its parents, made where missing.
    QString makeProject(const QString &path);
    /// The hidden child for reports; `parent` empty: the root's. Made where missing.
    QString reportsProject(const QString &parent);
    void dropEmptyReportsProject(const QString &project);
    void touch(QJsonObject &task, const QString &by, bool alsoUpdate);

    /// @name What other people do
    /// @{
    QString addUser(const QString &name);
    QString addProject(const QString &path) { return makeProject(path); }
    /// `project`: path, empty for the root. The id.
    QString addReport(const QString &name, const QString &project, const QString &text);
    void editReport(const QString &id,
                    const QString &by,
                    const std::function<void(QJsonObject &)> &edit);
    void publishReport(const QString &id, const QString &by);
    void archiveReport(const QString &id, const QString &by);
    void deleteReport(const QString &id);
    QString addTask(const QString &name, const QString &project, const QStringList &tags = {});
    QString addModel(const QString &name, const QString &project, const QStringList &tags = {});
    /// A task or a model reports one more value; last_metrics and times follow.
    void goOn(const QString &id, const ScalarEvent &event);
    /// @}

private:
    QDateTime m_now = QDateTime(QDate(2026, 11, 22), QTime(0, 30), Qt::UTC);
    quint64 m_lastId = 0;
};

} // namespace plotleaf::test
