#include "ui/report/panel_dialog.h"

#include "core/runs/run_sources.h"
#include "fakes/fake_run_source.h"
#include "support/wait.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

/// Two runs behind "/runs", nothing behind "/empty", an error behind "/broken".
struct Dialog
{
    Dialog()
        : runs(std::make_shared<FakeRunSource>(u"folder:/runs"_s))
        , empty(std::make_shared<FakeRunSource>(u"folder:/empty"_s))
        , broken(std::make_shared<FakeRunSource>(u"folder:/broken"_s))
    {
        runs->addRun(u"one"_s);
        runs->addSeries(u"one"_s, u"train/loss"_s, {3, 2, 1});
        runs->addSeries(u"one"_s, u"accuracy"_s, {1, 2, 3});
        runs->addHistogram(u"one"_s, u"weights"_s, {});
        runs->addRun(u"two"_s);
        runs->addSeries(u"two"_s, u"val/loss"_s, {3, 2, 1});
        MediaSample sample;
        sample.key = u"confusion"_s;
        runs->addMedia(u"two"_s, sample);
        broken->fail({ErrorCode::Io, u"The folder cannot be read."_s, {}});
        sources.addMaker([this](const QString &spec) -> std::shared_ptr<RunSource> {
            for (const auto &source : {runs, empty, broken}) {
                if (source->name() == spec)
                    return source;
            }
            return nullptr;
        });
        dialog = std::make_unique<PanelDialog>(sources, u"/runs"_s);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
    }

    template <typename T>
    T *child(const char *name) const
    {
        return dialog->findChild<T *>(QString::fromLatin1(name));
    }
    QString found() const { return child<QLabel>("panelFound")->text(); }
    /// "x" in front of what is ticked.
    QStringList names() const
    {
        QStringList texts;
        const auto *list = child<QListWidget>("panelNames");
        for (int row = 0; row < list->count(); ++row)
            texts.append((list->item(row)->checkState() == Qt::Checked ? u"x"_s : QString()) +
                         list->item(row)->text());
        return texts;
    }
    void tick(const QString &name, bool ticked) const
    {
        child<QListWidget>("panelNames")
            ->findItems(name, Qt::MatchExactly)
            .first()
            ->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
    }
    void choose(const QString &type) const
    {
        auto *box = child<QComboBox>("panelType");
        box->setCurrentIndex(box->findData(type));
    }
    bool canInsert() const { return child<QPushButton>("insertPanel")->isEnabled(); }
    /// Answers come through the event loop.
    void waitForNames(int count) const
    {
        QTRY_COMPARE_WITH_TIMEOUT(child<QListWidget>("panelNames")->count(), count, hangMs);
    }

    std::shared_ptr<FakeRunSource> runs;
    std::shared_ptr<FakeRunSource> empty;
    std::shared_ptr<FakeRunSource> broken;
    RunSources sources;
    std::unique_ptr<PanelDialog> dialog;
};

} // namespace

class PanelDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void offersWhatTheRunsHave();
    void eachTypeHasItsOwnNames();
    void needsAFolderAndAChoice();
    void saysWhatIsWrongWithTheFolder();
    void anAnswerForAnOlderFolderIsDropped();
    void enterInserts();
    void showsWhatIsThere();
    void keepsNamesThatNoRunHas();
    void aPanelThatNamesNothingStaysSo();
    void leavesOtherSourcesAlone();
    void keepsATypeItDoesNotKnow();
};

void PanelDialogTest::offersWhatTheRunsHave()
{
    const Dialog d;
    d.waitForNames(3);
    QCOMPARE(d.names(), QStringList({u"xaccuracy"_s, u"train/loss"_s, u"val/loss"_s}));
    QCOMPARE(d.found(), u"2 runs found"_s);
    d.tick(u"accuracy"_s, false);
    d.tick(u"val/loss"_s, true);
    d.child<QLineEdit>("panelTitle")->setText(u"  Loss "_s);
    QCOMPARE(d.dialog->choice(),
             PanelChoice({u"line"_s, u"/runs"_s, {}, {u"val/loss"_s}, u"Loss"_s}));
}

void PanelDialogTest::eachTypeHasItsOwnNames()
{
    const Dialog d;
    d.waitForNames(3);
    d.choose(u"media"_s);
    QCOMPARE(d.names(), QStringList{u"xconfusion"_s});
    d.choose(u"figure"_s);
    QCOMPARE(d.names(), QStringList{u"xweights"_s});
    d.choose(u"table"_s);
    QCOMPARE(d.names().size(), 3);
}

void PanelDialogTest::needsAFolderAndAChoice()
{
    const Dialog d;
    d.waitForNames(3);
    QVERIFY(d.canInsert());
    d.tick(u"accuracy"_s, false);
    QVERIFY(!d.canInsert());
    QVERIFY(!d.child<QPushButton>("insertPanel")->toolTip().isEmpty());
    d.tick(u"train/loss"_s, true);
    QVERIFY(d.canInsert());
    d.child<QLineEdit>("panelFolder")->setText(u"  "_s);
    QVERIFY(!d.canInsert());
    QVERIFY(d.found().contains(u"folder"_s));
}

void PanelDialogTest::saysWhatIsWrongWithTheFolder()
{
    const Dialog d;
    d.dialog->setFolder(u"/broken"_s);
    QTRY_COMPARE_WITH_TIMEOUT(d.found(), u"The folder cannot be read."_s, hangMs);
    d.dialog->setFolder(u"/empty"_s);
    QTRY_VERIFY_WITH_TIMEOUT(d.found().startsWith(u"No runs here yet"_s), hangMs);
    QVERIFY(d.canInsert()); // a training may begin later
    d.dialog->setFolder(u"/unknown"_s);
    QVERIFY(!d.found().isEmpty() && !d.found().startsWith(u"No runs"_s));
}

void PanelDialogTest::anAnswerForAnOlderFolderIsDropped()
{
    Dialog d;
    d.waitForNames(3);
    d.runs->holdBack();
    d.dialog->setFolder(u"/runs"_s);
    d.dialog->setFolder(u"/empty"_s);
    d.runs->release();
    QTRY_VERIFY_WITH_TIMEOUT(d.found().startsWith(u"No runs"_s), hangMs);
    QCoreApplication::processEvents();
    QCOMPARE(d.names(), QStringList());
}

void PanelDialogTest::enterInserts()
{
    const Dialog d;
    d.waitForNames(3);
    QSignalSpy accepted(d.dialog.get(), &QDialog::accepted);
    QTest::keyClick(d.child<QLineEdit>("panelTitle"), Qt::Key_Return);
    QCOMPARE(accepted.size(), 1);
    const Dialog escaped;
    QSignalSpy rejected(escaped.dialog.get(), &QDialog::rejected);
    QTest::keyClick(escaped.child<QLineEdit>("panelTitle"), Qt::Key_Escape);
    QCOMPARE(rejected.size(), 1);
}

void PanelDialogTest::showsWhatIsThere()
{
    const Dialog d;
    const PanelChoice existing{
        u"table"_s, u"/runs"_s, {}, {u"val/loss"_s, u"accuracy"_s}, u"All"_s};
    d.dialog->setExisting(existing);
    d.waitForNames(3);
    QCOMPARE(d.names(), QStringList({u"xaccuracy"_s, u"train/loss"_s, u"xval/loss"_s}));
    QCOMPARE(d.child<QComboBox>("panelType")->currentData().toString(), u"table"_s);
    QCOMPARE(d.child<QLineEdit>("panelTitle")->text(), u"All"_s);
    QVERIFY(d.dialog->windowTitle().contains(u"Change"_s));
    QCOMPARE(d.dialog->choice().folder, u"/runs"_s);
}

void PanelDialogTest::keepsNamesThatNoRunHas()
{
    const Dialog d;
    d.dialog->setExisting({u"line"_s, u"/runs"_s, {}, {u"/loss$/"_s}, {}});
    d.waitForNames(4);
    QCOMPARE(d.dialog->choice().names, QStringList{u"/loss$/"_s});
}

void PanelDialogTest::aPanelThatNamesNothingStaysSo()
{
    const Dialog d;
    const PanelChoice existing{u"line"_s, u"/runs"_s, {}, {}, {}};
    d.dialog->setExisting(existing);
    d.waitForNames(3);
    QCOMPARE(d.dialog->choice(), existing);
    QVERIFY(d.canInsert());
}

void PanelDialogTest::leavesOtherSourcesAlone()
{
    const Dialog d;
    const PanelChoice existing{u"line"_s, {}, u"clearml/prod"_s, {u"loss"_s}, {}};
    d.dialog->setExisting(existing);
    QVERIFY(!d.child<QLineEdit>("panelFolder")->isEnabled());
    QVERIFY(!d.found().isEmpty());
    QVERIFY(d.canInsert());
    QCOMPARE(d.dialog->choice(), existing);
}

void PanelDialogTest::keepsATypeItDoesNotKnow()
{
    const Dialog d;
    d.dialog->setExisting({u"parallel"_s, u"/runs"_s, {}, {u"loss"_s}, {}});
    QCOMPARE(d.dialog->choice().type, u"parallel"_s);
}

QTEST_MAIN(PanelDialogTest)
#include "test_panel_dialog.moc"
