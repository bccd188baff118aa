#pragma once

#include "core/services/folders/file_run.h"
#include "core/services/folders/wandb_data.h"
#include "core/services/folders/wandb_log_reader.h"
#include "core/services/folders/wandb_side_files.h"

#include <QMutex>

namespace plotleaf {

/// One W&B run: the log of each of its sessions, read in order and as far as it is written, and
/// what stands beside it. Media, tables and histograms are read from the files when asked for.
/// Thread-safe; calls block on the disk, so they are not for the GUI thread.
class WandbRun final : public FileRun
{
public:
    static constexpr qsizetype maxTableRows = 10'000;
    static constexpr qint64 maxTextBytes = 64 * 1024; ///< of a logged text; the rest is cut off

    /// `folder` is where the names of the files begin.
    explicit WandbRun(QString folder) : m_folder(std::move(folder)) {}

    /// Reads what `files` hold beyond what is known: logs and side files, in the order of the
    /// sessions. When a known log is gone, has become shorter or another one, or an older one has
    /// turned up, everything is read anew; a listing that is older than what is known counts as
    /// none of these. A log that cannot be read is passed over; the error is that of the first.
    Result<void> update(const QVector<RunFile> &files, const std::atomic_bool &cancelled) override;

    /// Grows whenever something new was read.
    quint64 revision() const override;
    /// Everything but the id. Running: no exit was logged and the newest data is less than five
    /// minutes old; failed: it ended with an error or stopped without saying so.
    Run description(const QDateTime &now) const override;
    /// "run-abc.wandb: 3 damaged records skipped", for each log that has some.
    QStringList warnings() const override;

    /// Errors: NotFound.
    Result<SeriesPtr> series(const QString &metric) const override;
    /// Images, sounds, films, texts and pages. Files that are not there, or lie outside of the
    /// run's `files`, are left out; the error tells it where no other is wanted.
    Result<QVector<MediaSample>> media(const QString &key, const SampleSteps &steps) const override;
    Result<QVector<HistogramSample>> histograms(const QString &key,
                                                const SampleSteps &steps) const override;
    QStringList tableKeys() const override;
    /// At most maxTableRows of each.
    Result<QVector<TableSample>> tables(const QString &key,
                                        const SampleSteps &steps) const override;
    /// From the log, else from files/output.log.
    ConsoleText console() const override;
    QVector<MetricDefinition> metricDefinitions() const override;

private:
    struct Log
    {
        QString name;
        WandbLogReader reader;
        qint64 sizeRead = -1;       ///< of the listing when it was last read
        int unreadable = 0;         ///< records with right checksums that cannot be parsed
        bool wasPassedOver = false; ///< could not be read the last time
    };
    /// A value in a log.
    struct Source
    {
        QString log;
        QString filesFolder;
        WandbData::SamplePlace where;
    };

    QString filesFolderOf(const QString &log) const;
    bool startsAs(const QVector<RunFile> &logs) const;
    void startOver();
    Result<void> readLogs(const QVector<RunFile> &logs, const std::atomic_bool &cancelled);
    Result<void> readLog(size_t index, qint64 size, const std::atomic_bool &cancelled);
    void readSideFiles(const QVector<RunFile> &files);
    RunState stateAt(const QDateTime &now) const;
    Result<std::vector<Source>> sources(WandbData::Kind kind,
                                        const QString &key,
                                        const SampleSteps &steps,
                                        const QString &what) const;

    const QString m_folder;
    mutable QMutex m_mutex;
    std::vector<Log> m_logs;
    WandbData m_data;
    WandbSideFiles m_side;
    size_t m_sideFilesSeen = 0;  ///< a hash of their listing
    QString m_filesFolder;       ///< of the last session
    QString m_directory;         ///< the name of the first run directory
    bool m_isOutOfOrder = false; ///< a log was read after later ones, which it would overrule
    quint64 m_revision = 0;
};

} // namespace plotleaf
