#include "core/services/clearml/clearml_sample_file.h"
#include "core/services/cloud/cloud_environment.h"
#include "fakes/cloud/fake_bucket.h"
#include "support/clearml_fixture.h"
#include "support/tls_server.h"

#include <QCryptographicHash>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

/// One key, for whatever it fits.
class OneKey final : public CloudKeyring
{
public:
    CloudCredential credential;

    QCoro::Task<Result<CloudCredential>> keyFor(CloudPlace bucket) override
    {
        const bool fits = cloudKeyFits(credential.key.place, bucket) > 0;
        co_return fits ? Result<CloudCredential>(credential) : noCloudKey(bucket);
    }
};

QStringList &messagesSoFar()
{
    static QStringList messages;
    return messages;
}

void keepMessage(QtMsgType /*type*/, const QMessageLogContext & /*context*/, const QString &text)
{
    messagesSoFar() << text;
}

struct CloudFixture : ClearmlFixture
{
    FakeBucket store{clock};
    std::shared_ptr<OneKey> keys = std::make_shared<OneKey>();

    CloudFixture()
    {
        keys->credential = {
            {{CloudProvider::OtherS3, store.server(), {}}, {}, store.accessKey, true},
            {store.secretKey, {}}};
        store.files["a/img 1+ü%23.png"] = "picture";
        client->setCloudFiles(std::make_shared<CloudFiles>(
            keys, std::shared_ptr<const Clock>(std::shared_ptr<const Clock>(), &clock)));
    }

    Result<MediaSample> sample(const QString &address)
    {
        RunSample wanted;
        wanted.name = {u"samples"_s, u"img"_s};
        wanted.iteration = 3;
        wanted.address = address;
        return run(askClearmlSampleFile(client, wanted));
    }
    Error problem(const QString &key = u"a/img 1+ü%23.png"_s)
    {
        const Result<MediaSample> file = sample(store.address(key));
        return file ? Error{ErrorCode::Cancelled, u"there was no error"_s, {}} : file.error();
    }
    /// Whether anything that was said has the secret or the signature in it.
    bool isSecretIn(const Error &error) const
    {
        QStringList secrets = {keys->credential.secret.secret, keys->credential.key.id,
                               u"X-Amz-Signature"_s};
        if (!keys->credential.secret.session.isEmpty())
            secrets << keys->credential.secret.session;
        return std::ranges::any_of(secrets, [&error](const QString &secret) {
            return error.message.contains(secret) || error.detail.contains(secret) ||
                   messagesSoFar().join(u'\n').contains(secret);
        });
    }
};

} // namespace

/// Samples of tasks that are in a store of the S3 kind, over HTTP.
class TestCloudFiles : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        messagesSoFar().clear();
        m_handler = qInstallMessageHandler(keepMessage);
    }
    void cleanup() { qInstallMessageHandler(m_handler); }

    void samplesComeFromTheStore()
    {
        CloudFixture f;
        const Result<MediaSample> file = f.sample(f.store.address(u"a/img 1+ü%23.png"_s));
        QVERIFY2(file, qPrintable(file ? QString() : file.error().message));
        QCOMPARE(file->bytes, "picture"_ba);
        QCOMPARE(file->kind, MediaKind::Image);
        QCOMPARE(file->mimeType, u"image/png"_s);
        QCOMPARE(file->step, 3.0);
        // The server itself has nothing to do with it.
        QVERIFY(f.server.http.arrivals.isEmpty());
    }

    void sessionTokensTravelAlong()
    {
        CloudFixture f;
        f.store.session = f.keys->credential.secret.session = u"tok/en+=="_s;
        QVERIFY(f.sample(f.store.address(u"a/img 1+ü%23.png"_s)));
        f.store.session = u"another"_s;
        const Error ended = f.problem();
        QCOMPARE(ended.code, ErrorCode::NotAllowed);
        QVERIFY2(ended.message.contains(u"session token"_s), qPrintable(ended.message));
        QVERIFY(!f.isSecretIn(ended));
        f.keys->credential.secret.session.clear();
        const Error missing = f.problem();
        QCOMPARE(missing.code, ErrorCode::NotAllowed);
        QVERIFY2(!missing.message.contains(u"session token"_s), qPrintable(missing.message));
    }

    /// Stores say of a wrong clock what they say of a wrong key.
    void aWrongClockIsNotTheKeysFault_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<QString>("words");
        const QString key = u"does not let the key"_s;
        QTest::newRow("fast") << 403 << "Sat, 21 Nov 2026 08:49:00 GMT"_ba
                              << u"about 11 minute(s) fast"_s;
        QTest::newRow("slow") << 401 << "Sat, 21 Nov 2026 11:00:30 GMT"_ba
                              << u"about 120 minute(s) slow"_s;
        QTest::newRow("right") << 403 << "Sat, 21 Nov 2026 09:04:00 GMT"_ba << key;
        QTest::newRow("no time") << 403 << "soon"_ba << key;
        QTest::newRow("other troubles") << 500 << "Sat, 21 Nov 2026 08:49:00 GMT"_ba << u"500"_s;
    }

    void aWrongClockIsNotTheKeysFault()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, date);
        QFETCH(QString, words);
        CloudFixture f;
        const QByteArray body = "<Error><Code>AccessDenied</Code></Error>";
        f.store.http.add(
            {FakeFault::Kind::Refuse, {}, {status, "application/xml", body, {{"Date", date}}}});
        const Error error = f.problem();
        QVERIFY2(error.message.contains(words), qPrintable(error.message));
        QCOMPARE(error.message.contains(u"clock"_s), words.startsWith(u"about"_s));
    }

    /// What a person accepted for the ClearML server says nothing about a store.
    void certificatesOfTheServerAreNotBelievedOfStores()
    {
        CloudFixture f;
        FakeBucket store(f.clock, tlsServer());
        store.files["x.png"] = "picture";
        f.keys->credential.key.place.server = store.server();
        f.keys->credential.key.isPlain = false;
        const auto read = [&f, &store](const HttpTransport &transport) {
            HttpSession session(transport);
            const auto files = std::make_shared<CloudFiles>(
                f.keys, std::shared_ptr<const Clock>(std::shared_ptr<const Clock>(), &f.clock));
            return awaitTask(
                files->read(session, *readCloudAddress(store.address(u"x.png"_s)), 1000));
        };
        HttpTransport transport;
        transport.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
        transport.acceptedCertificate =
            testCertificate(u"server.pem"_s).digest(QCryptographicHash::Sha256);
        const auto refused = read(transport);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::NotTrusted);
        QVERIFY(store.http.arrivals.isEmpty());
        transport.authorities = {testCertificate(u"authority.pem"_s)};
        QVERIFY(read(transport));
    }

    void anotherRegionIsAskedOnce()
    {
        CloudFixture f;
        f.store.region = u"eu-central-1"_s;
        const QByteArray path = "/bucket/a/img%201%2B%C3%BC%2523.png";
        QVERIFY(f.sample(f.store.address(u"a/img 1+ü%23.png"_s)));
        QCOMPARE(f.store.http.arrivals[path], 2);
        // It is known from then on.
        QVERIFY(f.sample(f.store.address(u"a/img 1+ü%23.png"_s)));
        QCOMPARE(f.store.http.arrivals[path], 3);
    }

    void aStoreThatSendsInCirclesIsLeft()
    {
        CloudFixture f;
        for (const char *region : {"eu-north-1", "eu-south-1"})
            f.store.http.add({FakeFault::Kind::Refuse,
                              {},
                              {301, "text/plain", {}, {{"x-amz-bucket-region", region}}}});
        const Error error = f.problem();
        QCOMPARE(f.store.http.faultsLeft(), 0);
        QCOMPARE(error.code, ErrorCode::NotAllowed);
        QVERIFY2(error.message.contains(u"eu-south-1"_s), qPrintable(error.message));
    }

    /// It was asked there already, so the key's region is not what is wrong.
    void theRegionThatWasAskedIsNotAdvised()
    {
        CloudFixture f;
        for (int time = 0; time < 2; ++time)
            f.store.http.add({FakeFault::Kind::Refuse,
                              {},
                              {301, "text/plain", {}, {{"x-amz-bucket-region", "eu-north-1"}}}});
        const Error error = f.problem();
        QCOMPARE(f.store.http.faultsLeft(), 0);
        QVERIFY2(error.message.contains(u"(301)"_s), qPrintable(error.message));
    }

    /// It would become a part of the host that is asked next.
    void aRegionThatIsNoneIsNotAsked()
    {
        CloudFixture f;
        f.store.http.add({FakeFault::Kind::Refuse,
                          {},
                          {301, "text/plain", {}, {{"x-amz-bucket-region", "evil.org/"}}}});
        const Error error = f.problem();
        QVERIFY2(error.message.contains(u"301"_s), qPrintable(error.message));
        QVERIFY(!error.message.contains(u"evil"_s));
    }

    void missingKeysAreNamed()
    {
        CloudFixture f;
        f.keys->credential.key.place.server = u"elsewhere:9000"_s;
        const Error missing = f.problem();
        QCOMPARE(missing.code, ErrorCode::NotAllowed);
        QVERIFY2(missing.message.contains(f.store.server() + u"/bucket"_s),
                 qPrintable(missing.message));
        QVERIFY(missing.message.contains(u"Settings > Cloud storage"_s));
        QVERIFY(f.store.http.arrivals.isEmpty());
        f.client->setCloudFiles(nullptr);
        QCOMPARE(f.problem().message, missing.message);
    }

    void refusalsAreSaidInWords_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<ErrorCode>("error");
        QTest::addColumn<QString>("words");
        const auto row = [](int status, const char *code, ErrorCode error, const QString &words) {
            QTest::newRow(code) << status << QByteArray(code) << error << words;
        };
        row(403, "InvalidAccessKeyId", ErrorCode::NotAllowed, u"does not know the key …OKEY"_s);
        row(403, "SignatureDoesNotMatch", ErrorCode::NotAllowed,
            u"does not accept the secret of the key …OKEY"_s);
        row(403, "AccessDenied", ErrorCode::NotAllowed, u"does not let the key …OKEY read"_s);
        row(403, "RequestTimeTooSkewed", ErrorCode::NotAllowed, u"clock of this computer"_s);
        row(400, "ExpiredToken", ErrorCode::NotAllowed, u"does not accept the key …OKEY."_s);
        row(404, "NoSuchKey", ErrorCode::NotFound, u"The file is not in"_s);
        row(404, "NoSuchBucket", ErrorCode::NotFound, u"There is no bucket"_s);
        row(503, "SlowDown", ErrorCode::Network, u"503 SlowDown"_s);
        row(500, "<b>no code</b>", ErrorCode::Network, u"(500)"_s);
    }

    void refusalsAreSaidInWords()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        QFETCH(QString, words);
        CloudFixture f;
        f.store.http.add({FakeFault::Kind::Refuse,
                          {},
                          {status, "application/xml",
                           "<Error><Code>" + code +
                               "</Code><Message>SECRET?</Message><HostId>x</HostId></Error>"}});
        const Error error = f.problem();
        QTEST(error.code, "error");
        QVERIFY2(error.message.contains(words), qPrintable(error.message));
        QVERIFY(error.message.contains(f.store.server()));
        QVERIFY(!error.message.contains(u"SECRET"_s));
        QVERIFY(!f.isSecretIn(error));
    }

    /// What the store itself finds wrong.
    void wrongKeysAreRefused()
    {
        CloudFixture f;
        f.keys->credential.secret.secret = u"wr0ng"_s;
        QVERIFY(f.problem().message.contains(u"secret of the key"_s));
        f.keys->credential.key.id = u"NOBODY"_s;
        QVERIFY(f.problem().message.contains(u"does not know the key …BODY"_s));
        QCOMPARE(f.problem(u"gone.png"_s).code, ErrorCode::NotAllowed);
    }

    void filesThatAreGone()
    {
        CloudFixture f;
        QCOMPARE(f.problem(u"gone.png"_s).code, ErrorCode::NotFound);
        f.store.bucket = u"renamed"_s;
        const QString old = u"s3://"_s + f.store.server() + u"/bucket/x.png"_s;
        QVERIFY(f.sample(old).error().message.contains(u"no bucket"_s));
    }

    void whatFailsOnTheWayKeepsTheSignatureToItself()
    {
        CloudFixture f;
        f.store.http.add({FakeFault::Kind::CutAnswer, {}});
        const Error cut = f.problem();
        QCOMPARE(cut.code, ErrorCode::Network);
        QVERIFY(!f.isSecretIn(cut));
        f.store.http.setReachable(false);
        const Error away = f.problem();
        QCOMPARE(away.code, ErrorCode::Network);
        QVERIFY(!f.isSecretIn(away));
    }

    /// Nothing is sent in the clear before the person has said so.
    void httpsUnlessToldOtherwise()
    {
        CloudFixture f;
        f.keys->credential.key.isPlain = false;
        const Error error = f.problem();
        QVERIFY(f.store.http.arrivals.isEmpty());
        QVERIFY2(error.message.contains(u"speaks http only"_s), qPrintable(error.message));
        QVERIFY(!f.isSecretIn(error));
    }

    void hostileAddressesAreNotAsked()
    {
        CloudFixture f;
        QCOMPARE(f.problem(u"../other/x.png"_s).code, ErrorCode::InvalidInput);
        QVERIFY(f.store.http.arrivals.isEmpty());
    }

    void redirectionsAreNotFollowed()
    {
        CloudFixture f;
        FakeHttp stranger([](const FakeRequest &) { return FakeAnswer{200, "image/png", "x"}; });
        f.store.http.add(
            {FakeFault::Kind::Refuse,
             {},
             {307, "text/plain", {}, {{"Location", stranger.url().toEncoded() + "/x"}}}});
        QCOMPARE(f.problem().code, ErrorCode::Network);
        QVERIFY(stranger.arrivals.isEmpty());
    }

    void signaturesHoldForMinutes()
    {
        CloudFixture f;
        QVERIFY(f.sample(f.store.address(u"a/img 1+ü%23.png"_s)));
        const QByteArray query = f.store.http.lastQuery.values().first();
        QVERIFY2(query.contains("X-Amz-Expires=300&"), query.constData());
        QVERIFY2(query.contains("X-Amz-Date=20261121T090000Z"), query.constData());
    }

    void theEnvironmentNamesItsOwnStoreOnly()
    {
        CloudFixture f;
        QProcessEnvironment environment;
        environment.insert(u"AWS_ACCESS_KEY_ID"_s, f.store.accessKey);
        environment.insert(u"AWS_SECRET_ACCESS_KEY"_s, f.store.secretKey);
        environment.insert(u"AWS_DEFAULT_REGION"_s, u"us-east-1"_s);
        const auto use = [&f, &environment] {
            f.client->setCloudFiles(std::make_shared<CloudFiles>(
                std::make_shared<EnvironmentKeyring>(environment),
                std::shared_ptr<const Clock>(std::shared_ptr<const Clock>(), &f.clock)));
        };
        use();
        QCOMPARE(f.problem().code, ErrorCode::NotAllowed);
        QVERIFY(f.store.http.arrivals.isEmpty());
        environment.insert(u"AWS_ENDPOINT_URL_S3"_s, f.store.http.url().toString());
        use();
        QVERIFY(f.sample(f.store.address(u"a/img 1+ü%23.png"_s)));
    }

    void keysOfTheEnvironment()
    {
        QProcessEnvironment environment;
        const auto key = [&environment](const QString &address) {
            return cloudKeyOfEnvironment(environment, readCloudAddress(address)->place);
        };
        const QString azure = u"azure://acc.blob.core.windows.net/con/x"_s;
        QVERIFY(!key(u"s3://bucket/x"_s));
        QVERIFY(!key(azure));
        environment.insert(u"AWS_ACCESS_KEY_ID"_s, u"ID"_s);
        QVERIFY(!key(u"s3://bucket/x"_s));
        environment.insert(u"AWS_SECRET_ACCESS_KEY"_s, u"S"_s);
        environment.insert(u"AWS_SESSION_TOKEN"_s, u"T"_s);
        environment.insert(u"AWS_DEFAULT_REGION"_s, u"eu-west-1"_s);
        const auto amazon = key(u"s3://bucket/x"_s);
        QVERIFY(amazon);
        QCOMPARE(amazon->key.id, u"ID"_s);
        QCOMPARE(amazon->key.region, u"eu-west-1"_s);
        QCOMPARE(amazon->secret.session, u"T"_s);
        QVERIFY(!key(u"gs://bucket/x"_s));
        environment.insert(u"AZURE_STORAGE_ACCOUNT"_s, u"acc"_s);
        environment.insert(u"AZURE_STORAGE_KEY"_s, u"a2V5"_s);
        QCOMPARE(key(azure)->key.id, u"acc"_s);
        QVERIFY(!key(u"azure://other.blob.core.windows.net/con/x"_s));
        QVERIFY(!key(u"azure://acc.evil.org/con/x"_s));
    }

private:
    QtMessageHandler m_handler = nullptr;
};

QTEST_GUILESS_MAIN(TestCloudFiles)
#include "test_cloud_files.moc"
