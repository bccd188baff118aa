#include "ui/page/html_exporter.h"

#include "core/panels/panel_feeds.h"
#include "core/runs/run_sources.h"
#include "core/services/register_services.h"
#include "support/page_driver.h"
#include "support/test_clock.h"
#include "support/test_paths.h"

#include <QFile>
#include <QImage>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

class HtmlExporterTest : public QObject
{
    Q_OBJECT

    TestClock m_clock;

    static QString html(const PrintedReport &report, const HtmlOptions &options = {})
    {
        HtmlExporter exporter;
        const auto file = await(exporter.html(report, options));
        if (!file)
            qFatal("%s", qPrintable(file.error().message));
        return QString::fromUtf8(file->bytes);
    }

    static PrintedReport reportOf(const QByteArray &text)
    {
        PrintedReport report;
        report.summary.name = u"A <name> & \"more\""_s;
        report.language = u"de"_s;
        report.document = markdown(text);
        return report;
    }

private slots:
    void isACompleteFile()
    {
        const QString page = html(reportOf("## One\n\n## Two\n\n## Three\n\nText *here*.\n"));
        QVERIFY(page.startsWith(u"<!DOCTYPE html>"_s));
        QVERIFY(page.contains(u"<html lang=\"de\""_s));
        QVERIFY(page.contains(u"<title>A &lt;name&gt; &amp; \"more\"</title>"_s) ||
                page.contains(u"<title>A &lt;name> &amp; &quot;more&quot;</title>"_s));
        QVERIFY(page.contains(u"<em>here</em>"_s));
        QVERIFY(page.contains(u"class=\"pl-contents\""_s));
    }

    void frontPartsCanBeLeftOut()
    {
        const QString page =
            html(reportOf("## One\n\n## Two\n\n## Three\n"), {{false, false, false}, 60'000});
        QVERIFY(!page.contains(u"class=\"pl-contents\""_s));
        QVERIFY(!page.contains(u"class=\"pl-title\""_s));
    }

    void nothingRunsAndNothingIsLoaded()
    {
        RunSources sources;
        const QString demo = plotleaf::sourceDir() + u"/resources/demo"_s;
        registerServices(sources, m_clock, demo);
        PanelFeeds feeds(sources, m_clock, demo);
        QTemporaryDir folder;
        QImage image(4, 4, QImage::Format_RGB32);
        image.fill(Qt::green);
        QVERIFY(image.save(folder.filePath(u"a.png"_s)));
        PrintedReport report = reportOf(
            "<script>x</script> <a href=\"https://example.org/\" onclick=\"x\">link</a>\n\n"
            "![](a.png) ![](https://far.example/b.png)\n\n$x^2$\n\n"
            "```panel\ntype: line\nruns:\n  source: folder:runs\ny: val/loss\n```\n\n"
            "```mermaid\ngraph TD; A-->B\n```\n");
        feeds.setDocument(report.document);
        report.feeds = &feeds;
        report.resources.assetPath = [&](const QString &name) { return folder.filePath(name); };
        const QString page = html(report);
        QVERIFY(!page.contains(u"<script"_s, Qt::CaseInsensitive));
        QVERIFY(!page.contains(u"onclick"_s));
        QVERIFY(!page.contains(u"plotleaf:"_s));
        static const QRegularExpression loads(
            u"(?:\\ssrc=|url\\(|@import)\\s*(?:&quot;|[\"'])?+(?!data:|#|[\"'])[^)]{0,60}"_s);
        const auto load = loads.match(page);
        QVERIFY2(!load.hasMatch(), qPrintable(load.captured()));
        QVERIFY(page.contains(u"src=\"data:image/png;base64,"_s));
        QVERIFY(page.contains(u"<svg"_s) && page.contains(u"class=\"katex"_s));
        QVERIFY(page.contains(u"href=\"https://example.org/\""_s));
    }
};

int main(int argc, char *argv[])
{
    return runPageTest<HtmlExporterTest>(argc, argv);
}
#include "test_html_exporter.moc"
