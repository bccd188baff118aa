#pragma once

#include "core/markdown/markdown_document.h"
#include "ui/page/page_resources.h"

#include <QHash>
#include <QObject>
#include <QSize>
#include <QUrl>

#include <memory>

class QWebEngineView;

namespace plotleaf {

enum class PageTheme { Light, Dark };

/// The web page that shows one report: preview, print and HTML export are all this page. Document
/// scripts are off; our bundle runs in the application world. Lives on the GUI thread.
class ReportPage : public QObject
{
    Q_OBJECT

public:
    /// Must be called before the application object is made: registers the `plotleaf:` scheme,
    /// switches the network of WebEngine off, picks the software backend where GL is software.
    static void initializeEngine();
    /// Why no page can be made on this machine, in words for people; nothing when all is well.
    static std::optional<QString> engineObstacle();

    explicit ReportPage(PageResources resources, QObject *parent = nullptr);
    ~ReportPage() override;

    /// The widget to put into a layout; owned by the page.
    QWebEngineView *view() const;

    /// Patches the page to show `document`. Panels are opened from `feeds` while on screen.
    void setFeeds(PanelFeeds *feeds);
    /// A document with any version is taken; the newest wins while the page is busy or not loaded
    /// yet.
    void setDocument(const MarkdownDocumentPtr &document);
    /// Forgets the document, and with it the place in it: the next one is of another report and
    /// starts at its top.
    void clear();
    void setTheme(PageTheme theme);
    /// Which pictures from elsewhere the reader wants to see in this report; PageResources::remote
    /// has their bytes.
    void allowRemoteImages(const RemoteConsent &consent);
    /// Width and height in pixels of the report's own pictures by name, so that their room is kept
    /// free before they are loaded. Adds to what was told before.
    void setAssetSizes(const QHash<QString, QSize> &sizes);

    /// Brings this source line (fractions allowed: 12.5 is the middle of line 12) to
    /// `viewportFraction` of the view's height.
    void scrollToLine(double line, double viewportFraction = 0.0);
    void scrollToAnchor(const QString &id);

    static constexpr int crashLimit = 3;

signals:
    /// The version is on screen (painted).
    void shown(qint64 version);
    /// The reader scrolled (not: we did). `line` is the source line at the top of the view.
    void scrolledByReader(double line);
    void linkActivated(const QUrl &url);
    /// A link was clicked that leads neither out of Plotleaf nor to a place in the report; its
    /// address as it is in the text.
    void linkRefused(const QString &href);
    /// A task list's box was clicked at this line.
    void taskToggled(int line, bool checked);
    /// A picture from elsewhere was clicked, to be shown.
    void remoteImageAsked(const QUrl &url);
    /// How many pictures from elsewhere wait for consent, and from which hosts (at most 100 are
    /// named). Told each time it changes.
    void remoteImagesBlocked(int count, const QStringList &hosts);
    /// The renderer died. It is started again and shows the document again, except when the same
    /// document brought it down `crashLimit` times: then the page says so and waits for an edit.
    void crashed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace plotleaf
