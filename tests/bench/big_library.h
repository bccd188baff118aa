#pragma once

#include "bench/bench.h"
#include "core/report/report_names.h"
#include "core/store/database.h"
#include "core/store/library.h"
#include "core/store/migrations.h"
#include "core/store/report_store.h"
#include "support/test_clock.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cmath>
#include <random>

namespace plotleaf::bench {

using namespace Qt::StringLiterals;

inline constexpr int vocabularySize = 20'000;
inline constexpr int wordsPerReport = 720; // about 5 KB

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

inline NewReport someReport(Prose &prose, int number)
{
    return {u"team-%1/project-%2"_s.arg(number % 12).arg(number % 200),
            prose.word() + u' ' + prose.word() + u' ' + QString::number(number), prose.text(12),
            normalisedTags({u"tag-%1"_s.arg(prose.below(40)), u"tag-%1"_s.arg(prose.below(40))}),
            prose.text(wordsPerReport)};
}

/// Straight into the store and without waiting for the disk, as an import of many files would.
inline void
fillLibrary(const QString &folder, int reports, Prose &prose, test::TestClock &clock, IdSource &ids)
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

inline void addLibraryOptions(QCommandLineParser &parser)
{
    parser.addHelpOption();
    parser.addOptions({{u"reports"_s, u"How many reports."_s, u"n"_s, u"100000"_s},
                       {u"folder"_s, u"Keep the library here, and use it again."_s, u"folder"_s}});
}

/// The folder of a library with as many reports as the options say: made once where they name a
/// folder, else in `temporary`.
inline QString bigLibrary(const QCommandLineParser &parser, const QTemporaryDir &temporary)
{
    const QString chosen = parser.value(u"folder"_s);
    QString folder = chosen.isEmpty() ? temporary.filePath(u"library"_s) : chosen;
    if (QFileInfo::exists(folder + u"/library.db"_s))
        return folder;
    test::TestClock clock;
    RandomIdSource ids;
    Prose prose(1);
    const int reports = parser.value(u"reports"_s).toInt();
    Samples fill;
    fill.time([&] { fillLibrary(folder, reports, prose, clock, ids); });
    printRow(u"library filled with %1 reports"_s.arg(reports), fill);
    return folder;
}

} // namespace plotleaf::bench
