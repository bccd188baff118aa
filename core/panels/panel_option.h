#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace plotleaf {

/// What may be written as the value of a key. Each has a reader in option_reader.cpp.
enum class OptionKind {
    Text,      ///< one line: QString
    Whole,     ///< a whole number of at least 1: double
    Flag,      ///< true or false: bool
    Choice,    ///< one of `choices`: QString
    Choices,   ///< one of `choices`, or several as a list or with commas: QStringList
    Names,     ///< one or a list of names, each literal or a /regular expression/: NamePatterns
    XAxis,     ///< step, relative, wall or a metric: QString
    Step,      ///< last, all or a step: QString
    Smoothing, ///< {type, weight, original}, or short ema:0.6: SmoothingOption
    Scale,     ///< {x, y}: linear or log: ScaleOption
    Range,     ///< {x: [from, to], y: [from, to]}, or x: last 1000, last 1h: RangeOption
    Duration,  ///< 10s, 1m: double, seconds
    Colors,    ///< run: "#rrggbb": QMap<QString, QString>
    Labels,    ///< run: text: QMap<QString, QString>
    Group,     ///< config.NAME, state, tags or /part of the name/, or a list: GroupOption
    Runs,      ///< which runs: RunSelection
};

/// One key of a panel. The tables of these are what fences are checked with, and what documentation
/// and the editor's completion are made of.
struct PanelOption
{
    QString name;
    OptionKind kind = OptionKind::Text;
    QString fallback; ///< the value when the key is absent, as YAML; empty: there is none
    QString help;     ///< one line, translated
    QStringList choices = {};

    /// What can be written, in short and for people: "linear or log for x and y".
    QString accepted() const;
};

using PanelOptions = QVector<PanelOption>;

/// The keys that every type has: type, title, runs, width, refresh. `types`: the choices of `type`.
PanelOptions commonPanelOptions(const QStringList &types);

} // namespace plotleaf
