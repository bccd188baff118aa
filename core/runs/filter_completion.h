#pragma once

#include "core/runs/run.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

namespace plotleaf {

/// What runs hold that a filter may speak of.
struct FilterNames
{
    QStringList config; ///< names of parameters, sorted
    QStringList summary;
    QStringList metrics;
    QStringList tags;
    /// Values that runs have, by the field as it is written ("config.arch"): so written as they
    /// stand in a filter, sorted, at most `mostValues` of each.
    QHash<QString, QStringList> values;

    static constexpr qsizetype mostValues = 50;
    static FilterNames of(const QVector<Run> &runs);
};

/// What can be written at a place in a filter.
struct FilterCompletion
{
    struct Candidate
    {
        QString text;        ///< what stands there then
        bool isOpen = false; ///< more belongs behind it: "config.", "["

        friend bool operator==(const Candidate &, const Candidate &) = default;
    };

    int start = 0;                 ///< of what a candidate replaces
    int length = 0;                ///< reaches behind the cursor where that stands in a word
    QVector<Candidate> candidates; ///< the best first, at most `mostCandidates`

    static constexpr qsizetype mostCandidates = 100;
};

/// `cursor`: between characters, from 0 to the text's size. What stands before it decides; what is
/// behind it may be anything. Fields, operators that go with the field, values that the runs have,
/// and what joins comparisons; nothing where the filter is wrong before the cursor. What begins as
/// the word at the cursor does comes first, then what holds it. Any thread.
FilterCompletion completeFilter(const QString &text, int cursor, const FilterNames &names);

} // namespace plotleaf
