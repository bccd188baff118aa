#include "core/services/cloud/cloud_key.h"

#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

class TestCloudAddress : public QObject
{
    Q_OBJECT

private slots:
    void addressesAreRead_data();
    void addressesAreRead();
    void hostileAddressesAreRefused_data();
    void hostileAddressesAreRefused();
    void passwordsAreNotRepeated();
    void otherAddressesAreNone();
    void theNearestKeyFits();
    void keysComeBackAsTheyWere();
    void plainIsOfOnesOwnOnly();
    void tokensOfAzureAreKnown();
};

void TestCloudAddress::addressesAreRead_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<CloudProvider>("provider");
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("bucket");
    QTest::addColumn<QString>("key");
    QTest::newRow("aws") << u"s3://my.bucket_1/a/b c.png"_s << CloudProvider::Amazon << QString()
                         << u"my.bucket_1"_s << u"a/b c.png"_s;
    // The SDK encodes nothing in it.
    QTest::newRow("as it is") << u"s3://bucket/a%20b#1?x=1+ü.png"_s << CloudProvider::Amazon
                              << QString() << u"bucket"_s << u"a%20b#1?x=1+ü.png"_s;
    QTest::newRow("minio") << u"s3://MinIO.lab:9000/bucket/a/b.png"_s << CloudProvider::OtherS3
                           << u"minio.lab:9000"_s << u"bucket"_s << u"a/b.png"_s;
    QTest::newRow("address of a machine") << u"s3://[::1]:9000/bucket/a"_s << CloudProvider::OtherS3
                                          << u"[::1]:9000"_s << u"bucket"_s << u"a"_s;
    QTest::newRow("google") << u"gs://bucket/a//b.png"_s << CloudProvider::Google << QString()
                            << u"bucket"_s << u"a//b.png"_s;
    QTest::newRow("azure") << u"azure://acc.blob.core.windows.net/$web/a/b.png"_s
                           << CloudProvider::Azure << u"acc.blob.core.windows.net"_s << u"$web"_s
                           << u"a/b.png"_s;
    QTest::newRow("capitals") << u"S3://bucket/a"_s << CloudProvider::Amazon << QString()
                              << u"bucket"_s << u"a"_s;
}

void TestCloudAddress::addressesAreRead()
{
    QFETCH(QString, address);
    QVERIFY(isCloudAddress(address));
    const Result<CloudAddress> read = readCloudAddress(address);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QTEST(read->place.provider, "provider");
    QTEST(read->place.server, "server");
    QTEST(read->place.bucket, "bucket");
    QTEST(read->key, "key");
    QCOMPARE(readCloudAddress(read->text())->text(), read->text());
}

void TestCloudAddress::hostileAddressesAreRefused_data()
{
    QTest::addColumn<QString>("address");
    const auto row = [](const char *name, const QString &address) {
        QTest::newRow(name) << address;
    };
    row("nothing", u"s3://"_s);
    row("bucket only", u"s3://bucket"_s);
    row("no key", u"s3://bucket/"_s);
    row("no bucket", u"s3:///key"_s);
    row("no bucket of a server", u"s3://h:9000/"_s);
    row("no server of azure", u"azure:///container/x"_s);
    row("another scheme", u"ftp://bucket/x"_s);
    row("no port", u"s3://h:/bucket/x"_s);
    row("a port that is none", u"s3://h:99999/bucket/x"_s);
    row("port 0", u"s3://h:0/bucket/x"_s);
    row("another host behind", u"s3://bucket#.evil.org/x"_s);
    row("a query for a host", u"s3://h:9000?x/bucket/x"_s);
    row("a bucket that is a path", u"gs://../x"_s);
    row("a bucket with dots", u"s3://a..b/x"_s);
    row("another host as bucket", u"s3://evil.org%2f/x"_s);
    row("out of the bucket", u"s3://bucket/a/../../other/x"_s);
    row("here", u"s3://bucket/./x"_s);
    row("a line end", u"s3://bucket/a\r\nHost: evil.org"_s);
    row("nothing in it", u"s3://bucket/a"_s + QChar(0));
    row("capitals of azure", u"azure://a.blob.core.windows.net/Container/x"_s);
    row("long", u"s3://bucket/"_s + QString(1025, u'a'));
    row("long in bytes", u"s3://bucket/"_s + QString(600, u'ü'));
    row("a name in it", u"s3://key:secret@h:9000/bucket/x"_s);
}

void TestCloudAddress::hostileAddressesAreRefused()
{
    QFETCH(QString, address);
    const Result<CloudAddress> read = readCloudAddress(address);
    QVERIFY2(!read, read ? qPrintable(read->text()) : "");
    QCOMPARE(read.error().code, ErrorCode::InvalidInput);
    QVERIFY(read.error().message.contains(u"makes no sense"_s));
}

void TestCloudAddress::passwordsAreNotRepeated()
{
    const Error error = readCloudAddress(u"s3://key:s3cret@h:9000/bucket/x"_s).error();
    QVERIFY(!error.message.contains(u"s3cret"_s));
    QVERIFY(!error.detail.contains(u"s3cret"_s));
}

void TestCloudAddress::otherAddressesAreNone()
{
    for (const QString &address : {u"https://h/x.png"_s, u"/tmp/s3"_s, u"s3"_s, u"s3:x"_s, u""_s})
        QVERIFY2(!isCloudAddress(address), qPrintable(address));
}

void TestCloudAddress::theNearestKeyFits()
{
    const auto place = [](const QString &address) { return readCloudAddress(address)->place; };
    const CloudPlace bucket = place(u"s3://bucket/x"_s);
    const CloudPlace all{CloudProvider::Amazon, {}, {}};
    QCOMPARE(cloudKeyFits(bucket, bucket), 2);
    QCOMPARE(cloudKeyFits(all, bucket), 1);
    QCOMPARE(cloudKeyFits(bucket, place(u"s3://other/x"_s)), 0);
    QCOMPARE(cloudKeyFits(all, place(u"gs://bucket/x"_s)), 0);
    // What opens Amazon's buckets goes to no other server.
    QCOMPARE(cloudKeyFits(all, place(u"s3://h:9000/bucket/x"_s)), 0);
    QCOMPARE(cloudKeyFits(bucket, place(u"s3://h:9000/bucket/x"_s)), 0);
    const CloudPlace own{CloudProvider::OtherS3, u"h:9000"_s, {}};
    QCOMPARE(cloudKeyFits(own, place(u"s3://h:9000/bucket/x"_s)), 1);
    QCOMPARE(cloudKeyFits(own, place(u"s3://h:9001/bucket/x"_s)), 0);
    const CloudPlace account{CloudProvider::Azure, u"a.blob.core.windows.net"_s, {}};
    QCOMPARE(cloudKeyFits(account, place(u"azure://a.blob.core.windows.net/con/x"_s)), 1);
    QCOMPARE(cloudKeyFits(account, place(u"azure://a.evil.org/con/x"_s)), 0);
}

void TestCloudAddress::keysComeBackAsTheyWere()
{
    const CloudKey key{{CloudProvider::OtherS3, u"h:9000"_s, u"bucket"_s}, u"eu"_s, u"KEY"_s, true};
    const Result<CloudKey> read = readCloudKey(cloudKeyJson(key));
    QVERIFY(read);
    QCOMPARE(*read, key);
    QCOMPARE(readCloudKey({{u"provider"_s, u"ftp"_s}}).error().code, ErrorCode::InvalidInput);
    for (const CloudSecret &secret : {CloudSecret{u"a/b+c"_s, {}}, CloudSecret{u"a"_s, u"b=="_s}}) {
        const CloudSecret back = readCloudSecret(cloudSecretText(secret));
        QCOMPARE(back.secret, secret.secret);
        QCOMPARE(back.session, secret.session);
    }
    QCOMPARE(cloudSecretName(key), u"KEY@s3://h:9000/bucket"_s);
}

void TestCloudAddress::plainIsOfOnesOwnOnly()
{
    const CloudKey key{{CloudProvider::Azure, u"acc.blob.core.windows.net"_s, {}}, {}, {}, true};
    QVERIFY(!readCloudKey(cloudKeyJson(key))->isPlain);
}

void TestCloudAddress::tokensOfAzureAreKnown()
{
    for (const QString &token : {u"sig=a"_s, u"?sig=a"_s, u"sv=1&sig=a"_s, u"?sv=1&sig=a&se=2"_s})
        QVERIFY2(isSasToken(token), qPrintable(token));
    for (const QString &key : {u"abc/sig="_s, u"sig="_s, u"a2V5"_s, u"sv=1&xsig=a"_s})
        QVERIFY2(!isSasToken(key), qPrintable(key));
}

QTEST_GUILESS_MAIN(TestCloudAddress)
#include "test_cloud_address.moc"
