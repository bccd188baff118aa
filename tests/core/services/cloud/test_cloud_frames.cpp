#include "core/secrets/memory_secret_store.h"
#include "core/services/clearml/clearml_source_maker.h"
#include "core/services/cloud/cloud_keys.h"
#include "fakes/clearml/captured_world.h"
#include "fakes/cloud/fake_bucket.h"
#include "fakes/fake_run_cache.h"
#include "support/clearml_fixture.h"
#include "support/library_fixture.h"
#include "support/panel_fixture.h"

#include <QJsonDocument>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

const QString task = u"f304f40dab074373a820433938a9911c"_s;

/// A report with the frame of a sample that is in a bucket, and the keys that a person gave.
struct FrameFixture : ClearmlFixture
{
    LibraryFixture library;
    FakeBucket store{clock};
    FakeRunCache cache;
    std::shared_ptr<MemorySecretStore> secrets = std::make_shared<MemorySecretStore>();
    std::shared_ptr<CloudKeys> keys =
        std::make_shared<CloudKeys>(*library.library, secrets, std::make_shared<SystemClock>());
    RunSources sources;
    std::unique_ptr<PanelFeeds> feeds;
    std::unique_ptr<PanelFeed> feed; ///< keeps the file that it shows

    FrameFixture()
    {
        fillCapturedWorld(server.world);
        store.files["a.wav"] = "bytes of a sound";
        for (QJsonObject &event : server.world.samples[task])
            event["url"_L1] = store.address(u"a.wav"_s);
        client->setCloudFiles(std::make_shared<CloudFiles>(
            keys, std::shared_ptr<const Clock>(std::shared_ptr<const Clock>(), &clock)));
        sources.addMaker(clearmlSourceMaker({{u"prod"_s, client}}));
        feeds = std::make_unique<PanelFeeds>(sources, clock, QString());
        feeds->setCache(&cache);
    }
    void giveKey()
    {
        const CloudPlace place{CloudProvider::OtherS3, store.server(), {}};
        if (!awaitTask(keys->keep({{place, {}, store.accessKey, true}, {store.secretKey, {}}})))
            qFatal("the key is not kept");
    }
    Figure settled()
    {
        const QString address = server.http.url().toString() +
                                u"/widgets/?type=sample&metrics=audio&variants=clip&objects="_s +
                                task;
        feeds->setDocument(panelDocument({{u"iframe"_s, address}}));
        feed = feeds->open(u"0"_s);
        return PanelFixture::settled(*feed);
    }
};

} // namespace

/// From the address in a task to the sample in a report's frame.
class TestCloudFrames : public QObject
{
    Q_OBJECT

private slots:
    void aFrameShowsTheSampleOnceThereIsAKey()
    {
        FrameFixture f;
        const Figure before = f.settled();
        QCOMPARE(before.kind, Figure::Kind::Message);
        const QString words = before.content["text"_L1].toString();
        QVERIFY2(words.contains(f.store.server() + u"/bucket"_s), qPrintable(words));
        QVERIFY(words.contains(u"Settings > Cloud storage"_s));
        f.giveKey();
        const Figure after = f.settled();
        QCOMPARE(after.kind, Figure::Kind::Media);
        const QString source = after.content["items"_L1][0]["src"_L1].toString();
        QCOMPARE(f.feeds->mediaBytes(QUrl(source).path())->bytes, "bytes of a sound"_ba);
    }

    void nothingSecretGoesToThePageOrIntoTheCache()
    {
        FrameFixture f;
        f.giveKey();
        const Figure figure = f.settled();
        QCOMPARE(figure.kind, Figure::Kind::Media);
        QByteArray seen = QJsonDocument(figure.toJson()).toJson();
        QVERIFY(!f.cache.entries.isEmpty());
        for (auto row = f.cache.entries.cbegin(); row != f.cache.entries.cend(); ++row)
            seen += row.key().first.toUtf8() + row.key().second.toUtf8() + row->bytes;
        QVERIFY(seen.contains("bytes of a sound")); // or one would not see the others
        for (const QByteArray &secret :
             {f.store.secretKey.toUtf8(), f.store.accessKey.toUtf8(), "X-Amz"_ba})
            QVERIFY2(!seen.contains(secret), secret.constData());
    }
};

QTEST_GUILESS_MAIN(TestCloudFrames)
#include "test_cloud_frames.moc"
