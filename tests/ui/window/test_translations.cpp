// Here and not in tests/core because only builds with a GUI compile the .ts files.
#include "core/base/translations.h"

#include <QCoreApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plotleaf;

namespace {

QString skippedRecords(int count)
{
    return QCoreApplication::translate("plotleaf::TensorboardRun",
                                       "%1: %n damaged record(s) skipped", nullptr, count)
        .arg(u"events"_s);
}

QString noteTitle()
{
    return QCoreApplication::translate("plotleaf::MarkdownTexts", "Note");
}

} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT

private slots:
    void speaksThePersonsLanguage();
    void fallsBackToEnglishWithItsPluralForms();
    void endsWithTheObject();
};

void TranslationsTest::speaksThePersonsLanguage()
{
    const Translations translations(QLocale(QLocale::German, QLocale::Austria));
    QCOMPARE(translations.language(), u"de_DE"_s);
    QCOMPARE(noteTitle(), u"Hinweis"_s);
    QCOMPARE(skippedRecords(1), u"events: 1 beschädigter Datensatz übersprungen"_s);
    QCOMPARE(skippedRecords(2), u"events: 2 beschädigte Datensätze übersprungen"_s);
}

void TranslationsTest::fallsBackToEnglishWithItsPluralForms()
{
    const Translations translations{QLocale(QLocale::Welsh)};
    QCOMPARE(translations.language(), u"en"_s);
    QCOMPARE(noteTitle(), u"Note"_s);
    QCOMPARE(skippedRecords(1), u"events: 1 damaged record skipped"_s);
    QCOMPARE(skippedRecords(2), u"events: 2 damaged records skipped"_s);
}

void TranslationsTest::endsWithTheObject()
{
    {
        const Translations translations{QLocale(QLocale::German)};
        QCOMPARE(noteTitle(), u"Hinweis"_s);
    }
    QCOMPARE(noteTitle(), u"Note"_s);
}

QTEST_GUILESS_MAIN(TranslationsTest)
#include "test_translations.moc"
