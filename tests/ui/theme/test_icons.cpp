#include "support/test_paths.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"

#include <QDirIterator>
#include <QFile>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

/// Names that are packed, from the list they are packed from.
QStringList packedNames()
{
    QFile file(sourceDir() + u"/resources/icons/icons.txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no list of icons");
    QStringList names;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (!line.isEmpty() && !line.startsWith(u'#'))
            names.append(line.trimmed());
    }
    return names;
}

QColor middle(const QIcon &icon, QIcon::Mode mode = QIcon::Normal)
{
    QColor strongest = Qt::transparent;
    const QImage picture = icon.pixmap(QSize(48, 48), 1, mode).toImage();
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (picture.pixelColor(x, y).alpha() > strongest.alpha())
                strongest = picture.pixelColor(x, y);
        }
    }
    return strongest;
}

} // namespace

class TestIcons : public QObject
{
    Q_OBJECT

private slots:
    void everyPackedIconIsDrawn();
    void everyIconThatIsAskedForIsPacked();
    void colourFollowsThemeAndState();
    void sharpAtEveryScale();
    void unknownNamesGiveNone();

private:
    SystemColorScheme m_system;
    Theme m_theme{m_system};
};

void TestIcons::everyPackedIconIsDrawn()
{
    const QStringList names = packedNames();
    QVERIFY(names.size() > 50);
    for (const QString &name : names) {
        const QIcon icon = m_theme.icon(name);
        QVERIFY2(!icon.isNull(), qPrintable(name));
        QVERIFY2(middle(icon).alpha() > 200, qPrintable(name));
    }
}

void TestIcons::everyIconThatIsAskedForIsPacked()
{
    static const QRegularExpression asked(u"\\bicon\\(\\s*u\"([a-z0-9-]+)\""_s);
    const QStringList packed = packedNames();
    QStringList missing;
    int count = 0;
    QDirIterator it(sourceDir() + u"/ui"_s, {u"*.cpp"_s}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (auto found = asked.globalMatch(QString::fromUtf8(file.readAll())); found.hasNext();) {
            const QString name = found.next().captured(1);
            ++count;
            if (!packed.contains(name))
                missing.append(it.fileName() + u": "_s + name);
        }
    }
    QVERIFY2(count > 20, "no source asks for an icon");
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
}

void TestIcons::colourFollowsThemeAndState()
{
    const QIcon icon = m_theme.icon(u"square"_s, ColorRole::Danger);
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
        m_theme.setMode(mode);
        QCOMPARE(middle(icon).name(), m_theme.color(ColorRole::Danger).name());
        QCOMPARE(middle(icon, QIcon::Disabled).name(), m_theme.color(ColorRole::Disabled).name());
    }
}

void TestIcons::sharpAtEveryScale()
{
    const QIcon icon = m_theme.icon(u"tag"_s);
    for (const double scale : {1.0, 1.5, 2.0, 3.0}) {
        const QPixmap pixmap = icon.pixmap(QSize(20, 20), scale);
        QCOMPARE(pixmap.devicePixelRatio(), scale);
        QCOMPARE(pixmap.size(), QSize(20, 20) * scale);
    }
}

void TestIcons::unknownNamesGiveNone()
{
    QVERIFY(m_theme.icon(u"no-such-icon"_s).isNull());
    QVERIFY(m_theme.icon({}).isNull());
}

QTEST_MAIN(TestIcons)
#include "test_icons.moc"
