#include "fakes/clearml/captured_world.h"
#include "support/page_driver.h"
#include "support/run_browser_fixture.h"
#include "ui/runs/figure_preview.h"
#include "ui/runs/frame_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace plotleaf::test::captured;
using namespace Qt::StringLiterals;

namespace {

/// The form of a frame on the server in memory.
class FormFixture : public RunBrowserFixture
{
public:
    QString frameCode(const QString &query)
    {
        return u"<iframe src=\""_s + clearml.server.http.url().toString() + u"/widgets/?"_s +
               query + u"\" name=\"a\" width=\"100%\" height=\"400\"></iframe>"_s;
    }
    void open(const QString &code, bool isKnown = true)
    {
        form = new FrameForm(services(), isKnown ? place().catalog : nullptr,
                             ClearmlFrame::read(code).value(), browser.get());
        form->open();
    }
    template <typename Widget>
    Widget *in(const char *name) const
    {
        auto *found = form->findChild<Widget *>(QLatin1String(name));
        if (!found)
            qFatal("there is no %s", name);
        return found;
    }
    QListWidgetItem *line(const char *list, const QString &text) const
    {
        return in<QListWidget>(list)->findItems(text, Qt::MatchExactly).value(0);
    }
    void waitForLine(const char *list, const QString &text) const
    {
        if (!waitFor([&] { return line(list, text) != nullptr; }))
            qFatal("there is no %s", qPrintable(text));
    }
    QString addressOf(const QString &code) const
    {
        return ClearmlFrame::read(code).value().attribute(u"src"_s).section(u'?', 1);
    }

    FrameForm *form = nullptr;
};

} // namespace

class TestFrameForm : public QObject
{
    Q_OBJECT

private slots:
    void showsWhatTheFrameSays();
    void changesOnlyWhatIsChanged();
    void runsAreAddedAndTakenAway();
    void aFilterTakesThePlaceOfNamedRuns();
    void parallelAxesAreTicked();
    void whatFailsIsSaidUntilItIsThere();
    void namesThatDoNotComeAreTold();
    void thePreviewFollows();
    void withoutItsServerItStillChanges();
    void aFilterThatFindsEverythingIsRefused();
};

void TestFrameForm::showsWhatTheFrameSays()
{
    FormFixture fixture;
    const QString code =
        fixture.frameCode(u"type=scalar&objectType=task&xaxis=timestamp&objects="_s + baseline +
                          u"&metrics=loss&variants=train&variants=gone"_s);
    fixture.open(code);
    fixture.waitForLine("frameVariants", u"val"_s);
    QCOMPARE(fixture.line("frameMetrics", u"loss"_s)->checkState(), Qt::Checked);
    QCOMPARE(fixture.line("frameVariants", u"train"_s)->checkState(), Qt::Checked);
    QCOMPARE(fixture.line("frameVariants", u"val"_s)->checkState(), Qt::Unchecked);
    QCOMPARE(fixture.line("frameVariants", u"gone (not there)"_s)->checkState(), Qt::Checked);
    QCOMPARE(fixture.in<QComboBox>("frameXAxis")->currentData(), u"timestamp"_s);
    QVERIFY(RunBrowserFixture::waitFor([&] {
        return fixture.in<QListWidget>("frameRuns")->item(0)->text() ==
               u"baseline in Demo/Vision"_s;
    }));
    QCOMPARE(fixture.form->code(), code);
    fixture.clearml.server.checkSchema();
}

void TestFrameForm::changesOnlyWhatIsChanged()
{
    FormFixture fixture;
    const QString query = u"type=scalar&objectType=task&xaxis=iter&objects="_s + baseline +
                          u"&metrics=loss&variants=train&light=true&made_up=1"_s;
    fixture.open(fixture.frameCode(query));
    fixture.waitForLine("frameVariants", u"val"_s);
    fixture.line("frameVariants", u"val"_s)->setCheckState(Qt::Checked);
    QString wanted = query;
    wanted.replace(u"&variants=train"_s, u"&variants=train&variants=val"_s);
    QCOMPARE(fixture.addressOf(fixture.form->code()), wanted);
    auto *axis = fixture.in<QComboBox>("frameXAxis");
    axis->setCurrentIndex(axis->findData(u"iso_time"_s));
    wanted.replace(u"xaxis=iter"_s, u"xaxis=iso_time"_s);
    QCOMPARE(fixture.addressOf(fixture.form->code()), wanted);
    fixture.in<QSpinBox>("frameHeight")->setValue(550);
    QVERIFY(fixture.form->code().contains(u"height=\"550\""_s));
    auto *refresh = fixture.in<QComboBox>("frameRefresh");
    refresh->setCurrentIndex(refresh->findData(u"60s"_s));
    QVERIFY(fixture.form->code().contains(u"plotleaf.refresh=60s"_s));
    // And all the way back.
    fixture.line("frameVariants", u"val"_s)->setCheckState(Qt::Unchecked);
    axis->setCurrentIndex(axis->findData(u"iter"_s));
    refresh->setCurrentIndex(0);
    fixture.in<QSpinBox>("frameHeight")->setValue(400);
    QCOMPARE(fixture.form->code(), fixture.frameCode(query));
}

void TestFrameForm::runsAreAddedAndTakenAway()
{
    FormFixture fixture;
    fixture.open(fixture.frameCode(u"type=scalar&objects="_s + baseline + u"&metrics=loss"_s));
    fixture.in<QLineEdit>("frameRunSearch")->setText(u"wide"_s);
    fixture.waitForLine("frameRunsFound", u"wide in Demo/Vision"_s);
    QTest::keyClick(fixture.in<QLineEdit>("frameRunSearch"), Qt::Key_Return);
    QVERIFY(fixture.form->code().contains(u"objects="_s + baseline + u"&objects="_s + wide));
    fixture.in<QListWidget>("frameRuns")->item(0)->setSelected(true);
    fixture.in<QPushButton>("removeFrameRun")->click();
    QCOMPARE(fixture.addressOf(fixture.form->code()),
             u"type=scalar&objects="_s + wide + u"&metrics=loss"_s);
    // A frame of nothing is not written, and that is said at once.
    auto *accept = fixture.in<QPushButton>("acceptButton");
    QVERIFY(accept->isEnabled());
    fixture.in<QListWidget>("frameRuns")->item(0)->setSelected(true);
    fixture.in<QPushButton>("removeFrameRun")->click();
    QVERIFY(!accept->isEnabled());
    QVERIFY(fixture.in<QLabel>("frameTold")->text().contains(u"names no task"_s));
    fixture.in<QRadioButton>("frameFilter")->click();
    QVERIFY(!accept->isEnabled());
    fixture.in<QLineEdit>("filterTags")->setText(u"k0.5"_s);
    QVERIFY(accept->isEnabled());
    QVERIFY(!fixture.in<QLabel>("frameTold")->text().contains(u"names no task"_s));
}

void TestFrameForm::aFilterTakesThePlaceOfNamedRuns()
{
    FormFixture fixture;
    fixture.open(fixture.frameCode(u"type=scalar&objects="_s + baseline + u"&metrics=loss"_s));
    auto *project = fixture.in<QComboBox>("filterProject");
    QVERIFY(RunBrowserFixture::waitFor([&] { return project->findText(u"Demo/Vision"_s) > 0; }));
    fixture.in<QRadioButton>("frameFilter")->click();
    project->setCurrentIndex(project->findText(u"Demo/Vision"_s));
    fixture.in<QLineEdit>("filterTags")->setText(u"k0.5"_s);
    fixture.in<QCheckBox>("status_completed")->click();
    auto *told = fixture.in<QLabel>("frameTold");
    QVERIFY2(RunBrowserFixture::waitFor([&] {
                 return told->text().contains(u"baseline"_s) && told->text().contains(u"finds"_s);
             }),
             qPrintable(told->text()));
    const QString address = fixture.addressOf(fixture.form->code());
    QVERIFY2(!address.contains(u"objects="_s) && address.contains(u"status[]=completed"_s),
             qPrintable(address));
    fixture.in<QRadioButton>("frameThese")->click();
    QCOMPARE(fixture.addressOf(fixture.form->code()),
             u"type=scalar&objects="_s + baseline + u"&metrics=loss"_s);
    fixture.clearml.server.checkSchema();
}

void TestFrameForm::parallelAxesAreTicked()
{
    FormFixture fixture;
    RunEmbed embed;
    embed.what = RunEmbed::What::Parallel;
    embed.runs.ids = {RunId(baseline), RunId(wide)};
    embed.isCompared = true;
    embed.parallelMetrics = {{{u"loss"_s, u"train"_s}, RunEmbed::Value::Min}};
    const auto parameters = await(fixture.place().catalog->parameters(embed.runs));
    embed.parallelParameters = {parameters->first()};
    const QString code = *fixture.place().catalog->embedCode(embed, fixture.ids);
    fixture.open(code);
    fixture.waitForLine("frameMetrics", u"loss/train (smallest)"_s);
    QCOMPARE(fixture.line("frameMetrics", u"loss/train (smallest)"_s)->checkState(), Qt::Checked);
    const QString parameter = parameters->first().section + u'/' + parameters->first().name;
    fixture.waitForLine("frameVariants", parameter);
    QCOMPARE(fixture.line("frameVariants", parameter)->checkState(), Qt::Checked);
    QCOMPARE(fixture.form->code(), code);
}

/// The axes cannot be had, the parameters can, later.
void TestFrameForm::whatFailsIsSaidUntilItIsThere()
{
    FormFixture fixture;
    const QString runs = u"&objects="_s + baseline + u"&objects="_s + wide;
    fixture.clearml.server.http.add({FakeFault::Kind::Hold, "reports.get_task_data"});
    fixture.open(fixture.frameCode(u"type=parcoords&metrics=a.b"_s + runs));
    QVERIFY(RunBrowserFixture::waitFor([&] { return fixture.clearml.server.http.isHolding(); }));
    const FakeAnswer refusal = {403, "application/json", R"({"meta": {"result_code": 403,
        "result_subcode": 20, "result_msg": "no axes for you"}, "data": {}})"};
    fixture.clearml.server.http.add({FakeFault::Kind::Refuse, "tasks.get_all_ex", refusal});
    fixture.clearml.server.http.release();
    auto *problem = fixture.in<QLabel>("frameNamesProblem");
    QVERIFY(RunBrowserFixture::waitFor(
        [&] { return fixture.in<QListWidget>("frameVariants")->count() > 0; }));
    QVERIFY(RunBrowserFixture::waitFor([&] { return !problem->text().isEmpty(); }));
    QVERIFY(problem->isVisible());
}

void TestFrameForm::namesThatDoNotComeAreTold()
{
    FormFixture fixture;
    for (const char *path : {"projects.get_all_ex", "organization.get_tags", "tasks.get_all_ex"})
        fixture.clearml.server.http.add({FakeFault::Kind::Refuse, path, {403, "text/plain", "no"}});
    fixture.open(fixture.frameCode(u"type=single&objects="_s + baseline));
    auto *problem = fixture.in<QLabel>("filterProblem");
    QVERIFY(RunBrowserFixture::waitFor([&] {
        return problem->text().contains(u"projects are missing"_s) &&
               problem->text().contains(u"tags are missing"_s);
    }));
    auto *names = fixture.in<QLabel>("frameRunsProblem");
    QVERIFY(
        RunBrowserFixture::waitFor([&] { return names->text().contains(u"names are missing"_s); }));
    QVERIFY(names->isVisible());
}

void TestFrameForm::thePreviewFollows()
{
    FormFixture fixture;
    fixture.open(fixture.frameCode(u"type=scalar&objects="_s + baseline + u"&metrics=loss"_s));
    fixture.waitForLine("frameVariants", u"val"_s);
    fixture.line("frameVariants", u"val"_s)->setCheckState(Qt::Checked);
    auto *preview = fixture.in<FigurePreview>("figurePreview");
    QVERIFY(
        RunBrowserFixture::waitFor([&] { return preview->code().contains(u"variants=val"_s); }));
}

void TestFrameForm::withoutItsServerItStillChanges()
{
    FormFixture fixture;
    fixture.open(fixture.frameCode(u"type=scalar&objects=x&metrics=loss"_s), false);
    QVERIFY(fixture.in<QLabel>("frameTold")->text().contains(u"not open here"_s));
    fixture.in<QSpinBox>("frameHeight")->setValue(300);
    QVERIFY(fixture.form->code().contains(u"height=\"300\""_s));
}

void TestFrameForm::aFilterThatFindsEverythingIsRefused()
{
    FormFixture fixture;
    fixture.open(fixture.frameCode(u"type=scalar&objects="_s + baseline + u"&metrics=loss"_s));
    fixture.in<QRadioButton>("frameFilter")->click();
    auto *accept = fixture.in<QPushButton>("acceptButton");
    QVERIFY(RunBrowserFixture::waitFor([&] { return !accept->isEnabled(); }));
    QVERIFY(!fixture.in<QLabel>("frameTold")->text().isEmpty());
}

int main(int argc, char *argv[])
{
    return runPageTest<TestFrameForm>(argc, argv);
}
#include "test_frame_form.moc"
