#include "core/runs/nearest_names.h"

#include <algorithm>
#include <vector>

namespace plotleaf {

namespace {

constexpr qsizetype longestName = 200;

/// Optimal string alignment distance, three rows at a time.
qsizetype editDistance(QStringView a, QStringView b)
{
    const auto columns = static_cast<size_t>(b.size()) + 1;
    std::vector<qsizetype> before(columns);
    std::vector<qsizetype> above(columns);
    std::vector<qsizetype> row(columns);
    for (size_t j = 0; j < columns; ++j)
        above[j] = static_cast<qsizetype>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = static_cast<size_t>(j);
            const qsizetype replace = above[at - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[at] = std::min({above[at] + 1, row[at - 1] + 1, replace});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[at] = std::min(row[at], before[at - 2] + 1);
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return above.back();
}

struct Candidate
{
    qsizetype distance = 0;
    QString name;
};

} // namespace

QStringList nearestNames(const QString &wanted, const QStringList &known, qsizetype count)
{
    const QString folded = wanted.left(longestName).toCaseFolded();
    const qsizetype farthest = std::max<qsizetype>(1, folded.size() / 3);
    std::vector<Candidate> near;
    for (const QString &name : known) {
        const QString other = name.left(longestName).toCaseFolded();
        if (folded.size() >= 2 && other.contains(folded)) {
            // Behind what is only misspelt, the shorter ones first.
            near.push_back({farthest + (other.size() - folded.size()), name});
            continue;
        }
        if (std::abs(other.size() - folded.size()) > farthest)
            continue;
        const qsizetype distance = editDistance(folded, other);
        if (distance <= farthest)
            near.push_back({distance, name});
    }
    std::stable_sort(near.begin(), near.end(), [](const Candidate &a, const Candidate &b) {
        return a.distance < b.distance;
    });
    QStringList names;
    for (size_t i = 0; i < near.size() && names.size() < count; ++i)
        names.append(near[i].name);
    return names;
}

} // namespace plotleaf
