#include "core/runs/run_field.h"

#include "core/runs/filter_lexer.h"
#include "core/runs/nearest_names.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace plotleaf {

namespace {

struct RunFieldText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::RunField)
};

struct PlainField
{
    const char *name;
    RunField::Kind kind;
};

/// The fields without a key.
constexpr std::array plainFields{PlainField{"name", RunField::Kind::Name},
                                 PlainField{"id", RunField::Kind::Id},
                                 PlainField{"state", RunField::Kind::State},
                                 PlainField{"project", RunField::Kind::Project},
                                 PlainField{"user", RunField::Kind::User},
                                 PlainField{"group", RunField::Kind::Group},
                                 PlainField{"tags", RunField::Kind::Tags},
                                 PlainField{"created", RunField::Kind::Created},
                                 PlainField{"updated", RunField::Kind::Updated},
                                 PlainField{"duration", RunField::Kind::Duration}};

/// What stands before the key of the others.
QStringList keyedStems()
{
    return {QStringLiteral("config"), QStringLiteral("metrics"), QStringLiteral("summary")};
}

QString stemOf(const QString &text)
{
    return text.section(QLatin1Char('.'), 0, 0);
}

/// What an unknown field is compared with: "confg.lr" is nearest to "config", not to "config.NAME".
QStringList nearestStems(const QString &text)
{
    QStringList stems = keyedStems();
    for (const PlainField &field : plainFields)
        stems << QLatin1String(field.name);
    return nearestNames(stemOf(text), stems);
}

Error unknownField(const QString &text)
{
    const QStringList nearest = nearestStems(text);
    QString message = RunFieldText::tr("“%1” is not a field of runs.").arg(text);
    if (!nearest.isEmpty())
        message += QLatin1Char(' ') + RunFieldText::tr("Did you mean “%1”?").arg(nearest.first());
    message += QLatin1Char(' ') +
               RunFieldText::tr("Fields: %1.").arg(runFieldNames().join(QStringLiteral(", ")));
    return {ErrorCode::InvalidInput, message, {}};
}

/// `rest` is what follows "metrics.". The statistic is after the last dot, since names hold dots
/// too.
Result<RunField> metricField(const QString &rest)
{
    const qsizetype dot = rest.lastIndexOf(QLatin1Char('.'));
    const QStringView last = QStringView(rest).mid(dot + 1);
    if (const auto statistic = statisticFromName(last); statistic && dot > 0)
        return RunField{RunField::Kind::Metric, rest.left(dot), *statistic};
    return Error{
        ErrorCode::InvalidInput,
        RunFieldText::tr("Say which value of the metric is meant: metrics.%1 and then .last, "
                         ".min, .max or .mean.")
            .arg(rest),
        {}};
}

Result<RunField> keyedField(const QString &text, const QString &stem, const QString &rest)
{
    if (rest.isEmpty())
        return unknownField(text);
    if (stem == QLatin1String("config"))
        return RunField{RunField::Kind::Config, rest, {}};
    if (stem == QLatin1String("metrics"))
        return metricField(rest);
    if (stem == QLatin1String("summary"))
        return RunField{RunField::Kind::Summary, rest, {}};
    return unknownField(text);
}

QVariant timeValue(const QDateTime &time)
{
    return time.isValid() ? QVariant(time) : QVariant();
}

QVariant durationValue(const Run &run)
{
    if (!run.created.isValid() || !run.updated.isValid())
        return {};
    return double(run.created.msecsTo(run.updated)) / 1000.0;
}

/// Sources leave empty what they do not know.
QVariant textValue(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QVariant metricValue(const RunField &field, const SeriesLookup &lookup)
{
    const Series *series = lookup ? lookup(field.key) : nullptr;
    const auto found = series ? statisticOf(*series, field.statistic) : std::nullopt;
    return found ? QVariant(found->value) : QVariant();
}

} // namespace

Result<RunField> RunField::parse(const QString &text)
{
    for (const PlainField &field : plainFields) {
        if (text == QLatin1String(field.name))
            return RunField{field.kind, {}, {}};
    }
    const qsizetype dot = text.indexOf(QLatin1Char('.'));
    if (dot < 0)
        return unknownField(text);
    return keyedField(text, text.left(dot), text.mid(dot + 1));
}

QString RunField::text() const
{
    const auto *plain = std::ranges::find(plainFields, kind, &PlainField::kind);
    if (plain != plainFields.end())
        return QLatin1String(plain->name);
    const QString name = isFilterWord(key) ? key : filterQuoted(key);
    if (kind == Kind::Metric)
        return QStringLiteral("metrics.") + name + QLatin1Char('.') + statisticName(statistic);
    return (kind == Kind::Config ? QStringLiteral("config.") : QStringLiteral("summary.")) + name;
}

QStringList runFieldNames()
{
    QStringList names;
    for (const PlainField &field : plainFields)
        names << QLatin1String(field.name);
    return names << QStringLiteral("config.NAME") << QStringLiteral("summary.NAME")
                 << QStringLiteral("metrics.NAME.last");
}

QStringList nearestRunFields(const QString &text)
{
    const QString rest = text.mid(stemOf(text).size());
    if (stemOf(text) == QLatin1String("metrics") && rest.size() > 1) {
        QStringList fields;
        for (const SeriesStatistic statistic : {SeriesStatistic::Last, SeriesStatistic::Min,
                                                SeriesStatistic::Max, SeriesStatistic::Mean})
            fields << RunField{RunField::Kind::Metric, rest.mid(1), statistic}.text();
        return fields;
    }
    QStringList fields;
    for (const QString &stem : nearestStems(text)) {
        const bool hasKey = keyedStems().contains(stem);
        // Neither is "confg" a whole field, nor has "nme.x" a key.
        if (hasKey == (rest.size() > 1))
            fields << stem + rest;
        else if (hasKey)
            fields << stem + QLatin1Char('.');
    }
    return fields;
}

QVariant runFieldValue(const RunField &field, const Run &run, const SeriesLookup &lookup)
{
    switch (field.kind) {
    case RunField::Kind::Name:
        return run.name;
    case RunField::Kind::Id:
        return run.id.toString();
    case RunField::Kind::State:
        return runStateName(run.state);
    case RunField::Kind::Project:
        return textValue(run.project);
    case RunField::Kind::User:
        return textValue(run.user);
    case RunField::Kind::Group:
        return textValue(run.group);
    case RunField::Kind::Tags:
        return run.tags;
    case RunField::Kind::Created:
        return timeValue(run.created);
    case RunField::Kind::Updated:
        return timeValue(run.updated);
    case RunField::Kind::Duration:
        return durationValue(run);
    case RunField::Kind::Config:
        return run.config.value(field.key);
    case RunField::Kind::Summary:
        if (const auto found = run.summary.constFind(field.key); found != run.summary.cend())
            return *found;
        break;
    case RunField::Kind::Metric:
        break;
    }
    return metricValue(field, lookup);
}

QString seriesOfField(const RunField &field, const Run &run)
{
    const bool looks = field.kind == RunField::Kind::Metric ||
                       (field.kind == RunField::Kind::Summary && !run.summary.contains(field.key));
    return looks && run.metrics.contains(field.key) ? field.key : QString();
}

QString runStateName(RunState state)
{
    switch (state) {
    case RunState::Running:
        return QStringLiteral("running");
    case RunState::Finished:
        return QStringLiteral("finished");
    case RunState::Failed:
        return QStringLiteral("failed");
    case RunState::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QStringList runStateNames()
{
    return {runStateName(RunState::Running), runStateName(RunState::Finished),
            runStateName(RunState::Failed), runStateName(RunState::Unknown)};
}

} // namespace plotleaf
