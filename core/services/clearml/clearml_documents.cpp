#include "core/services/clearml/clearml_documents.h"

#include "core/report/report_names.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace plotleaf {

QDateTime readClearmlTime(const QJsonValue &value)
{
    // ISODateWithMs rounds what comes after the milliseconds; the database cuts it off.
    static const QRegularExpression microseconds(u"(\\.\\d{3})\\d+"_s);
    QString text = value.toString();
    text.replace(microseconds, u"\\1"_s);
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC); // naive times are UTC
    return time.toUTC();
}

QString clearmlTimeText(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-ddThh:mm:ss.zzz"_s) + u"000+00:00"_s;
}

QString shownClearmlProject(const QString &path)
{
    constexpr auto hidden = "/.reports"_L1;
    if (path == hidden.sliced(1))
        return {};
    return path.endsWith(hidden) ? path.chopped(hidden.size()) : path;
}

QJsonArray clearmlCardFields()
{
    return {u"name"_s,      u"comment"_s,     u"tags"_s,        u"project.name"_s,
            u"user.name"_s, u"status"_s,      u"system_tags"_s, u"company.id"_s,
            u"created"_s,   u"last_update"_s, u"last_change"_s, u"last_changed_by"_s};
}

RemoteCard readClearmlCard(const QJsonObject &report, const QHash<QString, QString> &names)
{
    RemoteCard card;
    card.id = RemoteId(report["id"_L1].toString());
    card.fields.name = report["name"_L1].toString();
    card.fields.description = report["comment"_L1].toString();
    card.fields.tags = normalisedTags(clearmlStrings(report["tags"_L1]));
    card.fields.project = shownClearmlProject(report["project"_L1]["name"_L1].toString());
    card.fields.archived = clearmlStrings(report["system_tags"_L1]).contains("archived"_L1);
    card.fields.status = report["status"_L1].toString() == "published"_L1 ? ReportStatus::Published
                                                                          : ReportStatus::Draft;
    card.author = report["user"_L1]["name"_L1].toString();
    const QString changedBy = report["last_changed_by"_L1].toString();
    card.changedBy = names.value(changedBy, changedBy);
    card.created = readClearmlTime(report["created"_L1]);
    card.updated = readClearmlTime(report["last_update"_L1]);
    card.changed = readClearmlTime(report["last_change"_L1]);
    // Examples and other public objects belong to no company.
    card.isWritable = !report["company"_L1]["id"_L1].toString().isEmpty();
    return card;
}

QStringList clearmlStrings(const QJsonValue &list)
{
    QStringList result;
    const QJsonArray array = list.toArray();
    for (const QJsonValue one : array)
        result << one.toString();
    return result;
}

QString exactClearmlPattern(const QString &text)
{
    return u'^' + QRegularExpression::escape(text) + u'$';
}

} // namespace plotleaf
