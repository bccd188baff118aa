#pragma once

#include "core/report/report.h"

#include <QObject>
#include <QUrl>

namespace plotleaf {

class BlockedImagesNotice;
class RemoteConsents;
class ReportPreview;
class Theme;

/// Asks whether pictures from elsewhere may be loaded and tells the preview what was answered: in
/// the notice above the text, or beside the picture that was clicked. GUI thread.
class RemoteImagesControl : public QObject
{
    Q_OBJECT

public:
    /// Everything must outlive the control.
    RemoteImagesControl(ReportId report,
                        RemoteConsents &consents,
                        ReportPreview &preview,
                        BlockedImagesNotice &notice,
                        QObject *parent = nullptr);

signals:
    void linkWanted(const QUrl &url);
    void failed(const QString &message);

private:
    void applyConsent();
    void askAbout(const QUrl &image);
    void showSites();

    ReportId m_report;
    RemoteConsents &m_consents;
    ReportPreview &m_preview;
};

} // namespace plotleaf
