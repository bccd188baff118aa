#include "core/panels/panel_messages.h"

#include "core/runs/nearest_names.h"

#include <QCoreApplication>
#include <QUrl>

namespace plotleaf {

namespace {

constexpr qsizetype maxSuggestions = 5;
constexpr qsizetype maxPanelNotes = 6;

struct MessageText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::PanelMessages)
};

QString quotedList(const QStringList &names)
{
    QStringList quoted;
    for (const QString &name : names.first(std::min(names.size(), maxSuggestions)))
        quoted << MessageText::tr("“%1”").arg(name);
    return quoted.join(QStringLiteral(", "));
}

} // namespace

Figure problemsMessage(const QVector<PanelProblem> &problems)
{
    QStringList lines;
    QStringList suggestions;
    for (const PanelProblem &problem : problems) {
        lines << MessageText::tr("Line %1: %2").arg(problem.line).arg(problem.message);
        suggestions += problem.suggestions;
    }
    suggestions.removeDuplicates();
    const QString title = problems.size() == 1
                              ? MessageText::tr("This panel has a mistake")
                              : MessageText::tr("This panel has %1 mistakes").arg(problems.size());
    return Figure::message(QStringLiteral("error"), title, lines.join(QLatin1Char('\n')),
                           suggestions);
}

Figure unknownPanelMessage()
{
    return Figure::message(QStringLiteral("error"), MessageText::tr("No such panel"),
                           MessageText::tr("The panel is no longer part of the report."));
}

Figure unknownServerMessage(const QString &address)
{
    const QString host = QUrl(address.section(QLatin1Char('?'), 0, 0)).host();
    return Figure::message(
        QStringLiteral("warning"), MessageText::tr("Of a server that Plotleaf does not know"),
        host.isEmpty()
            ? MessageText::tr("This frame shows data of a ClearML server. Add the server as a "
                              "workspace to see it.")
            : MessageText::tr("This frame shows data of the ClearML server %1. Add the server as a "
                              "workspace to see it.")
                  .arg(host));
}

Figure sourceMessage(const QString &place, const Error &error)
{
    const QString title = error.code == ErrorCode::NotFound
                              ? MessageText::tr("There are no runs at this place")
                              : MessageText::tr("The runs cannot be read");
    return Figure::message(QStringLiteral("error"), title,
                           MessageText::tr("%1 Asked for: %2.").arg(error.message, place));
}

Figure noRunsMessage(const RunSelection &selection, const QString &place, const QVector<Run> &all)
{
    if (all.isEmpty()) {
        return Figure::message(
            QStringLiteral("info"), MessageText::tr("No runs yet"),
            MessageText::tr("%1 holds no runs. They appear here as soon as one is written.")
                .arg(place));
    }
    QStringList names;
    for (const Run &run : all)
        names << run.name;
    if (!selection.ids.isEmpty()) {
        return Figure::message(
            QStringLiteral("error"), MessageText::tr("No such run"),
            MessageText::tr("%1 has no run called %2.").arg(place, quotedList(selection.ids)),
            nearestNames(selection.ids.first(), names, maxSuggestions));
    }
    return Figure::message(
        QStringLiteral("info"), MessageText::tr("No run matches"),
        MessageText::tr("The filter lets none of the runs in %1 through. There are %2.")
            .arg(place)
            .arg(all.size()));
}

Figure
nothingCalledMessage(const QString &what, const QStringList &asked, const QStringList &available)
{
    const QString title = MessageText::tr("No %1 called %2").arg(what, quotedList(asked));
    if (available.isEmpty())
        return Figure::message(QStringLiteral("error"), title,
                               MessageText::tr("The runs have no %1 at all.").arg(what));
    QStringList nearest =
        asked.isEmpty() ? QStringList{} : nearestNames(asked.first(), available, maxSuggestions);
    if (nearest.isEmpty())
        nearest = available.first(std::min(available.size(), maxSuggestions));
    return Figure::message(
        QStringLiteral("error"), title,
        MessageText::tr("None of the runs shown has it. The runs have, for example: %1.")
            .arg(quotedList(nearest)),
        nearest);
}

Figure nothingChosenMessage(const QString &text, const QStringList &available)
{
    return Figure::message(
        QStringLiteral("info"), MessageText::tr("Nothing chosen yet"), text,
        available.first(std::min<qsizetype>(available.size(), 4 * maxSuggestions)));
}

QStringList selectionNotes(const SelectedRuns &selected, const RunSelection &selection)
{
    QStringList notes;
    if (selected.matching > selected.runs.size()) {
        notes << MessageText::tr("Showing %1 of %2 runs; “limit” under “runs” shows more.")
                     .arg(selection.limit)
                     .arg(selected.matching);
    }
    if (!selected.missingIds.isEmpty())
        notes << MessageText::tr("There is no run called %1.").arg(quotedList(selected.missingIds));
    return notes;
}

QStringList fewNotes(const QStringList &notes)
{
    QStringList unique = notes;
    unique.removeDuplicates();
    if (unique.size() <= maxPanelNotes)
        return unique;
    QStringList few = unique.first(maxPanelNotes - 1);
    few << MessageText::tr("… and %1 more.").arg(unique.size() - few.size());
    return few;
}

} // namespace plotleaf
