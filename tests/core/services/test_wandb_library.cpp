#include "core/runs/natural_sort.h"
#include "support/test_clock.h"
#include "support/wandb_runs.h"

#include <QCryptographicHash>
#include <QDebug>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <limits>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

/// A number as expected.json has it.
double numberIn(const QJsonValue &value)
{
    if (value.isString())
        return value.toString() == u"NaN"_s        ? std::nan("")
               : value.toString() == u"Infinity"_s ? std::numeric_limits<double>::infinity()
                                                   : -std::numeric_limits<double>::infinity();
    return value.isBool() ? value.toBool() : value.toDouble();
}

bool same(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

/// Says where they differ; empty where they are the same.
QString difference(const QVariant &actual, const QJsonValue &expected)
{
    QString both = QDebug::toString(actual) + u" is not "_s + QDebug::toString(expected);
    if (expected.isArray()) {
        const QVariantList list = actual.toList();
        const QJsonArray array = expected.toArray();
        if (actual.typeId() != QMetaType::QVariantList || list.size() != array.size())
            return both;
        QString all;
        for (qsizetype i = 0; i < list.size(); ++i)
            all += difference(list[i], array[i]);
        return all;
    }
    if (actual.typeId() == QMetaType::Double || actual.typeId() == QMetaType::LongLong)
        return same(actual.toDouble(), numberIn(expected)) ? QString() : both;
    return actual == expected.toVariant() ? QString() : both;
}

QString difference(const QVariantMap &actual, const QJsonObject &expected)
{
    QString all;
    if (actual.keys() != expected.keys())
        all = QDebug::toString(actual.keys()) + u" are not "_s + QDebug::toString(expected.keys());
    for (auto it = expected.begin(); it != expected.end(); ++it)
        all += difference(actual.value(it.key()), it.value());
    return all;
}

/// Of the fixtures' files.
QString mimeTypeOf(MediaKind kind, const QString &key)
{
    switch (kind) {
    case MediaKind::Image:
        return key == u"moving"_s ? u"image/gif"_s : u"image/png"_s;
    case MediaKind::Audio:
        return u"audio/wav"_s;
    case MediaKind::Video:
        return u"video/webm"_s;
    case MediaKind::Html:
        return u"text/html"_s;
    case MediaKind::Text:
        break;
    }
    return u"text/plain"_s;
}

QStringList naturalKeys(const QJsonObject &object)
{
    QStringList keys = object.keys();
    naturalSort(keys);
    return keys;
}

} // namespace

/// Runs that W&B's own library has written and read: everything is the same here. How they were
/// made is in tests/data/wandb/make_fixtures.py.
class WandbLibraryTest : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatWandbReads_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("id");
        for (const QString &folder : {u"wandb-0.31"_s, u"wandb-0.16"_s, u"repo-2021"_s}) {
            for (const QString &id : expectedIn(folder).keys())
                QTest::addRow("%s %s", qPrintable(folder), qPrintable(id)) << folder << id;
        }
    }
    void readsWhatWandbReads()
    {
        QFETCH(const QString, folder);
        QFETCH(const QString, id);
        const QJsonObject expected = expectedIn(folder)[id].toObject();
        const auto run = readWandbRun(wandbFixture(folder), id, m_formats);
        QVERIFY(run);
        const Run about = run->description(m_clock.now());
        QCOMPARE(about.name, expected["name"_L1].toString());
        QCOMPARE(about.project, expected["project"_L1].toString());
        const QString user = expected["user"_L1].toString();
        QCOMPARE(about.user, folder == u"repo-2021"_s ? u"vanpelt"_s : user); // wandb-metadata.json
        QCOMPARE(about.group, expected["group"_L1].toString());
        QCOMPARE(about.jobType, expected["jobType"_L1].toString());
        QCOMPARE(about.notes, expected["notes"_L1].toString());
        QCOMPARE(QJsonArray::fromStringList(about.tags), expected["tags"_L1].toArray());
        QCOMPARE(about.state,
                 expected["state"_L1] == u"finished"_s ? RunState::Finished : RunState::Failed);
        QCOMPARE(about.created.toMSecsSinceEpoch(),
                 std::llround(expected["created"_L1].toDouble() * 1000));
        QCOMPARE(difference(about.config, expected["config"_L1].toObject()), QString());
        QCOMPARE(difference(about.summary, expected["summary"_L1].toObject()), QString());
        QCOMPARE(run->warnings(), QStringList());
        compareMetrics(*run, expected["metrics"_L1].toObject());
        compareMedia(*run, expected["media"_L1].toObject());
        compareHistograms(*run, expected["histograms"_L1].toObject());
        compareTables(*run, expected["tables"_L1].toObject());
        // What the same script wrote, where this wandb kept no output.log.
        const bool hasConsole = expected.contains("console"_L1);
        compareConsole(
            *run, (hasConsole ? expected : expectedIn(u"wandb-0.31"_s)[id].toObject())["console"_L1]
                      .toArray());
        compareDefinitions(*run, expected["definitions"_L1].toArray());
    }

private:
    static QJsonObject expectedIn(const QString &folder)
    {
        return QJsonDocument::fromJson(contentsOf(wandbFixture(folder + u"/expected.json"_s)))
            .object();
    }

    void compareMetrics(const FileRun &run, const QJsonObject &expected)
    {
        QCOMPARE(run.description(m_clock.now()).metrics, naturalKeys(expected));
        for (auto it = expected.begin(); it != expected.end(); ++it) {
            const auto series = run.series(it.key());
            QVERIFY(series);
            const QJsonArray points = it.value().toArray();
            QCOMPARE((*series)->size(), size_t(points.size()));
            for (qsizetype i = 0; i < points.size(); ++i) {
                const auto place = static_cast<size_t>(i);
                QCOMPARE((*series)->step[place], points[i][0].toDouble());
                QCOMPARE((*series)->wall[place], points[i][1].toDouble());
                QVERIFY2(same((*series)->value[place], numberIn(points[i][2])),
                         qPrintable(it.key()));
            }
        }
    }

    void compareMedia(const FileRun &run, const QJsonObject &expected)
    {
        QCOMPARE(run.description(m_clock.now()).media, naturalKeys(expected));
        for (auto it = expected.begin(); it != expected.end(); ++it) {
            const auto samples = run.media(it.key(), {});
            QVERIFY2(samples, qPrintable(it.key()));
            qsizetype next = 0;
            for (const QJsonValue step : it.value().toArray()) {
                for (const QJsonValue file : step[2].toArray()) {
                    QVERIFY(next < samples->size());
                    const MediaSample &sample = samples->at(next++);
                    QCOMPARE(sample.step, step[0].toDouble());
                    QCOMPARE(sample.wall, step[1].toDouble());
                    QCOMPARE(sample.caption, file["caption"_L1].toString());
                    const auto hash =
                        QCryptographicHash::hash(sample.bytes, QCryptographicHash::Sha256).toHex();
                    if (sample.kind == MediaKind::Text)
                        QCOMPARE(QString::fromUtf8(sample.bytes), file["text"_L1].toString());
                    else
                        QCOMPARE(QString::fromLatin1(hash), file["sha256"_L1].toString());
                    QCOMPARE(sample.mimeType, mimeTypeOf(sample.kind, it.key()));
                }
            }
            QCOMPARE(next, samples->size());
        }
    }

    void compareHistograms(const FileRun &run, const QJsonObject &expected)
    {
        QCOMPARE(run.description(m_clock.now()).histograms, naturalKeys(expected));
        for (auto it = expected.begin(); it != expected.end(); ++it) {
            const auto samples = run.histograms(it.key(), {});
            QVERIFY(samples);
            const QJsonArray steps = it.value().toArray();
            QCOMPARE(samples->size(), steps.size());
            for (qsizetype i = 0; i < steps.size(); ++i) {
                const HistogramSample &sample = samples->at(i);
                QCOMPARE(sample.step, steps[i][0].toDouble());
                QVariantList edges{sample.min};
                QVariantList counts;
                for (size_t bin = 0; bin < sample.limits.size(); ++bin) {
                    edges << sample.limits[bin];
                    counts << sample.counts[bin];
                }
                QCOMPARE(difference(edges, steps[i][2]["edges"_L1]), QString());
                QCOMPARE(difference(counts, steps[i][2]["counts"_L1]), QString());
            }
        }
    }

    void compareTables(const FileRun &run, const QJsonObject &expected)
    {
        QCOMPARE(run.tableKeys(), naturalKeys(expected));
        for (auto it = expected.begin(); it != expected.end(); ++it) {
            const auto samples = run.tables(it.key(), {});
            QVERIFY(samples);
            const QJsonArray steps = it.value().toArray();
            QCOMPARE(samples->size(), steps.size());
            for (qsizetype i = 0; i < steps.size(); ++i) {
                const TableSample &sample = samples->at(i);
                QCOMPARE(sample.step, steps[i][0].toDouble());
                QCOMPARE(QJsonArray::fromStringList(sample.columns),
                         steps[i][2]["columns"_L1].toArray());
                QVariantList rows;
                for (const QVariantList &row : sample.rows)
                    rows << QVariant(row);
                QCOMPARE(difference(rows, steps[i][2]["rows"_L1]), QString());
                QCOMPARE(sample.rowCount, rows.size());
            }
        }
    }

    static void compareConsole(const FileRun &run, const QJsonArray &expected)
    {
        QStringList lines;
        for (const ConsoleLine &line : run.console().lines)
            lines << line.text;
        QCOMPARE(QJsonArray::fromStringList(lines), expected);
    }

    static void compareDefinitions(const FileRun &run, const QJsonArray &expected)
    {
        using Goal = MetricDefinition::Goal;
        QJsonArray actual;
        for (const MetricDefinition &each : run.metricDefinitions()) {
            const QString goal = each.goal == Goal::None       ? u"none"_s
                                 : each.goal == Goal::Minimize ? u"minimize"_s
                                                               : u"maximize"_s;
            actual << QJsonObject{{u"name"_s, each.name},
                                  {u"isPattern"_s, each.isPattern},
                                  {u"stepMetric"_s, each.stepMetric},
                                  {u"hidden"_s, each.hidden},
                                  {u"goal"_s, goal}};
        }
        QCOMPARE(actual, expected);
    }

    const RunFormats m_formats;
    TestClock m_clock;
};

QTEST_GUILESS_MAIN(WandbLibraryTest)
#include "test_wandb_library.moc"
