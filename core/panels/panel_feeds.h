#pragma once

#include "core/base/result.h"
#include "core/markdown/markdown_document.h"
#include "core/panels/panel_feed.h"
#include "core/runs/run.h"

#include <QFuture>
#include <QObject>
#include <QUrl>

#include <memory>

namespace plotleaf {

class Clock;
class RunCache;
class RunSources;

/// A media file as the page asks for it.
struct MediaBytes
{
    QString mimeType;
    QByteArray bytes;
};

/// Turns the panels found in a report's text into feeds. Equal run queries share one source.
/// Lives on the GUI thread.
class PanelFeeds : public QObject
{
    Q_OBJECT

public:
    /// `baseFolder`: what relative folder names in panels are relative to.
    PanelFeeds(RunSources &sources,
               const Clock &clock,
               QString baseFolder,
               QObject *parent = nullptr);
    ~PanelFeeds() override;

    /// Keeps what sources answer, and shows it until they do. Panels opened before do without.
    /// `cache` must outlive the feeds.
    void setCache(RunCache *cache);

    /// The web app of the server that the report is on; empty: it is on none, and the first server
    /// that is known is asked. Frames opened from now on whose addresses name no host are of it.
    void setServer(const QUrl &web);

    /// All panels and run sets of the document now shown; needed because a panel may name a run
    /// set.
    void setDocument(const MarkdownDocumentPtr &document);

    /// A feed for the panel with this key. Errors in its text become a Figure of kind Message.
    std::unique_ptr<PanelFeed> open(const QString &panelKey);

    /// The runs of the place that a panel or run set of this text names, whichever of them it
    /// chooses, and be it of the document or still being written. Errors: InvalidInput (it names
    /// none that is known), and those of RunSource::runs().
    QFuture<Result<QVector<Run>>> runsOf(const MarkdownPanel &panel) const;
    /// The names of the document's run sets, sorted.
    QStringList runSetNames() const;

    /// What is behind a `plotleaf://media/PATH` address handed out in a figure; nothing when
    /// unknown. Any thread.
    std::optional<MediaBytes> mediaBytes(const QString &path) const;

signals:
    /// Other sources are known: those feeds whose source is lost (PanelFeed::isSourceLost()) may
    /// find one when they are opened anew.
    void sourcesChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace plotleaf
