#include "core/services/clearml/widgets/clearml_frame.h"

#include "support/test_clock.h"

#include <QTest>

#include <functional>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

using Change = std::function<void(ClearmlWidget &)>;

QString frame(const QString &query)
{
    return u"<iframe src=\"https://h/widgets/?"_s + query +
           u"\" name=\"N\" width=\"100%\" height=\"400\"></iframe>"_s;
}

/// Whatever their order.
QMap<QString, QStringList> queryOf(const ClearmlWidget &widget)
{
    QMap<QString, QStringList> query;
    for (const auto &[key, values] : widget.query)
        query[key] = values;
    return query;
}

QString changedCode(const QString &code, const Change &change)
{
    Result<ClearmlFrame> frame = ClearmlFrame::read(code);
    if (!frame)
        return frame.error().message;
    ClearmlWidget widget = frame->widget();
    change(widget);
    frame->setWidget(widget);
    // What was written is what is read.
    const Result<ClearmlFrame> again = ClearmlFrame::read(frame->code());
    if (!again)
        return again.error().message;
    const ClearmlWidget &now = again->widget();
    const bool isSame = now.type == widget.type && now.isModel == widget.isModel &&
                        now.objects == widget.objects && now.metrics == widget.metrics &&
                        now.variants == widget.variants && now.series == widget.series &&
                        now.xAxis == widget.xAxis && now.valueType == widget.valueType &&
                        now.company == widget.company && now.isLight == widget.isLight &&
                        queryOf(now) == queryOf(widget) && now.options == widget.options;
    return isSame ? frame->code() : u"read otherwise: "_s + frame->code();
}

QString changedQuery(const QString &query, const Change &change)
{
    QString code = changedCode(frame(query), change);
    const QString begin = frame({}).section(u'?', 0, 0) + u'?';
    return code.startsWith(begin) ? code.mid(begin.size()).section(u'"', 0, 0) : code;
}

const QString strange =
    u"type=scalar&iterations=3&objectType=task&foo=a%20b+c&xaxis=iter&objects=1&metrics=l%6Fss&"
    "variants=train&plotleaf.smooth=ema:0.6&company=c&bar"_s;

} // namespace

/// A widget's frame changed in a form: what is not changed stays, byte for byte.
class TestClearmlFrame : public QObject
{
    Q_OBJECT

private slots:
    void nothingChangedIsNothingChanged_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("of the web app") << frame(u"type=scalar&objectType=task&objects=1"_s);
        QTest::newRow("unknown parameters") << frame(strange);
        QTest::newRow("empty parts") << frame(u"type=scalar&&objects=1&"_s);
        QTest::newRow("escaped") << frame(u"type=scalar&amp;objects=1&amp;metrics=a"_s);
        QTest::newRow("of old") << u"<iframe src='/widgets?type=scalar&tasks=1&company=2'/>"_s;
        QTest::newRow("fragment") << frame(u"type=scalar&objects=1#part"_s);
        QTest::newRow("lines") << u"<IFRAME\n  width=40\n  src = \"https://h/widgets/?type=single&"
                                  "objects=1\"\n>\n</IFRAME >"_s;
        QTest::newRow("commas") << frame(u"type=single&tags[]=__$or,a,b&status[]=completed"_s);
    }

    void nothingChangedIsNothingChanged()
    {
        QFETCH(QString, code);
        QCOMPARE(changedCode(code, [](ClearmlWidget & /*widget*/) {}), code);
    }

    void oneParameter()
    {
        QCOMPARE(changedQuery(strange, [](auto &widget) { widget.xAxis = u"timestamp"_s; }),
                 QString(strange).replace(u"xaxis=iter"_s, u"xaxis=timestamp"_s));
        QCOMPARE(changedQuery(strange, [](auto &widget) { widget.metrics = {u"a b/c"_s}; }),
                 QString(strange).replace(u"metrics=l%6Fss"_s, u"metrics=a%20b%2Fc"_s));
        QCOMPARE(changedQuery(strange, [](auto &widget) { widget.isModel = true; }),
                 QString(strange).replace(u"objectType=task"_s, u"objectType=model"_s));
        QCOMPARE(changedQuery(strange, [](auto &widget) { widget.company.clear(); }),
                 QString(strange).remove(u"&company=c"_s));
        QCOMPARE(
            changedQuery(strange, [](auto &widget) { widget.type = ClearmlWidget::Type::Single; }),
            QString(strange).replace(u"type=scalar"_s, u"type=single"_s));
        QCOMPARE(changedQuery(u"type=single&objects=1"_s, [](auto &w) { w.isLight = true; }),
                 u"type=single&objects=1&light=true"_s);
    }

    /// Where the web app would have written them.
    void moreAndFewerValues()
    {
        const QString query = u"type=scalar&objectType=task&objects=1&objects=2&metrics=m"_s;
        QCOMPARE(changedQuery(query, [](auto &widget) { widget.objects << u"3"_s; }),
                 u"type=scalar&objectType=task&objects=1&objects=2&objects=3&metrics=m"_s);
        QCOMPARE(changedQuery(query, [](auto &widget) { widget.objects = {u"2"_s}; }),
                 u"type=scalar&objectType=task&objects=2&objects=&metrics=m"_s);
        QCOMPARE(changedQuery(query,
                              [](auto &widget) {
                                  widget.objects = {u"2"_s};
                                  widget.isCompared = false;
                              }),
                 u"type=scalar&objectType=task&objects=2&metrics=m"_s);
        QCOMPARE(changedQuery(query, [](auto &widget) { widget.series = {u"a b"_s}; }),
                 u"type=scalar&objectType=task&series=a+b&objects=1&objects=2&metrics=m"_s);
        QCOMPARE(changedQuery(query,
                              [](auto &widget) {
                                  widget.variants = {u"v"_s, u"w x"_s};
                              }),
                 query + u"&variants=v&variants=w%20x"_s);
        QCOMPARE(changedQuery(query, [](auto &widget) { widget.metrics.clear(); }),
                 QString(query).remove(u"&metrics=m"_s));
    }

    void fixedTasksBecomeAQuery()
    {
        QCOMPARE(changedQuery(u"type=scalar&objectType=task&objects=1&metrics=m"_s,
                              [](auto &widget) {
                                  widget.objects.clear();
                                  widget.query = {{u"project"_s, {u"p"_s}},
                                                  {u"tags"_s, {u"__$or"_s, u"a b"_s, u"c"_s}},
                                                  {u"page_size"_s, {u"5"_s}}};
                              }),
                 u"type=scalar&objectType=task&metrics=m&project[]=p&tags[]=__%24or&"
                 "tags[]=a%20b&tags[]=c&page_size=5"_s);
    }

    /// The form with commas, which only the hosted server understands, is written anew once it is
    /// touched; what is not touched keeps it.
    void queriesWithCommas()
    {
        const QString query = u"type=single&tags[]=__$or,a,b&status[]=completed,published"_s;
        QCOMPARE(changedQuery(query, [](auto &widget) { widget.query[0].second.append(u"c"_s); }),
                 u"type=single&tags[]=__%24or&tags[]=a&tags[]=b&tags[]=c&"
                 "status[]=completed,published"_s);
        QCOMPARE(changedQuery(query, [](auto &w) { w.query[0].second = {u"a,b"_s}; }),
                 u"type=single&status[]=completed,published&tags=a%2Cb"_s);
        QCOMPARE(changedQuery(query, [](auto &widget) { widget.query.removeFirst(); }),
                 u"type=single&status[]=completed,published"_s);
    }

    void ownOptions()
    {
        QCOMPARE(changedQuery(strange,
                              [](auto &widget) {
                                  widget.options[u"smooth"_s] = u"ema:0.9"_s;
                                  widget.options[u"y"_s] = u"log"_s;
                              }),
                 QString(strange).replace(u"ema:0.6"_s, u"ema%3A0.9"_s) + u"&plotleaf.y=log"_s);
        QCOMPARE(changedQuery(strange, [](auto &widget) { widget.options.clear(); }),
                 QString(strange).remove(u"&plotleaf.smooth=ema:0.6"_s));
    }

    void addressesOfOld()
    {
        const QString code = u"<iframe src='/widgets?type=scalar&tasks=1&models=x&metrics=m'>"_s;
        QCOMPARE(changedCode(code, [](auto &widget) { widget.metrics = {u"it's"_s}; }),
                 QString(code).replace(u"metrics=m"_s, u"metrics=it%27s"_s));
        QCOMPARE(changedCode(code, [](auto &widget) { widget.objects = {u"2"_s}; }),
                 u"<iframe src='/widgets?type=scalar&objects=2&models=x&metrics=m'>"_s);
        QCOMPARE(changedCode(code, [](auto &widget) { widget.isModel = false; }),
                 u"<iframe src='/widgets?type=scalar&objectType=task&tasks=1&metrics=m'>"_s);
    }

    void escapedAmpersandsStayEscaped()
    {
        QCOMPARE(changedQuery(u"type=scalar&amp;objects=1&amp;metrics=m"_s,
                              [](auto &widget) { widget.variants = {u"a&b"_s}; }),
                 u"type=scalar&amp;objects=1&amp;metrics=m&amp;variants=a%26b"_s);
    }

    void newFrames()
    {
        CountingIdSource ids;
        ClearmlWidget widget;
        widget.metrics = {u"loss"_s};
        widget.query = {{u"project"_s, {u"p"_s}}, {u"page_size"_s, {u"5"_s}}};
        widget.options = {{u"y"_s, u"log"_s}};
        const ClearmlFrame frame = ClearmlFrame::make(widget, QUrl(u"https://h"_s), ids);
        QCOMPARE(frame.code(),
                 u"<iframe src=\"https://h/widgets/?type=scalar&objectType=task&xaxis=iter&"
                 "metrics=loss&project[]=p&page_size=5&plotleaf.y=log\" "
                 "name=\"00000000-0000-0000-0000-000000000001\" width=\"100%\" "
                 "height=\"400\"></iframe>"_s);
        QCOMPARE(ClearmlFrame::read(frame.code())->widget().metrics, widget.metrics);
        QCOMPARE(frame.widget().web, QUrl(u"https://h"_s));
    }

    void otherAttributes()
    {
        Result<ClearmlFrame> frame = ClearmlFrame::read(
            u"<iframe data-name=\"x\" name='N' height=400 src=\"https://h/widgets/?type=single&objects=1\"></iframe>"_s);
        QVERIFY(frame);
        QCOMPARE(frame->attribute(u"name"_s), u"N"_s);
        QCOMPARE(frame->attribute(u"height"_s), u"400"_s);
        QCOMPARE(frame->attribute(u"width"_s), QString());
        frame->setAttribute(u"name"_s, u"other"_s);
        frame->setAttribute(u"height"_s, u"300"_s);
        frame->setAttribute(u"width"_s, u"50%"_s);
        QCOMPARE(frame->code(),
                 u"<iframe width=\"50%\" data-name=\"x\" name='other' height=\"300\" "
                 "src=\"https://h/widgets/?type=single&objects=1\"></iframe>"_s);
    }

    void notAFrameOfAWidget()
    {
        const QStringList codes = {u""_s,
                                   u"text"_s,
                                   u"<iframe>"_s,
                                   u"<iframe src=\"https://youtube.com/embed/1\">"_s,
                                   u"<iframe src=\"https://h/widgets/?type=other\">"_s,
                                   u" <iframe src=\"https://h/widgets/?type=single\">"_s,
                                   frame(u"type=single"_s) + frame(u"type=single"_s)};
        for (const QString &code : codes) {
            QVERIFY2(!ClearmlFrame::read(code), qPrintable(code));
        }
    }
};

QTEST_GUILESS_MAIN(TestClearmlFrame)
#include "test_clearml_frame.moc"
