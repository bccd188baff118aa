#include "core/runs/wandb_names.h"

#include "core/runs/nearest_names.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace plotleaf {

namespace {

struct WandbNamesText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::RunFilter)
};

struct Attribute
{
    const char *name;   ///< in expressions
    const char *stored; ///< in saved filters
    RunField::Kind kind;
};

constexpr std::array attributes{Attribute{"Name", "displayName", RunField::Kind::Name},
                                Attribute{"ID", "name", RunField::Kind::Id},
                                Attribute{"State", "state", RunField::Kind::State},
                                Attribute{"Tags", "tags", RunField::Kind::Tags},
                                Attribute{"CreatedTimestamp", "createdAt", RunField::Kind::Created},
                                Attribute{"Runtime", "duration", RunField::Kind::Duration},
                                Attribute{"User", "username", RunField::Kind::User},
                                Attribute{"Group", "group", RunField::Kind::Group}};

constexpr QLatin1String valuePart("value");

/// "optim.value.lr" is the parameter optim.lr.
QString configName(const QString &key)
{
    QStringList parts = key.split(QLatin1Char('.'));
    if (parts.size() > 1 && parts[1] == valuePart)
        parts.removeAt(1);
    return parts.join(QLatin1Char('.'));
}

Error unknownAttribute(const QString &name)
{
    return {ErrorCode::InvalidInput,
            WandbNamesText::tr("“%1” is not an attribute of runs. Attributes: %2. A parameter is "
                               "Config(\"%1\"), a metric SummaryMetric(\"%1\").")
                .arg(name, wandbAttributeNames().join(QStringLiteral(", "))),
            {}};
}

} // namespace

std::optional<RunField> wandbAttribute(const QString &name)
{
    const auto *found = std::ranges::find_if(attributes, [&name](const Attribute &one) {
        return name == QLatin1String(one.name) || name == QLatin1String(one.stored);
    });
    if (found == attributes.end())
        return {};
    return RunField{found->kind, {}, {}};
}

QString wandbAttributeName(const RunField &field)
{
    const auto *found = std::ranges::find(attributes, field.kind, &Attribute::kind);
    return found == attributes.end() ? QString() : QString::fromLatin1(found->name);
}

QStringList wandbAttributeNames()
{
    QStringList names;
    for (const Attribute &attribute : attributes)
        names << QLatin1String(attribute.name);
    return names;
}

Result<RunField> wandbField(const QString &call, const QString &key)
{
    if (call == QLatin1String("Tags") && key.isEmpty())
        return RunField{RunField::Kind::Tags, {}, {}};
    if (!wandbCalls().contains(call) || key.isEmpty()) {
        return Error{ErrorCode::InvalidInput,
                     WandbNamesText::tr("expected Config(\"…\"), Summary(\"…\"), Metric(\"…\"), "
                                        "KeysInfo(\"…\") or Tags()."),
                     {}};
    }
    if (call == QLatin1String("Config"))
        return RunField{RunField::Kind::Config, configName(key), {}};
    if (call == QLatin1String("KeysInfo"))
        return RunField{RunField::Kind::Metric, key, SeriesStatistic::Last};
    if (call != QLatin1String("Metric"))
        return RunField{RunField::Kind::Summary, key, {}};
    const auto attribute = wandbAttribute(key);
    return attribute ? Result<RunField>(*attribute) : unknownAttribute(key);
}

QStringList wandbCalls()
{
    return {QStringLiteral("Config"), QStringLiteral("Summary"), QStringLiteral("SummaryMetric"),
            QStringLiteral("Metric"), QStringLiteral("Tags"),    QStringLiteral("KeysInfo")};
}

QString wandbConfigKey(const QString &name)
{
    QStringList parts = name.split(QLatin1Char('.'));
    if (parts.size() > 1 && parts[1] == valuePart)
        parts.insert(1, valuePart);
    return parts.join(QLatin1Char('.'));
}

} // namespace plotleaf
