#include "core/panels/media_item.h"
#include "core/panels/name_choice.h"
#include "core/panels/panel_kind.h"
#include "core/panels/panel_messages.h"
#include "core/runs/run_label.h"

#include <QCoreApplication>

#include <algorithm>

namespace plotleaf {

namespace {

struct MediaText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::MediaPanel)
};

/// Media files that runs logged.
class MediaPanel final : public PanelKind
{
public:
    QString name() const override { return QStringLiteral("media"); }
    QString summary() const override
    {
        return MediaText::tr("Images, sounds, films, texts and pages that runs logged.");
    }

    PanelOptions options() const override
    {
        return {
            {QStringLiteral("key"), OptionKind::Names, QString(),
             MediaText::tr("Which of the runs' media are shown; all where nothing is said.")},
            {QStringLiteral("kind"), OptionKind::Choices,
             QLatin1Char('[') + mediaKindNames().join(QLatin1String(", ")) + QLatin1Char(']'),
             MediaText::tr("Which kinds of media are shown."), mediaKindNames()},
            {QStringLiteral("step"), OptionKind::Step, QStringLiteral("last"),
             MediaText::tr(
                 "The last step, all of them, or the nearest one at or before a number.")},
            {QStringLiteral("limit"), OptionKind::Whole, QStringLiteral("12"),
             MediaText::tr("How many are shown at most.")},
            {QStringLiteral("names"), OptionKind::Labels, QStringLiteral("{}"),
             MediaText::tr("Another name for a run.")},
        };
    }

    QVector<RunDataRequest> wants(const PanelSpec &spec, const QVector<Run> &runs) const override
    {
        return requestsFor(RunDataRequest::Kind::Media, keysOf(spec, runs).names, runs, &Run::media,
                           stepsOf(spec));
    }

    Figure build(const PanelInput &input,
                 const PanelPreparation *,
                 const PanelView &,
                 MediaPins &media) const override
    {
        const NameChoice keys = keysOf(input.spec, input.runs);
        if (keys.names.isEmpty()) {
            if (!keys.unmatched.isEmpty())
                return nothingCalledMessage(MediaText::tr("media"), keys.unmatched, keys.available);
            return Figure::message(
                QStringLiteral("info"), MediaText::tr("No media yet"),
                MediaText::tr("The runs have logged no images, sounds, films, texts or pages."));
        }
        const QVector<Sample> samples = samplesOf(input, keys.names);
        const auto limit = qsizetype(input.spec.value<double>(QStringLiteral("limit")));
        const Shelve shelve = [&media](const QString &type, const QByteArray &bytes) {
            return media.add(type, bytes);
        };
        QJsonArray items;
        for (const Sample &sample : samples.first(std::min(limit, samples.size())))
            items.append(mediaItem(*sample.sample, sample.run, shelve));
        Figure figure;
        figure.kind = Figure::Kind::Media;
        figure.content = {{QStringLiteral("items"), items}};
        figure.notes = choiceNotes(keys, input.runs, &Run::media);
        if (samples.size() > limit)
            figure.notes << MediaText::tr("Showing %1 of %2; “limit” shows more.")
                                .arg(limit)
                                .arg(samples.size());
        return figure;
    }

private:
    struct Sample
    {
        const MediaSample *sample;
        QString run;
    };

    static NameChoice keysOf(const PanelSpec &spec, const QVector<Run> &runs)
    {
        const NamePatterns asked = spec.names(QStringLiteral("key"));
        NameChoice choice = chooseNames(asked, runs, &Run::media);
        if (asked.isEmpty())
            choice.names = choice.available;
        return choice;
    }

    static QVector<Sample> samplesOf(const PanelInput &input, const QStringList &keys)
    {
        const auto &kinds = input.spec.value<QStringList>(QStringLiteral("kind"));
        const SampleSteps steps = stepsOf(input.spec);
        const auto &names = input.spec.value<QMap<QString, QString>>(QStringLiteral("names"));
        const QStringList labels = runLabels(input.runs);
        QVector<Sample> samples;
        for (const QString &key : keys) {
            for (qsizetype i = 0; i < input.runs.size(); ++i) {
                const Run &run = input.runs[i];
                const QVector<MediaSample> *all = input.data.media(run.id, key, steps);
                if (!all)
                    continue;
                const QString label =
                    names.value(run.name, names.value(run.id.toString(), labels[i]));
                for (const MediaSample *sample : atSteps(*all, steps)) {
                    if (kinds.contains(mediaKindName(sample->kind)))
                        samples.push_back({sample, label});
                }
            }
        }
        return samples;
    }

    static SampleSteps stepsOf(const PanelSpec &spec)
    {
        const auto &step = spec.value<QString>(QStringLiteral("step"));
        if (step == QLatin1String("all"))
            return {};
        return step == QLatin1String("last") ? SampleSteps::last()
                                             : SampleSteps::atOrBefore(step.toDouble());
    }

    /// Newest first. A source may have answered more than was asked for.
    static QVector<const MediaSample *> atSteps(const QVector<MediaSample> &all,
                                                const SampleSteps &steps)
    {
        QVector<const MediaSample *> samples;
        for (const MediaSample &sample : all) {
            if (steps.isAll() || sample.step <= steps.most())
                samples << &sample;
        }
        std::ranges::stable_sort(samples, [](const MediaSample *a, const MediaSample *b) {
            return a->step != b->step ? a->step > b->step : a->index < b->index;
        });
        if (steps.isAll() || samples.isEmpty())
            return samples;
        const double shown = samples.first()->step;
        samples.removeIf([shown](const MediaSample *sample) { return sample->step != shown; });
        return samples;
    }
};

} // namespace

std::unique_ptr<PanelKind> makeMediaPanel()
{
    return std::make_unique<MediaPanel>();
}

} // namespace plotleaf
