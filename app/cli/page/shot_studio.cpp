#include "app/cli/page/shot_studio.h"

#include "ui/report/report_view.h"
#include "ui/widgets/preferences.h"
#include "ui/window/main_window.h"
#include "ui/window/session.h"

#include <QAction>
#include <QApplication>
#include <QDeadlineTimer>
#include <QDialog>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPixmap>
#include <QTabWidget>
#include <QTimer>
#include <QWebEngineScript>
#include <QWebEngineView>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr int patienceMs = 60'000;
constexpr int framesUntilPainted = 6;
constexpr QSize shotWindowSize(1400, 900);

struct StudioTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::ShotStudio)
};

/// In menus and the menus in them.
QAction *actionNamed(const QList<QAction *> &actions, QLatin1String name)
{
    for (QAction *action : actions) {
        if (action->objectName() == name)
            return action;
        if (QMenu *menu = action->menu()) {
            if (QAction *inside = actionNamed(menu->actions(), name))
                return inside;
        }
    }
    return nullptr;
}

/// True when the page is as wide (%1) as its view, there is text, and nothing in view is still to
/// come. What is drawn has then been painted too: some frames (%3) have passed since, counted anew
/// for each picture (%2).
const QString drawnScript = uR"((() => {
  const page = globalThis.plotleaf;
  if (!page || !document.querySelector('main *') || innerWidth !== %1) return false;
  if (page.shotNumber !== %2) {
    page.shotNumber = %2;
    page.shotFrames = 0;
  }
  const inView = (element) => {
    const box = element.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight && box.height > 0;
  };
  const late = '.pl-skeleton, .pl-math:not(.pl-drawn), pre > code:not(.pl-drawn)';
  const undrawn = (plot) => !plot.querySelector('.main-svg');
  if ([...document.querySelectorAll(late)].some(inView) ||
      [...document.querySelectorAll('.pl-figure-plot')].filter(inView).some(undrawn)) {
    page.shotFrames = 0;
    return false;
  }
  if (!page.shotFrames) {
    page.shotFrames = 1;
    const number = page.shotNumber;
    const count = () => {
      if (page.shotNumber !== number || !page.shotFrames) return;
      page.shotFrames += 1;
      if (page.shotFrames <= %3) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  }
  return page.shotFrames > %3;
})())"_s;

} // namespace

ShotStudio::ShotStudio(const QString &workspace,
                       ThemeMode theme,
                       QString folder,
                       const QString &ending)
    : m_folder(std::move(folder))
    , m_ending((theme == ThemeMode::Dark ? u"-dark"_s : u"-light"_s) + ending)
{
    Result<std::unique_ptr<Session>> session =
        Session::open(workspace, m_settings.filePath(u"settings.ini"_s));
    if (!session) {
        m_problem = session.error();
        return;
    }
    m_session = std::move(*session);
    m_session->preferences().setValue(Preference::Theme, int(theme));
    window().resize(shotWindowSize);
    window().show();
    window().activateWindow();
}

ShotStudio::~ShotStudio() = default;

Result<void> ShotStudio::outcome() const
{
    return m_problem ? Result<void>(*m_problem) : Result<void>();
}

MainWindow &ShotStudio::window() const
{
    return m_session->window();
}

QWidget *ShotStudio::windowWidget() const
{
    return m_session ? &m_session->window() : nullptr;
}

void ShotStudio::problem(const QString &what)
{
    if (!m_problem)
        m_problem = Error{ErrorCode::Timeout, StudioTexts::tr("It did not come: %1").arg(what), {}};
}

void ShotStudio::trigger(const char *name)
{
    QAction *action = nullptr;
    waitUntil(name, [&] {
        action = actionNamed(window().menuBar()->actions(), QLatin1String(name));
        return action && action->isEnabled();
    });
    if (!m_problem)
        action->trigger();
}

void ShotStudio::waitUntil(const char *what, const std::function<bool()> &condition)
{
    QDeadlineTimer deadline(patienceMs);
    QTimer beat; // wakes the loop where the condition is nobody's event
    beat.start(20);
    while (!m_problem && !condition()) {
        if (deadline.hasExpired()) {
            problem(QLatin1String(what));
            write(window(), "failed"); // shows why
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
}

ReportView *ShotStudio::waitForReport(const QString &name)
{
    auto *tabs = find<QTabWidget>("tabs");
    const auto view = [tabs] { return qobject_cast<ReportView *>(tabs->currentWidget()); };
    waitUntil("report", [&] { return view() && (name.isEmpty() || view()->title() == name); });
    if (m_problem)
        return nullptr;
    waitUntilDrawn(*view());
    return view();
}

void ShotStudio::waitUntilDrawn(QWidget &widget)
{
    waitUntil("preview", [&] { return widget.findChild<QWebEngineView *>() != nullptr; });
    if (m_problem)
        return;
    auto *web = widget.findChild<QWebEngineView *>();
    const auto answer = std::make_shared<bool>(false);
    const auto asked = std::make_shared<bool>(false);
    const int number = ++m_drawings;
    waitUntil("drawn page", [&] {
        if (!*answer && !*asked) {
            *asked = true;
            web->page()->runJavaScript(
                drawnScript.arg(web->width()).arg(number).arg(framesUntilPainted),
                QWebEngineScript::ApplicationWorld, [answer, asked](const QVariant &drawn) {
                    *answer = drawn.toBool();
                    *asked = false;
                });
        }
        return *answer;
    });
}

QWidget *ShotStudio::topmost() const
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        // Pages that are drawn for paper stand in a window that nobody sees.
        const bool isSeen = widget->isVisible() && !widget->testAttribute(Qt::WA_DontShowOnScreen);
        if (isSeen && widget != windowWidget())
            return widget;
    }
    return nullptr;
}

void ShotStudio::write(QWidget &widget, const char *name)
{
    // What was asked for last has its place only after one more turn.
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    const QString path = m_folder + u'/' + QLatin1String(name) + m_ending + u".png"_s;
    if (!widget.grab().save(path) && !m_problem)
        m_problem = Error{ErrorCode::Io, StudioTexts::tr("%1 cannot be written.").arg(path), {}};
}

void ShotStudio::shoot(const char *name)
{
    if (!m_problem)
        write(window(), name);
}

void ShotStudio::shootTopmost(const char *name)
{
    waitUntil(name, [this] { return topmost() != nullptr; });
    QWidget *widget = topmost();
    if (m_problem || !widget)
        return;
    write(*widget, name);
    widget->close();
    waitUntil(name, [this] { return topmost() == nullptr; });
}

void ShotStudio::shootNamed(const char *name, const char *dialog)
{
    const auto named = [this, dialog] {
        return windowWidget() ? windowWidget()->findChild<QDialog *>(QLatin1String(dialog))
                              : nullptr;
    };
    waitUntil(dialog, [named] { return named() && named()->isVisible(); });
    if (m_problem)
        return;
    write(*named(), name);
    named()->close();
    waitUntil(name, [named] { return named() == nullptr; });
}

void ShotStudio::shootOpened(const char *name, const char *action)
{
    trigger(action);
    shootTopmost(name);
}

void ShotStudio::shootOpened(const char *name, const char *action, const char *list)
{
    trigger(action);
    waitUntil(list, [this, list] {
        const auto *found =
            topmost() ? topmost()->findChild<QListWidget *>(QLatin1String(list)) : nullptr;
        return found && found->count() > 2;
    });
    shootTopmost(name);
}

} // namespace plotleaf
