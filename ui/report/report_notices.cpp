#include "ui/report/report_notices.h"

#include "ui/report/blocked_images_notice.h"
#include "ui/report/notice_bar.h"
#include "ui/theme/metrics.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace plotleaf {

ReportNotices::ReportNotices(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_locked(new NoticeBar(theme, QStringLiteral("lockedNotice"), NoticeBar::Tone::Info, this))
    , m_missing(
          new NoticeBar(theme, QStringLiteral("missingTextNotice"), NoticeBar::Tone::Info, this))
    , m_notSaved(
          new NoticeBar(theme, QStringLiteral("notSavedNotice"), NoticeBar::Tone::Error, this))
    , m_preview(
          new NoticeBar(theme, QStringLiteral("previewNotice"), NoticeBar::Tone::Warning, this))
    , m_server(
          new NoticeBar(theme, QStringLiteral("unknownServerNotice"), NoticeBar::Tone::Info, this))
    , m_images(new BlockedImagesNotice(theme, this))
    , m_problem(
          new NoticeBar(theme, QStringLiteral("problemNotice"), NoticeBar::Tone::Warning, this))
{
    setObjectName(QStringLiteral("reportNotices"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::s, Spacing::s, Spacing::s, Spacing::s);
    column->setSpacing(Spacing::s);
    for (NoticeBar *bar : {m_locked, m_missing, m_notSaved, m_preview, m_server,
                           static_cast<NoticeBar *>(m_images), m_problem}) {
        column->addWidget(bar);
        bar->installEventFilter(this);
    }
    hide();
    m_locked->setText(
        tr("This report is published, its text is locked. Duplicate it to go on writing."));
    m_locked->addButton(tr("Duplicate"), [this] { emit duplicateWanted(); });
    m_locked->makeClosable();
    m_askForText = m_missing->addButton(tr("Try again"), [this] { emit textWanted(); });
    explainMissingText({});
    m_notSaved->addButton(tr("Try again"), [this] { emit saveWanted(); });
    m_server->addButton(tr("Add server…"), [this] { emit serverWanted(m_unknownServer); });
    m_server->makeClosable();
    m_preview->makeClosable();
    m_problem->makeClosable();
}

/// Where nothing is out of the ordinary there is not even a margin.
bool ReportNotices::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent) {
        const auto bars = findChildren<NoticeBar *>(Qt::FindDirectChildrenOnly);
        setVisible(std::any_of(bars.begin(), bars.end(),
                               [](const NoticeBar *bar) { return !bar->isHidden(); }));
    }
    return QWidget::eventFilter(watched, event);
}

void ReportNotices::setLocked(bool locked)
{
    if (locked == m_isLocked)
        return;
    m_isLocked = locked;
    m_locked->setVisible(locked);
}

void ReportNotices::setUnknownServer(const QUrl &web)
{
    if (web == m_unknownServer)
        return;
    m_unknownServer = web;
    m_server->setText(
        tr("This report shows data of the ClearML server %1, which Plotleaf does not know yet.")
            .arg(web.host()));
    m_server->setVisible(!web.isEmpty());
}

void ReportNotices::setTextMissing(bool missing)
{
    m_missing->setVisible(missing);
}

void ReportNotices::explainMissingText(const QString &why)
{
    m_missing->setText(
        why.isEmpty() ? tr("The text of this report is being read from its server. You can write "
                           "as soon as it is here.")
                      : tr("The text of this report is still on its server, so nothing can be "
                           "written here yet. %1")
                            .arg(why));
    m_askForText->setVisible(!why.isEmpty());
}

void ReportNotices::setSaveState(OpenReport::State state, const QString &problem)
{
    const bool failed = state == OpenReport::State::Failed;
    if (failed)
        m_notSaved->setText(tr("Your text cannot be saved: %1 It is tried again every few seconds; "
                               "nothing you typed is lost while this window is open.")
                                .arg(problem));
    m_notSaved->setVisible(failed);
}

void ReportNotices::setPreviewProblem(const QString &message)
{
    m_preview->setText(message);
    m_preview->setVisible(!message.isEmpty());
}

void ReportNotices::showProblem(const QString &message)
{
    m_problem->setText(message);
    m_problem->show();
}

} // namespace plotleaf
