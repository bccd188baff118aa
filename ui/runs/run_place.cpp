#include "ui/runs/run_place.h"

#include "core/runs/run_label.h"

#include <algorithm>

namespace plotleaf {

RunPick RunChoice::pick() const
{
    RunPick pick;
    for (const RunCard &card : cards) {
        pick.kind = card.kind;
        pick.ids.append(card.id);
    }
    return pick;
}

QStringList RunChoice::labels() const
{
    QVector<Run> runs;
    for (const RunCard &card : cards) {
        Run run;
        run.id = card.id;
        run.name = card.name;
        run.created = card.created;
        runs.append(run);
    }
    return runLabels(runs);
}

QString RunChoice::label(const RunId &run) const
{
    for (qsizetype i = 0; i < cards.size(); ++i) {
        if (cards[i].id == run)
            return labels().at(i);
    }
    return run.toString();
}

const RunCard *RunChoice::card(const RunId &run) const
{
    const auto found = std::ranges::find(cards, run, &RunCard::id);
    return found == cards.end() ? nullptr : &*found;
}

} // namespace plotleaf
