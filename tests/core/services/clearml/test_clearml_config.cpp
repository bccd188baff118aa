#include "core/services/clearml/clearml_config.h"
#include "core/services/clearml/hocon_reader.h"
#include "support/test_paths.h"

#include <QFile>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

QJsonObject hocon(const QString &text)
{
    const auto result = readHocon(
        text, [](const QString &name) { return name == "HOME"_L1 ? u"/home/ana"_s : QString(); });
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    return *result;
}

/// A file as the SDK writes it, shortened.
QString wholeFile()
{
    QFile file(testData() + u"/clearml/clearml.conf"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no sample file");
    return QString::fromUtf8(file.readAll());
}

} // namespace

class TestClearmlConfig : public QObject
{
    Q_OBJECT

private slots:
    void aWholeFile()
    {
        const auto config = readClearmlConfig(wholeFile(), {});
        QVERIFY2(config, qPrintable(config ? QString() : config.error().message));
        QCOMPARE(config->servers.api, QUrl(u"https://api.example.com:8008"_s));
        QCOMPARE(config->servers.web, QUrl(u"https://app.example.com"_s));
        QCOMPARE(config->servers.files, QUrl(u"https://storage.example.com"_s));
        QCOMPARE(config->credentials.user, u"KEY 1"_s);
        QCOMPARE(config->credentials.secret, u"s#e\"c/r=t"_s);
        QVERIFY(!config->wantsUnchecked);
    }

    void secretsInAddressesAreRefused()
    {
        const auto isRefused = [](const Result<ClearmlConfig> &config) {
            return !config && config.error().code == ErrorCode::InvalidInput &&
                   config.error().message.contains(u"host.example"_s) &&
                   !config.error().message.contains(u"pass@"_s) && config.error().detail.isEmpty();
        };
        const QString address = u"https://user:pass@host.example:8008"_s;
        for (const QString &key : {u"api_server"_s, u"web_server"_s, u"files_server"_s})
            QVERIFY(isRefused(readClearmlConfig(u"api { %1: \"%2\" }"_s.arg(key, address), {})));
        QVERIFY(isRefused(readClearmlConfig(u"export CLEARML_WEB_HOST="_s + address, {})));
        QProcessEnvironment environment;
        environment.insert(u"CLEARML_API_HOST"_s, address);
        QVERIFY(isRefused(clearmlConfigFromEnvironment(environment)));
        environment.insert(u"CLEARML_API_HOST"_s, u"https://user@host.example"_s);
        QVERIFY(isRefused(clearmlConfigFromEnvironment(environment)));
    }

    void keysToCloudStores()
    {
        const auto config = readClearmlConfig(
            u"api { api_server: \"https://api.example.com\" }\n"
            "sdk {\n"
            "aws { s3 {\n"
            "key: \"GENERAL\", secret: \"s1\", region: \"eu-west-1\"\n"
            "credentials: [\n"
            "{ bucket: \"one\", key: \"ONE\", secret: \"s2\", token: \"t2\" },\n"
            "{ host: \"minio.lab:9000\", key: \"OWN\", secret: 12345678, secure: false },\n"
            "{ host: \"ceph.lab:443\", bucket: \"two\", key: \"TLS\", secret: \"s4\" },\n"
            "{ bucket: \"no-secret\", key: \"X\" },\n"
            "{ host: \"no-port\", key: \"X\", secret: \"x\" }\n"
            "]\n"
            "} }\n"
            "azure.storage { containers: [\n"
            "{ account_name: \"acc\", account_key: \"a2V5\", container_name: \"con\" }\n"
            "] }\n"
            "}\n"_s,
            {});
        QVERIFY2(config, qPrintable(config ? QString() : config.error().message));
        QStringList found;
        for (const CloudCredential &one : config->cloudKeys)
            found << cloudSecretName(one.key) + u' ' + cloudSecretText(one.secret) + u' ' +
                         one.key.region + (one.key.isPlain ? u" http"_s : QString());
        QCOMPARE(found, (QStringList{u"GENERAL@s3:// s1 eu-west-1"_s, u"ONE@s3://one s2 t2 "_s,
                                     u"OWN@s3://minio.lab:9000 12345678  http"_s,
                                     u"TLS@s3://ceph.lab:443/two s4 "_s,
                                     u"acc@azure://acc.blob.core.windows.net/con a2V5 "_s}));
        QVERIFY(readClearmlConfig(u"api.api_server: \"https://a.b\""_s, {})->cloudKeys.isEmpty());
    }

    /// Settings → Workspace → Create new credentials
    void whatTheWebAppShows()
    {
        const auto config = readClearmlConfig(u"api {\n  # Ana's workspace\n"
                                              "  web_server:https://app.clear.ml/\n"
                                              "  api_server:https://api.clear.ml\n"
                                              "  files_server:https://files.clear.ml\n"
                                              "  # test\n  credentials {\n"
                                              "    \"access_key\"=\"AAA\"\n"
                                              "    \"secret_key\"=\"BBB\"\n  }\n}"_s,
                                              {});
        QVERIFY2(config, qPrintable(config ? QString() : config.error().message));
        QCOMPARE(config->servers.api, QUrl(u"https://api.clear.ml"_s));
        QCOMPARE(config->servers.web, QUrl(u"https://app.clear.ml"_s));
        QCOMPARE(config->credentials.user, u"AAA"_s);
        QCOMPARE(config->credentials.secret, u"BBB"_s);
    }

    void pastedVariables_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("notebook") << u"%env CLEARML_API_HOST=http://h:8008\n"
                                     "%env CLEARML_API_ACCESS_KEY=AAA\n"
                                     "%env CLEARML_API_SECRET_KEY=BBB\n"_s;
        QTest::newRow("shell") << u"export CLEARML_API_HOST=\"http://h:8008\"\n"
                                  "export CLEARML_API_ACCESS_KEY='AAA'\n"
                                  "export CLEARML_API_SECRET_KEY=BBB"_s;
        QTest::newRow("of old") << u"TRAINS_API_HOST=http://h:8008\r\n"
                                   "TRAINS_API_ACCESS_KEY=AAA\r\nTRAINS_API_SECRET_KEY=BBB\r\n"_s;
    }
    void pastedVariables()
    {
        QFETCH(QString, text);
        const auto config = readClearmlConfig(text, {});
        QVERIFY2(config, qPrintable(config ? QString() : config.error().message));
        QCOMPARE(config->servers.api, QUrl(u"http://h:8008"_s));
        QCOMPARE(config->credentials.user, u"AAA"_s);
        QCOMPARE(config->credentials.secret, u"BBB"_s);
    }

    void variablesOfTheProcess()
    {
        QProcessEnvironment environment;
        QVERIFY(!clearmlConfigFromEnvironment(environment));
        environment.insert(u"CLEARML_WEB_HOST"_s, u"http://web:8080/"_s);
        environment.insert(u"TRAINS_WEB_HOST"_s, u"http://old"_s);
        environment.insert(u"CLEARML_API_HOST_VERIFY_CERT"_s, u"0"_s);
        const auto config = clearmlConfigFromEnvironment(environment);
        QVERIFY(config);
        QCOMPARE(config->servers.web, QUrl(u"http://web:8080"_s));
        QVERIFY(config->wantsUnchecked);
    }

    void ownAuthorities()
    {
        const auto config = readClearmlConfig(
            u"api { api_server: \"https://a\", verify_certificate: \"/etc/ssl/our.pem\" }"_s, {});
        QVERIFY(config);
        QCOMPARE(config->authorityFile, u"/etc/ssl/our.pem"_s);
        QVERIFY(!config->wantsUnchecked);
    }

    void textThatSaysNothing()
    {
        QCOMPARE(readClearmlConfig(u"sdk { a: 1 }"_s, {}).error().code, ErrorCode::NotFound);
        QCOMPARE(readClearmlConfig({}, {}).error().code, ErrorCode::NotFound);
    }

    void forms()
    {
        QCOMPARE(hocon(u"a.b.c = 1\na.b { d = two words }"_s),
                 (QJsonObject{
                     {u"a"_s,
                      QJsonObject{{u"b"_s, QJsonObject{{u"c"_s, 1}, {u"d"_s, u"two words"_s}}}}}}));
        QCOMPARE(hocon(u"{a: true, b: null, \"c.d\": \"x\", e: [1, [2], x y]}"_s),
                 (QJsonObject{{u"a"_s, true},
                              {u"b"_s, QJsonValue::Null},
                              {u"c.d"_s, u"x"_s},
                              {u"e"_s, QJsonArray{1, QJsonArray{2}, u"x y"_s}}}));
        QCOMPARE(hocon(u"a = ${HOME}\"/x\"\nb = ${?NOTHING}\nc = 1\nc = ${?NOTHING}"_s),
                 (QJsonObject{{u"a"_s, u"/home/ana/x"_s}, {u"c"_s, 1}}));
        QCOMPARE(hocon(u"a = \"\"\"two\nlines\"\"\" # end"_s),
                 (QJsonObject{{u"a"_s, u"two\nlines"_s}}));
        QCOMPARE(hocon(u"a = \"\\u0041\\n\\\"\""_s), (QJsonObject{{u"a"_s, u"A\n\""_s}}));
    }

    void mistakesAreSaidWithTheirLine()
    {
        const auto result = readHocon(u"a = 1\nb = 2\nc = \"open\n"_s);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Damaged);
        QVERIFY(result.error().message.contains(u'3'));
        QVERIFY(!readHocon(u"a {"_s));
        QVERIFY(!readHocon(u"a = [1"_s));
        QVERIFY(!readHocon(u"= 1"_s));
        QVERIFY(!readHocon(QString(2'000'000, u'x')));
        QCOMPARE(readHocon(QString(100'000, u'{')).error().code, ErrorCode::Damaged);
        QCOMPARE(readHocon(u"a {"_s.repeated(100)).error().code, ErrorCode::LimitExceeded);
        QVERIFY(!readHocon(u"a = "_s + QString(100'000, u'[')));
    }

    void dottedKeysAreAsDeepAsBraces()
    {
        const QString deep = QStringList(1 + 60, u"a"_s).join(u'.');
        QVERIFY(readHocon(deep + u" = 1"_s));
        QCOMPARE(readHocon(deep + u" { "_s + deep + u" = 1 }"_s).error().code,
                 ErrorCode::LimitExceeded);
        QCOMPARE(readHocon(u"a."_s.repeated(500'000) + u"a = 1"_s).error().code,
                 ErrorCode::LimitExceeded);
    }

    /// As long as the limit allows; quadratic work would take minutes.
    void manyDottedKeys()
    {
        QString text;
        int keys = 0;
        for (; text.size() < 1'000'000; ++keys)
            text += u"a.k%1=1\n"_s.arg(keys, 6, 10, QLatin1Char('0'));
        QCOMPARE(hocon(text)[u"a"_s].toObject().size(), keys);
    }

    /// Whatever comes: an answer, and soon.
    void hostileText()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        const QString whole = wholeFile();
        const QString alphabet = u"{}[]:=,.\"#/\\$?\n ab1\u00e4\U0001f389"_s;
        for (int round = 0; round < 5'000; ++round) {
            QString text = round % 2 ? whole : QString();
            const int edits = random.bounded(1, 30);
            for (int i = 0; i < edits; ++i) {
                const qsizetype at = random.bounded(int(text.size()) + 1);
                text.insert(at, alphabet.at(random.bounded(int(alphabet.size()))));
                if (random.bounded(3) == 0)
                    text.remove(random.bounded(int(text.size())), random.bounded(1, 20));
            }
            const auto config = readClearmlConfig(text, {});
            QVERIFY(config || !config.error().message.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestClearmlConfig)
#include "test_clearml_config.moc"
