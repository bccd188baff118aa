#include "core/base/clock.h"
#include "core/services/folders/event_file_writer.h"
#include "support/pdf_tools.h"
#include "support/story_driver.h"
#include "support/test_paths.h"
#include "ui/page/report_page.h"
#include "ui/widgets/card_grid_view.h"
#include "ui/widgets/notification_bar.h"
#include "ui/window/print_preview.h"
#include "ui/window/single_instance.h"

#include <QClipboard>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPrintPreviewWidget>
#include <QProcess>
#include <QPushButton>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

const QString reportName = u"A story"_s;
constexpr QSize imageSize(64, 48);
constexpr QSize windowSize(1210, 790);

/// Points of the longest curve in the page; 0 while there is none.
const QString pointsScript = uR"(Math.max(0, ...[...document.querySelectorAll('.js-plotly-plot')]
    .flatMap((plot) => plot.data.map((trace) => (trace.x ?? []).length))))"_s;
/// Width of the picture in the page, once it has been loaded; 0 before.
const QString imageScript = u"document.querySelector('main img')?.naturalWidth ?? 0"_s;

QString pageHas(const QString &text)
{
    return u"document.querySelector('main')?.textContent.includes('%1') ?? false"_s.arg(text);
}

void typeInto(QWidget *editor, const QString &text)
{
    for (const QChar letter : text) {
        if (letter == u'\n')
            QTest::keyClick(editor, Qt::Key_Return);
        else
            QTest::keyClick(editor, letter.toLatin1());
    }
}

} // namespace

/// One person's first hour. Each slot goes on where the one before ended.
class StoryTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { openProgram(); }

    void welcomesWhoStartsForTheFirstTime()
    {
        m_story->session->start({});
        QVERIFY(StoryDriver::waitUntil([this] { return m_story->currentView() != nullptr; }));
        QVERIFY(m_story->currentView()->title().contains(u"Plotleaf"_s));
        QVERIFY(m_story->waitForPage(pageHas(u"live"_s), true));
        // The welcome report's plots read the recorded runs that were put into the workspace.
        QVERIFY(StoryDriver::waitUntil([this] { return m_story->ask(pointsScript).toInt() > 10; }));
    }

    void makesAReport()
    {
        m_story->trigger("newReport");
        auto *name = m_story->find<QLineEdit>("reportName");
        auto *create = m_story->find<QPushButton>("acceptButton");
        QTest::keyClicks(name, u"A"_s);
        QVERIFY(!create->isEnabled());
        QTest::keyClicks(name, u" story"_s);
        QVERIFY(create->isEnabled());
        QTest::mouseClick(create, Qt::LeftButton);
        QVERIFY(m_story->waitForReport(reportName));
        QCOMPARE(m_story->text(), QString());
    }

    void previewFollowsTheKeys()
    {
        typeInto(m_story->editor(), u"# First words\n\nTyped by hand.\n\n"_s);
        QVERIFY(m_story->waitForPage(u"document.querySelector('main h1')?.textContent ?? ''"_s,
                                     u"First words"_s));
        QVERIFY(m_story->waitForPage(pageHas(u"Typed by hand."_s), true));
    }

    void pastesAnImage()
    {
        QImage image(imageSize, QImage::Format_RGB32);
        image.fill(QColor(200, 40, 90));
        QGuiApplication::clipboard()->setImage(image);
        QTest::keyClick(m_story->editor(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(StoryDriver::waitUntil([this] { return m_story->text().contains(u"](asset:"_s); }));
        QVERIFY(m_story->waitForPage(imageScript, imageSize.width()));
        typeInto(m_story->editor(), u"\n\n"_s);
    }

    void addsAPanelOnAFolder()
    {
        const auto writer = EventFileWriter::create(runFolder() + u"/first"_s, m_clock);
        QVERIFY(writer);
        writeLoss(**writer, 0, 3);
        m_story->trigger("panel");
        m_story->find<QLineEdit>("panelFolder")->setText(runFolder());
        auto *names = m_story->find<QListWidget>("panelNames");
        QVERIFY(StoryDriver::waitUntil([names] { return names->count() == 1; }));
        QCOMPARE(names->item(0)->text(), u"loss"_s);
        m_story->find<QPushButton>("insertPanel")->click();
        QVERIFY(StoryDriver::waitUntil([this] { return m_story->text().contains(u"y: loss"_s); }));
        QVERIFY(m_story->waitForPage(pointsScript, 3));
        // The training goes on; nobody touches the window.
        writeLoss(**writer, 3, 20);
        QVERIFY(m_story->waitForPage(pointsScript, 20));
    }

    void locksWhatIsPublished()
    {
        m_text = m_story->text();
        m_story->trigger("reportPublish");
        m_story->find<QPushButton>("confirmButton")->click();
        ReportView *view = m_story->currentView();
        QVERIFY(StoryDriver::waitUntil([view] { return view->isLocked(); }));
        QTest::keyClicks(m_story->editor(), u"too late"_s);
        QCOMPARE(m_story->text(), m_text);
    }

    void printsToPdf()
    {
        const QString path = m_folder.filePath(u"story.pdf"_s);
        m_story->trigger("reportExportPdf");
        auto *dialog = m_story->find<QFileDialog>("exportDialog");
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");
        QVERIFY(StoryDriver::waitUntil([&path] { return QFile::exists(path); }));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray pdf = file.readAll();
        QCOMPARE(pdfFaults(pdf), QString());
        QCOMPARE(pdfInfo(pdf).value(u"Title"_s), reportName);
        QVERIFY(pdfText(pdf).contains(u"Typed by hand."_s));
        QVERIFY(!pdfImages(pdf).isEmpty());
        QVERIFY(pdfText(pdf).contains(u"loss"_s));
    }

    void printsWhatThePreviewShows()
    {
        m_story->trigger("reportPrint");
        auto *preview = m_story->find<PrintPreview>("printPreview");
        QVERIFY(StoryDriver::waitUntil([preview] { return preview->isVisible(); }));
        const auto *pages = preview->findChild<QPrintPreviewWidget *>();
        QVERIFY(StoryDriver::waitUntil([pages] { return pages->pageCount() >= 1; }));
        // Nothing says that it is still being drawn.
        for (const Notice &notice : m_story->find<NotificationBar>("notificationBar")->notices())
            QVERIFY2(!notice.text.startsWith(u"Drawing"_s), qPrintable(notice.text));
        const QString path = m_folder.filePath(u"printed.pdf"_s);
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path);
        preview->paint(&printer);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!pdfImages(file.readAll()).isEmpty());
        preview->close();
    }

    void secondStartHandsItsFileOver()
    {
        const QString path = m_folder.filePath(u"notes.md"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("# Notes from a file\n");
        file.close();
        SingleInstance instance(workspace());
        QVERIFY(instance.becomeFirst({}));
        instance.listen();
        connect(&instance, &SingleInstance::requested, this,
                [this](const QStringList &files) { m_story->session->raise(files); });
        QProcess second;
        second.setProcessChannelMode(QProcess::ForwardedChannels);
        second.start(plotleaf::binDir() + u"/plotleaf"_s, {u"--workspace"_s, workspace(), path});
        QVERIFY(StoryDriver::waitUntil([&] { return second.state() == QProcess::NotRunning; }));
        QCOMPARE(second.exitStatus(), QProcess::NormalExit);
        QCOMPARE(second.exitCode(), 0);
        QVERIFY(m_story->waitForReport(u"Notes from a file"_s));
    }

    void everythingIsThereAfterARestart()
    {
        m_story->window().resize(windowSize);
        m_story->window().close();
        openProgram();
        m_story->session->start({});
        // What was open is open again, and what was in front is in front.
        QVERIFY(m_story->waitForReport(u"Notes from a file"_s));
        QCOMPARE(m_story->find<QTabWidget>("tabs")->count(), 4);
        QCOMPARE(m_story->window().size(), windowSize);
        m_story->trigger("showLibrary");
        auto *cards = m_story->find<CardGridView>("reportCards");
        QVERIFY(StoryDriver::waitUntil([cards] { return cards->model()->rowCount() == 3; }));
        QVERIFY(!m_story->currentView());

        for (int row = 0; row < cards->model()->rowCount(); ++row) {
            const QModelIndex card = cards->model()->index(row, 0);
            if (card.data().toString() == reportName)
                cards->setCurrentIndex(card);
        }
        m_story->trigger("reportOpen");
        ReportView *view = m_story->waitForReport(reportName);
        QCOMPARE(m_story->text(), m_text);
        QVERIFY(view->isLocked());
        const auto summary = await(m_story->session->library().summary(view->reportId()));
        QVERIFY(summary);
        QCOMPARE(summary->status, ReportStatus::Published);
        QVERIFY(m_story->waitForPage(imageScript, imageSize.width()));
        QVERIFY(m_story->waitForPage(pointsScript, 20));
    }

    void cleanupTestCase() { m_story.reset(); }

private:
    void openProgram()
    {
        m_story.reset();
        m_story = std::make_unique<StoryDriver>(workspace(), m_folder.filePath(u"settings.ini"_s));
    }
    QString workspace() const { return m_folder.filePath(u"workspace"_s); }
    QString runFolder() const { return m_folder.filePath(u"training"_s); }
    static void writeLoss(EventFileWriter &writer, int from, int to)
    {
        for (int step = from; step < to; ++step)
            QVERIFY(writer.addScalar(u"loss"_s, step, 1.0 / (step + 1)));
    }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<StoryDriver> m_story;
    QString m_text; ///< of the report when it was published
};

int main(int argc, char *argv[])
{
    ReportPage::initializeEngine();
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    StoryTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_story.moc"
