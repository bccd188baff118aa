#include "core/markdown/markdown_host.h"
#include "core/markdown/markdown_parser.h"
#include "core/markdown/markdown_service.h"

#include "support/test_paths.h"
#include "support/wait.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

using namespace plotleaf;
using plotleaf::test::await;

namespace {

const QString helperPath = plotleaf::binDir() + u"/plotleaf-markdown"_s;

QByteArray htmlOf(const MarkdownDocument &document)
{
    QByteArray html;
    for (const MarkdownBlock &block : document.blocks)
        html += block.html;
    return html;
}

MarkdownDocumentPtr documentIn(const QSignalSpy &rendered)
{
    return rendered.last().at(0).value<MarkdownDocumentPtr>();
}

bool same(const MarkdownDocument &a, const MarkdownDocument &b)
{
    const bool blocks =
        std::equal(a.blocks.begin(), a.blocks.end(), b.blocks.begin(), b.blocks.end(),
                   [](const MarkdownBlock &x, const MarkdownBlock &y) {
                       return x.hash == y.hash && x.html == y.html && x.firstLine == y.firstLine &&
                              x.lastLine == y.lastLine;
                   });
    return blocks && a.words == b.words && a.outline.size() == b.outline.size() &&
           a.panels.size() == b.panels.size();
}

/// The helpers that this process started, as the system lists them.
QVector<pid_t> helpers()
{
    QVector<pid_t> found;
    const QString own = QString::number(QCoreApplication::applicationPid());
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile stat(QStringLiteral("/proc/%1/stat").arg(name));
        if (name.toInt() == 0 || !stat.open(QIODevice::ReadOnly))
            continue;
        const QByteArray line = stat.readAll();
        const QList<QByteArray> behindName = line.mid(line.lastIndexOf(')') + 2).split(' ');
        if (line.contains("(plotleaf-markdo") && QString::fromLatin1(behindName.value(1)) == own)
            found.append(name.toInt());
    }
    return found;
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
        const auto document = documentIn(rendered);
        QCOMPARE(document->version, 7);
        QCOMPARE(document->blocks.size(), 2);
        QCOMPARE(document->blocks[0].html, QByteArray("<h1 id=\"one\">One</h1>\n"));
        QCOMPARE(document->blocks[1].html, QByteArray("<p>Two <em>three</em></p>\n"));
        QCOMPARE(document->blocks[1].firstLine, 2);
        QCOMPARE(document->words, 3);
        QCOMPARE(document->outline.size(), 1);
    }

    void newestWinsAndVersionsGrow()
    {
        MarkdownService service(helperPath);
        QSignalSpy rendered(&service, &MarkdownService::rendered);
        for (int version = 1; version <= 500; ++version)
            service.render(QStringLiteral("text %1\n\n").arg(version).repeated(200), version);
        QVERIFY(QTest::qWaitFor(
            [&] { return !rendered.isEmpty() && documentIn(rendered)->version == 500; },
            test::hangMs));
        QVERIFY(rendered.size() < 500);
        qint64 last = 0;
        for (const QVariantList &signal : rendered) {
            const auto document = signal.at(0).value<MarkdownDocumentPtr>();
            QVERIFY(document->version > last);
            last = document->version;
            QCOMPARE(document->blocks.first().html,
                     "<p>text " + QByteArray::number(last) + "</p>\n");
        }
    }

    void differencesAddUpToTheWhole()
    {
        const quint32 seed = QRandomGenerator::system()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        const QStringList pieces = {QStringLiteral("# Head\n\n"),
                                    QStringLiteral("- [ ] task\n"),
                                    QStringLiteral("\n"),
                                    QStringLiteral("<details>\n\n"),
                                    QStringLiteral("</details>\n\n"),
                                    QStringLiteral("[^1]\n\n[^1]: note\n\n"),
                                    QStringLiteral("```\n"),
                                    QStringLiteral("```panel\ny: a\n```\n\n"),
                                    QStringLiteral("ü $x$ *y*\n\n")};
        MarkdownService service(helperPath);
        QString text;
        for (int round = 0; round < 200; ++round) {
            const auto at = random.bounded(int(text.size()) + 1);
            if (random.bounded(4) == 0)
                text.remove(at, random.bounded(20));
            else
                text.insert(at, pieces[random.bounded(pieces.size())]);
            const auto document = await(service.renderOnce(text));
            QVERIFY(document.isOk());
            QVERIFY2(same(**document, MarkdownParser::parse(text.toUtf8())), qPrintable(text));
        }
    }

    void optionsAndWordsTravel()
    {
        MarkdownService service(helperPath);
        MarkdownOptions options;
        options.frontMatter = true;
        options.texts.note = QStringLiteral("Hinweis");
        const auto document =
            await(service.renderOnce(QStringLiteral("---\na: b\n---\n> [!NOTE]\n> x\n"), options));
        QVERIFY(document.isOk());
        QVERIFY(htmlOf(**document).contains("<p class=\"pl-alert-title\">Hinweis</p>"));
        QVERIFY(!htmlOf(**document).contains("<hr"));
    }

    void survivesAKilledHelper()
    {
        MarkdownService service(helperPath);
        QVERIFY(await(service.renderOnce(QStringLiteral("warm"))).isOk());
        // While idle, and while it is at work on something long.
        const QString text =
            QStringLiteral("Some *text* with [links](https://a.b).\n\n").repeated(40'000);
        for (const bool busy : {false, true}) {
            const QVector<pid_t> before = helpers();
            QCOMPARE(before.size(), 1);
            QFuture<Result<MarkdownDocumentPtr>> future;
            if (busy)
                future = service.renderOnce(text);
            QCOMPARE(::kill(before.first(), SIGKILL), 0);
            if (!busy)
                future = service.renderOnce(text);
            const auto document = await(future);
            QVERIFY(document.isOk());
            QCOMPARE((*document)->blocks.size(), 40'000);
            QVERIFY((*document)->problems.isEmpty());
            QVERIFY(helpers() != before);
        }
    }

    void leavesNoHelperBehind()
    {
        {
            MarkdownService service(helperPath);
            QVERIFY(await(service.renderOnce(QStringLiteral("a"))).isOk());
            QCOMPARE(helpers().size(), 1);
        }
        QVERIFY(helpers().isEmpty());
    }

    void endingCancelsWhatWaits()
    {
        QFuture<Result<MarkdownDocumentPtr>> first;
        QFuture<Result<MarkdownDocumentPtr>> second;
        {
            MarkdownService service(helperPath);
            first = service.renderOnce(QStringLiteral("![[]()").repeated(50'000));
            second = service.renderOnce(QStringLiteral("a"));
        }
        QVERIFY(first.isFinished());
        QVERIFY(second.isFinished());
        QCOMPARE(second.result().error().code, ErrorCode::Cancelled);
    }

    void tenMegabytes()
    {
        const QString text =
            QStringLiteral(
                "# Head\n\nSome *text* with `code` and [links](https://a.b).\n\n- a\n- b\n\n")
                .repeated(160'000);
        QVERIFY(text.size() > 10'000'000);
        MarkdownService service(helperPath);
        const auto document = await(service.renderOnce(text));
        QVERIFY(document.isOk());
        QVERIFY((*document)->problems.isEmpty());
        QCOMPARE((*document)->blocks.size(), 3 * 160'000);
        QCOMPARE((*document)->outline.last().id, QStringLiteral("head-159999"));
    }

    void theLogTellsOfDeaths()
    {
        const QString deadly = QStringLiteral("a|b|c\n-|-\n").repeated(15'000);
        MarkdownHost host(helperPath);
        (void)host.render(deadly.toUtf8(), {}, 1);
        if (host.deaths() == 0)
            QSKIP("This version of cmark-gfm copes with the text: there is no death to tell of.");
        MarkdownService service(helperPath);
        QTest::ignoreMessage(QtInfoMsg, QRegularExpression(QStringLiteral(
                                            "^the parser died over a text \\d+ time")));
        const auto document = await(service.renderOnce(deadly));
        QVERIFY(document.isOk());
        QVERIFY(!(*document)->problems.isEmpty());
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
