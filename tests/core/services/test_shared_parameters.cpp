#include "core/services/folders/event_file_writer.h"
#include "core/services/folders/folder_source.h"

#include "support/test_clock.h"
#include "support/wait.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;
using plotleaf::test::await;

/// Parameters that were logged in another folder than the metrics they belong to.
class SharedParametersTest : public QObject
{
    Q_OBJECT

private slots:
    void aFolderGivesItsParametersToTheRunsBelow()
    {
        writeHparams(u"trial"_s, {{u"lr"_s, 0.1}, {u"arch"_s, u"mlp"_s}});
        writeLoss(u"trial/train"_s);
        writeLoss(u"trial/fold/1"_s);
        writeLoss(u"other/train"_s);
        const QMap<QString, QVariantMap> configs = read();
        // The folder of the trial itself holds no data and is no run.
        QCOMPARE(configs.keys(),
                 QStringList({u"other/train"_s, u"trial/fold/1"_s, u"trial/train"_s}));
        const QVariantMap trial{{u"lr"_s, 0.1}, {u"arch"_s, u"mlp"_s}};
        QCOMPARE(configs[u"trial/train"_s], trial);
        QCOMPARE(configs[u"trial/fold/1"_s], trial);
        QCOMPARE(configs[u"other/train"_s], QVariantMap());
    }

    void whatIsLoggedDeeperWins()
    {
        writeHparams(u"."_s, {{u"lr"_s, 0.1}, {u"seed"_s, 1.0}});
        writeHparams(u"a"_s, {{u"lr"_s, 0.2}});
        writeHparams(u"a/b"_s, {{u"depth"_s, 3.0}});
        writeLoss(u"a/b"_s);
        const QMap<QString, QVariantMap> configs = read();
        QCOMPARE(configs.keys(), QStringList{u"a/b"_s});
        QCOMPARE(configs[u"a/b"_s],
                 (QVariantMap{{u"lr"_s, 0.2}, {u"seed"_s, 1.0}, {u"depth"_s, 3.0}}));
    }

    void aFolderWithDataOfItsOwnStaysARun()
    {
        writeHparams(u"trial"_s, {{u"lr"_s, 0.1}});
        writeLoss(u"trial"_s);
        writeLoss(u"trial/train"_s);
        QCOMPARE(read().keys(), QStringList({u"trial"_s, u"trial/train"_s}));
    }

    void parametersWithoutRunsBelowAreARun()
    {
        writeHparams(u"trial"_s, {{u"lr"_s, 0.1}});
        QCOMPARE(read().keys(), QStringList{u"trial"_s});
    }

    void pyTorchsTimedFolderGivesThemToTheRunAbove()
    {
        writeLoss(u"exp"_s);
        writeHparams(u"exp/1690000000.25"_s, {{u"lr"_s, 0.3}});
        writeLoss(u"twice"_s);
        writeHparams(u"twice/1690000000.25"_s, {{u"lr"_s, 0.1}});
        writeHparams(u"twice/1690000001.5"_s, {{u"lr"_s, 0.2}});
        const QMap<QString, QVariantMap> configs = read();
        QCOMPARE(configs[u"exp"_s], (QVariantMap{{u"lr"_s, 0.3}}));
        // Which of two would be the run's nobody can tell.
        QCOMPARE(configs[u"twice"_s], QVariantMap());
    }

    void aFolderThatOnlyLooksLikeANumberGivesNothingUpwards()
    {
        writeLoss(u"exp"_s);
        writeHparams(u"exp/0.01"_s, {{u"lr"_s, 0.01}});
        QCOMPARE(read()[u"exp"_s], QVariantMap());
    }

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

private:
    std::unique_ptr<EventFileWriter> writer(const QString &run)
    {
        auto made = EventFileWriter::create(m_folder->filePath(run), m_clock);
        m_clock.advance(1000);
        if (!made)
            qFatal("no writer");
        return std::move(made).value();
    }

    void writeHparams(const QString &run, const QVariantMap &parameters)
    {
        QVERIFY(writer(run)->addHparams(parameters));
    }

    void writeLoss(const QString &run) { QVERIFY(writer(run)->addScalar(u"loss"_s, 0, 1.0)); }

    QMap<QString, QVariantMap> read()
    {
        FolderSource source(u"folder:x"_s, m_folder->path(), m_clock);
        const auto runs = await(source.runs());
        QMap<QString, QVariantMap> configs;
        if (runs) {
            for (const Run &run : *runs)
                configs.insert(run.id.toString(), run.config);
        }
        return configs;
    }

    test::TestClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(SharedParametersTest)
#include "test_shared_parameters.moc"
