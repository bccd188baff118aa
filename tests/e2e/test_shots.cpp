#include "support/test_paths.h"

#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;

/// The pictures of the program: all of them come, on a screen without a display, and they differ
/// where they should.
class ShotsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QProcess shots;
        shots.setProcessChannelMode(QProcess::ForwardedChannels);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"QT_QPA_PLATFORM"_s);
        shots.setProcessEnvironment(environment);
        shots.start(plotleaf::binDir() + u"/plotleaf-cli"_s,
                    {u"shots"_s, m_folder.path(), u"--scale"_s, u"2"_s});
        QVERIFY(shots.waitForFinished(200'000));
        QCOMPARE(shots.exitCode(), 0);
    }

    void everyWindowInBothThemes()
    {
        for (const QString &name :
             {u"library-empty"_s, u"library-list"_s, u"library-projects"_s, u"library-search"_s,
              u"library-nothing-found"_s, u"new-report"_s, u"settings"_s, u"command-palette"_s,
              u"about"_s, u"publish"_s, u"tags"_s, u"move"_s, u"editor"_s, u"preview"_s,
              u"source"_s, u"panel"_s, u"cheat-sheet"_s, u"print-preview"_s, u"published"_s}) {
            const QImage light = picture(name, u"light"_s);
            const QImage dark = picture(name, u"dark"_s);
            QVERIFY2(!light.isNull() && !dark.isNull(), qPrintable(name));
            QCOMPARE(light.size(), dark.size());
            // Paper is white in both themes; there only the frame around it differs.
            const int difference = name == u"print-preview"_s ? 1 : 20;
            QVERIFY2(brightness(light) > brightness(dark) + difference, qPrintable(name));
        }
    }

    void hasThePixelsOfItsScale()
    {
        QCOMPARE(picture(u"library-list"_s, u"light"_s).size(), QSize(2800, 1800));
    }

private:
    QImage picture(const QString &name, const QString &theme) const
    {
        return QImage(m_folder.filePath(name + u'-' + theme + u"@2x.png"_s));
    }
    /// Mean of the whole picture, 0 to 255.
    static int brightness(const QImage &image)
    {
        const QImage one = image.scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        return qGray(one.pixel(0, 0));
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(ShotsTest)
#include "test_shots.moc"
