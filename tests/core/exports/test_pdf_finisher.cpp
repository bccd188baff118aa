#include "core/exports/pdf_finisher.h"

#include "core/exports/pdf_links.h"
#include "support/pdf_tools.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

/// Three pages as Chromium writes them: places by name, links to a place, to an outside address and
/// to one of our own, which nobody else can follow.
QByteArray threePages(const QByteArray &content = "1 0 0 1 5 5 cm")
{
    return "%PDF-1.4\n"
           "1 0 obj << /Type /Catalog /Pages 2 0 R /Dests << /one [3 0 R /XYZ 10 800 0]"
           " /two [4 0 R /XYZ 10 700 0] /three [5 0 R /XYZ 10 600 0] >> >> endobj\n"
           "2 0 obj << /Type /Pages /Count 3 /Kids [3 0 R 4 0 R 5 0 R]"
           " /MediaBox [0 0 595 842] >> endobj\n"
           "3 0 obj << /Type /Page /Parent 2 0 R /Contents 6 0 R"
           " /Annots [7 0 R 8 0 R 9 0 R] >> endobj\n"
           "4 0 obj << /Type /Page /Parent 2 0 R /Contents 6 0 R >> endobj\n"
           "5 0 obj << /Type /Page /Parent 2 0 R /Contents 6 0 R >> endobj\n"
           "6 0 obj << /Length " +
           QByteArray::number(content.size()) + " >> stream\n" + content +
           "\nendstream endobj\n"
           "7 0 obj << /Type /Annot /Subtype /Link /Rect [10 700 110 720] /Dest /two >> endobj\n"
           "8 0 obj << /Type /Annot /Subtype /Link /Rect [10 600 110 620]"
           " /A << /S /URI /URI (https://example.org/a) >> >> endobj\n"
           "9 0 obj << /Type /Annot /Subtype /Link /Rect [10 500 110 520]"
           " /A << /S /URI /URI (plotleaf://page/other.md) >> >> endobj\n"
           "trailer << /Root 1 0 R >>\n%%EOF\n";
}

/// As many pages as asked for, each with its number written on it.
QByteArray numberedStamps(int pages)
{
    QByteArray kids;
    QByteArray objects;
    for (int i = 0; i < pages; ++i) {
        const QByteArray text =
            "BT /F 12 Tf 100 20 Td (stamp" + QByteArray::number(i + 1) + ") Tj ET";
        const int number = 10 + 2 * i;
        kids += QByteArray::number(number) + " 0 R ";
        objects += QByteArray::number(number) +
                   " 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " +
                   QByteArray::number(number + 1) +
                   " 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1"
                   " /BaseFont /Helvetica >> >> >> >> endobj\n" +
                   QByteArray::number(number + 1) + " 0 obj << /Length " +
                   QByteArray::number(text.size()) + " >> stream\n" + text + "\nendstream endobj\n";
    }
    return "%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
           "2 0 obj << /Type /Pages /Count " +
           QByteArray::number(pages) + " /Kids [" + kids + "] >> endobj\n" + objects +
           "trailer << /Root 1 0 R >>\n%%EOF\n";
}

PdfFinish fullFinish()
{
    PdfFinish finish;
    finish.title = u"Größe – 大きさ"_s;
    finish.author = u"Ana & Ben"_s;
    finish.subject = u"What (it) is about \\"_s;
    finish.keywords = {u"a"_s, u"b"_s};
    finish.language = u"de-CH"_s;
    finish.created = QDateTime(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC);
    finish.stamps = numberedStamps(3);
    return finish;
}

QByteArray finished(const QByteArray &pdf, const PdfFinish &finish)
{
    const Result<QByteArray> result = finishPdf(pdf, finish);
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    return *result;
}

} // namespace

class PdfFinisherTest : public QObject
{
    Q_OBJECT

private slots:
    void fieldsAreThere()
    {
        const QByteArray pdf = finished(threePages(), fullFinish());
        QCOMPARE(pdfFaults(pdf), QString());
        const auto info = pdfInfo(pdf);
        QCOMPARE(info[u"Title"_s], u"Größe – 大きさ"_s);
        QCOMPARE(info[u"Author"_s], u"Ana & Ben"_s);
        QCOMPARE(info[u"Subject"_s], u"What (it) is about \\"_s);
        QCOMPARE(info[u"Keywords"_s], u"a, b"_s);
        QVERIFY(info[u"Creator"_s].startsWith(u"Plotleaf "_s));
        QVERIFY2(info[u"CreationDate"_s].contains(u"Nov 21 09:00:00 2026"_s),
                 qPrintable(info[u"CreationDate"_s]));
        QCOMPARE(info[u"Pages"_s], u"3"_s);
    }

    void catalogueSaysHowToShowIt()
    {
        PdfFinish finish = fullFinish();
        finish.outline = {{u"One"_s, 1, u"one"_s}};
        const QJsonObject catalogue = pdfCatalogue(finished(threePages(), finish));
        QCOMPARE(catalogue["/Lang"_L1].toString(), u"u:de-CH"_s);
        QCOMPARE(catalogue["/ViewerPreferences"_L1]["/DisplayDocTitle"_L1].toBool(), true);
        QCOMPARE(catalogue["/PageMode"_L1].toString(), u"/UseOutlines"_s);
        QVERIFY(catalogue.contains("/PageLabels"_L1));
    }

    void outlineNestsByLevel()
    {
        PdfFinish finish = fullFinish();
        finish.outline = {{u"First"_s, 2, u"one"_s},      {u"Deep"_s, 4, u"two"_s},
                          {u"Middle"_s, 3, u"two"_s},     {u"nowhere"_s, 1, u"missing"_s},
                          {u"Zweite ☃"_s, 2, u"three"_s}, {u"Top"_s, 1, u"three"_s}};
        const QByteArray pdf = finished(threePages(), finish);
        QCOMPARE(pdfOutline(pdf), (QStringList{u"First @ 1"_s, u"  Deep @ 2"_s, u"  Middle @ 2"_s,
                                               u"Zweite ☃ @ 3"_s, u"Top @ 3"_s}));
        QCOMPARE(pdfFaults(pdf), QString());
    }

    void outlineReadsNameTreesToo()
    {
        QByteArray pdf = threePages();
        pdf.replace("/Dests << /one [3 0 R /XYZ 10 800 0] /two [4 0 R /XYZ 10 700 0] /three [5 0 R"
                    " /XYZ 10 600 0] >>",
                    "/Names << /Dests << /Names [(two) << /D [4 0 R /XYZ 10 700 0] >>] >> >>");
        PdfFinish finish;
        finish.outline = {{u"Two"_s, 1, u"two"_s}};
        QCOMPARE(pdfOutline(finished(pdf, finish)), QStringList{u"Two @ 2"_s});
    }

    void stampsStandOnTheirPages()
    {
        const QByteArray pdf = finished(threePages(), fullFinish());
        for (int page = 1; page <= 3; ++page) {
            QCOMPARE(pdfText(pdf, page).trimmed(), u"stamp%1"_s.arg(page));
        }
    }

    void stampsIgnoreTheStateThatAPageEndsIn()
    {
        // A page that ends scaled down and moved away; where its stamp stands must not change.
        const QByteArray calm = finished(threePages("0 0 m"), fullFinish());
        const QByteArray wild = finished(threePages("0.01 0 0 0.01 3000 3000 cm"), fullFinish());
        QCOMPARE(pdfText(wild, 2), pdfText(calm, 2));
    }

    void wrongNumberOfStampsIsRefused()
    {
        PdfFinish finish;
        finish.stamps = numberedStamps(2);
        const auto result = finishPdf(threePages(), finish);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidInput);
    }

    void deadLinksGoAndOthersStay()
    {
        const QByteArray pdf = finished(threePages(), {});
        QCOMPARE(pdfOuterLinks(pdf), QStringList{u"https://example.org/a"_s});
        const auto inner = pdfInnerLinks(pdf);
        QVERIFY(inner);
        QCOMPARE(inner->size(), 1);
        QCOMPARE(inner->first().destination, u"two"_s);
        QCOMPARE(inner->first().targetPage, 1);
        QCOMPARE(inner->first().place, QRectF(10, 842 - 720, 100, 20));
    }

    void sameInputSameOutput()
    {
        QCOMPARE(finished(threePages(), fullFinish()), finished(threePages(), fullFinish()));
    }

    void notAPdf_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("only a head") << QByteArray("%PDF-1.4\n");
        QTest::newRow("no pages") << QByteArray("%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\n"
                                                "trailer << /Root 1 0 R >>\n%%EOF\n");
        QTest::newRow("no catalogue") << QByteArray("%PDF-1.4\ntrailer << /Root 9 0 R >>\n%%EOF\n");
        QTest::newRow("zeros") << QByteArray(100'000, '\0');
    }

    void notAPdf()
    {
        QFETCH(QByteArray, bytes);
        const auto result = finishPdf(bytes, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Damaged);
        QVERIFY(!result.error().message.isEmpty());
        QVERIFY(!pdfPageCount(bytes));
        QVERIFY(!pdfInnerLinks(bytes));
    }

    void pagesThatContainThemselvesEnd()
    {
        QByteArray pdf = threePages();
        pdf.replace("/Kids [3 0 R 4 0 R 5 0 R]", "/Kids [2 0 R 3 0 R 2 0 R]");
        const auto result = finishPdf(pdf, fullFinish());
        QVERIFY(!result); // whichever way: it must come back
    }

    /// Whatever is broken, there is an answer: a PDF or an error, and never a crash.
    void brokenPdfs()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        PdfFinish finish = fullFinish();
        finish.outline = {{u"One"_s, 1, u"one"_s}, {u"Two"_s, 2, u"two"_s}};
        for (int round = 0; round < 400; ++round) {
            QByteArray pdf = threePages();
            for (int change = random.bounded(1, 8); change > 0; --change) {
                const qsizetype at = random.bounded(static_cast<int>(pdf.size()));
                if (random.bounded(3) == 0)
                    pdf.remove(at, random.bounded(1, 40));
                else
                    pdf[at] = static_cast<char>(random.bounded(256));
                if (pdf.isEmpty())
                    break;
            }
            if (const auto result = finishPdf(pdf, finish))
                QVERIFY(result->startsWith("%PDF-"));
            else
                QVERIFY(!result.error().message.isEmpty());
            static_cast<void>(pdfInnerLinks(pdf));
        }
    }
};

QTEST_GUILESS_MAIN(PdfFinisherTest)
#include "test_pdf_finisher.moc"
