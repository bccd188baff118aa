#include "core/store/database.h"
#include "core/store/library.h"
#include "core/store/search_index.h"
#include "core/store/search_snippet.h"
#include "core/store/search_words.h"
#include "support/test_clock.h"
#include "support/wait.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plotleaf;
using plotleaf::test::await;

namespace {

QString marked(QString snippet)
{
    return snippet.replace(QChar(2), u'[').replace(QChar(3), u']');
}

} // namespace

/// Searching the reports of a library, with what people type and with what they should not.
class SearchTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void findsWordsByTheirBeginning_data();
    void findsWordsByTheirBeginning();
    void survivesAnyInput_data();
    void survivesAnyInput();
    void survivesEveryCharacter();
    void ordersHitsByLastChange();
    void followsChanges();
    void keepsArchivedApart();
    void combinesWithFilters();
    void marksTheHits_data();
    void marksTheHits();
    void snippetOfAHugeTextIsShort();

private:
    ReportHits find(const QString &search, bool archived = false);
    ReportId create(const NewReport &report)
    {
        m_clock.advance(1000);
        return *await(m_library->create(report));
    }

    std::unique_ptr<Database> openDatabase()
    {
        return Database::open(m_folder->path() + u"/library.db", Database::Access::ReadWrite,
                              nullptr)
            .value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    test::TestClock m_clock;
    test::CountingIdSource m_ids;
    std::unique_ptr<Library> m_library;
};

void SearchTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_library = Library::open(m_folder->path(), m_clock, m_ids).value();
}

void SearchTest::cleanup()
{
    m_library.reset();
    const auto database = openDatabase();
    for (const QString &table : {u"search"_s, u"phrases"_s}) {
        const auto sound =
            database->run(u"INSERT INTO %1(%1, rank) VALUES ('integrity-check', 1)"_s.arg(table));
        QVERIFY2(sound.isOk(), "the search index disagrees with the reports");
    }
}

ReportHits SearchTest::find(const QString &search, bool archived)
{
    ReportQuery query;
    query.search = search;
    query.archived = archived;
    const auto hits = await(m_library->find(query));
    if (!hits)
        qWarning("%s", qPrintable(hits.error().detail));
    return hits ? *hits : ReportHits{{}, -1};
}

void SearchTest::findsWordsByTheirBeginning_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("search");
    QTest::addColumn<bool>("found");
    QTest::newRow("word") << u"Validation loss"_s << u"loss"_s << true;
    QTest::newRow("beginning") << u"Validation loss"_s << u"valid"_s << true;
    QTest::newRow("one letter") << u"Validation loss"_s << u"v"_s << true;
    QTest::newRow("middle") << u"Validation loss"_s << u"idation"_s << false;
    QTest::newRow("all words") << u"Validation loss"_s << u"lo val"_s << true;
    QTest::newRow("one word missing") << u"Validation loss"_s << u"loss gain"_s << false;
    QTest::newRow("case") << u"ÉCLAIR Straße"_s << u"éclair straße"_s << true;
    QTest::newRow("diacritics typed") << u"Resume"_s << u"résumé"_s << true;
    QTest::newRow("diacritics in the text") << u"Résumé über"_s << u"resume uber"_s << true;
    QTest::newRow("decomposed") << u"Re\u0301sume\u0301"_s << u"résumé"_s << true;
    QTest::newRow("metric") << u"the curve val/loss falls"_s << u"val/loss"_s << true;
    QTest::newRow("hyphen") << u"resnet-50 here"_s << u"resnet-50"_s << true;
    QTest::newRow("number") << u"lr 0.001"_s << u"0.001"_s << true;
    QTest::newRow("underscore") << u"batch_size"_s << u"size"_s << true;
    QTest::newRow("emoji") << u"shipped 🚀 today"_s << u"🚀"_s << true;
    QTest::newRow("cyrillic") << u"Потери на валидации"_s << u"потер"_s << true;
    QTest::newRow("japanese from the start") << u"損失関数"_s << u"損失"_s << true;
    QTest::newRow("japanese in the middle") << u"損失関数の値"_s << u"関数"_s << true;
    QTest::newRow("japanese, long") << u"検証用の損失関数の値"_s << u"損失関数の"_s << true;
    QTest::newRow("japanese, one letter") << u"損失関数"_s << u"関"_s << true;
    QTest::newRow("japanese, last letter") << u"損失関数"_s << u"数"_s << true;
    QTest::newRow("japanese, other order") << u"損失関数"_s << u"数関"_s << false;
    QTest::newRow("japanese, not side by side") << u"損失関数"_s << u"損関"_s << false;
    QTest::newRow("japanese, pairs apart") << u"失関、関数"_s << u"失関数"_s << false;
    QTest::newRow("japanese, across a sign") << u"損失、関数"_s << u"失関"_s << false;
    QTest::newRow("japanese, two words") << u"損失関数と精度"_s << u"関数 精度"_s << true;
    QTest::newRow("japanese, one missing") << u"損失関数"_s << u"関数 精度"_s << false;
    QTest::newRow("japanese, quoted") << u"損失関数の値"_s << u"\"関数の\""_s << true;
    QTest::newRow("katakana") << u"データローダーを使う"_s << u"ローダー"_s << true;
    QTest::newRow("chinese") << u"验证集上的准确率"_s << u"准确率"_s << true;
    QTest::newRow("chinese, beyond the first plane") << u"一𠀀𠀁二"_s << u"𠀀𠀁"_s << true;
    QTest::newRow("chinese with latin") << u"学习率lr的影响"_s << u"率lr"_s << true;
    QTest::newRow("latin within chinese") << u"学习率lr的影响"_s << u"lr"_s << true;
    QTest::newRow("latin and chinese") << u"The loss 损失函数"_s << u"lo 函数"_s << true;
    QTest::newRow("latin before chinese") << u"GPU显存"_s << u"gpu显存"_s << true;
    QTest::newRow("korean in the middle") << u"손실함수를"_s << u"함수"_s << true;
    QTest::newRow("korean") << u"손실 함수"_s << u"손실"_s << true;
    QTest::newRow("phrase") << u"the val loss falls"_s << u"\"val loss\""_s << true;
    QTest::newRow("phrase, other order") << u"the loss val falls"_s << u"\"val loss\""_s << false;
    QTest::newRow("phrase, words apart") << u"val and loss"_s << u"\"val loss\""_s << false;
    QTest::newRow("phrase, last word whole") << u"val losses"_s << u"\"val loss\""_s << false;
    QTest::newRow("phrase being typed") << u"val losses"_s << u"\"val lo"_s << true;
    QTest::newRow("phrase and word") << u"val loss of resnet"_s << u"resn \"val loss\""_s << true;
    QTest::newRow("phrase and a word missing") << u"val loss"_s << u"resn \"val loss\""_s << false;
    QTest::newRow("typographic quotes") << u"val loss"_s << u"\u201cval loss\u201d"_s << true;
    QTest::newRow("phrase across a sign") << u"val/loss"_s << u"\"val loss\""_s << true;
    QTest::newRow("one quoted word is whole") << u"losses"_s << u"\"loss\""_s << false;
    QTest::newRow("greek") << u"Λάθος"_s << u"λάθος"_s << true;
}

void SearchTest::findsWordsByTheirBeginning()
{
    QFETCH(QString, text);
    QFETCH(QString, search);
    QFETCH(bool, found);
    create({{}, u"Zzz"_s, {}, {}, text});
    create({{}, u"Zzy"_s, {}, {}, u"something else"_s});
    const ReportHits hits = find(search);
    QCOMPARE(hits.total, found ? 1 : 0);
    QCOMPARE(hits.hits.size(), found ? 1 : 0);
    if (found)
        QVERIFY2(hits.hits.first().snippet.contains(QChar(2)),
                 qPrintable(hits.hits.first().snippet));
}

void SearchTest::survivesAnyInput_data()
{
    QTest::addColumn<QString>("search");
    for (const QString &search : {u"\""_s,
                                  u"\"\""_s,
                                  u"'"_s,
                                  u"a\"b"_s,
                                  u"* *"_s,
                                  u"a*"_s,
                                  u"^a"_s,
                                  u"AND"_s,
                                  u"a AND"_s,
                                  u"OR OR"_s,
                                  u"NOT a"_s,
                                  u"NEAR(a b)"_s,
                                  u"NEAR("_s,
                                  u"name:a"_s,
                                  u"text : a"_s,
                                  u"{name text}:a"_s,
                                  u"-a"_s,
                                  u"+"_s,
                                  u"(((("_s,
                                  u")"_s,
                                  u"a) OR (b"_s,
                                  u"\\"_s,
                                  u"%_"_s,
                                  u"; DROP TABLE reports"_s,
                                  u"\u0000"_s,
                                  QString(u"a"_s + QChar(0) + u"b"),
                                  u"🙂"_s,
                                  u"👩‍🚀🥺"_s,
                                  u"\ue000plotleafarchived"_s,
                                  u"plotleafarchived"_s,
                                  QString(QChar(0xd800)),
                                  QString(u"a"_s + QChar(0xdc00)),
                                  u"\u200b\u202e"_s,
                                  u"e\u0301"_s,
                                  u"\u0301"_s,
                                  QString(5'000, u'a'),
                                  QString(5'000, u'"'),
                                  u"a "_s.repeated(5'000),
                                  u"( "_s.repeated(500)})
        QTest::addRow("%s, %lld", search.left(12).toUtf8().toPercentEncoding().constData(),
                      static_cast<long long>(search.size()))
            << search;
    QString many;
    for (int i = 0; i < 1000; ++i)
        many += u"w%1 "_s.arg(i);
    QTest::newRow("1000 words") << many;
}

void SearchTest::survivesAnyInput()
{
    QFETCH(QString, search);
    create({{}, u"About ab"_s, {}, {}, u"a b not near or and"_s});
    QVERIFY(find(search).total >= 0);
    QVERIFY(find(search, true).total <= 0 || searchWords(search).isEmpty());
    QCOMPARE(find(u"about"_s).total, 1);
}

/// Whether a character belongs to a word is decided by Qt's tables here and by SQLite's there.
/// Where they differ, FTS5 would see two words in one and refuse the query.
void SearchTest::survivesEveryCharacter()
{
    constexpr char32_t last = 0x10ffff;
    const auto database = openDatabase();
    QString typed;
    for (char32_t character = 1; character <= last; ++character) {
        const QChar::Category category = QChar::category(character);
        if (category != QChar::Other_NotAssigned && category != QChar::Other_PrivateUse)
            typed += u'a' + QString::fromUcs4(&character, 1) + u"b ";
        if (character % 24 != 0 && character != last)
            continue;
        if (const auto words = searchPhrases(typed); !words.isEmpty()) {
            const auto found = database->number(
                u"SELECT count(*) FROM %1 WHERE %1 MATCH ?"_s.arg(SearchIndex::table(words)),
                {SearchIndex::query(words, false)});
            QVERIFY2(found.isOk(), qPrintable(QString::number(character, 16)));
        }
        typed.clear();
    }
}

void SearchTest::ordersHitsByLastChange()
{
    const ReportId first = create({{}, u"First"_s, {}, {}, u"word"_s});
    const ReportId second = create({{}, u"Second"_s, {}, {}, u"word"_s});
    QCOMPARE(find(u"word"_s).hits.first().summary.id, second);
    m_clock.advance(1000);
    QVERIFY(await(m_library->save(first, u"word again"_s)).isOk());
    QCOMPARE(find(u"word"_s).hits.first().summary.id, first);
    ReportQuery query;
    query.search = u"word"_s;
    query.order = ReportOrder::NameDescending;
    QCOMPARE(await(m_library->find(query))->hits.first().summary.id, second);
    query.limit = 1;
    query.offset = 1;
    const auto page = await(m_library->find(query));
    QCOMPARE(page->hits.first().summary.id, first);
    QCOMPARE(page->total, 2);
}

void SearchTest::followsChanges()
{
    const ReportId id = create({{}, u"Name"_s, u"about"_s, {u"tag"_s}, u"text"_s});
    for (const QString &word : {u"name"_s, u"about"_s, u"tag"_s, u"text"_s})
        QCOMPARE(find(word).total, 1);
    QVERIFY(await(m_library->rename(id, u"Other"_s)).isOk());
    QVERIFY(await(m_library->setDescription(id, u"describes"_s)).isOk());
    QVERIFY(await(m_library->setTags(id, {u"label"_s})).isOk());
    QVERIFY(await(m_library->save(id, u"words"_s)).isOk());
    for (const QString &word : {u"name"_s, u"about"_s, u"tag"_s, u"text"_s})
        QCOMPARE(find(word).total, 0);
    for (const QString &word : {u"other"_s, u"describes"_s, u"label"_s, u"words"_s})
        QCOMPARE(find(word).total, 1);
    // Words without spaces between them, which come from any field and go.
    QVERIFY(await(m_library->rename(id, u"画像分類の実験"_s)).isOk());
    QVERIFY(await(m_library->setTags(id, {u"学習率減衰"_s})).isOk());
    QVERIFY(await(m_library->setDescription(id, u"検証損失"_s)).isOk());
    QVERIFY(await(m_library->save(id, u"早期終了"_s)).isOk());
    for (const QString &word : {u"分類"_s, u"減衰"_s, u"損失"_s, u"終了"_s})
        QCOMPARE(find(word).total, 1);
    QVERIFY(await(m_library->save(id, u"words"_s)).isOk());
    QCOMPARE(find(u"終了"_s).total, 0);
    QCOMPARE(find(u"分類"_s).total, 1);
    QVERIFY(await(m_library->setArchived(id, true)).isOk());
    QCOMPARE(find(u"分類"_s).total, 0);
    QCOMPARE(find(u"分類"_s, true).total, 1);
    QVERIFY(await(m_library->remove(id)).isOk());
    QCOMPARE(find(u"words"_s, true).total, 0);
}

void SearchTest::keepsArchivedApart()
{
    const ReportId id = create({{}, u"Name"_s, {}, {}, u"word"_s});
    create({{}, u"Stays"_s, {}, {}, u"word"_s});
    QVERIFY(await(m_library->setArchived(id, true)).isOk());
    QCOMPARE(find(u"word"_s).hits.first().summary.name, u"Stays"_s);
    QCOMPARE(find(u"word"_s).total, 1);
    QCOMPARE(find(u"word"_s, true).hits.first().summary.id, id);
    QCOMPARE(find(u"word"_s, true).total, 1);
    QVERIFY(await(m_library->setArchived(id, false)).isOk());
    QCOMPARE(find(u"word"_s).total, 2);
}

void SearchTest::combinesWithFilters()
{
    create({u"vision/resnet"_s, u"One"_s, {}, {u"a"_s, u"b"_s}, u"word"_s});
    create({u"vision"_s, u"Two"_s, {}, {u"a"_s}, u"word"_s});
    create({u"visionary"_s, u"Three"_s, {}, {u"b"_s}, u"word"_s});
    ReportQuery query;
    query.search = u"word"_s;
    const auto names = [&] {
        QStringList found;
        const ReportHits hits = *await(m_library->find(query));
        for (const ReportHit &hit : hits.hits)
            found.append(hit.summary.name);
        return hits.total == found.size() ? found : QStringList{u"wrong total"_s};
    };
    query.project = u"vision"_s;
    QCOMPARE(names(), QStringList({u"Two"_s, u"One"_s}));
    query.includeTags = {u"a"_s, u"b"_s};
    QCOMPARE(names(), QStringList({u"Two"_s, u"One"_s}));
    query.tagMatch = TagMatch::All;
    QCOMPARE(names(), QStringList({u"One"_s}));
    query.includeTags.clear();
    query.excludeTags = {u"b"_s};
    QCOMPARE(names(), QStringList({u"Two"_s}));
    query.status = ReportStatus::Published;
    QCOMPARE(names(), QStringList());
    query = {};
    query.search = u"word"_s;
    query.author = u"nobody"_s;
    QCOMPARE(names(), QStringList());
}

void SearchTest::marksTheHits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("search");
    QTest::addColumn<QString>("snippet");
    QTest::newRow("whole text") << u"The loss falls."_s << u"los"_s << u"The [loss] falls."_s;
    QTest::newRow("accents") << u"Un résumé."_s << u"resume"_s << u"Un [résumé]."_s;
    QTest::newRow("lines") << u"# One\n\ntwo\tthree"_s << u"two"_s << u"# One  [two] three"_s;
    QTest::newRow("two words") << u"a b c a"_s << u"a c"_s << u"[a] b [c] [a]"_s;
    QTest::newRow("no hit") << u"a b c"_s << u"x"_s << QString();
    QTest::newRow("marks in the text") << u"\u0002a\u0003 b"_s << u"b"_s << u" a  [b]"_s;
    QTest::newRow("the place with both")
        << QString(u"lossy "_s + u"x "_s.repeated(200) + u"gains and losses"_s) << u"loss gain"_s
        << QString(u"…"_s + u"x "_s.repeated(19) + u"[gains] and [losses]"_s);
    QTest::newRow("emoji") << u"👍🚀 up 🚀"_s << u"🚀"_s << u"👍🚀 up [🚀]"_s;
    QTest::newRow("japanese") << u"損失関数の関数"_s << u"関数"_s << u"損失[関数]の[関数]"_s;
    QTest::newRow("japanese, one after another") << u"関関数"_s << u"関数"_s << u"関[関数]"_s;
    QTest::newRow("chinese with latin") << u"学习率lr的"_s << u"lr 率"_s << u"学习[率][lr]的"_s;
    QTest::newRow("beyond the first plane") << u"一𠀀𠀁二"_s << u"𠀀𠀁"_s << u"一[𠀀𠀁]二"_s;
}

void SearchTest::marksTheHits()
{
    QFETCH(QString, text);
    QFETCH(QString, search);
    QTEST(marked(searchSnippet(text, searchWords(search))), "snippet");
}

void SearchTest::snippetOfAHugeTextIsShort()
{
    const QString text = u"word word "_s.repeated(100'000);
    const QString snippet = searchSnippet(text, searchWords(u"word missing"_s));
    QVERIFY(snippet.contains(QChar(2)));
    QVERIFY(snippet.size() < 300);
}

QTEST_GUILESS_MAIN(SearchTest)
#include "test_search.moc"
