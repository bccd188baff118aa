#include "core/markdown/markdown_service.h"

#include "support/wait.h"

#include <QSignalSpy>
#include <QTest>

using namespace plotleaf;
using plotleaf::test::await;

namespace {

const QString helperPath = QStringLiteral(PLOTLEAF_BIN_DIR "/plotleaf-markdown");

QByteArray htmlOf(const MarkdownDocument &document)
{
    QByteArray html;
    for (const MarkdownBlock &block : document.blocks)
        html += block.html;
    return html;
}

} // namespace

class MarkdownServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void rendersWithVersionAndLines()
    {
        MarkdownService service(helperPath);
        QSignalSpy rendered(&service, &MarkdownService::rendered);
        service.render(QStringLiteral("# One\n\nTwo *three*\n"), 7);
        QVERIFY(rendered.wait(test::hangMs));
        const auto document = rendered.at(0).at(0).value<MarkdownDocumentPtr>();
        QCOMPARE(document->version, 7);
        QCOMPARE(document->blocks.size(), 2);
        QCOMPARE(document->blocks[0].html, QByteArray("<h1 id=\"one\">One</h1>\n"));
        QCOMPARE(document->blocks[1].html, QByteArray("<p>Two <em>three</em></p>\n"));
        QCOMPARE(document->blocks[1].firstLine, 2);
        QCOMPARE(document->words, 3);
        QCOMPARE(document->outline.size(), 1);
    }

    void rendersOnce()
    {
        MarkdownService service(helperPath);
        const auto document = await(service.renderOnce(QStringLiteral("**a**")));
        QVERIFY(document.isOk());
        QCOMPARE(htmlOf(**document), QByteArray("<p><strong>a</strong></p>\n"));
    }

    void saysWhenTheHelperCannotBeStarted()
    {
        MarkdownService service(QStringLiteral("/nowhere/plotleaf-markdown"));
        QSignalSpy failed(&service, &MarkdownService::failed);
        service.render(QStringLiteral("a"), 1);
        QVERIFY(failed.wait(test::hangMs));
        QVERIFY(
            failed.at(0).at(0).toString().contains(QStringLiteral("/nowhere/plotleaf-markdown")));
        QVERIFY(!await(service.renderOnce(QStringLiteral("a"))).isOk());
    }
};

QTEST_GUILESS_MAIN(MarkdownServiceTest)
#include "test_markdown_service.moc"
