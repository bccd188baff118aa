#pragma once

#include "core/services/folders/event_file_reader.h"
#include "core/services/folders/file_run.h"
#include "core/services/folders/tensorboard_data.h"

#include <QMutex>

#include <atomic>

namespace plotleaf {

/// One folder of event files, read in the order of their names and as far as they are written.
/// Media and histograms are read from the files when asked for. Thread-safe; calls block on the
/// disk, so they are not for the GUI thread.
class TensorboardRun final : public FileRun
{
public:
    explicit TensorboardRun(QString folder) : m_folder(std::move(folder)) {}

    /// Reads what `files`, a listing of the folder, hold beyond what is known. When a known file is
    /// gone, has become shorter or another one, or an older one has turned up, everything is read
    /// anew; a listing that is older than what is known counts as none of these. A file that cannot
    /// be read is passed over; the error is that of the first.
    Result<void> update(const QVector<RunFile> &files, const std::atomic_bool &cancelled) override;
    /// The same after listing the folder.
    Result<void> update(const std::atomic_bool &cancelled);

    /// Grows whenever something new was read.
    quint64 revision() const override;
    /// Everything but id and name. Running: the newest data is less than five minutes old and no
    /// clean end was logged.
    Run description(const QDateTime &now) const override;
    /// "events.out.tfevents.1: 3 damaged records skipped", for each file that has some.
    QStringList warnings() const override;

    /// Errors: NotFound.
    Result<SeriesPtr> series(const QString &metric) const override;
    Result<QVector<MediaSample>> media(const QString &key,
                                       const SampleSteps &steps = {}) const override;
    Result<QVector<HistogramSample>> histograms(const QString &key,
                                                const SampleSteps &steps = {}) const override;

private:
    struct File
    {
        EventFileReader reader;
        qint64 sizeRead = -1;       ///< of the listing when it was last read
        int unreadable = 0;         ///< records with right checksums that are no events
        bool wasPassedOver = false; ///< could not be read the last time
    };
    struct Source
    {
        QString path;
        TensorboardData::SamplePlace where;
    };

    Result<void> readFiles(const QVector<RunFile> &files, const std::atomic_bool &cancelled);
    bool startsAs(const QVector<RunFile> &files) const;
    void startOver();
    Result<void> readFile(size_t index, qint64 size, const std::atomic_bool &cancelled);
    Result<std::vector<Source>> sources(const QString &key,
                                        const SampleSteps &steps,
                                        std::initializer_list<TensorboardData::Kind> kinds,
                                        const QString &what) const;

    const QString m_folder;
    mutable QMutex m_mutex;
    std::vector<File> m_files;
    TensorboardData m_data;
    bool m_isOutOfOrder = false; ///< a file was read after later ones, which it would overrule
    quint64 m_revision = 0;
};

} // namespace plotleaf
