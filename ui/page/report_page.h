#pragma once

#include "core/markdown/markdown_document.h"
#include "core/panels/panel_feeds.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

class QWebEngineView;

namespace plotleaf {

enum class PageTheme { Light, Dark };

/// Answers what the page asks for by address. Called on the GUI thread.
struct PageResources
{
    /// Path of the file behind `asset:NAME` in this report; empty when there is none.
    std::function<QString(const QString &name)> assetPath;
    /// What is behind `plotleaf://media/PATH`.
    std::function<std::optional<MediaBytes>(const QString &path)> media;
};

/// The web page that shows one report: preview, print and HTML export are all this page. Document scripts are off;
/// our bundle runs in the application world. Lives on the GUI thread.
class ReportPage : public QObject
{
    Q_OBJECT

public:
    /// Must be called before the application object is made: registers the `plotleaf:` scheme, switches the
    /// network of WebEngine off, picks the software backend where GL is software.
    static void initializeEngine();

    explicit ReportPage(PageResources resources, QObject *parent = nullptr);
    ~ReportPage() override;

    /// The widget to put into a layout; owned by the page.
    QWebEngineView *view() const;

    /// Patches the page to show `document`. Panels are opened from `feeds` while on screen.
    void setFeeds(PanelFeeds *feeds);
    void setDocument(const MarkdownDocumentPtr &document);
    void setTheme(PageTheme theme);

    /// Brings this source line (fractions allowed: 12.5 is the middle of line 12) to `viewportFraction` of the view's height.
    void scrollToLine(double line, double viewportFraction = 0.0);
    void scrollToAnchor(const QString &id);

signals:
    /// The version is on screen (painted).
    void shown(qint64 version);
    /// The reader scrolled (not: we did). `line` is the source line at the top of the view.
    void scrolledByReader(double line);
    void linkActivated(const QUrl &url);
    /// A task list's box was clicked at this line.
    void taskToggled(int line, bool checked);
    void crashed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace plotleaf
