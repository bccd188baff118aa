#include "bench/bench.h"
#include "bench/big_library.h"
#include "ui/library/report_list_model.h"
#include "ui/widgets/card_grid_view.h"
#include "ui/window/main_window.h"
#include "ui/window/session.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QEventLoop>
#include <QFileInfo>
#include <QLineEdit>
#include <QScrollBar>
#include <QTemporaryDir>

#include <cstdlib>

// The library in the whole program, as a person uses it: from a letter, or a turn of the wheel, to
// painted cards.

using namespace plotleaf;
using namespace plotleaf::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr double frameMs = 1000.0 / 60;

class LibraryWindow
{
public:
    LibraryWindow(const QString &folder, const QString &preferences)
        : m_session(Session::open(folder, preferences).value())
        , m_cards(m_session->window().findChild<CardGridView *>(u"reportCards"_s))
        , m_search(m_session->window().findChild<QLineEdit *>(u"librarySearch"_s))
        , m_model(qobject_cast<ReportListModel *>(m_cards->model()))
    {
        untilLoaded([this] { m_session->window().show(); });
        m_cards->viewport()->repaint();
    }

    int rows() const { return m_model->rowCount(); }

    void search(const QString &text)
    {
        untilLoaded([&] { m_search->setText(text); });
        m_cards->viewport()->repaint();
    }

    /// Scrolls by `pixels` and paints what came into view, as the next frame will.
    void scroll(int pixels)
    {
        QScrollBar *bar = m_cards->verticalScrollBar();
        bar->setValue(bar->value() + pixels);
        QCoreApplication::sendPostedEvents(); // a repaint that was asked for is a posted event
    }

    /// To a place far from what is loaded, until its cards are painted.
    void jump(double part)
    {
        QScrollBar *bar = m_cards->verticalScrollBar();
        untilLoaded([&] { bar->setValue(int(part * bar->maximum())); });
        m_cards->viewport()->repaint();
    }

private:
    template <typename Act>
    void untilLoaded(Act act)
    {
        QEventLoop loop;
        QObject::connect(m_model, &ReportListModel::loaded, &loop, &QEventLoop::quit);
        act();
        loop.exec();
    }

    std::unique_ptr<Session> m_session;
    CardGridView *m_cards;
    QLineEdit *m_search;
    ReportListModel *m_model;
};

void benchScrolling(LibraryWindow &window)
{
    constexpr int wheelStep = 60; // pixels
    Samples frames;
    int dropped = 0;
    for (int i = 0; i < 2000; ++i) {
        Samples frame;
        frame.time([&] { window.scroll(i < 1500 ? wheelStep : -3 * wheelStep); });
        frames.add(frame.quantile(0.5));
        dropped += frame.quantile(0.5) > frameMs ? 1 : 0;
        QCoreApplication::processEvents(); // what the library has answered meanwhile
    }
    printRow(u"library window: a frame of scrolling"_s, frames);
    printValue(u"library window: frames of scrolling above 16.7 ms"_s, dropped, "frames");
    Samples jumps;
    for (int i = 1; i < 40; ++i)
        jumps.time([&] { window.jump((i * 37 % 40) / 40.0); });
    printRow(u"library window: jump to painted cards"_s, jumps);
}

void benchTyping(LibraryWindow &window, Prose &prose)
{
    Samples keys;
    for (int i = 0; i < 60; ++i) {
        const QString word = prose.word();
        for (qsizetype typed = 1; typed <= word.size(); ++typed)
            keys.time([&] { window.search(word.left(typed)); });
    }
    printRow(u"library window: letter of a search to painted cards"_s, keys);
    window.search({});
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    addLibraryOptions(parser);
    parser.process(application);
    const QTemporaryDir temporary;
    Prose prose(2);
    const QString folder = bigLibrary(parser, temporary);
    const QString preferences = temporary.filePath(u"preferences.ini"_s);

    Samples start;
    std::unique_ptr<LibraryWindow> window;
    for (int i = 0; i < 5; ++i) {
        window.reset();
        start.time([&] { window = std::make_unique<LibraryWindow>(folder, preferences); });
    }
    printRow(u"library window: opened, to painted cards of %1 reports"_s.arg(window->rows()),
             start);
    benchScrolling(*window);
    benchTyping(*window, prose);
    return 0;
}
