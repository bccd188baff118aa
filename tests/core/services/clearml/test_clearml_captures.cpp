#include "fakes/clearml/captured_world.h"
#include "fakes/clearml/fake_clearml.h"
#include "support/clearml_fixture.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

bool isId(const QString &text)
{
    static const QRegularExpression form(u"^[0-9a-f]{32}$"_s);
    return form.match(text).hasMatch();
}

bool isTime(const QString &text)
{
    static const QRegularExpression form(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d"_s);
    return form.match(text).hasMatch();
}

/// Compares what was recorded with what comes now. New ids and times may differ, but an id must
/// stand for the same thing wherever it comes.
class AnswerComparison
{
public:
    /// Where they differ; empty: nowhere.
    QString differences(const QJsonValue &recorded, const QJsonValue &now, const QString &place)
    {
        if (recorded.isObject() && now.isObject())
            return inObject(recorded.toObject(), now.toObject(), place);
        if (recorded.isArray() && now.isArray())
            return inArray(recorded.toArray(), now.toArray(), place);
        if (recorded.isString() && now.isString())
            return inText(recorded.toString(), now.toString(), place);
        if (recorded.isDouble() && now.isDouble())
            return std::abs(recorded.toDouble() - now.toDouble()) <=
                           1e-12 * std::abs(recorded.toDouble())
                       ? QString()
                       : place + u": another number"_s;
        return recorded == now ? QString() : place + u": another value"_s;
    }

    /// The recorded request with the ids that are ours.
    QByteArray translated(QByteArray text) const
    {
        for (auto it = m_ids.begin(); it != m_ids.end(); ++it)
            text.replace(it.key().toLatin1(), it->toLatin1());
        return text;
    }

private:
    QString inObject(const QJsonObject &recorded, const QJsonObject &now, const QString &place)
    {
        QStringList here = recorded.keys();
        QStringList there = now.keys();
        if (here != there)
            return u"%1: keys %2 instead of %3"_s.arg(place, there.join(u','), here.join(u','));
        for (const QString &key : here) {
            QString found = differences(recorded[key], now[key], place + u'/' + key);
            if (!found.isEmpty())
                return found;
        }
        return {};
    }
    QString inArray(const QJsonArray &recorded, const QJsonArray &now, const QString &place)
    {
        if (recorded.size() != now.size())
            return u"%1: %2 entries instead of %3"_s.arg(place)
                .arg(now.size())
                .arg(recorded.size());
        for (qsizetype i = 0; i < recorded.size(); ++i) {
            QString found = differences(recorded[i], now[i], place + u'/' + QString::number(i));
            if (!found.isEmpty())
                return found;
        }
        return {};
    }
    QString inText(const QString &recorded, const QString &now, const QString &place)
    {
        if (recorded == now || (isTime(recorded) && isTime(now)))
            return {};
        if (isId(recorded) && isId(now)) {
            const QString known = m_ids.value(recorded, now);
            m_ids[recorded] = now;
            return known == now ? QString() : place + u": an id for something else"_s;
        }
        const QString ours = QString::fromLatin1(translated(recorded.toLatin1()));
        return ours == now ? QString() : u"%1: “%2” instead of “%3”"_s.arg(place, now, recorded);
    }

    QHash<QString, QString> m_ids;
};

HttpRequest requestOf(const Capture &capture, const QUrl &server, const QByteArray &token)
{
    HttpRequest request;
    request.verb = capture.request["method"_L1].toString().toLatin1();
    QUrlQuery query;
    const QJsonArray arguments = capture.request["query"_L1].toArray();
    for (const QJsonValue argument : arguments)
        query.addQueryItem(argument[0].toString(), argument[1].toString());
    request.url = QUrl(server.toString() + capture.request["path"_L1].toString());
    request.url.setQuery(query);
    const QJsonValue body = capture.request["body"_L1];
    request.body =
        body.isString() ? body.toString().toUtf8() : QJsonDocument(body.toObject()).toJson();
    const QJsonValue auth = capture.request["auth"_L1];
    if (auth.toString() == "bearer"_L1)
        request.headers.append({"Authorization", "Bearer " + token});
    else if (auth.toString() == "basic"_L1)
        request.headers.append(
            {"Authorization",
             "Basic " + (capture.status == 200 ? QByteArray("KEY:SECRET") : QByteArray("KEY:no"))
                            .toBase64()});
    else if (auth["Authorization"_L1].isString())
        request.headers.append({"Authorization", auth["Authorization"_L1].toString().toLatin1()});
    return request;
}

/// Call ids are always new; a token was never recorded.
QJsonObject comparable(QJsonObject response)
{
    QJsonObject meta = response["meta"_L1].toObject();
    meta.remove(u"id"_s);
    meta.remove(u"trx"_s);
    response["meta"_L1] = meta;
    QJsonObject data = response["data"_L1].toObject();
    if (data.contains("token"_L1))
        data["token"_L1] = u"<token>"_s;
    response["data"_L1] = data;
    return response;
}

} // namespace

/// The server in memory is only worth something if it answers as the real one did.
class TestClearmlCaptures : public QObject
{
    Q_OBJECT

private slots:
    void everyRecordedRequestIsAnsweredAsRecorded()
    {
        FakeClearml server;
        server.isChecking = false; // mistakes were recorded on purpose
        fillCapturedWorld(server.world);
        HttpTransport transport;
        transport.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
        const auto session = std::make_shared<HttpSession>(transport);
        AnswerComparison comparison;
        QByteArray token;
        QStringList failures;
        const QVector<Capture> captures = allCaptures();
        QCOMPARE(captures.size(), 66);
        for (const Capture &capture : captures) {
            HttpRequest request = requestOf(capture, server.http.url(), token);
            request.body = comparison.translated(request.body);
            const auto answer = awaitTask(session->send(request));
            QVERIFY(answer);
            const QJsonObject now = QJsonDocument::fromJson(answer->body).object();
            if (now["data"_L1]["token"_L1].isString())
                token = now["data"_L1]["token"_L1].toString().toLatin1();
            const QString difference =
                comparison.differences(comparable(capture.response), comparable(now), capture.name);
            if (!difference.isEmpty())
                failures << difference;
            if (answer->status != capture.status)
                failures << capture.name + u": status "_s + QString::number(answer->status);
        }
        QVERIFY2(failures.isEmpty(), qPrintable(u'\n' + failures.join(u'\n')));
    }

    void theSchemaFindsMistakes()
    {
        const RequestSchema schema;
        const QJsonObject right = {{u"task"_s, u"id"_s}, {u"report"_s, u"text"_s}};
        QCOMPARE(schema.problems(u"reports.update"_s, right), QStringList());
        QJsonObject wrong = right;
        wrong["report"_L1] = 5;
        QCOMPARE(schema.problems(u"reports.update"_s, wrong).size(), 1);
        wrong = right;
        wrong["txet"_L1] = u"typo"_s;
        QCOMPARE(schema.problems(u"reports.update"_s, wrong).size(), 1);
        QCOMPARE(schema.problems(u"reports.update"_s, {{u"report"_s, u"x"_s}}).size(), 1);
        QCOMPARE(schema.problems(u"reports.nothing"_s, {}).size(), 1);
        QCOMPARE(schema.problems(u"reports.get_all_ex"_s, {{u"page"_s, -1}}).size(), 1);
        QCOMPARE(
            schema.problems(u"reports.get_all_ex"_s, {{u"status"_s, QJsonArray{u"nonsense"_s}}})
                .size(),
            1);
    }
};

QTEST_GUILESS_MAIN(TestClearmlCaptures)
#include "test_clearml_captures.moc"
