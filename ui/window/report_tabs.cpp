#include "ui/window/report_tabs.h"

#include "core/base/when_done.h"
#include "core/store/library.h"
#include "ui/theme/theme.h"
#include "ui/widgets/look.h"
#include "ui/widgets/notifier.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/preferences.h"
#include "ui/window/help_page.h"

#include <QTabBar>
#include <QToolButton>

namespace plotleaf {

using namespace Qt::StringLiterals;

ReportTabs::ReportTabs(const ReportViewServices &services,
                       Notifier &notifier,
                       Preferences &preferences,
                       QWidget *library,
                       QWidget *parent)
    : QTabWidget(parent), m_services(services), m_notifier(notifier), m_preferences(preferences)
{
    setObjectName(u"tabs"_s);
    setDocumentMode(true);
    setElideMode(Qt::ElideRight);
    tabBar()->setExpanding(false);
    tabBar()->setObjectName(u"tabBar"_s);
    tabBar()->setAccessibleName(tr("Open reports"));
    addTab(library, services.theme.icon(u"library"_s), tr("Library"));
    connect(this, &QTabWidget::currentChanged, this, [this] {
        if (!m_restoring)
            emit placesChanged();
    });
    connect(&services.library, &Library::reportRemoved, this, &ReportTabs::reportRemoved);
}

ReportView *ReportTabs::currentView() const
{
    return qobject_cast<ReportView *>(currentWidget());
}

ReportView *ReportTabs::view(const ReportId &id) const
{
    for (int i = 1; i < count(); ++i) {
        auto *view = qobject_cast<ReportView *>(widget(i));
        if (view && view->reportId() == id)
            return view;
    }
    return nullptr;
}

void ReportTabs::showLibrary()
{
    setCurrentIndex(0);
}

void ReportTabs::open(const ReportId &id)
{
    if (ReportView *known = view(id)) {
        setCurrentWidget(known);
        known->setFocus();
        emit opened(id);
        return;
    }
    load(id, [this, id](const Result<ReportView *> &view) {
        if (!view) {
            m_notifier.error(view.error().message);
            return;
        }
        setCurrentWidget(*view);
        (*view)->setFocus();
        emit opened(id);
        if (!m_restoring)
            emit placesChanged();
    });
}

void ReportTabs::restore(const QList<ReportId> &ids, const ReportId &front)
{
    m_restoring = !ids.isEmpty();
    if (m_restoring) {
        load(ids.first(),
             [this, ids, front](const Result<ReportView *> &) { restore(ids.mid(1), front); });
        return;
    }
    if (ReportView *known = view(front); known && isLibraryCurrent()) {
        setCurrentWidget(known);
        known->setFocus();
    }
    emit placesChanged();
}

void ReportTabs::serversChanged()
{
    for (int i = 1; i < count(); ++i) {
        if (auto *view = qobject_cast<ReportView *>(widget(i)))
            view->serversChanged();
    }
}

QList<ReportId> ReportTabs::openReports() const
{
    QList<ReportId> ids;
    for (int i = 1; i < count(); ++i) {
        if (const auto *view = qobject_cast<const ReportView *>(widget(i)))
            ids.append(view->reportId());
    }
    return ids;
}

void ReportTabs::openHelp(const QString &file, const QString &title)
{
    for (int i = 1; i < count(); ++i) {
        const auto *known = qobject_cast<const HelpPage *>(widget(i));
        if (known && known->file() == file) {
            setCurrentIndex(i);
            return;
        }
    }
    auto *page = new HelpPage(m_services.theme, file, m_services.markdownHelper, this);
    addTab(page, m_services.theme.icon(u"circle-help"_s), title);
    addCloseButton(page, title);
    setCurrentWidget(page);
    page->setFocus();
}

void ReportTabs::load(const ReportId &id, const Loaded &loaded)
{
    if (ReportView *known = view(id)) {
        loaded(known);
        return;
    }
    m_loading[id].append(loaded);
    if (m_loading.value(id).size() > 1)
        return;
    whenDone(m_services.library.report(id), this, [this, id](const Result<Report> &report) {
        if (!report) {
            finishLoading(id, report.error());
            return;
        }
        whenDone(m_services.library.recovered(id), this,
                 [this, id, report = *report](const Result<std::optional<QString>> &recovered) {
                     if (recovered)
                         finishLoading(id, addReport(report, *recovered));
                     else
                         finishLoading(id, recovered.error());
                 });
    });
}

void ReportTabs::finishLoading(const ReportId &id, const Result<ReportView *> &view)
{
    for (const Loaded &loaded : m_loading.take(id))
        loaded(view);
}

ReportView *ReportTabs::addReport(const Report &report, const std::optional<QString> &recovered)
{
    auto *view = new ReportView(m_services, report, recovered, this);
    view->setMode(ReportView::Mode(m_preferences.value(Preference::ReportMode).toInt()));
    addTab(view, QString());
    addCloseButton(view, view->title());
    updateTab(view);
    connect(view, &ReportView::modeChanged, this, [this](ReportView::Mode mode) {
        m_preferences.setValue(Preference::ReportMode, int(mode));
    });
    connect(view, &ReportView::titleChanged, this, [this, view] { updateTab(view); });
    connect(view, &ReportView::saveStateChanged, this, [this, view] { updateTab(view); });
    connect(view, &ReportView::closeRequested, this, &ReportTabs::showLibrary);
    connect(view, &ReportView::reportLinkActivated, this, &ReportTabs::open);
    connect(view, &ReportView::duplicateRequested, this, &ReportTabs::duplicateRequested);
    connect(view, &ReportView::renameRequested, this, &ReportTabs::renameRequested);
    connect(view, &ReportView::moveRequested, this, &ReportTabs::moveRequested);
    connect(view, &ReportView::serverWanted, this, &ReportTabs::serverWanted);
    connect(view, &ReportView::textWanted, this,
            [this](const ReportId &id) { emit textWanted(id, true); });
    if (view->isTextMissing())
        emit textWanted(view->reportId(), false);
    if (recovered)
        m_notifier.info(tr("Plotleaf ended before “%1” was saved; what was typed is here again.")
                            .arg(view->title()));
    return view;
}

// The style's own close button knows nothing of themes.
void ReportTabs::addCloseButton(QWidget *page, const QString &title)
{
    auto *button = new QToolButton(tabBar());
    button->setObjectName(u"closeTabButton"_s);
    button->setIcon(m_services.theme.icon(u"x"_s, ColorRole::Muted));
    button->setIconSize({IconSize::s, IconSize::s});
    button->setToolTip(tr("Close"));
    button->setAccessibleName(tr("Close %1").arg(title));
    button->setFocusPolicy(Qt::NoFocus);
    setLook(button, u"small"_s);
    connect(button, &QToolButton::clicked, this, [this, page] { closeTab(indexOf(page)); });
    tabBar()->setTabButton(indexOf(page), QTabBar::RightSide, button);
}

void ReportTabs::updateTab(ReportView *view)
{
    constexpr int longestTabTitle = 32;
    const int index = indexOf(view);
    QString title = view->title();
    if (title.size() > longestTabTitle)
        title = title.left(longestTabTitle - 1).trimmed() + u'…';
    setTabText(index, title.replace(u'&', u"&&"_s));
    const bool isFailed = view->saveState() == OpenReport::State::Failed;
    setTabToolTip(index,
                  plainToolTip(isFailed ? tr("%1: not saved").arg(view->title()) : view->title()));
    setTabIcon(index, isFailed
                          ? m_services.theme.icon(u"triangle-alert"_s, ColorRole::Danger)
                          : m_services.theme.icon(view->isLocked() ? u"lock"_s : u"file-text"_s));
}

QFuture<Result<void>> ReportTabs::flush(const ReportId &id)
{
    if (ReportView *open = view(id); open && !open->isLocked())
        return open->saveNow();
    QPromise<Result<void>> done;
    done.start();
    done.addResult(Result<void>());
    done.finish();
    return done.future();
}

void ReportTabs::closeTab(int index)
{
    if (index <= 0)
        return;
    QWidget *view = widget(index);
    // On to the neighbour on the left: whoever closes the last report is in the library.
    if (index == currentIndex())
        setCurrentIndex(index - 1);
    removeTab(index);
    delete view;
    if (!m_restoring)
        emit placesChanged();
}

// Text that is not saved becomes a report of its own, in the same tab.
void ReportTabs::reportRemoved(const ReportId &id)
{
    ReportView *open = view(id);
    if (!open)
        return;
    if (open->saveState() != OpenReport::State::Saved) {
        (void)open->saveNow();
        return;
    }
    // Whoever deletes a report here has archived it before, and sees it go.
    if (!open->isArchived())
        m_notifier.post(
            {Notice::Severity::Warning,
             tr("“%1” is no longer in the library; its tab was closed.").arg(open->title())});
    closeTab(indexOf(open));
}

void ReportTabs::closeAll()
{
    while (count() > 1)
        closeTab(count() - 1);
}

} // namespace plotleaf
