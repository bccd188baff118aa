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
        const QString names =
            u"library-empty library-list library-projects library-search "
            "library-nothing-found library-filtered library-archive rename-in-place "
            "report-menu tag-filter notice new-report settings command-palette "
            "about publish delete rename tags move versions images editor preview source panel "
            "cheat-sheet markdown-help panel-help published run-browser "
            "add-server servers servers-menu merge frame-form text-to-come"_s;
        for (const QString &name : names.split(u' ')) {
            const QImage light = picture(name, u"light"_s);
            const QImage dark = picture(name, u"dark"_s);
            QVERIFY2(!light.isNull() && !dark.isNull(), qPrintable(name));
            QCOMPARE(light.size(), dark.size());
            QVERIFY2(brightness(light) > brightness(dark) + leastDifference, qPrintable(name));
        }
    }

    /// Paper is white whatever the windows look like; only what is around it follows the theme.
    void paperIsWhiteInBothThemes()
    {
        const QImage light = picture(u"print-preview"_s, u"light"_s);
        const QImage dark = picture(u"print-preview"_s, u"dark"_s);
        QVERIFY(!light.isNull() && !dark.isNull());
        const QRect toolBar(0, 0, light.width(), light.height() / 30);
        QVERIFY(brightness(light.copy(toolBar)) > brightness(dark.copy(toolBar)) + leastDifference);
        const QRect middle(light.width() / 3, light.height() / 3, light.width() / 3,
                           light.height() / 3);
        QVERIFY(brightness(dark.copy(middle)) > 200);
        QVERIFY(std::abs(brightness(light.copy(middle)) - brightness(dark.copy(middle))) <= 2);
    }

    /// What is in front fills its window: the page is as wide as the pane that it is in.
    void previewFillsTheWindow()
    {
        const QImage preview = picture(u"preview"_s, u"light"_s);
        QVERIFY(!preview.isNull());
        // Text in the right half, below the bars and left of the scroll bar.
        const QRect right(preview.width() / 2, preview.height() / 5, preview.width() / 4,
                          preview.height() / 2);
        const QImage half = preview.copy(right);
        const QRgb background = half.pixel(half.width() - 1, 0);
        int ink = 0;
        for (int y = 0; y < half.height(); ++y) {
            for (int x = 0; x < half.width(); ++x)
                ink += half.pixel(x, y) != background ? 1 : 0;
        }
        QVERIFY2(ink > half.width() * half.height() / 100, "half of the preview is empty");
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

    /// Of the mean brightness of the two themes, of 255.
    static constexpr int leastDifference = 20;
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(ShotsTest)
#include "test_shots.moc"
