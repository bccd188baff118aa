#pragma once

#include "core/report/report.h"
#include "core/store/library.h"

#include <QObject>

#include <memory>

namespace plotleaf {

/// A report that is open for editing: takes every change of its text, journals it within 250 ms and
/// saves it after a pause (2 s) or when asked. Text that comes from elsewhere meanwhile (a server,
/// another window) is merged into what is typed. Lives on the GUI thread.
class OpenReport : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Saved,
        Journaled, ///< safe on disk, not yet a revision
        Changed,   ///< typed within the last 250 ms
        Failed,    ///< the disk refuses; see problem(). Tried again with every change and every 5 s
    };
    Q_ENUM(State)

    /// `report` as loaded, with `recovered` (if any) as its text.
    OpenReport(Library &library,
               Report report,
               std::optional<QString> recovered,
               QObject *parent = nullptr);
    /// Writes what is still unwritten and waits for it.
    ~OpenReport() override;

    const ReportSummary &summary() const;
    const QString &text() const;
    /// Published reports take no text, nor do those whose text is still to come.
    bool isLocked() const;
    /// The server's text has not been read yet: text() is none. It comes as a merged one.
    bool isTextMissing() const;
    State state() const;
    /// What went wrong, for people; also what happened to the report elsewhere (published, deleted)
    /// while it was open, in which case the text is safe and the state need not be Failed.
    QString problem() const;
    bool wasRecovered() const;

    void setText(const QString &text);
    /// Saves now; the future is finished when it is on disk.
    QFuture<Result<void>> save();

signals:
    void stateChanged(plotleaf::OpenReport::State state);
    void summaryChanged();
    /// text() is another one, and not by setText(): lines from elsewhere were merged in.
    void textMerged();
    /// What was just saved and what was saved elsewhere meanwhile change the same lines: text()
    /// won, and the other one is in the revisions. A report of a server waits for its merge
    /// besides.
    void conflictSaved();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace plotleaf
