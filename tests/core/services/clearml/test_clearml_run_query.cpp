#include "core/runs/run_filter.h"
#include "core/services/clearml/widgets/clearml_run_query.h"

#include <QCryptographicHash>
#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

const ClearmlQueryNames names{{{u"p1"_s, u"vision"_s}, {u"p2"_s, u"vision/resnet"_s}},
                              {{u"u1"_s, u"Ana"_s}},
                              {u"val/acc"_s, u"loss/train"_s}};

QString md5(const char *text)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(QByteArray(text), QCryptographicHash::Md5).toHex());
}

Result<ClearmlRunQuery> read(const QString &query)
{
    const Result<ClearmlWidget> widget = readClearmlWidget(
        u"https://app.example.com/widgets/?type=scalar&objectType=task&"_s + query);
    if (!widget)
        return widget.error();
    return runsOfClearmlQuery(*widget, names);
}

/// "project: …; filter: …; order: …; limit: …; ids: …"
QString said(const ClearmlRunQuery &runs)
{
    QStringList parts;
    if (!runs.projects.isEmpty())
        parts << u"project: "_s + runs.projects.join(u", "_s);
    if (!runs.filter.isEmpty())
        parts << u"filter: "_s + runs.filter;
    if (!runs.order.isEmpty())
        parts << u"order: "_s + runs.order;
    if (runs.limit > 0)
        parts << u"limit: %1"_s.arg(runs.limit);
    if (!runs.ids.isEmpty())
        parts << u"ids: "_s + runs.ids.join(u", "_s);
    return parts.join(u"; "_s);
}

/// Each value of a list by itself.
QString address(const ClearmlQuery &query)
{
    QStringList parts;
    for (const auto &[key, values] : query) {
        const bool isList = isClearmlListKey(key) || values.size() > 1;
        for (const QString &value : values)
            parts << key + (isList ? u"[]="_s : u"="_s) + value;
    }
    return parts.join(u'&');
}

} // namespace

class ClearmlRunQueryTest : public QObject
{
    Q_OBJECT

private slots:
    void thereAndBack_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("expected");
        const auto row = [](const QString &query, const char *expected) {
            QTest::newRow(qPrintable(query)) << query << QString::fromUtf8(expected);
        };
        row(u"project=p1&include_subprojects=true"_s, "project: vision");
        row(u"project[]=p1&project[]=p2&include_subprojects=true"_s,
            "project: vision, vision/resnet");
        row(u"project[]=p1,p2"_s, "filter: project in [\"vision\", \"vision/resnet\"]");
        row(u"project=p1&page_size=1&page=0&order_by[]=-last_update"_s,
            "filter: project in [\"vision\"]; order: -updated; limit: 1");
        row(u"tags[]=a&tags[]=b"_s, "filter: tags in [\"a\", \"b\"]");
        row(u"tags[]=a,b"_s, "filter: tags in [\"a\", \"b\"]");
        row(u"tags[]=__$or&tags[]=demo"_s, "filter: tags in [\"demo\"]");
        row(u"tags[]=__$any,a,b"_s, "filter: tags in [\"a\", \"b\"]");
        row(u"tags[]=__$all,a,b"_s, "filter: tags contains \"a\" and tags contains \"b\"");
        row(u"tags[]=__$and&tags[]=a&tags[]=b"_s,
            "filter: tags contains \"a\" and tags contains \"b\"");
        row(u"tags[]=-old"_s, "filter: tags not contains \"old\"");
        row(u"tags[]=a&tags[]=-old"_s, "filter: tags in [\"a\"] and tags not contains \"old\"");
        row(u"tags[]=__$not,old"_s, "filter: tags not contains \"old\"");
        row(u"tags[]=-old&tags[]=__$all&tags[]=a"_s,
            "filter: tags contains \"a\" and tags not contains \"old\"");
        row(u"status[]=failed"_s, "filter: state in [failed]");
        row(u"status[]=in_progress&status[]=queued&status[]=failed"_s,
            "filter: state in [running, failed]");
        row(u"status[]=completed,published,closed,stopped"_s, "filter: state in [finished]");
        row(u"user[]=u1"_s, "filter: user in [\"Ana\"]");
        row(u"name=resnet-.*"_s, "filter: name ~ \"resnet-.*\"");
        row(u"name=a&allow_public=true&search_hidden=false"_s, "filter: name ~ \"a\"");
        row(u"id[]=x&id[]=y"_s, "ids: x, y");
        row(u"objects=x&objects=y"_s, "ids: x, y");
        row(u"created[]=2026-11-01T00:00:00&created[]=null"_s,
            "filter: created >= 2026-11-01T00:00:00Z");
        row(u"created[]=2026-11-01&created[]=2026-11-02"_s,
            "filter: created >= 2026-11-01T00:00:00Z and created <= 2026-11-02T00:00:00Z");
        row(u"last_update[]=%3E%3D2026-11-01T09:00:00"_s,
            "filter: updated >= 2026-11-01T09:00:00Z");
        row(u"last_update[]=%3E2026-11-01&last_update[]=%3C2026-11-05"_s,
            "filter: updated > 2026-11-01T00:00:00Z and updated < 2026-11-05T00:00:00Z");
        row(u"tags[]=a&order_by[]=name&order_by[]=-hyperparams.Args.lr.value"_s,
            "filter: tags in [\"a\"]; order: name, -config.Args.lr");
        row(u"tags[]=a&page_size=5&page=0&order_by[]=-last_metrics.%1.%2.max_value"_s.arg(
                md5("val"), md5("acc")),
            "filter: tags in [\"a\"]; order: -metrics.val/acc.max; limit: 5");
    }

    void thereAndBack()
    {
        QFETCH(QString, query);
        QFETCH(QString, expected);
        const Result<ClearmlRunQuery> runs = read(query);
        QVERIFY2(runs.isOk(), runs ? "" : qPrintable(runs.error().message));
        QCOMPARE(said(*runs), expected);
        if (!runs->filter.isEmpty())
            QVERIFY(RunFilter::parse(runs->filter).isOk());
        const Result<ClearmlQuery> back = clearmlQueryOfRuns(*runs, names);
        QVERIFY2(back.isOk(), back ? "" : qPrintable(back.error().message));
        const Result<ClearmlRunQuery> again =
            read(address(*back).replace(u">"_s, u"%3E"_s).replace(u"<"_s, u"%3C"_s));
        QVERIFY2(again.isOk(), again ? "" : qPrintable(again.error().message));
        QCOMPARE(said(*again), expected);
    }

    void whatAPanelCannotSay_data()
    {
        QTest::addColumn<QString>("words");
        const auto row = [](const char *query, const char *words) {
            QTest::newRow(query) << QString::fromUtf8(words);
        };
        row("", "no filter");
        row("order_by[]=name&page_size=3", "no filter");
        row("project=p9", "no project");
        row("user[]=u9&tags[]=a", "no user");
        row("status[]=completed", "“completed” is only a part");
        row("tags[]=a&system_tags[]=-archived", "system_tags=-archived");
        row("tags[]=a&type[]=training", "type");
        row("tags[]=a&parent=x", "parent");
        row("search_text=net", "search_text");
        row("tags[]=a&page=2&page_size=5", "page=2");
        row("tags[]=a&hyperparams.Args.lr.value=0.1", "hyperparams.Args.lr.value=0.1");
        row("tags[]=a&order_by[]=user", "“user”");
        row("tags[]=a&search_hidden=true", "search_hidden");
        row("tags[]=__$all,a,__$any,b", "combined");
        row("tags[]=a&tags[]=__$all&tags[]=b", "combined");
        row("tags[]=null", "combined");
        row("tags[]=__$nop,a", "combined");
        row("created[]=soon&created[]=null", "not a time");
        row("last_update[]=2026-11-01", "not a time");
    }

    void whatAPanelCannotSay()
    {
        QFETCH(QString, words);
        QString query = QString::fromUtf8(QTest::currentDataTag());
        if (query.contains("type[]"_L1)) // a widget's own parameter has no brackets
            query.replace("type[]"_L1, "type%5B%5D"_L1);
        const Result<ClearmlRunQuery> runs = read(query);
        QVERIFY(!runs.isOk());
        QVERIFY2(runs.error().message.contains(words), qPrintable(runs.error().message));
    }

    void whatTheServerCannotBeAsked_data()
    {
        QTest::addColumn<QString>("words");
        const auto row = [](const char *filter, const char *words) {
            QTest::newRow(filter) << QString::fromUtf8(words);
        };
        row("config.lr > 1", "“config.lr > 1”");
        row("state = failed or state = running", "“state = failed or state = running”");
        row("not (state = failed and name ~ a)", "not (");
        row("name = a", "“name = \"a\"”");
        row("name !~ a", "“name !~ \"a\"”");
        row("created >= now-7d", "now-7d");
        row("created > 2026-11-01", "created >");
        row("tags contains a and tags in [b, c]", "at once");
        row("tags contains \"-a\"", "-a");
        row("project = nowhere", "“nowhere”");
        row("name ~ a and name ~ b", "twice");
        row("stat = a", "not a field");
    }

    void whatTheServerCannotBeAsked()
    {
        QFETCH(QString, words);
        ClearmlRunQuery runs;
        runs.filter = QString::fromUtf8(QTest::currentDataTag());
        const Result<ClearmlQuery> query = clearmlQueryOfRuns(runs, names);
        QVERIFY(!query.isOk());
        QVERIFY2(query.error().message.contains(words), qPrintable(query.error().message));
        runs = {{}, u"tags contains a"_s, u"-duration"_s, 0, {}};
        QVERIFY(clearmlQueryOfRuns(runs, names).error().message.contains(u"“duration”"_s));
    }
};

QTEST_GUILESS_MAIN(ClearmlRunQueryTest)
#include "test_clearml_run_query.moc"
