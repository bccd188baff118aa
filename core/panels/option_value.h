#pragma once

#include "core/panels/name_pattern.h"
#include "core/runs/run_field.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace plotleaf {

/// `smooth`: the type as written ("ema"), its weight, and whether the original stays visible
/// behind.
struct SmoothingOption
{
    QString type = QStringLiteral("none");
    double weight = 0;
    bool original = true;
};

/// `scale`
struct ScaleOption
{
    bool logX = false;
    bool logY = false;
};

/// `range`. A missing end is found from the data.
struct RangeOption
{
    struct Ends
    {
        std::optional<double> from, to;
    };
    Ends x; ///< steps, seconds (relative) or milliseconds since 1970 (wall)
    Ends y;
    std::optional<double> lastSteps;   ///< x: last 1000
    std::optional<double> lastSeconds; ///< x: last 1h
};

/// `group`: what runs have in common that are shown as one.
struct GroupKey
{
    RunField field; ///< configuration, state, tags or name
    std::optional<QRegularExpression>
        namePart; ///< instead of `field`: what it captures of the name
};
struct GroupOption
{
    QVector<GroupKey> keys;
};

/// The value of one key, by its OptionKind. monostate: absent, without a fallback.
using OptionValue = std::variant<std::monostate,
                                 QString,
                                 double,
                                 bool,
                                 QStringList,
                                 NamePatterns,
                                 SmoothingOption,
                                 ScaleOption,
                                 RangeOption,
                                 GroupOption,
                                 QMap<QString, QString>>;

} // namespace plotleaf
