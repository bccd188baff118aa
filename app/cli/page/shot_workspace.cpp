#include "app/cli/page/shot_workspace.h"

#include "app/cli/wait_for.h"
#include "core/base/clock.h"
#include "core/base/id_source.h"
#include "core/services/clearml/clearml_workspace.h"
#include "core/services/cloud/cloud_key.h"
#include "core/store/library.h"
#include "core/store/library_sync.h"

#include <QBuffer>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMutex>

#include <array>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

/// Stands still between one report and the next. Any thread.
class ShotClock final : public Clock
{
public:
    QDateTime now() const override
    {
        const QMutexLocker lock(&m_mutex);
        return m_now;
    }
    void set(const QDateTime &now)
    {
        const QMutexLocker lock(&m_mutex);
        m_now = now;
    }

private:
    mutable QMutex m_mutex;
    QDateTime m_now;
};

enum class ShotState { Draft, Published, Archived };

struct ShotReport
{
    const char *project;
    const char *name;
    const char *description;
    const char *tags; ///< with spaces between them
    const char *author;
    int hoursAgo;
    ShotState state;
    const char *text;
    const char *earlier = nullptr; ///< a version of the text before that; with it come pictures
};

/// Oldest first: the library keeps them in the order in which they came.
constexpr std::array shotReports = {
    ShotReport{"vision/resnet", "Mixed precision, first try",
               "Given up for bfloat16: underflow in the last block.", "optimizer", "Jonas Keller",
               24 * 70, ShotState::Archived, "# Half precision\n"},
    ShotReport{"speech", "Model card: keyword spotter",
               "What the model is for, what it was trained on, and where it must not be used.",
               "model-card", "Samuel Osei", 24 * 40, ShotState::Published, "# Keyword spotter\n"},
    ShotReport{"vision/segmentation", "Annotation quality, round 2",
               "Two radiologists, 200 slices, and how far they agree with each other.",
               "data medical", "Mei Tanaka", 24 * 16, ShotState::Published,
               "# Agreement\n\nKappa is 0.81."},
    ShotReport{"language/finetuning", "Catastrophic forgetting",
               "How much of the base model's arithmetic survives three epochs of customer mails.",
               "evaluation", "Ana Ruiz", 24 * 12, ShotState::Draft, "# Forgetting\n"},
    ShotReport{"language/tokenizers", "Byte fallback",
               "What happens to emoji, formulas and source code when a token is missing.",
               "tokenizer ablation", "Priya Nair", 24 * 9, ShotState::Draft, "# Bytes\n"},
    ShotReport{"vision/segmentation", "Dice or cross-entropy?",
               "Both losses on the same split. Dice wins on small objects and loses on thin "
               "ones.",
               "loss medical", "Mei Tanaka", 24 * 5, ShotState::Draft,
               "# Losses\n\nThe validation loss of both is not comparable; the metrics are."},
    ShotReport{"", "Weekly update 47", "What ran, what was learned, what is next.", "weekly",
               "Ana Ruiz", 24 * 4, ShotState::Draft,
               "# Week 47\n\nValidation loss down on all fronts."},
    ShotReport{"vision/resnet", "ResNet-50 baseline",
               "The reference that every other run is compared with: 76.4 % top-1 over three "
               "seeds.",
               "baseline imagenet", "Jonas Keller", 24 * 3, ShotState::Published,
               "# Baseline\n\nThree seeds, 90 epochs each.\n\n| seed | top-1 |\n|---:|---:|\n"
               "| 1 | 76.5 % |\n| 2 | 76.3 % |\n| 3 | 76.4 % |\n\n> [!NOTE]\n> The validation "
               "set was read once, at the end.\n"},
    ShotReport{"language/finetuning", "LoRA rank: 8 is enough",
               "Ranks from 2 to 64 on four tasks. Above 8 nothing changes but the bill.",
               "ablation lora", "Priya Nair", 24 * 2, ShotState::Published,
               "# Rank\n\nThe validation loss is flat from rank 8 on."},
    ShotReport{"speech", "Noise robustness of the small model",
               "Word error rate in a kitchen, a car and a train, with and without augmentation.",
               "augmentation evaluation", "Samuel Osei", 24 * 1, ShotState::Draft,
               "# Noise\n\nThe train is worst."},
    ShotReport{"language/tokenizers", "Vocabulary of 32k or 64k",
               "Fewer tokens per page against a larger embedding. German and Finnish gain most.",
               "tokenizer", "Jonas Keller", 7, ShotState::Draft,
               "# Vocabulary\n\nTokens per page fall by 11 %."},
    ShotReport{"vision/resnet", "Warm-up for large batches",
               "Why the loss spikes in the first 500 steps with batches of 4,096, and what five "
               "epochs of warm-up do about it.",
               "optimizer imagenet", "Ana Ruiz", 2, ShotState::Draft,
               "# Warm-up\n\nWithout warm-up the validation loss diverges in 3 of 8 runs.\n\n"
               "* batches of 4,096 on 8 GPUs\n* peak learning rate "
               "0.4\n\n![Schedule](asset:schedule.png)\n",
               "# Warm-up\n\nWithout warm-up the loss spikes.\n\n* batches of 4,096 on 8 GPUs\n"},
};

/// One that the text shows and one that it does not.
Result<void> addPictures(Library &library, const ReportId &report)
{
    for (const QString &name : {u"schedule.png"_s, u"old-schedule.png"_s}) {
        QImage picture(640, 360, QImage::Format_RGB32);
        picture.fill(0U);
        QBuffer bytes;
        if (!bytes.open(QIODevice::WriteOnly) || !picture.save(&bytes, "PNG"))
            return Error{ErrorCode::Io, {}, name};
        if (const auto added = waitFor(library.addAsset(report, name, bytes.data())); !added)
            return added.error();
    }
    return {};
}

Result<void> add(Library &library, const ShotReport &shot)
{
    if (const auto set = waitFor(library.setSetting(u"author"_s, QString::fromUtf8(shot.author)));
        !set)
        return set.error();
    NewReport report;
    report.project = QString::fromUtf8(shot.project);
    report.name = QString::fromUtf8(shot.name);
    report.description = QString::fromUtf8(shot.description);
    report.tags = QString::fromUtf8(shot.tags).split(u' ');
    const QString text = QString::fromUtf8(shot.text);
    report.text = shot.earlier ? QString::fromUtf8(shot.earlier) : text;
    const Result<ReportId> id = waitFor(library.create(report));
    if (!id)
        return id.error();
    if (shot.earlier) {
        if (const auto saved = waitFor(library.save(*id, text)); !saved)
            return saved.error();
        if (const auto added = addPictures(library, *id); !added)
            return added.error();
    }
    if (shot.state == ShotState::Published)
        return waitFor(library.publish(*id));
    if (shot.state == ShotState::Archived)
        return waitFor(library.setArchived(*id, true));
    return {};
}

/// Keys without their secrets, for a list of them.
Result<void> addCloudKeys(Library &library)
{
    const CloudPlace bucket{CloudProvider::Amazon, {}, u"vision-samples"_s};
    const CloudPlace own{CloudProvider::OtherS3, u"minio.lab.example.org:9000"_s, {}};
    const CloudPlace account{CloudProvider::Azure, u"speechlab.blob.core.windows.net"_s,
                             u"samples"_s};
    QJsonArray keys;
    for (const CloudKey &key :
         {CloudKey{bucket, {}, u"AKIAEXAMPLEREADER"_s, false},
          CloudKey{own, {}, u"plotleaf-reader"_s, false}, CloudKey{account, {}, {}, false}})
        keys.append(cloudKeyJson(key));
    const QByteArray text = QJsonDocument(keys).toJson(QJsonDocument::Compact);
    return waitFor(library.setSetting(u"cloud.keys"_s, QString::fromUtf8(text)));
}

} // namespace

Result<void> makeShotWorkspace(const QString &folder)
{
    ShotClock clock;
    RandomIdSource ids;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    clock.set(now);
    const auto library = Library::open(folder, clock, ids);
    if (!library)
        return library.error();
    for (const ShotReport &shot : shotReports) {
        clock.set(now.addSecs(-3600LL * shot.hoursAgo - 60));
        if (const Result<void> added = add(**library, shot); !added)
            return added.error();
    }
    if (const auto kept = addCloudKeys(**library); !kept)
        return kept.error();
    return waitFor((*library)->setSetting(u"author"_s, u"Ana Ruiz"_s));
}

namespace {

/// A report that the server refuses, and one whose text has not been read.
Result<void> addOtherStates(Library &library, const QString &workspace, RemoteReport report)
{
    LibrarySync sync(library);
    report.card.id = RemoteId(u"refused"_s);
    report.card.fields.name = u"Tokeniser comparison"_s;
    const auto taken = waitFor(sync.takeReports(workspace, {report}));
    if (!taken)
        return taken.error();
    for (const ReportId &id : taken->changed) {
        if (const auto saved = waitFor(library.save(id, report.text + u"\nMine.\n"_s)); !saved)
            return saved.error();
        const auto refused =
            waitFor(sync.refused(id, u"The server lets you read this report, not change it."_s));
        if (!refused)
            return refused.error();
    }
    report.card.id = RemoteId(u"unread"_s);
    report.card.fields.name = unreadShotReport();
    const auto carded = waitFor(sync.takeCards(workspace, {report.card}));
    return carded ? Result<void>() : carded.error();
}

} // namespace

Result<void> addShotServer(const QString &folder)
{
    SystemClock clock;
    RandomIdSource ids;
    const auto library = Library::open(folder, clock, ids);
    if (!library)
        return library.error();
    LibrarySync sync(**library);
    // Nothing listens on the port "discard" of this computer.
    const QUrl nowhere(u"http://127.0.0.1:9"_s);
    const Workspace workspace =
        clearmlWorkspace(u"prod"_s, {{nowhere, nowhere, nowhere}, u"KEY"_s, {}, {}});
    if (const auto added = waitFor(sync.addWorkspace(workspace)); !added)
        return added.error();
    RemoteReport report;
    report.card.id = RemoteId(u"shot"_s);
    report.card.fields.name = mergedShotReport();
    report.card.fields.project = u"vision"_s;
    report.card.author = u"Mei Tanaka"_s;
    report.card.changedBy = u"Mei Tanaka"_s;
    report.card.created = report.card.updated = report.card.changed = clock.now().addSecs(-3600);
    report.text =
        u"# Data loader\n\nDecoding takes 40 % of a step.\n\nMore workers help.\n\n"
        "<iframe src=\"http://127.0.0.1:9/widgets/?type=scalar&metrics=loss&variants=validation"
        "&objects=5f1e9a&objects=7c20bd\" name=\"a\" width=\"100%\" height=\"400\"></iframe>\n"_s;
    const auto taken = waitFor(sync.takeReports(workspace.id, {report}));
    if (!taken)
        return taken.error();
    QString mine = report.text;
    mine.replace(u"40 %"_s, u"38 %, measured over an epoch,"_s);
    for (const ReportId &id : taken->changed) {
        if (const auto saved = waitFor((*library)->save(id, mine)); !saved)
            return saved.error();
    }
    report.text.replace(u"40 %"_s, u"46 % on the new machines and 40 %"_s);
    report.card.changed = clock.now();
    if (const auto merged = waitFor(sync.takeReports(workspace.id, {report})); !merged)
        return merged.error();
    return addOtherStates(**library, workspace.id, report);
}

QString draftShotReport()
{
    return u"Warm-up for large batches"_s;
}

QString mergedShotReport()
{
    return u"Data loader: where the time goes"_s;
}

QString unreadShotReport()
{
    return u"Ablation of the augmentations"_s;
}

QString publishedShotReport()
{
    return u"ResNet-50 baseline"_s;
}

} // namespace plotleaf
