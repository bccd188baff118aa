#include "bench/bench.h"
#include "bench/report_text.h"
#include "core/markdown/markdown_parser.h"
#include "core/markdown/markdown_service.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <cstdlib>

// From a text to its blocks: in this process, and through the helper as the preview does it.

using namespace plotleaf;
using namespace plotleaf::bench;
using namespace Qt::StringLiterals;

namespace {

MarkdownDocumentPtr rendered(MarkdownService &service, const QString &text)
{
    static qint64 version = 0;
    MarkdownDocumentPtr document;
    QEventLoop loop;
    const auto done = QObject::connect(&service, &MarkdownService::rendered, &loop,
                                       [&](const MarkdownDocumentPtr &result) {
                                           document = result;
                                           loop.quit();
                                       });
    const auto lost =
        QObject::connect(&service, &MarkdownService::failed, &loop, [](const QString &message) {
            std::fprintf(stderr, "%s\n", qPrintable(message));
            std::exit(1);
        });
    service.render(text, ++version);
    loop.exec();
    QObject::disconnect(done);
    QObject::disconnect(lost);
    return document;
}

void measure(const QString &name, qsizetype bytes, int rounds)
{
    QString text = reportText(bytes);
    const QByteArray utf8 = text.toUtf8();
    Samples parsing;
    for (int i = 0; i < rounds; ++i)
        parsing.time([&] { (void)MarkdownParser::parse(utf8); });
    printRow(u"markdown, parse and render %1"_s.arg(name), parsing);

    Samples first;
    for (int i = 0; i < 3; ++i) {
        MarkdownService service;
        (void)rendered(service, u"warm"_s);
        first.time([&] { (void)rendered(service, text); });
    }
    printRow(u"markdown, first document %1"_s.arg(name), first);

    MarkdownService service;
    (void)rendered(service, text);
    const qsizetype middle = text.indexOf(u"long enough", text.size() / 2);
    Samples keys;
    for (int i = 0; i < rounds; ++i) {
        text.insert(middle, u'x');
        keys.time([&] { (void)rendered(service, text); });
    }
    printRow(u"markdown, key to document %1"_s.arg(name), keys);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    Samples start;
    for (int i = 0; i < 20; ++i) {
        start.time([] {
            MarkdownService service;
            (void)rendered(service, u"warm"_s);
        });
    }
    printRow(u"markdown, start of the helper to first document"_s, start);
    measure(u"100 KB"_s, 100'000, 100);
    measure(u"1 MB"_s, 1'000'000, 50);
    measure(u"10 MB"_s, 10'000'000, 5);
    return 0;
}
