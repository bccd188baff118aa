#include "core/runs/run_label.h"

#include <QHash>

#include <algorithm>
#include <numeric>

namespace plotleaf {

namespace {

constexpr qsizetype longestLabel = 48;
constexpr qsizetype idEnd = 8;

using Parts = QVector<QStringList>;

/// How many parts all have in common, counted from the front or the back; at least one part of each
/// is left.
qsizetype commonParts(const Parts &parts, bool fromFront, qsizetype taken)
{
    qsizetype most = parts.first().size() - 1 - taken;
    for (const QStringList &other : parts)
        most = std::min(most, other.size() - 1 - taken);
    const auto at = [&](const QStringList &list, qsizetype i) {
        return fromFront ? list[i] : list[list.size() - 1 - i];
    };
    for (qsizetype i = 0; i < most; ++i) {
        for (const QStringList &other : parts) {
            if (at(other, i) != at(parts.first(), i))
                return i;
        }
    }
    return std::max<qsizetype>(most, 0);
}

QString shortened(const QString &label)
{
    if (label.size() <= longestLabel)
        return label;
    const qsizetype half = (longestLabel - 1) / 2;
    return label.left(half) + u'…' + label.right(half);
}

/// FNV-1a: unlike qHash the same on every machine and in every version.
quint32 stableHash(const QString &text)
{
    quint32 hash = 2166136261U;
    for (const char c : text.toUtf8()) {
        hash ^= static_cast<quint8>(c);
        hash *= 16777619U;
    }
    return hash;
}

bool isOlder(const Run &a, const Run &b)
{
    if (a.created != b.created && a.created.isValid() && b.created.isValid())
        return a.created < b.created;
    return a.created.isValid() != b.created.isValid() ? a.created.isValid() : a.id < b.id;
}

} // namespace

QStringList runLabels(const QVector<Run> &runs)
{
    Parts parts;
    for (const Run &run : runs)
        parts.append(run.name.split(u'/'));
    QStringList labels;
    if (runs.size() < 2) {
        for (const Run &run : runs)
            labels.append(shortened(run.name));
        return labels;
    }
    const qsizetype front = commonParts(parts, true, 0);
    const qsizetype back = commonParts(parts, false, front);
    QHash<QString, int> uses;
    for (const QStringList &name : parts) {
        labels.append(shortened(name.mid(front, name.size() - front - back).join(u'/')));
        ++uses[labels.last()];
    }
    for (qsizetype i = 0; i < runs.size(); ++i) {
        if (uses.value(labels[i]) > 1)
            labels[i] += QStringLiteral(" (%1)").arg(runs[i].id.toString().right(idEnd));
    }
    return labels;
}

QVector<int> runColours(const QVector<Run> &runs, int colours)
{
    QVector<int> indexes(runs.size(), 0);
    if (colours < 1)
        return indexes;
    QVector<qsizetype> byAge(runs.size());
    std::iota(byAge.begin(), byAge.end(), 0);
    std::sort(byAge.begin(), byAge.end(),
              [&](qsizetype a, qsizetype b) { return isOlder(runs[a], runs[b]); });
    QVector<int> uses(colours, 0);
    int rounds = 0; // every colour was given at least this often
    for (const qsizetype i : byAge) {
        auto colour =
            static_cast<int>(stableHash(runs[i].id.toString()) % static_cast<quint32>(colours));
        if (std::all_of(uses.begin(), uses.end(), [&](int n) { return n > rounds; }))
            ++rounds;
        while (uses[colour] > rounds)
            colour = (colour + 1) % colours;
        ++uses[colour];
        indexes[i] = colour;
    }
    return indexes;
}

} // namespace plotleaf
