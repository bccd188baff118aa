#include "ui/report/remote_images_control.h"

#include "core/services/remote/remote_consents.h"
#include "ui/dialogs/image_sites_dialog.h"
#include "ui/report/blocked_images_notice.h"
#include "ui/report/report_preview.h"

#include <QCursor>
#include <QMenu>

namespace plotleaf {

RemoteImagesControl::RemoteImagesControl(ReportId report,
                                         RemoteConsents &consents,
                                         ReportPreview &preview,
                                         BlockedImagesNotice &notice,
                                         QObject *parent)
    : QObject(parent), m_report(std::move(report)), m_consents(consents), m_preview(preview)
{
    connect(&consents, &RemoteConsents::changed, this, &RemoteImagesControl::applyConsent);
    connect(&consents, &RemoteConsents::notKept, this, &RemoteImagesControl::failed);
    connect(&preview, &ReportPreview::remoteImagesBlocked, &notice,
            &BlockedImagesNotice::setBlocked);
    connect(&preview, &ReportPreview::remoteImageAsked, this, &RemoteImagesControl::askAbout);
    connect(&notice, &BlockedImagesNotice::reportWanted, this,
            [this] { m_consents.allowReport(m_report); });
    connect(&notice, &BlockedImagesNotice::hostsWanted, this,
            [this](const QStringList &hosts) { m_consents.allowHosts(hosts); });
    connect(&notice, &BlockedImagesNotice::settingsWanted, this, &RemoteImagesControl::showSites);
    applyConsent();
}

void RemoteImagesControl::applyConsent()
{
    m_preview.allowRemoteImages(m_consents.forReport(m_report));
}

void RemoteImagesControl::askAbout(const QUrl &image)
{
    const QString host = image.host(QUrl::FullyEncoded);
    auto *menu = new QMenu(&m_preview);
    menu->setObjectName(QStringLiteral("remoteImageMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("&Load the images of this report")), &QAction::triggered, this,
            [this] { m_consents.allowReport(m_report); });
    connect(menu->addAction(tr("&Always load images from %1").arg(host)), &QAction::triggered, this,
            [this, host] { m_consents.allowHosts({host}); });
    menu->addSeparator();
    connect(menu->addAction(tr("&Open the image in the browser…")), &QAction::triggered, this,
            [this, image] { emit linkWanted(image); });
    connect(menu->addAction(tr("&Settings…")), &QAction::triggered, this,
            &RemoteImagesControl::showSites);
    // The button may have been pressed with the keyboard, far from the pointer.
    const QRect area(m_preview.mapToGlobal(QPoint()), m_preview.size());
    menu->popup(area.contains(QCursor::pos()) ? QCursor::pos() : area.center());
}

void RemoteImagesControl::showSites()
{
    (new ImageSitesDialog(m_consents, m_preview.theme(), m_preview.window()))->open();
}

} // namespace plotleaf
