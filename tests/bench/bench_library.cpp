#include "bench/bench.h"
#include "core/report/report_names.h"
#include "core/store/database.h"
#include "core/store/library.h"
#include "core/store/migrations.h"
#include "core/store/report_store.h"
#include "support/test_clock.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cmath>
#include <random>

// A library of many reports: how long a person waits for what they do most. Every time is taken
// around the call of Library, with the way to its thread and back.

using namespace plotleaf;
using namespace plotleaf::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int vocabularySize = 20'000;
constexpr int wordsPerReport = 720; // about 5 KB

/// Words as frequent as in a real language (Zipf), made of syllables, so that beginnings are
/// shared.
class Prose
{
public:
    explicit Prose(quint32 seed) : m_random(seed)
    {
        static const char *const syllables[] = {"ta", "re",  "lo", "mi", "sen", "con", "ver", "ka",
                                                "du", "pro", "an", "is", "tor", "ne",  "val", "gra",
                                                "bu", "che", "or", "ly", "fin", "est", "am",  "ul"};
        std::uniform_int_distribution<size_t> syllable(0, std::size(syllables) - 1);
        for (int i = 0; i < vocabularySize; ++i) {
            QString word;
            for (int part = 0; part <= i % 3 + (i > 50 ? 1 : 0); ++part)
                word += QLatin1String(syllables[syllable(m_random)]);
            m_words.append(word);
        }
    }

    const QString &word()
    {
        // The inverse of the Zipf distribution's integral: rank = size^u.
        std::uniform_real_distribution<double> part(0.0, 1.0);
        const double rank = std::pow(vocabularySize, part(m_random)) - 1;
        return m_words.at(static_cast<qsizetype>(rank));
    }
    QString text(int words)
    {
        QString text = u"# "_s + word() + u'\n';
        for (int i = 0; i < words; ++i)
            text += word() + (i % 14 == 13 ? u'\n' : u' ');
        return text;
    }
    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }

private:
    std::mt19937 m_random;
    QStringList m_words;
};

template <typename T>
T waitFor(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

NewReport someReport(Prose &prose, int number)
{
    return {u"team-%1/project-%2"_s.arg(number % 12).arg(number % 200),
            prose.word() + u' ' + prose.word() + u' ' + QString::number(number), prose.text(12),
            normalisedTags({u"tag-%1"_s.arg(prose.below(40)), u"tag-%1"_s.arg(prose.below(40))}),
            prose.text(wordsPerReport)};
}

/// Straight into the store and without waiting for the disk, as an import of many files would.
void fillLibrary(
    const QString &folder, int reports, Prose &prose, test::TestClock &clock, IdSource &ids)
{
    QDir().mkpath(folder);
    const auto database =
        Database::open(folder + u"/library.db", Database::Access::ReadWrite, nullptr);
    (void)migrate(**database, libraryMigrations());
    (void)(*database)->run(u"PRAGMA synchronous = OFF"_s);
    const StoreContext context{clock, ids, folder, u"bench"_s, nullptr};
    ReportStore store(**database, context);
    for (int i = 0; i < reports; ++i) {
        clock.advance(600'000);
        if (!store.create(someReport(prose, i), u"ana"_s))
            qFatal("the library could not be filled");
    }
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
        two.time([&] { (void)waitFor(library.find(query)); });
    }
    printRow(u"library search, two words"_s, two);
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
    const QCommandLineOption count(u"reports"_s, u"How many reports."_s, u"n"_s, u"100000"_s);
    const QCommandLineOption place(u"folder"_s, u"Keep the library here, and use it again."_s,
                                   u"folder"_s);
    parser.addHelpOption();
    parser.addOptions({count, place});
    parser.process(application);
    const int reports = parser.value(count).toInt();

    const QTemporaryDir temporary;
    const QString folder = parser.isSet(place) ? parser.value(place) : temporary.path();
    test::TestClock clock;
    RandomIdSource ids;
    Prose prose(1);
    if (!QFileInfo::exists(folder + u"/library.db")) {
        Samples fill;
        fill.time([&] { fillLibrary(folder, reports, prose, clock, ids); });
        printRow(u"library filled with %1 reports"_s.arg(reports), fill);
    }
    Samples start;
    std::unique_ptr<Library> library;
    for (int i = 0; i < 5; ++i) {
        library.reset();
        start.time([&] { library = Library::open(folder, clock, ids).value(); });
    }
    printRow(u"library opened"_s, start);
    printValue(u"library on disk"_s,
               static_cast<double>(QFileInfo(folder + u"/library.db").size()) / 1e6, "MB");
    benchLists(*library, reports);
    benchSearch(*library, prose);
    benchWrites(*library, prose);
    return 0;
}
