#pragma once

#include "app/cli/command.h"
#include "core/report/report.h"
#include "core/report/workspace.h"
#include "core/store/sync_types.h"
#include "core/sync/sync_round.h"

#include <QJsonObject>

#include <optional>

namespace plotleaf {

/// What a round did, gathered for people and for scripts.
class SyncResult
{
public:
    /// What happened to a report, or what it waits for.
    struct Line
    {
        QString what; ///< as in JSON: "pulled", "merged", "conflict", "refused", …
        ReportId report;
        QString name;
        QString says; ///< for people; may be empty
        ReportId kept;
    };

    explicit SyncResult(Workspace workspace) : m_workspace(std::move(workspace)) {}

    const Workspace &workspace() const { return m_workspace; }

    void add(const SyncDeed &deed);
    void add(const SyncNotice &notice);
    void setVanished(int vanished) { m_vanished = vanished; }
    void setProblem(const Error &problem) { m_problem = problem; }
    /// After the round: the workspace's reports as they are then.
    void complete(const QVector<ReportSummary> &reports, const SyncCounts &counts);

    const std::optional<Error> &problem() const { return m_problem; }
    /// Reports that wait for a person: conflicts and refusals.
    const QVector<Line> &waiting() const { return m_waiting; }
    ExitCode exitCode() const;

    QJsonObject json() const;
    void print(QTextStream &out) const;

private:
    void addWaiting(const ReportSummary &report);
    QString countText() const;
    int count(const QString &what) const;

    Workspace m_workspace;
    QVector<Line> m_done;
    QVector<Line> m_waiting;
    SyncCounts m_counts;
    int m_vanished = 0;
    std::optional<Error> m_problem;
};

} // namespace plotleaf
