#include "core/exports/pdf_links.h"

#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

/// Two pages; the first has these annotations, the document this in its catalogue.
QByteArray twoPages(const QByteArray &annotations,
                    const QByteArray &catalogue =
                        "/Dests << /one [3 0 R /XYZ 0 800 0] /two [4 0 R /XYZ 0 800 0] >>",
                    const QByteArray &firstPage = QByteArray())
{
    return "%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R " + catalogue +
           " >> endobj\n2 0 obj << /Type /Pages /Count 2 /Kids [3 0 R 4 0 R]"
           " /MediaBox [0 0 600 800] >> endobj\n"
           "3 0 obj << /Type /Page /Parent 2 0 R " +
           firstPage + " /Annots [" + annotations +
           "] >> endobj\n"
           "4 0 obj << /Type /Page /Parent 2 0 R >> endobj\n"
           "trailer << /Root 1 0 R >>\n%%EOF\n";
}

QByteArray annotation(const QByteArray &leadsTo, const QByteArray &place = "[10 700 110 720]")
{
    return "<< /Type /Annot /Subtype /Link /Rect " + place + ' ' + leadsTo + " >> ";
}

QVector<PdfLink> linksOf(const QByteArray &pdf)
{
    const auto links = pdfInnerLinks(pdf);
    if (!links)
        qFatal("%s", qPrintable(links.error().detail));
    return *links;
}

} // namespace

/// The links inside a PDF, which the numbers behind the contents come from.
class PdfLinksTest : public QObject
{
    Q_OBJECT

private slots:
    void leadToNamedPlaces_data()
    {
        QTest::addColumn<QByteArray>("leadsTo");
        QTest::addColumn<QByteArray>("catalogue");
        const QByteArray tree =
            "/Names << /Dests << /Names [(one) [3 0 R /Fit] (two) << /D [4 0 R /Fit] >>] >> >>";
        const QByteArray dictionary = "/Dests << /two [4 0 R /XYZ 0 800 0] >>";
        QTest::newRow("by name") << QByteArray("/Dest /two") << dictionary;
        QTest::newRow("by text") << QByteArray("/Dest (two)") << dictionary;
        QTest::newRow("by action") << QByteArray("/A << /S /GoTo /D /two >>") << dictionary;
        QTest::newRow("in a tree") << QByteArray("/Dest (two)") << tree;
    }

    void leadToNamedPlaces()
    {
        QFETCH(QByteArray, leadsTo);
        QFETCH(QByteArray, catalogue);
        const auto links = linksOf(twoPages(annotation(leadsTo), catalogue));
        QCOMPARE(links.size(), 1);
        QCOMPARE(links.first().destination, u"two"_s);
        QCOMPARE(links.first().page, 0);
        QCOMPARE(links.first().targetPage, 1);
        QCOMPARE(links.first().place, QRectF(10, 80, 100, 20));
    }

    void placesCountFromTheCornerOfTheVisiblePage()
    {
        const auto links =
            linksOf(twoPages(annotation("/Dest /one"), "/Dests << /one [3 0 R /Fit] >>",
                             "/CropBox [5 5 500 750] /TrimBox [5 5 500 750]"));
        QCOMPARE(links.first().place, QRectF(5, 30, 100, 20));
        QCOMPARE(links.first().targetPage, 0);
    }

    void keepTheOrderOfTheText()
    {
        const auto links = linksOf(twoPages(annotation("/Dest /two") + annotation("/Dest /one") +
                                            annotation("/Dest /two")));
        QCOMPARE(links.size(), 3);
        QCOMPARE(links[1].destination, u"one"_s);
    }

    void othersAreNoInnerLinks_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        QTest::newRow("outside") << twoPages(
            annotation("/A << /S /URI /URI (https://example.org) >>"));
        QTest::newRow("nowhere") << twoPages(annotation("/Dest /three"));
        QTest::newRow("no destination") << twoPages(annotation(""));
        QTest::newRow("no place") << twoPages(annotation("/Dest /two", "null"));
        QTest::newRow("a page of no tree")
            << twoPages(annotation("/Dest /two"), "/Dests << /two [<< /Type /Page >> /Fit] >>");
        QTest::newRow("no array") << twoPages(annotation("/Dest /two"), "/Dests << /two 7 >>");
        QTest::newRow("empty array") << twoPages(annotation("/Dest /two"), "/Dests << /two [] >>");
        QTest::newRow("no catalogue entry") << twoPages(annotation("/Dest /two"), "");
        QTest::newRow("no annotation") << twoPages("7 null (x)");
        QTest::newRow("another kind")
            << twoPages("<< /Type /Annot /Subtype /Text /Rect [0 0 1 1] /Dest /two >>");
    }

    void othersAreNoInnerLinks()
    {
        QFETCH(QByteArray, pdf);
        QVERIFY(linksOf(pdf).isEmpty());
    }

    void whatIsNoPdfIsAnError()
    {
        const auto links = pdfInnerLinks("no PDF");
        QVERIFY(!links);
        QCOMPARE(links.error().code, ErrorCode::Damaged);
    }
};

QTEST_GUILESS_MAIN(PdfLinksTest)
#include "test_pdf_links.moc"
