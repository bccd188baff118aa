#pragma once

#include "core/runs/run_source.h"

#include <QStringList>
#include <QVariantMap>

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace plotleaf::tensorboard {
class Event;
class HparamsContent;
class Metadata;
class Summary_Value;
} // namespace plotleaf::tensorboard

namespace plotleaf {

/// What the event files of one run hold, gathered event by event. Scalars are kept; of media and
/// histograms only where they lie, because their bytes can be many times the memory of the machine.
///
/// Restarts are read as TensorBoard reads them: a value at step s drops the values of its tag from
/// step s on (tensorboard/data/server/reservoir.rs, "preemption"), and a session that says it
/// starts at step s drops those of every tag (plugin_event_accumulator.py,
/// `_CheckForRestartAndMaybePurge`). So steps strictly increase.
///
/// Not thread-safe.
class TensorboardData
{
public:
    enum class Kind { Scalar, Image, Audio, Text, Histogram, Other };
    /// How the run says that it ended, if it does.
    enum class End { None, Success, Failure };

    /// A record in a file of the run.
    struct Place
    {
        size_t file = 0;
        qint64 offset = 0;
        qint64 size = 0;
    };
    /// A value of a record.
    struct SamplePlace
    {
        double step = 0;
        double wall = 0;
        Place place;
        int value = 0;
    };

    void add(const tensorboard::Event &event, const Place &place);

    /// Tags of these kinds, in natural order.
    QStringList tags(std::initializer_list<Kind> kinds) const;
    std::optional<Kind> kindOf(const QString &tag) const;
    /// Null when the tag is not a scalar.
    SeriesPtr series(const QString &tag) const;
    std::vector<SamplePlace> samples(const QString &tag) const;

    const QVariantMap &config() const { return m_config; }
    End end() const { return m_end; }
    /// Seconds since 1970 UTC, of the first and the newest event; nothing when there was none.
    std::optional<double> firstWall() const { return m_firstWall; }
    std::optional<double> lastWall() const { return m_lastWall; }

private:
    struct Tag
    {
        Kind kind = Kind::Other;
        Series points;
        std::vector<SamplePlace> samples;
        mutable SeriesPtr handedOut; ///< a copy of the points, until they change
    };

    static Kind kindOf(const tensorboard::Summary_Value &value);
    static void dropFrom(Tag &tag, double step);
    void addValue(const tensorboard::Summary_Value &value, const SamplePlace &where);
    void addHparams(const tensorboard::Metadata &metadata);

    std::unordered_map<std::string, Tag> m_tags;
    QVariantMap m_config;
    End m_end = End::None;
    std::optional<double> m_firstWall;
    std::optional<double> m_lastWall;
};

} // namespace plotleaf
