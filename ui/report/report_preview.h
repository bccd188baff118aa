#pragma once

#include "core/markdown/markdown_document.h"

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
    /// Everything must outlive the preview.
    ReportPreview(Theme &theme,
                  const AssetIndex &assets,
                  PanelFeeds &feeds,
                  QWidget *parent = nullptr);
    ~ReportPreview() override;

    /// Makes the page; later calls do nothing.
    void start();
    bool isStarted() const { return m_page != nullptr; }

    void setDocument(const MarkdownDocumentPtr &document);
    const MarkdownDocumentPtr &document() const { return m_document; }
    /// Says why there is no preview, in its place.
    void showProblem(const QString &message);
    void scrollToLine(double line, double viewportFraction);

signals:
    void shown(qint64 version);
    void scrolledByReader(double line);
    void linkActivated(const QUrl &url);
    void taskToggled(int line, bool checked);
    void remoteImageAsked(const QUrl &url);
    void crashed();

private:
    void applyTheme();

    Theme &m_theme;
    const AssetIndex &m_assets;
    PanelFeeds &m_feeds;
    MarkdownDocumentPtr m_document;
    QLabel *m_placeholder;
    std::unique_ptr<ReportPage> m_page;
};

} // namespace plotleaf
