#include "bench/bench.h"
#include "bench/big_library.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryDir>

// A library of many reports: how long a person waits for what they do most. Every time is taken
// around the call of Library, with the way to its thread and back.

using namespace plotleaf;
using namespace plotleaf::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int windowSlice = 60; // what the window asks for at once, ReportListModel::sliceRows

template <typename T>
T waitFor(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

void benchSearch(Library &library, Prose &prose)
{
    Samples all;
    Samples first;
    for (int i = 0; i < 120; ++i) {
        const QString word = prose.word();
        for (qsizetype typed = 1; typed <= word.size(); ++typed) {
            ReportQuery query;
            query.search = word.left(typed);
            query.limit = windowSlice;
            Samples key;
            key.time([&] { (void)waitFor(library.find(query)); });
            all.add(key.quantile(0.5));
            if (typed == 1)
                first.add(key.quantile(0.5));
        }
    }
    printRow(u"library search as you type"_s, all);
    printRow(u"library search, one letter"_s, first);
    Samples two;
    for (int i = 0; i < 100; ++i) {
        ReportQuery query;
        query.search = prose.word() + u' ' + prose.word();
        query.limit = windowSlice;
        two.time([&] { (void)waitFor(library.find(query)); });
    }
    printRow(u"library search, two words"_s, two);
    Samples phrase;
    for (int i = 0; i < 100; ++i) {
        ReportQuery query;
        query.search = u'"' + prose.word() + u' ' + prose.word() + u'"';
        query.limit = windowSlice;
        phrase.time([&] { (void)waitFor(library.find(query)); });
    }
    printRow(u"library search, a phrase of two words"_s, phrase);
    Samples filtered;
    for (int i = 0; i < 100; ++i) {
        ReportQuery query;
        query.search = prose.word();
        query.project = u"team-3"_s;
        query.includeTags = {u"tag-7"_s};
        filtered.time([&] { (void)waitFor(library.find(query)); });
    }
    printRow(u"library search in a project with a tag"_s, filtered);
}

void benchLists(Library &library, int reports)
{
    const auto row = [&](const QString &name, const ReportQuery &query) {
        Samples samples;
        for (int i = 0; i < 50; ++i)
            samples.time([&] { (void)waitFor(library.find(query)); });
        printRow(name, samples);
    };
    row(u"library list, newest first"_s, {});
    ReportQuery query;
    query.offset = reports - 200;
    row(u"library list, its end"_s, query);
    query = {};
    query.order = ReportOrder::NameAscending;
    row(u"library list, by name"_s, query);
    query = {};
    query.project = u"team-3"_s;
    row(u"library list, one project"_s, query);
    query = {};
    query.includeTags = {u"tag-7"_s};
    row(u"library list, one tag"_s, query);
    query = {};
    query.excludeTags = {u"tag-7"_s};
    row(u"library list, without a tag"_s, query);
    query = {};
    query.status = ReportStatus::Published;
    row(u"library list, published (none)"_s, query);
    Samples projects;
    for (int i = 0; i < 50; ++i)
        projects.time([&] { (void)waitFor(library.projects({})); });
    printRow(u"library project cards, top"_s, projects);
    Samples tags;
    for (int i = 0; i < 50; ++i)
        tags.time([&] { (void)waitFor(library.tags()); });
    printRow(u"library tags"_s, tags);
}

void benchWrites(Library &library, Prose &prose)
{
    const auto hits = waitFor(library.find({}));
    Samples open;
    Samples journal;
    Samples save;
    Samples rename;
    for (const ReportHit &hit : hits->hits) {
        const ReportId id = hit.summary.id;
        QString text;
        open.time([&] { text = waitFor(library.report(id))->text; });
        text.insert(text.size() / 2, prose.word());
        journal.time([&] { (void)waitFor(library.journal(id, text)); });
        save.time([&] { (void)waitFor(library.save(id, text)); });
        rename.time([&] { (void)waitFor(library.rename(id, hit.summary.name + u'x')); });
    }
    printRow(u"report opened, 5 KB"_s, open);
    printRow(u"report journaled, 5 KB"_s, journal);
    printRow(u"report saved, 5 KB"_s, save);
    printRow(u"report renamed, 5 KB"_s, rename);

    const auto big = waitFor(library.create({{}, u"One megabyte"_s, {}, {}, {}}));
    QString text = prose.text(144'000);
    Samples bigJournal;
    Samples bigSave;
    for (int i = 0; i < 30; ++i) {
        text.insert(text.size() / 2, prose.word());
        bigJournal.time([&] { (void)waitFor(library.journal(*big, text)); });
        bigSave.time([&] { (void)waitFor(library.save(*big, text)); });
    }
    printRow(u"report journaled, 1 MB"_s, bigJournal);
    printRow(u"report saved, 1 MB"_s, bigSave);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    addLibraryOptions(parser);
    parser.process(application);
    const QTemporaryDir temporary;
    const QString folder = bigLibrary(parser, temporary);
    test::TestClock clock;
    RandomIdSource ids;
    Prose prose(3);
    Samples start;
    std::unique_ptr<Library> library;
    for (int i = 0; i < 5; ++i) {
        library.reset();
        start.time([&] { library = Library::open(folder, clock, ids).value(); });
    }
    printRow(u"library opened"_s, start);
    printValue(u"library on disk"_s,
               static_cast<double>(QFileInfo(folder + u"/library.db").size()) / 1e6, "MB");
    benchLists(*library, waitFor(library->find({}))->total);
    benchSearch(*library, prose);
    benchWrites(*library, prose);
    return 0;
}
