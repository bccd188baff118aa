#pragma once

#include "core/base/result.h"
#include "core/markdown/markdown_document.h"
#include "core/services/remote/remote_consent.h"
#include "core/services/remote/remote_images.h"

#include <QFuture>
#include <QUrl>
#include <QWidget>

#include <memory>

class QLabel;

namespace plotleaf {

class AssetIndex;
class PanelFeeds;
class ReportPage;
class Theme;

/// The preview pane. Its page costs a process and a tenth of a second, so it is made when asked
/// for, not with the widget; until then what it is given is kept. GUI thread.
class ReportPreview : public QWidget
{
    Q_OBJECT

public:
    /// Everything must outlive the preview. `images` fetches pictures from elsewhere; null: they
    /// stay away.
    ReportPreview(Theme &theme,
                  const AssetIndex &assets,
                  PanelFeeds &feeds,
                  RemoteImages *images,
                  QWidget *parent = nullptr);
    ~ReportPreview() override;

    /// Makes the page; later calls do nothing.
    void start();
    bool isStarted() const { return m_page != nullptr; }

    void setDocument(const MarkdownDocumentPtr &document);
    const MarkdownDocumentPtr &document() const { return m_document; }
    /// Says why there is no preview, in its place, until the next document.
    void showProblem(const QString &message);
    void scrollToLine(double line, double viewportFraction);
    void allowRemoteImages(const RemoteConsent &consent);
    Theme &theme() const { return m_theme; }

signals:
    void shown(qint64 version);
    void scrolledByReader(double line);
    void linkActivated(const QUrl &url);
    void linkRefused(const QString &href);
    void taskToggled(int line, bool checked);
    void remoteImageAsked(const QUrl &url);
    void remoteImagesBlocked(int count, const QStringList &hosts);
    void crashed();

private:
    void applyTheme();
    void connectPage();
    QFuture<Result<RemoteImage>> image(const QUrl &url) const;

    Theme &m_theme;
    const AssetIndex &m_assets;
    PanelFeeds &m_feeds;
    RemoteImages *m_images;
    RemoteConsent m_consent;
    MarkdownDocumentPtr m_document;
    QLabel *m_placeholder;
    std::unique_ptr<ReportPage> m_page;
};

} // namespace plotleaf
