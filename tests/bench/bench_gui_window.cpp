#include "bench/bench.h"
#include "bench/report_text.h"
#include "bench/screen/process_memory.h"
#include "bench/screen/screen_region.h"
#include "bench/screen/virtual_screen.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <cstdlib>
#include <functional>
#include <memory>
#include <random>

// The real program, started as a person starts it and watched from outside: a key goes in through
// the X server, and the time counts until pixels differ there. Nothing of ours runs inside.
//
// A screen of glass adds up to one frame. What is measured is late by the way of the key through
// xdotool and by the pause between two looks, together less than a millisecond.

using namespace plotleaf;
using namespace plotleaf::bench;
using namespace Qt::StringLiterals;

namespace {

/// Parts of the two panes. At first the window stands at the corner of the screen and has its own
/// size: they are so far down that the library's few cards, which are there first, do not reach
/// them, and above the line that tells states. Later the window fills the screen.
constexpr QRect sourceAtStart(20, 560, 560, 200);
constexpr QRect previewAtStart(680, 560, 560, 200);
constexpr QRect sourceWhenFull(30, 150, 720, 780);
constexpr QRect previewWhenFull(850, 150, 720, 780);

constexpr int lookEveryUs = 400;
constexpr int patienceMs = 60'000;
constexpr int quietMs = 250;
/// A text cursor is thinner, a letter with a cursor behind it is wider.
constexpr int cursorWidth = 4;

[[noreturn]] void stop(const QString &why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(1);
}

/// Looks again and again until `seen`.
void waitUntil(const QString &what, const std::function<bool()> &seen)
{
    QElapsedTimer timer;
    timer.start();
    while (!seen()) {
        if (timer.hasExpired(patienceMs))
            stop(u"It was never seen: %1."_s.arg(what));
        QThread::usleep(lookEveryUs);
    }
}

/// Until nothing but the text cursor has changed for a while.
void waitUntilQuiet(ScreenRegion &region, int forMs = quietMs)
{
    QElapsedTimer quiet;
    quiet.start();
    region.keep();
    waitUntil(u"a window that rests"_s, [&] {
        if (region.changedWidth() > cursorWidth) {
            region.keep();
            quiet.restart();
        }
        return quiet.hasExpired(forMs);
    });
    region.keep();
}

/// Plotleaf on a screen, with its folders below `home`.
class Program
{
public:
    Program(const VirtualScreen &screen, const QString &home, const QStringList &files)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DISPLAY"_s, screen.display());
        environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        environment.insert(u"LIBGL_ALWAYS_SOFTWARE"_s,
                           u"1"_s); // nothing better reaches this screen
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        for (const QString &folder : {u"CONFIG"_s, u"DATA"_s, u"CACHE"_s})
            environment.insert(u"XDG_%1_HOME"_s.arg(folder), home + u'/' + folder);
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_sinceStart.start();
        m_process.start(QCoreApplication::applicationDirPath() + u"/plotleaf"_s,
                        QStringList{u"--workspace"_s, home + u"/workspace"_s} + files);
        if (!m_process.waitForStarted())
            stop(u"Plotleaf does not start: "_s + m_process.errorString());
    }
    ~Program()
    {
        m_process.terminate();
        m_process.waitForFinished(patienceMs);
    }

    double millisecondsSinceStart() const { return double(m_sinceStart.nsecsElapsed()) / 1e6; }
    double megabytes() const { return processTreeMegabytes(m_process.processId()); }

private:
    QProcess m_process;
    QElapsedTimer m_sinceStart;
};

struct Scale
{
    QString name;
    qsizetype bytes;
    int starts;
    int keys;
};

/// The folders of somebody who has begun with Plotleaf and has nothing open: what a first start
/// makes. Each start gets a copy: what one has opened, the next would open again.
class Homes
{
public:
    explicit Homes(VirtualScreen &screen) : m_screen(screen)
    {
        ScreenRegion window(screen.pixels(), anywhere);
        const Program program(screen, m_first.path(), {});
        waitUntil(u"the first window"_s, [&] { return window.hasText(); });
        waitUntilQuiet(window, 4 * quietMs);
        screen.act("key ctrl+w"); // the welcome report
        waitUntilQuiet(window, 4 * quietMs);
    }

    /// Once nothing of the last program is on the screen any more.
    std::unique_ptr<QTemporaryDir> next() const
    {
        const ScreenRegion window(m_screen.pixels(), anywhere);
        waitUntil(u"an empty screen"_s, [&] { return !window.hasText(); });
        auto home = std::make_unique<QTemporaryDir>();
        if (QProcess::execute(u"cp"_s, {u"-a"_s, m_first.path() + u"/."_s, home->path()}) != 0)
            stop(u"The folders of a start cannot be copied."_s);
        return home;
    }

private:
    static constexpr QRect anywhere{0, 0, 1280, 800};

    const VirtualScreen &m_screen;
    QTemporaryDir m_first;
};

/// One size of report: from start to quiet, then typing in its middle, then its memory.
class WindowBench
{
public:
    WindowBench(VirtualScreen &screen, const Homes &homes, Scale scale)
        : m_screen(screen)
        , m_homes(homes)
        , m_scale(std::move(scale))
        , m_file(m_folder.filePath(u"report.md"_s))
    {
        QString text = reportText(m_scale.bytes);
        const qsizetype middle = text.indexOf(u"## Section"_s, text.size() / 2);
        text.insert(middle, u"The middlemost paragraph\n\n"_s);
        QFile file(m_file);
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            stop(u"The report cannot be written: "_s + file.errorString());
    }

    void run(const QString &picture)
    {
        if (m_scale.starts > 0)
            measureStarts();
        const auto home = m_homes.next();
        const Program program(m_screen, home->path(), {m_file});
        goToMiddle();
        measureKeys();
        printValue(u"window: memory of all processes (PSS), %1"_s.arg(m_scale.name),
                   program.megabytes(), "MB");
        if (!picture.isEmpty())
            m_screen.pixels().copy().save(picture + u'/' + m_scale.name + u".png");
    }

private:
    void measureStarts()
    {
        m_screen.act("mousemove 1599 999"); // the pointer is part of the picture
        Samples toSource;
        Samples toPreview;
        for (int i = 0; i < m_scale.starts; ++i) {
            const auto home = m_homes.next();
            const Program program(m_screen, home->path(), {m_file});
            ScreenRegion source(m_screen.pixels(), sourceAtStart);
            ScreenRegion preview(m_screen.pixels(), previewAtStart);
            waitUntil(u"the source"_s, [&] { return source.hasText(); });
            toSource.add(program.millisecondsSinceStart());
            waitUntil(u"the preview"_s, [&] { return preview.hasText(); });
            toPreview.add(program.millisecondsSinceStart());
        }
        printRow(u"window: start to the source of %1"_s.arg(m_scale.name), toSource);
        printRow(u"window: start to the preview of %1"_s.arg(m_scale.name), toPreview);
    }

    void goToMiddle()
    {
        ScreenRegion preview(m_screen.pixels(), previewAtStart);
        waitUntil(u"the preview"_s, [&] { return preview.hasText(); });
        waitUntilQuiet(preview, 4 * quietMs);
        m_screen.fillWithWindow();
        m_screen.act("mousemove 300 500 click 1 key ctrl+f");
        m_screen.act("type --delay 20 'middlemost'");
        m_screen.act("key --delay 20 Return Escape End");
    }

    void measureKeys()
    {
        ScreenRegion source(m_screen.pixels(), sourceWhenFull);
        ScreenRegion preview(m_screen.pixels(), previewWhenFull);
        Samples toSource;
        Samples toPreview;
        std::mt19937 random(1);
        std::uniform_int_distribution<int> pause(50, 200);
        for (int i = 0; i < m_scale.keys; ++i) {
            waitUntilQuiet(preview);
            waitUntilQuiet(source);
            QThread::msleep(size_t(pause(random))); // in any phase of whatever ticks in there
            source.keep();
            preview.keep();
            QElapsedTimer timer;
            timer.start();
            m_screen.act(QByteArray("key --delay 0 ") + char('a' + i % 26));
            const auto milliseconds = [&timer] { return double(timer.nsecsElapsed()) / 1e6; };
            waitUntil(u"the letter in the source"_s,
                      [&] { return source.changedWidth() > cursorWidth; });
            toSource.add(milliseconds());
            waitUntil(u"the letter in the preview"_s, [&] { return preview.changedWidth() > 0; });
            toPreview.add(milliseconds());
        }
        printRow(u"window: key to glyph, %1"_s.arg(m_scale.name), toSource);
        printRow(u"window: key to preview, %1"_s.arg(m_scale.name), toPreview);
    }

    VirtualScreen &m_screen;
    const Homes &m_homes;
    const Scale m_scale;
    QTemporaryDir m_folder;
    QString m_file;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption picture(u"pictures"_s, u"Keep pictures of the screen here."_s,
                                     u"folder"_s);
    const QCommandLineOption only(u"only"_s, u"Only this size."_s, u"size"_s);
    parser.addHelpOption();
    parser.addOptions({picture, only});
    parser.process(application);

    VirtualScreen screen;
    const Homes homes(screen);
    for (const Scale &scale :
         {Scale{u"100 KB"_s, 100'000, 5, 60}, Scale{u"1 MB"_s, 1'000'000, 3, 60},
          Scale{u"10 MB"_s, 10'000'000, 0, 10}}) {
        if (!parser.isSet(only) || parser.value(only) == scale.name)
            WindowBench(screen, homes, scale).run(parser.value(picture));
    }
    return 0;
}
