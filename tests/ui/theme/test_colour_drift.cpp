#include "support/test_paths.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// Colours stand in ui/theme only. Reads the sources of the windows and names each line that writes
/// one down.
class TestColourDrift : public QObject
{
    Q_OBJECT

private slots:
    void recognisesLiterals_data();
    void recognisesLiterals();
    void noColourOutsideTheTheme();

private:
    static bool writesColour(const QString &line);
};

bool TestColourDrift::writesColour(const QString &line)
{
    static const QRegularExpression literal(
        u"\"[^\"]*#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?([0-9a-fA-F]{2})?\\b"
        u"|\\brgba?\\(\\s*\\d|\\bhsla?\\(\\s*\\d"
        u"|QColor\\s*[({]\\s*(\\d|0x|\"|u\")"
        u"|Qt::(white|black|(dark)?(Red|Green|Blue|Cyan|Magenta|Yellow|Gray)|red|green|blue|cyan|"
        u"magenta|yellow|"
        u"gray|lightGray)\\b"_s);
    return literal.match(line).hasMatch();
}

void TestColourDrift::recognisesLiterals_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("isColour");
    QTest::newRow("hex") << u"label->setStyleSheet(u\"color: #a0b1c2\"_s);"_s << true;
    QTest::newRow("short hex") << u"setColor(u\"#fff\"_s)"_s << true;
    QTest::newRow("numbers") << u"QColor(12, 13, 14)"_s << true;
    QTest::newRow("named") << u"painter.fillRect(r, Qt::white);"_s << true;
    QTest::newRow("css") << u"u\"background: rgb(1, 2, 3)\"_s"_s << true;
    QTest::newRow("role") << u"painter.fillRect(r, theme.color(ColorRole::Card));"_s << false;
    QTest::newRow("transparent") << u"pixmap.fill(Qt::transparent);"_s << false;
    QTest::newRow("heading anchor") << u"link(u\"#results\"_s)"_s << false;
    QTest::newRow("include") << u"#include <QColor>"_s << false;
}

void TestColourDrift::recognisesLiterals()
{
    QFETCH(QString, line);
    QFETCH(bool, isColour);
    QCOMPARE(writesColour(line), isColour);
}

void TestColourDrift::noColourOutsideTheTheme()
{
    const QString root = plotleaf::sourceDir();
    QStringList found;
    int files = 0;
    for (const QString &folder : {u"/ui"_s, u"/app"_s}) {
        QDirIterator it(root + folder, {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString path = it.next();
            // The page is a library below the theme; its colours stand in the style sheet of the
            // page, and paper is white in either theme.
            if (path.startsWith(root + u"/ui/theme/"_s) || path.startsWith(root + u"/ui/page/"_s))
                continue;
            QFile file(path);
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
            ++files;
            int number = 0;
            for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
                ++number;
                if (writesColour(line))
                    found.append(u"%1:%2: %3"_s.arg(path.mid(root.size() + 1))
                                     .arg(number)
                                     .arg(line.trimmed()));
            }
        }
    }
    QVERIFY2(files > 0, "no source was read");
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestColourDrift)

#include "test_colour_drift.moc"
