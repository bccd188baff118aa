#include "core/services/cloud/cloud_request.h"
#include "core/services/cloud/s3_signature.h"

#include <QTest>
#include <QUrlQuery>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

const QDateTime signedAt(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC);

CloudAddress addressOf(const QString &text)
{
    return *readCloudAddress(text);
}

CloudCredential credentialOf(const QString &address, const QString &region = {})
{
    CloudPlace place = addressOf(address).place;
    place.bucket.clear();
    return {{place, region, u"AKIAEXAMPLE"_s, false}, {u"s3cr3t/Key+1"_s, {}}};
}

QByteArray urlOf(const QString &address, const CloudCredential &credential)
{
    return cloudRequest(addressOf(address), credential, signedAt)->url.toEncoded();
}

QByteArray signatureIn(const QByteArray &url)
{
    return url.mid(url.lastIndexOf('=') + 1);
}

} // namespace

/// Signatures that others have computed: the providers' documents and their own libraries.
class TestCloudSignatures : public QObject
{
    Q_OBJECT

private slots:
    /// Amazon S3 API Reference, "Authenticating Requests: Using Query Parameters".
    void asAmazonDocuments()
    {
        S3Signing signing;
        signing.id = u"AKIAIOSFODNN7EXAMPLE"_s;
        signing.secret = u"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"_s;
        signing.region = u"us-east-1"_s;
        signing.time = QDateTime(QDate(2013, 5, 24), QTime(0, 0), Qt::UTC);
        signing.lifetime = std::chrono::hours(24);
        const QUrl url =
            signedS3Address(QUrl(u"https://examplebucket.s3.amazonaws.com/test.txt"_s), signing);
        QCOMPARE(url.toEncoded(),
                 "https://examplebucket.s3.amazonaws.com/test.txt"
                 "?X-Amz-Algorithm=AWS4-HMAC-SHA256"
                 "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2F"
                 "aws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400"
                 "&X-Amz-SignedHeaders=host&X-Amz-Signature="
                 "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404"_ba);
    }

    /// botocore 1.44.8 with the same time.
    void asBotocoreSigns()
    {
        CloudCredential own = credentialOf(u"s3://127.0.0.1:9000/bucket/x"_s, u"eu-west-1"_s);
        own.key.isPlain = true;
        const QByteArray path = urlOf(u"s3://127.0.0.1:9000/bucket/img a/ü+%#(1)~.png"_s, own);
        QVERIFY2(path.startsWith("http://127.0.0.1:9000/bucket/img%20a/%C3%BC%2B%25%23%281%29~.png?"
                                 "X-Amz-Algorithm=AWS4-HMAC-SHA256&"),
                 path.constData());
        QCOMPARE(signatureIn(path),
                 "5c50980a52306a7297fef780a382d6d00901fee95041e480532f7340beb8810e"_ba);

        CloudCredential session = credentialOf(u"s3://bucket/a/b.png"_s);
        session.secret.session = u"tok/en+=="_s;
        const QByteArray token = urlOf(u"s3://bucket/a/b.png"_s, session);
        QVERIFY2(token.startsWith("https://bucket.s3.us-east-1.amazonaws.com/a/b.png?"),
                 token.constData());
        QVERIFY2(token.contains("&X-Amz-Security-Token=tok%2Fen%2B%3D%3D&"), token.constData());
        QCOMPARE(signatureIn(token),
                 "aeff8e90186194a2269ca49ed0b42091d1d237fe7fdf356175b79a8921d48e47"_ba);
    }

    /// Computed by hand with Python's hmac, after "Canonical requests" and "Signatures" of Cloud
    /// Storage's documents.
    void asGoogleDocuments()
    {
        CloudCredential google = credentialOf(u"gs://bucket/x"_s);
        google.key.id = u"GOOG1EXAMPLE"_s;
        const QByteArray url = urlOf(u"gs://bucket/img a/x.png"_s, google);
        QVERIFY2(url.startsWith("https://storage.googleapis.com/bucket/img%20a/x.png?"
                                "X-Goog-Algorithm=GOOG4-HMAC-SHA256&X-Goog-Credential="
                                "GOOG1EXAMPLE%2F20261121%2Fauto%2Fstorage%2Fgoog4_request&"),
                 url.constData());
        QCOMPARE(signatureIn(url),
                 "eebb92d91446c873f8279f7ee76ab8551685b04d56232c13722860c121611ccd"_ba);
    }

    /// azure-storage-blob 12.31.1 with the same time.
    void asAzureSigns()
    {
        const QString address = u"azure://account.blob.core.windows.net/container/x"_s;
        CloudCredential azure = credentialOf(address);
        azure.key.id = u"account"_s;
        azure.secret.secret = u"MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="_s;
        const auto request = cloudRequest(
            addressOf(u"azure://account.blob.core.windows.net/container/img a/ü+%#(1)~.png"_s),
            azure, signedAt);
        QVERIFY(request);
        QCOMPARE(request->url.toEncoded(),
                 "https://account.blob.core.windows.net/container/img%20a/%C3%BC%2B%25%23%281%29~"
                 ".png"_ba);
        using Headers = QList<std::pair<QByteArray, QByteArray>>;
        QCOMPARE(request->headers,
                 (Headers{{"x-ms-date", "Sat, 21 Nov 2026 09:00:00 GMT"},
                          {"x-ms-version", "2021-08-06"},
                          {"Authorization",
                           "SharedKey account:AhniXBKV2fQ7BJlB/wZ4ZK0j0WHcl5MFkWn0e6ZFesM="}}));
    }

    void sasTokensGoBehindTheAddress()
    {
        const QString address = u"azure://account.blob.core.windows.net/container/a.png"_s;
        CloudCredential azure = credentialOf(address);
        azure.key.id.clear();
        for (const QString &token :
             {u"?sv=2022-11-02&sig=a%2Bb%3D"_s, u"sv=2022-11-02&sig=a%2Bb%3D"_s}) {
            azure.secret.secret = token;
            const auto request = cloudRequest(addressOf(address), azure, signedAt);
            QCOMPARE(request->url.toEncoded(),
                     "https://account.blob.core.windows.net/container/a.png?sv=2022-11-02&sig="
                     "a%2Bb%3D"_ba);
            QVERIFY(request->headers.isEmpty());
        }
    }

    void hostsOfBuckets_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("region");
        QTest::addColumn<QByteArray>("url");
        const auto row = [](const char *name, const QString &address, const QString &region,
                            const QByteArray &url) {
            QTest::newRow(name) << address << region << url;
        };
        row("region", u"s3://bucket/a"_s, u"eu-west-1"_s,
            "https://bucket.s3.eu-west-1.amazonaws.com/a");
        row("china", u"s3://bucket/a"_s, u"cn-north-1"_s,
            "https://bucket.s3.cn-north-1.amazonaws.com.cn/a");
        // No certificate has such names.
        row("dots", u"s3://my.bucket/a"_s, {}, "https://s3.us-east-1.amazonaws.com/my.bucket/a");
        row("capitals", u"s3://Old_Bucket/a"_s, {},
            "https://s3.us-east-1.amazonaws.com/Old_Bucket/a");
        row("port of https", u"s3://h:443/bucket/a"_s, {}, "https://h/bucket/a");
        row("another port", u"s3://h:80/bucket/a"_s, {}, "https://h:80/bucket/a");
    }

    void hostsOfBuckets()
    {
        QFETCH(QString, address);
        QFETCH(QString, region);
        QFETCH(QByteArray, url);
        const QByteArray made = urlOf(address, credentialOf(address, region));
        QCOMPARE(made.left(made.indexOf('?')), url);
    }

    /// Amazon's own are never asked in the clear, whatever stands in a setting.
    void plainOnlyForOnesOwn()
    {
        for (const QString &address : {u"s3://bucket/a"_s, u"gs://bucket/a"_s,
                                       u"azure://acc.blob.core.windows.net/con/a"_s}) {
            CloudCredential credential = credentialOf(address);
            if (credential.key.place.provider == CloudProvider::Azure)
                credential.secret.secret = u"a2V5"_s;
            credential.key.isPlain = true;
            QVERIFY(urlOf(address, credential).startsWith("https://"));
        }
    }

    void whatCannotSignIsRefused()
    {
        const QString address = u"s3://bucket/a"_s;
        // It would be a part of the host.
        for (const QString &region : {u"evil.org/"_s, u"x.evil.org"_s, u"a b"_s})
            QCOMPARE(cloudRequest(addressOf(address), credentialOf(address, region), signedAt)
                         .error()
                         .code,
                     ErrorCode::InvalidInput);
        const QString blob = u"azure://a.blob.core.windows.net/container/x"_s;
        CloudCredential azure = credentialOf(blob);
        azure.secret.secret = u"n0 base64!"_s;
        const Error error = cloudRequest(addressOf(blob), azure, signedAt).error();
        QCOMPARE(error.code, ErrorCode::InvalidInput);
        QVERIFY(!error.message.contains(azure.secret.secret));
    }
};

QTEST_GUILESS_MAIN(TestCloudSignatures)
#include "test_cloud_signatures.moc"
