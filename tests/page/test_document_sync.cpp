#include "support/page_driver.h"
#include "ui/page/document_sync.h"
#include "ui/page/page_link.h"
#include "ui/page/page_view.h"
#include "ui/page/shell_page.h"

#include <QSignalSpy>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int manyBlocks = 1000;

MarkdownDocumentPtr paragraphs(int count, qint64 version)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += "Paragraph " + QByteArray::number(i) + "\n\n";
    return markdown(text, version);
}

/// A page, in a window or where nobody sees it.
struct Pane
{
    enum class Seen { No, Yes };

    explicit Pane(Seen seen, DocumentSync::Start start = DocumentSync::Start::BeginningFirst)
        : sync(link, start), shown(link.host(), &PageHost::versionShown)
    {
        if (seen == Seen::Yes) {
            view = std::make_unique<PageView>(link.page());
            view->resize(800, 600);
            view->show();
        }
        load();
    }
    ~Pane() { view.reset(); }

    void load()
    {
        QSignalSpy ready(&link, &PageLink::ready);
        link.load();
        QVERIFY(ready.wait(hangMs));
    }

    /// The versions that were painted, until `last` was.
    QList<qint64> versionsUntil(qint64 last)
    {
        QList<qint64> versions;
        while (versions.isEmpty() || versions.last() != last) {
            if (shown.isEmpty() && !shown.wait(hangMs))
                break;
            versions.append(shown.takeFirst().first().toLongLong());
        }
        return versions;
    }

    int blocks()
    {
        QVariant count;
        QEventLoop loop;
        link.evaluate(u"document.querySelectorAll('.pl-block').length"_s,
                      [&](const QVariant &answer) {
                          count = answer;
                          loop.quit();
                      });
        loop.exec();
        return count.toInt();
    }

    PageLink link{{}, PageMode::Screen};
    DocumentSync sync;
    QSignalSpy shown;
    std::unique_ptr<PageView> view;
};

} // namespace

/// In which pieces a page gets its document.
class TestDocumentSync : public QObject
{
    Q_OBJECT

private slots:
    void longDocumentsBeginAtTheirBeginning()
    {
        Pane pane(Pane::Seen::Yes);
        pane.sync.setDocument(paragraphs(manyBlocks, 1));
        QCOMPARE(pane.versionsUntil(1), (QList<qint64>{DocumentSync::beginningVersion, 1}));
        QCOMPARE(pane.blocks(), manyBlocks);
        // Only what is empty begins so.
        pane.sync.setDocument(paragraphs(2 * manyBlocks, 2));
        QCOMPARE(pane.versionsUntil(2), QList<qint64>{2});
    }

    void whatIsTypedMeanwhileComesNext()
    {
        Pane pane(Pane::Seen::Yes);
        pane.sync.setDocument(paragraphs(manyBlocks, 1));
        pane.sync.setDocument(paragraphs(manyBlocks + 1, 2));
        QCOMPARE(pane.versionsUntil(2), (QList<qint64>{DocumentSync::beginningVersion, 2}));
        QCOMPARE(pane.blocks(), manyBlocks + 1);
    }

    void shortDocumentsComeWhole()
    {
        Pane pane(Pane::Seen::Yes);
        pane.sync.setDocument(paragraphs(20, 1));
        QCOMPARE(pane.versionsUntil(1), QList<qint64>{1});
    }

    void pageThatIsLoadedAgainGetsAllAtOnce()
    {
        Pane pane(Pane::Seen::Yes);
        pane.sync.setDocument(paragraphs(manyBlocks, 1));
        QCOMPARE(pane.versionsUntil(1).last(), 1);
        pane.load();
        QCOMPARE(pane.versionsUntil(1), QList<qint64>{1});
    }

    void pageThatNobodySeesGetsTheRestToo()
    {
        Pane pane(Pane::Seen::No);
        pane.sync.setDocument(paragraphs(manyBlocks, 1));
        QTRY_COMPARE_WITH_TIMEOUT(pane.blocks(), manyBlocks, hangMs);
    }

    void paperGetsAllAtOnce()
    {
        Pane pane(Pane::Seen::Yes, DocumentSync::Start::Whole);
        pane.sync.setDocument(paragraphs(manyBlocks, 1));
        QCOMPARE(pane.versionsUntil(1), QList<qint64>{1});
    }
};

int main(int argc, char *argv[])
{
    return runPageTest<TestDocumentSync>(argc, argv);
}
#include "test_document_sync.moc"
