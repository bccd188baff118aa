#include "core/sync/workspace_state.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace plotleaf {

namespace {

QString trWorkspaceState(const char *text, int count = -1)
{
    return QCoreApplication::translate("plotleaf::WorkspaceState", text, nullptr, count);
}

/// "in 20 seconds", "3 minutes ago" without the words before and after.
QString durationText(qint64 seconds)
{
    if (seconds < 60)
        return trWorkspaceState(QT_TRANSLATE_N_NOOP("plotleaf::WorkspaceState", "%n second(s)"),
                                static_cast<int>(std::max<qint64>(seconds, 0)));
    return trWorkspaceState(QT_TRANSLATE_N_NOOP("plotleaf::WorkspaceState", "%n minute(s)"),
                            static_cast<int>(seconds / 60));
}

QStringList countLines(const WorkspaceState &state)
{
    const auto line = [](int count, const char *text) {
        return count > 0 ? QStringList{trWorkspaceState(text, count)} : QStringList();
    };
    return line(state.waiting(), QT_TRANSLATE_N_NOOP("plotleaf::WorkspaceState",
                                                     "%n change(s) wait(s) to be sent.")) +
           line(state.counts.wanted, QT_TRANSLATE_N_NOOP("plotleaf::WorkspaceState",
                                                         "%n text(s) has/have still to be read.")) +
           line(state.counts.mergeNeeded,
                QT_TRANSLATE_N_NOOP("plotleaf::WorkspaceState",
                                    "%n report(s) was/were changed here and on the server in the "
                                    "same lines and has/have to be merged by you.")) +
           line(state.counts.refused,
                QT_TRANSLATE_N_NOOP("plotleaf::WorkspaceState",
                                    "%n report(s) is/are refused by the server.")) +
           line(state.vanished,
                QT_TRANSLATE_N_NOOP("plotleaf::WorkspaceState",
                                    "%n report(s) is/are not on the server any more. Nothing is "
                                    "deleted here until you say so."));
}

} // namespace

QString WorkspaceState::headline() const
{
    switch (activity) {
    case Activity::Offline:
        return waiting() > 0
                   ? trWorkspaceState(
                         QT_TRANSLATE_N_NOOP("plotleaf::WorkspaceState", "Offline, %n waiting"),
                         waiting())
                   : trWorkspaceState(QT_TRANSLATE_NOOP("plotleaf::WorkspaceState", "Offline"));
    case Activity::Syncing:
        return textsToRead > 0
                   ? trWorkspaceState(
                         QT_TRANSLATE_NOOP("plotleaf::WorkspaceState", "Syncing, %1 of %2"))
                         .arg(textsDone)
                         .arg(textsToRead)
                   : trWorkspaceState(QT_TRANSLATE_NOOP("plotleaf::WorkspaceState", "Syncing"));
    case Activity::Failing:
        return trWorkspaceState(QT_TRANSLATE_NOOP("plotleaf::WorkspaceState", "Problem"));
    case Activity::Resting:
        break;
    }
    if (needsPerson())
        return trWorkspaceState(
            QT_TRANSLATE_NOOP("plotleaf::WorkspaceState", "Needs your attention"));
    if (waiting() > 0)
        return trWorkspaceState(
            QT_TRANSLATE_N_NOOP("plotleaf::WorkspaceState", "Online, %n waiting"), waiting());
    return trWorkspaceState(QT_TRANSLATE_NOOP("plotleaf::WorkspaceState", "Online"));
}

QString WorkspaceState::explanation(const QDateTime &now) const
{
    QStringList lines;
    if (activity == Activity::Offline)
        lines += trWorkspaceState(QT_TRANSLATE_NOOP(
            "plotleaf::WorkspaceState",
            "Plotleaf is set to work offline. Everything you change is kept and sent later."));
    if (policy == NetworkPolicy::Expensive)
        lines += trWorkspaceState(QT_TRANSLATE_NOOP(
            "plotleaf::WorkspaceState",
            "The network is expensive: your changes are sent, texts are not fetched ahead."));
    if (activity == Activity::Failing)
        lines += problem;
    lines += countLines(*this);
    if (counts.held > 0)
        lines += trWorkspaceState(QT_TRANSLATE_N_NOOP("plotleaf::WorkspaceState",
                                                      "%n report(s) is/are held up and is/are "
                                                      "tried again:"),
                                  counts.held) +
                 u' ' + counts.heldBy;
    if (lastSynced.isValid())
        lines +=
            trWorkspaceState(QT_TRANSLATE_NOOP("plotleaf::WorkspaceState", "Last in step %1 ago."))
                .arg(durationText(lastSynced.secsTo(now)));
    if (nextRound.isValid() && activity == Activity::Failing)
        lines +=
            trWorkspaceState(QT_TRANSLATE_NOOP("plotleaf::WorkspaceState", "Tried again in %1."))
                .arg(durationText(now.secsTo(nextRound)));
    return lines.join(u'\n');
}

} // namespace plotleaf
