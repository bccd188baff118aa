#include "ui/report/fence_assist.h"

#include "support/editor_window.h"
#include "support/panel_fixture.h"

#include <QAbstractItemView>
#include <QCompleter>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

/// An editor over a report whose panels find one run.
struct Assisted
{
    PanelFixture panels;
    EditorWindow window;
    FenceAssist assist{window.editor, *panels.feeds, window.theme,
                       [] { return QStringList{u"clearml/prod"_s}; }};

    Assisted()
    {
        panels.source->addRun(u"one"_s);
        panels.source->addSeries(u"one"_s, u"train/loss"_s, {3, 2, 1});
        panels.source->addSeries(u"one"_s, u"val/loss"_s, {3, 2, 1});
    }

    QAbstractItemView &list() const { return *assist.findChild<QCompleter *>()->popup(); }
    QStringList offered() const
    {
        QStringList texts;
        for (int row = 0; assist.isOffering() && row < list().model()->rowCount(); ++row)
            texts << list().model()->index(row, 0).data().toString();
        return texts;
    }
    /// As a person would while the list is shown: keys go to it first.
    void press(Qt::Key key) const
    {
        QTest::keyClick(assist.isOffering() ? static_cast<QWidget *>(&list())
                                            : const_cast<SourceEditor *>(&window.editor),
                        key);
    }
};

} // namespace

/// Completion in the source pane, with keys and what is seen.
class FenceAssistTest : public QObject
{
    Q_OBJECT

private slots:
    void keysAreOfferedWhileOneWrites()
    {
        Assisted f;
        f.window.load(u"```panel\ntype: line\n¦\n```\n"_s);
        f.window.type(u"le"_s);
        QTRY_COMPARE_WITH_TIMEOUT(f.offered().value(0), u"legend: "_s, hangMs);
        f.press(Qt::Key_Return);
        QCOMPARE(f.window.marked(), u"```panel\ntype: line\nlegend: ¦\n```\n"_s);
        // And then its values.
        QTRY_VERIFY_WITH_TIMEOUT(f.offered().contains(u"bottom"_s), hangMs);
        f.press(Qt::Key_Escape);
        QVERIFY(!f.assist.isOffering());
        QCOMPARE(f.window.marked(), u"```panel\ntype: line\nlegend: ¦\n```\n"_s);
    }

    void namesAreThoseOfTheFencesRuns()
    {
        Assisted f;
        f.window.load(u"```panel\ntype: line\nruns: folder:runs\ny: ¦\n```\n"_s);
        f.assist.offer();
        QTRY_COMPARE_WITH_TIMEOUT(f.offered(), QStringList({u"train/loss"_s, u"val/loss"_s}),
                                  hangMs);
        f.window.type(u"v"_s);
        QTRY_COMPARE_WITH_TIMEOUT(f.offered(), QStringList{u"val/loss"_s}, hangMs);
        f.press(Qt::Key_Tab);
        QCOMPARE(f.window.marked(),
                 u"```panel\ntype: line\nruns: folder:runs\ny: val/loss¦\n```\n"_s);
        QVERIFY(!f.assist.isOffering());
        f.window.editor.undo(); // one step
        QCOMPARE(f.window.editor.text(), u"```panel\ntype: line\nruns: folder:runs\ny: v\n```\n"_s);
    }

    void filtersToo()
    {
        Assisted f;
        f.window.load(u"```runset best\nsource: folder:runs\nfilter: metrics.v¦\n```\n"_s);
        f.assist.offer();
        QTRY_VERIFY_WITH_TIMEOUT(!f.offered().filter(u"val/loss"_s).isEmpty(), hangMs);
    }

    void elsewhereNothingIsOffered_data()
    {
        QTest::addColumn<QString>("marked");
        QTest::newRow("text") << u"le¦\n"_s;
        QTest::newRow("code") << u"```yaml\nle¦\n```\n"_s;
        QTest::newRow("after a panel") << u"```panel\ntype: line\n```\nle¦\n"_s;
        QTest::newRow("the fence itself") << u"```panel¦\n```\n"_s;
    }

    void elsewhereNothingIsOffered()
    {
        QFETCH(QString, marked);
        Assisted f;
        f.window.load(marked);
        f.assist.offer();
        QVERIFY(!f.assist.isOffering());
    }

    void withoutTheListKeysAreTheEditors()
    {
        Assisted f;
        f.window.load(u"```panel\ntype: line¦\n```\n"_s);
        f.window.type(u"\n"_s);
        QCOMPARE(f.window.marked(), u"```panel\ntype: line\n¦\n```\n"_s);
        QCoreApplication::processEvents();
        QVERIFY(!f.assist.isOffering()); // an empty line asks for nothing
    }

    void aLockedReportOffersNothing()
    {
        Assisted f;
        f.window.load(u"```panel\nty¦\n```\n"_s);
        f.window.editor.setLocked(true);
        f.assist.offer();
        QVERIFY(!f.assist.isOffering());
    }
};

QTEST_MAIN(FenceAssistTest)
#include "test_fence_assist.moc"
