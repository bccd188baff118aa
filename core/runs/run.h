#pragma once

#include "core/base/id.h"

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <QVector>

namespace plotleaf {

enum class RunState { Running, Finished, Failed, Unknown };

/// One experiment, without its data.
struct Run
{
    RunId id; ///< unique within its source; of run folders: the path relative to the source's root
    QString name;    ///< what people read
    QString project; ///< path, "vision/resnet"; empty where the source knows none
    QString user;    ///< who started it; empty: not known
    QString group;   ///< as the source groups runs itself (W&B's group); empty: none
    QString jobType; ///< what kind of work it is (W&B's job type: "train"); empty: not said
    QString notes;   ///< what its people wrote about it; empty: nothing
    RunState state = RunState::Unknown;
    QDateTime created; ///< UTC; may be invalid
    QDateTime updated; ///< UTC, of the newest data
    QStringList tags;
    QVariantMap config;  ///< parameters (TensorBoard: hparams); nested names are joined with dots
    QVariantMap summary; ///< single values that the run reported, by name; nested as in `config`
    QStringList metrics; ///< names of its series, sorted
    QStringList media;   ///< keys of its samples (media files), sorted
    QStringList histograms; ///< keys, sorted
};

/// Html: a page or a part of one.
enum class MediaKind { Image, Audio, Text, Video, Html };

/// A media file at a step.
struct MediaSample
{
    QString key;
    MediaKind kind = MediaKind::Image;
    double step = 0;
    double wall = 0;  ///< seconds since 1970 UTC
    int index = 0;    ///< among the samples of one step
    QString mimeType; ///< "image/png", "audio/wav", "text/markdown"
    QByteArray bytes;
    QString caption;
};

/// A histogram at a step, as TensorBoard stores it.
struct HistogramSample
{
    double step = 0;
    double wall = 0;
    std::vector<double> limits; ///< right edge of each bucket, ascending
    std::vector<double> counts; ///< same length
    double min = 0;
    double max = 0;
};

} // namespace plotleaf
