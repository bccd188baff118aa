#include "bench/bench.h"
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

/// What reports are made of: 8 blocks in about 900 bytes.
QString section(int number)
{
    return u"## Section %1\n\nSome *text* with **marks**, `code`, [a link](https://example.org/%1) "
           u"and "
           "$a_%1 + b$, long enough to be a paragraph as people write them in a report about "
           "runs.\n\n"
           "- first item with `code`\n- second item, see https://example.org\n- [ ] a task\n\n"
           "| run | loss | accuracy |\n|:----|-----:|:--------:|\n| resnet-%1 | 0.123 | 0.987 |\n"
           "| vgg-%1 | 0.234 | 0.876 |\n\n```python\nfor epoch in range(%1):\n    train(model, "
           "data)\n```\n\n"
           "> A quote of somebody,\n> in two lines.\n\n```panel\ntype: line\ny: [train/loss, "
           "val/loss]\n"
           "runs: {source: folders, project: %1}\n```\n\nThe last paragraph of the section is here "
           "for its "
           "length: it says nothing at all, but says it in as many words as it takes to fill a "
           "line or "
           "two of a window.\n\n"_s.arg(number);
}

QString textOf(qsizetype bytes)
{
    QString text;
    text.reserve(bytes + 1000);
    for (int i = 0; text.size() < bytes; ++i)
        text += section(i);
    return text;
}

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
    QString text = textOf(bytes);
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
