#include "core/services/clearml/widgets/clearml_filter.h"
#include "core/services/clearml/widgets/clearml_frame.h"

#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

ClearmlWidget widgetOf(const QString &query)
{
    return readClearmlWidget(u"https://web/widgets/?type=scalar&metrics=loss&"_s + query).value();
}

/// The address after the filter was changed, by way of the frame as reports have it.
QString changed(const QString &query, const std::function<void(ClearmlFilter &)> &change)
{
    const QString code = u"<iframe src=\"https://web/widgets/?type=scalar&metrics=loss&"_s + query +
                         u"\" name=\"a\"></iframe>"_s;
    ClearmlFrame frame = ClearmlFrame::read(code).value();
    ClearmlWidget widget = frame.widget();
    ClearmlFilter filter = readClearmlFilter(widget);
    change(filter);
    setClearmlFilter(widget, filter);
    frame.setWidget(widget);
    return frame.widget().web.isEmpty() ? QString()
                                        : frame.code().section(u'"', 1, 1).section(u'?', 1);
}

} // namespace

/// A dynamic query as a form sees and changes it.
class TestClearmlFilter : public QObject
{
    Q_OBJECT

private slots:
    void isReadFromBothSpellings()
    {
        for (const QString &query :
             {u"project=p1&include_subprojects=true&tags[]=__$all&tags[]=a&tags[]=b&status[]="
              u"completed"
              u"&system_tags[]=-archived&order_by[]=-last_update&page_size=5&page=0"_s,
              u"project=p1&include_subprojects=true&tags[]=__$all,a,b&status[]=completed"
              u"&system_tags[]=-archived&order_by[]=-last_update&page_size=5&page=0"_s}) {
            const ClearmlFilter filter = readClearmlFilter(widgetOf(query));
            QCOMPARE(filter.project, u"p1"_s);
            QVERIFY(filter.withSubprojects);
            QCOMPARE(filter.tags, (QStringList{u"a"_s, u"b"_s}));
            QVERIFY(filter.allTags);
            QCOMPARE(filter.statuses, QStringList{u"completed"_s});
            QVERIFY(filter.withoutArchived);
            QCOMPARE(filter.order, u"-last_update"_s);
            QCOMPARE(filter.most, 5);
        }
    }

    void whatIsNotChangedStaysAsItIs()
    {
        const QString query = u"project=p1&user[]=u&tags[]=a,b&parent=x"_s;
        QCOMPARE(changed(query, [](ClearmlFilter &) {}), u"type=scalar&metrics=loss&"_s + query);
        const QString after = changed(query, [](ClearmlFilter &filter) { filter.most = 3; });
        QVERIFY2(after.contains(query), qPrintable(after));
        QVERIFY(after.contains(u"page_size=3"_s) && after.contains(u"page=0"_s));
    }

    void tagsThatExcludeAreNotTouched()
    {
        const QString query = u"project=p1&tags[]=a&tags[]=-b"_s;
        QVERIFY(readClearmlFilter(widgetOf(query)).areTagsFixed);
        const QString after = changed(query, [](ClearmlFilter &filter) { filter.tags = {u"c"_s}; });
        QVERIFY2(after.contains(query), qPrintable(after));
    }

    void comesBackAsItWasWritten()
    {
        ClearmlFilter wanted;
        wanted.project = u"p2"_s;
        wanted.withSubprojects = true;
        wanted.tags = {u"k,1"_s, u"ä b"_s};
        wanted.statuses = {u"completed"_s, u"published"_s};
        wanted.withoutArchived = true;
        wanted.order = u"-created"_s;
        wanted.most = 7;
        ClearmlWidget widget = widgetOf(u"user[]=u"_s);
        setClearmlFilter(widget, wanted);
        QCOMPARE(readClearmlFilter(widget), wanted);
        const QString query =
            changed(u"user[]=u"_s, [&](ClearmlFilter &filter) { filter = wanted; });
        QCOMPARE(readClearmlFilter(readClearmlWidget(u"https://web/widgets/?"_s + query).value()),
                 wanted);
    }

    void whatIsTakenAwayGoes()
    {
        const QString query = u"project=p1&tags[]=a&status[]=completed&system_tags[]=-archived"
                              u"&order_by[]=-created&page_size=2&page=0&include_subprojects=true"_s;
        ClearmlWidget widget = widgetOf(query);
        setClearmlFilter(widget, {});
        QVERIFY(widget.query.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestClearmlFilter)
#include "test_clearml_filter.moc"
