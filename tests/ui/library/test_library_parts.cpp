#include "support/library_fixture.h"
#include "ui/library/message_panel.h"
#include "ui/library/path_bar.h"
#include "ui/library/project_list_model.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

/// The parts of the library page that stand around the cards.
class TestLibraryParts : public QObject
{
    Q_OBJECT

private slots:
    void pathBarLeadsToEachPart();
    void pathBarTakesAnyName();
    void pathBarFollowsTheTheme();
    void messageHasTextAndButtons();
    void messageGrowsWithItsText();
    void projectsCountWhatIsBelow();
    void projectWithPartsHasACardForAllOfIt();
    void projectsFollowTheLibrary();
    void archivedReportsDoNotCount();
    void lastPathWins();

private:
    static QStringList rows(const ProjectListModel &model)
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names.append(model.index(row).data().toString());
        return names;
    }
    static ProjectSummary project(const ProjectListModel &model, int row)
    {
        return model.index(row).data(ProjectListModel::ProjectRole).value<ProjectSummary>();
    }
    static bool waitForRows(const ProjectListModel &model, const QStringList &wanted)
    {
        return QTest::qWaitFor([&] { return rows(model) == wanted; }, hangMs);
    }
    /// Texts of the path bar's parts as they are now, from left to right.
    static QStringList parts(PathBar &bar)
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QStringList texts;
        for (const QToolButton *button : bar.findChildren<QToolButton *>(u"pathPart"_s))
            texts.append(button->text());
        texts.append(bar.findChild<QLabel *>(u"pathTitle"_s)->text());
        return texts;
    }

    SystemColorScheme m_system;
    Theme m_theme{m_system};
};

void TestLibraryParts::pathBarLeadsToEachPart()
{
    PathBar bar(m_theme);
    QSignalSpy chosen(&bar, &PathBar::pathChosen);
    bar.setPath(u"Reports"_s, {});
    QCOMPARE(parts(bar), QStringList{u"Reports"_s});
    bar.setPath(u"Reports"_s, u"vision/resnet/v2"_s);
    QCOMPARE(parts(bar), QStringList({u"Reports"_s, u"vision"_s, u"resnet"_s, u"v2"_s}));
    for (QToolButton *button : bar.findChildren<QToolButton *>(u"pathPart"_s)) {
        QVERIFY(!button->accessibleName().isEmpty());
        QVERIFY2(button->focusPolicy() & Qt::TabFocus, "the keyboard cannot go back up");
        button->click();
    }
    QStringList paths;
    for (const auto &signal : chosen)
        paths.append(signal.first().toString());
    QCOMPARE(paths, QStringList({QString(), u"vision"_s, u"vision/resnet"_s}));
}

void TestLibraryParts::pathBarTakesAnyName()
{
    PathBar bar(m_theme);
    bar.setPath(u"Reports"_s, u"R&D/<b>x"_s);
    QCOMPARE(parts(bar), QStringList({u"Reports"_s, u"R&&D"_s, u"<b>x"_s}));
    QCOMPARE(bar.findChild<QLabel *>(u"pathTitle"_s)->textFormat(), Qt::PlainText);
}

void TestLibraryParts::pathBarFollowsTheTheme()
{
    PathBar bar(m_theme);
    bar.setPath(u"Reports"_s, u"vision"_s);
    m_theme.setBodyPointSize(m_theme.bodyPointSize() + 3);
    QCOMPARE(parts(bar), QStringList({u"Reports"_s, u"vision"_s}));
    QCOMPARE(bar.findChild<QLabel *>(u"pathTitle"_s)->font().pointSizeF(),
             m_theme.font(FontRole::Title).pointSizeF());
}

void TestLibraryParts::messageHasTextAndButtons()
{
    MessagePanel panel(m_theme);
    panel.setMessage(u"archive"_s, u"Nothing here"_s, u"Because of that."_s);
    panel.clearButtons();
    QPushButton *first = panel.addButton(u"a"_s, u"First"_s, true);
    panel.addButton(u"b"_s, u"Second"_s);
    panel.resize(800, 600);
    panel.show();
    QCOMPARE(panel.findChild<QLabel *>(u"messageTitle"_s)->text(), u"Nothing here"_s);
    QCOMPARE(first->property("look").toString(), u"primary"_s);
    QVERIFY(first->geometry().right() < panel.findChild<QPushButton *>(u"b"_s)->geometry().left());
    panel.clearButtons();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY2(!panel.findChild<QPushButton *>(), "buttons of another message are left");
}

void TestLibraryParts::messageGrowsWithItsText()
{
    MessagePanel panel(m_theme);
    auto *text = panel.findChild<QLabel *>(u"messageText"_s);
    panel.setMessage(u"archive"_s, u"Title"_s, u"Short."_s);
    const int before = text->height();
    panel.setMessage(u"archive"_s, u"Title"_s, u"A long text that needs lines. "_s.repeated(20));
    QVERIFY(text->height() > 3 * before);
    QVERIFY(text->height() >= text->heightForWidth(text->width()));
}

void TestLibraryParts::projectsCountWhatIsBelow()
{
    LibraryFixture f;
    f.add(u"One"_s, u"vision/resnet"_s);
    const ReportId published = f.add(u"Two"_s, u"vision/vit"_s);
    QVERIFY(await(f.library->publish(published)));
    f.add(u"Three"_s, u"speech"_s);
    f.add(u"Four"_s);
    ProjectListModel model(*f.library);
    const QAbstractItemModelTester tester(&model);
    model.setPath({});
    QCOMPARE(model.state(), ProjectListModel::State::Loading);
    QVERIFY(waitForRows(model, {u"speech"_s, u"vision"_s}));
    QCOMPARE(model.state(), ProjectListModel::State::Ready);
    const ProjectSummary vision = project(model, 1);
    QCOMPARE(vision.reports, 2);
    QCOMPARE(vision.published, 1);
    QCOMPARE(vision.subprojects, QStringList({u"resnet"_s, u"vit"_s}));
    QVERIFY(vision.updated.isValid());
}

void TestLibraryParts::projectWithPartsHasACardForAllOfIt()
{
    LibraryFixture f;
    f.add(u"One"_s, u"vision/resnet/v2"_s);
    f.add(u"Two"_s, u"vision"_s);
    ProjectListModel model(*f.library);
    model.setPath(u"vision"_s);
    QVERIFY(waitForRows(model, {u"All of vision"_s, u"resnet"_s}));
    QVERIFY(model.index(0).data(ProjectListModel::IsWholeRole).toBool());
    QVERIFY(!model.index(1).data(ProjectListModel::IsWholeRole).toBool());
    QCOMPARE(project(model, 0).reports, 2);
    model.setPath(u"vision/resnet"_s);
    QVERIFY(waitForRows(model, {u"All of resnet"_s, u"v2"_s}));
    model.setPath(u"vision/resnet/v2"_s);
    QVERIFY(waitForRows(model, {}));
    QCOMPARE(model.path(), u"vision/resnet/v2"_s);
}

void TestLibraryParts::projectsFollowTheLibrary()
{
    LibraryFixture f;
    ProjectListModel model(*f.library);
    model.setPath({});
    const ReportId id = f.add(u"One"_s, u"vision"_s);
    QVERIFY(waitForRows(model, {u"vision"_s}));
    QVERIFY(await(f.library->move(id, u"speech"_s)));
    QVERIFY(QTest::qWaitFor([&] { return rows(model).contains(u"speech"_s); }, hangMs));
}

void TestLibraryParts::archivedReportsDoNotCount()
{
    LibraryFixture f;
    const ReportId id = f.add(u"One"_s, u"vision"_s);
    f.add(u"Two"_s, u"vision"_s);
    ProjectListModel model(*f.library);
    model.setPath({});
    QVERIFY(waitForRows(model, {u"vision"_s}));
    QCOMPARE(project(model, 0).reports, 2);
    QVERIFY(await(f.library->setArchived(id, true)));
    QVERIFY(QTest::qWaitFor([&] { return project(model, 0).reports == 1; }, hangMs));
}

void TestLibraryParts::lastPathWins()
{
    LibraryFixture f;
    f.add(u"One"_s, u"vision/resnet"_s);
    f.add(u"Two"_s, u"speech/asr"_s);
    ProjectListModel model(*f.library);
    model.setPath(u"vision"_s);
    model.setPath(u"speech"_s);
    QVERIFY(waitForRows(model, {u"All of speech"_s, u"asr"_s}));
}

QTEST_MAIN(TestLibraryParts)
#include "test_library_parts.moc"
