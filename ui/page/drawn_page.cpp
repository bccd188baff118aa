#include "ui/page/drawn_page.h"

#include "ui/page/page_view.h"
#include "ui/page/shell_page.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QWebEngineSettings>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

/// Only what is laid out at all depends on it: in these modes nothing waits to be scrolled into
/// view.
constexpr int viewHeight = 1000;

QStringList stringsOf(const QJsonArray &array)
{
    QStringList strings;
    for (const QJsonValue value : array)
        strings += value.toString();
    return strings;
}

} // namespace

DrawnPage::DrawnPage(const PrintedReport &report, PageMode mode, int width, QObject *parent)
    : QObject(parent)
    , m_link(report.resources, mode)
    , m_panels(m_link)
    , m_sync(m_link, DocumentSync::Start::Whole)
    , m_view(std::make_unique<PageView>(m_link.page()))
{
    m_view->setAttribute(Qt::WA_DontShowOnScreen);
    m_view->resize(width, viewHeight);
    m_link.page()->settings()->setAttribute(QWebEngineSettings::ShowScrollBars, false);
    m_link.setLanguage(report.language);
    m_link.setConsent(report.consent);
    m_panels.setFeeds(report.feeds);
    m_panels.setDocument(report.document);
    m_sync.setDocument(report.document);

    connect(m_link.host(), &PageHost::versionShown, this, [this] {
        m_shown = true;
        askWhenDrawn();
    });
    connect(&m_panels, &PanelBridge::settledChanged, this, &DrawnPage::askWhenDrawn);
    connect(m_link.host(), &PageHost::everythingDrawn, this, &DrawnPage::onDrawn);
    const auto fail = [this] {
        finish(
            Error{ErrorCode::Io, tr("The page stopped working while the report was drawn."), {}});
    };
    connect(&m_link, &PageLink::lost, this, fail);
    connect(&m_sync, &DocumentSync::broken, this, fail);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &DrawnPage::onDeadline);
}

DrawnPage::~DrawnPage()
{
    finish(Error{ErrorCode::Cancelled, tr("Cancelled."), {}});
}

QFuture<Result<QStringList>> DrawnPage::draw(int deadline)
{
    m_promise.start();
    m_view->show();
    m_link.load();
    m_deadline.start(deadline);
    return m_promise.future();
}

void DrawnPage::askWhenDrawn()
{
    // The figures are in the page before the question: both go the same way, in order.
    if (m_asked || !m_shown || !m_panels.unsettled().isEmpty())
        return;
    m_asked = true;
    m_link.evaluate(u"void globalThis.plotleaf.whenDrawn()"_s, [](const QVariant &) {});
}

void DrawnPage::onDrawn(const QString &json)
{
    const QJsonObject answer = QJsonDocument::fromJson(json.toUtf8()).object();
    finish(stringsOf(answer.value("problems"_L1).toArray()));
}

void DrawnPage::onDeadline()
{
    QStringList missing = m_panels.unsettled();
    if (!m_shown)
        missing.prepend(tr("the text"));
    else if (missing.isEmpty())
        missing += tr("a formula, a diagram, a plot or an image");
    finish(Error{ErrorCode::Timeout,
                 tr("The report could not be drawn completely in time. Missing: %1.")
                     .arg(missing.join(u", "_s)),
                 {}});
}

void DrawnPage::finish(Result<QStringList> result)
{
    if (m_finished || !m_promise.future().isStarted())
        return;
    m_finished = true;
    m_deadline.stop();
    m_promise.addResult(std::move(result));
    m_promise.finish();
}

} // namespace plotleaf
