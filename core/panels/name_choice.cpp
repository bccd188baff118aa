#include "core/panels/name_choice.h"

#include "core/runs/natural_sort.h"
#include "core/runs/nearest_names.h"

#include <QCoreApplication>

namespace plotleaf {

namespace {

constexpr int runsNamedInNotes = 3;

struct ChoiceText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::NameChoice)
};

QString unmatchedNote(const QString &name, const QStringList &available)
{
    const QString note = ChoiceText::tr("Nothing is called %1.").arg(name);
    const QStringList nearest = nearestNames(name, available, 1);
    return nearest.isEmpty()
               ? note
               : note + u' ' + ChoiceText::tr("Did you mean “%1”?").arg(nearest.first());
}

QStringList missingNotes(const QString &name, const QVector<Run> &runs, QStringList Run::*list)
{
    QStringList without;
    for (const Run &run : runs) {
        if (!(run.*list).contains(name))
            without << run.name;
    }
    if (without.isEmpty())
        return {};
    if (without.size() > runsNamedInNotes)
        return {ChoiceText::tr("%1 of %2 runs have no %3.")
                    .arg(without.size())
                    .arg(runs.size())
                    .arg(name)};
    return {ChoiceText::tr("%1 has no %2.").arg(without.join(QStringLiteral(", ")), name)};
}

} // namespace

NameChoice chooseAmong(const NamePatterns &patterns, QStringList available)
{
    NameChoice choice;
    available.removeDuplicates();
    naturalSort(available);
    choice.available = std::move(available);
    choice.names = matchingNames(patterns, choice.available);
    for (const NamePattern &pattern : patterns) {
        if (matchingNames({pattern}, choice.available).isEmpty())
            choice.unmatched << pattern.text();
    }
    return choice;
}

NameChoice
chooseNames(const NamePatterns &patterns, const QVector<Run> &runs, QStringList Run::*list)
{
    QStringList available;
    for (const Run &run : runs)
        available += run.*list;
    return chooseAmong(patterns, std::move(available));
}

QVector<RunDataRequest> requestsFor(RunDataRequest::Kind kind,
                                    const QStringList &names,
                                    const QVector<Run> &runs,
                                    QStringList Run::*list,
                                    const SampleSteps &steps)
{
    QVector<RunDataRequest> requests;
    for (const Run &run : runs) {
        for (const QString &name : names) {
            if ((run.*list).contains(name))
                requests.push_back({kind, run.id, name, steps});
        }
    }
    return requests;
}

QStringList unmatchedNotes(const NameChoice &choice)
{
    QStringList notes;
    for (const QString &name : choice.unmatched)
        notes << unmatchedNote(name, choice.available);
    return notes;
}

QStringList choiceNotes(const NameChoice &choice, const QVector<Run> &runs, QStringList Run::*list)
{
    QStringList notes = unmatchedNotes(choice);
    for (const QString &name : choice.names)
        notes += missingNotes(name, runs, list);
    return notes;
}

} // namespace plotleaf
