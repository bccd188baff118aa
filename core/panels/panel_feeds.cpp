#include "core/panels/panel_feeds.h"

#include "core/base/clock.h"
#include "core/panels/cached_frame_feed.h"
#include "core/panels/cached_source.h"
#include "core/panels/frame_source.h"
#include "core/panels/live_panel_feed.h"
#include "core/panels/panel_kinds.h"
#include "core/panels/panel_messages.h"
#include "core/runs/run_sources.h"

#include <QDateTime>
#include <QDir>
#include <QHash>
#include <QList>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace plotleaf {

namespace {

// Sources are kept a little longer than feeds: while somebody types in a fence, each key makes a
// new panel, and reading the folder from the start for each would be slow.
constexpr qsizetype sourcesKept = 8;

// A source that nobody has used yet is asked when the text that names it has rested for so long:
// half a path is the path of a folder too, of all of the home folder for example.
constexpr int restMs = 300;

constexpr QLatin1String runSetInfo("runset ");
constexpr QLatin1String frameInfo("iframe");
constexpr QLatin1String framePrefix("frame:");

/// `folder:runs` as `folder:/home/ana/reports/runs`, so that all spellings of a folder share one
/// source.
QString absoluteSource(const QString &source, const QString &baseFolder)
{
    for (const QString &prefix : {QStringLiteral("folder:"), QStringLiteral("folders:")}) {
        if (!source.startsWith(prefix))
            continue;
        QString path = source.mid(prefix.size()).trimmed();
        if (path == QLatin1String("~") || path.startsWith(QLatin1String("~/")))
            path = QDir::homePath() + path.mid(1);
        return QStringLiteral("folder:") + QDir::cleanPath(QDir(baseFolder).absoluteFilePath(path));
    }
    return source;
}

/// How the source reads in a message: as written, and where that leads.
QString placeText(const QString &written, const QString &absolute)
{
    if (written == absolute)
        return written;
    return PanelFeeds::tr("%1 (that is %2)")
        .arg(written, absolute.mid(absolute.indexOf(QLatin1Char(':')) + 1));
}

/// Whether they mean the same; where in the report they stand does not matter.
bool sameRunSets(const RunSets &a, const RunSets &b)
{
    return a.size() == b.size() && std::ranges::all_of(a.keys(), [&](const QString &name) {
               return b.contains(name) && a[name].source == b[name].source;
           });
}

} // namespace

class PanelFeeds::Private
{
public:
    Private(RunSources &s, const Clock &clock, QString base)
        : sources(s)
        , baseFolder(std::move(base))
        , tools{std::make_shared<QThreadPool>(), std::make_shared<MediaShelf>(), &clock}
    {
    }

    struct Open
    {
        LivePanelFeed *feed = nullptr;
        QString key;
        std::optional<MarkdownPanel> panel; ///< nothing: not in the document
    };

    LivePanel live(const std::optional<MarkdownPanel> &panel);
    std::unique_ptr<PanelFeed> openFrame(const std::optional<MarkdownPanel> &panel);
    std::unique_ptr<PanelFeed> cached(std::unique_ptr<PanelFeed> frame,
                                      const MarkdownPanel &panel,
                                      CachedFrameFeed::Server known);
    void attachSource(LivePanel &made, const MarkdownPanel &panel);
    void noteChanges(const MarkdownDocument &changed);
    int restOf(const MarkdownPanel &panel) const;
    void setPanel(Open &open, const std::optional<MarkdownPanel> &panel);
    Result<std::shared_ptr<SharedSource>> sharedSource(const QString &spec);
    std::optional<MarkdownPanel> panelCalled(const QString &key) const;
    QString frameAddress(const MarkdownPanel &panel) const;

    RunSources &sources;
    const QString baseFolder;
    const PanelFeedTools tools;
    const PanelKinds kinds;
    const RunCacheDoorPtr door = std::make_shared<RunCacheDoor>();
    QUrl server;
    MarkdownDocumentPtr document;
    RunSets runSets;
    QDateTime runSetsChanged;           ///< invalid: they are those of the first document
    QHash<QString, QDateTime> appeared; ///< panels by key; invalid: in the first document
    QList<Open> open;
    QList<QPointer<CachedFrameFeed>> frameFeeds;
    QList<std::pair<QString, std::shared_ptr<SharedSource>>> recent; ///< newest first
};

QString PanelFeeds::Private::frameAddress(const MarkdownPanel &panel) const
{
    return absoluteFrameAddress(panel.source, server);
}

/// Of a frame whose server is known; otherwise null, and the panel is a message.
std::unique_ptr<PanelFeed> PanelFeeds::Private::openFrame(const std::optional<MarkdownPanel> &panel)
{
    if (!panel || panel->info != frameInfo)
        return nullptr;
    const QString address = frameAddress(*panel);
    const Result<std::shared_ptr<RunSource>> source = sources.source(framePrefix + address);
    auto *frames = source ? dynamic_cast<FrameSource *>(source->get()) : nullptr;
    return frames ? frames->openFrame(address, tools.shelf) : nullptr;
}

/// The frame's feed, or one that also shows and fills the cache.
std::unique_ptr<PanelFeed> PanelFeeds::Private::cached(std::unique_ptr<PanelFeed> frame,
                                                       const MarkdownPanel &panel,
                                                       CachedFrameFeed::Server known)
{
    if (!door->cache)
        return frame;
    auto feed = std::make_unique<CachedFrameFeed>(
        std::move(frame), CachedFrameFeed::Tools{door, tools.shelf, tools.clock},
        frameAddress(panel), known);
    frameFeeds.removeIf([](const auto &one) { return one.isNull(); });
    frameFeeds.append(feed.get());
    return feed;
}

std::optional<MarkdownPanel> PanelFeeds::Private::panelCalled(const QString &key) const
{
    if (!document)
        return {};
    for (const MarkdownPanel &panel : document->panels) {
        if (panel.key == key && !panel.info.startsWith(runSetInfo))
            return panel;
    }
    return {};
}

LivePanel PanelFeeds::Private::live(const std::optional<MarkdownPanel> &panel)
{
    LivePanel made;
    if (!panel) {
        made.spec = std::make_shared<const PanelSpec>();
        made.message = unknownPanelMessage();
        return made;
    }
    if (panel->info == frameInfo) {
        made.spec = std::make_shared<const PanelSpec>();
        made.message = unknownServerMessage(frameAddress(*panel));
        return made;
    }
    ParsedPanel parsed = parsePanel(*panel, kinds, runSets);
    made.spec = std::make_shared<const PanelSpec>(std::move(parsed.spec));
    if (!parsed.problems.isEmpty())
        made.message = problemsMessage(parsed.problems);
    else
        attachSource(made, *panel);
    return made;
}

/// Panels are called by their text, so each key press makes another one.
void PanelFeeds::Private::noteChanges(const MarkdownDocument &changed)
{
    const QDateTime now = document ? tools.clock->now() : QDateTime();
    QHash<QString, QDateTime> present;
    for (const MarkdownPanel &panel : changed.panels)
        present.insert(panel.key, appeared.value(panel.key, now));
    appeared = std::move(present);
}

/// How long its source is not to be asked yet, in ms.
int PanelFeeds::Private::restOf(const MarkdownPanel &panel) const
{
    qint64 rest = 0;
    for (const QDateTime &changed : {appeared.value(panel.key), runSetsChanged}) {
        if (changed.isValid())
            rest = std::max(rest, restMs - changed.msecsTo(tools.clock->now()));
    }
    return int(std::min<qint64>(rest, restMs));
}

void PanelFeeds::Private::attachSource(LivePanel &made, const MarkdownPanel &panel)
{
    const QString &written = made.spec->runs.source;
    const QString absolute = absoluteSource(written, baseFolder);
    made.place = placeText(written, absolute);
    Result<std::shared_ptr<SharedSource>> source = sharedSource(absolute);
    if (!source) {
        made.message = sourceMessage(made.place, source.error());
        return;
    }
    made.source = *std::move(source);
    if (!made.source->isUsed())
        made.restMs = restOf(panel);
    if (door->cache)
        made.cached = [known = door, absolute] {
            return std::make_shared<CachedSource>(known, absolute);
        };
}

Result<std::shared_ptr<SharedSource>> PanelFeeds::Private::sharedSource(const QString &spec)
{
    for (qsizetype i = 0; i < recent.size(); ++i) {
        if (recent[i].first == spec) {
            recent.move(i, 0);
            return recent.first().second;
        }
    }
    Result<std::shared_ptr<RunSource>> source = sources.source(spec);
    if (!source)
        return source.error();
    auto keeper = door->cache ? std::make_unique<AnswerKeeper>(door, spec, *tools.clock) : nullptr;
    auto shared = std::make_shared<SharedSource>(*std::move(source), std::move(keeper));
    recent.prepend({spec, shared});
    if (recent.size() > sourcesKept)
        recent.removeLast();
    return shared;
}

void PanelFeeds::Private::setPanel(Open &opened, const std::optional<MarkdownPanel> &panel)
{
    opened.panel = panel;
    opened.feed->setPanel(live(panel));
}

PanelFeeds::PanelFeeds(RunSources &sources, const Clock &clock, QString baseFolder, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(sources, clock, std::move(baseFolder)))
{
    connect(&sources, &RunSources::changed, this, [this] {
        d->recent.removeIf([](const auto &known) { return known.second->isEnded(); });
        emit sourcesChanged();
    });
}

PanelFeeds::~PanelFeeds()
{
    // Whoever still shows a feed: what has waited for its turn is saved while there is a cache.
    for (const Private::Open &open : std::as_const(d->open))
        open.feed->setVisible(false);
    for (const auto &frame : std::as_const(d->frameFeeds)) {
        if (frame)
            frame->setVisible(false);
    }
    d->door->cache = nullptr;
}

void PanelFeeds::setCache(RunCache *cache)
{
    d->door->cache = cache;
}

void PanelFeeds::setServer(const QUrl &web)
{
    d->server = web;
}

void PanelFeeds::setDocument(const MarkdownDocumentPtr &document)
{
    const bool isFirst = !d->document;
    d->noteChanges(*document);
    d->document = document;
    RunSets runSets;
    for (const MarkdownPanel &panel : document->panels) {
        if (panel.info.startsWith(runSetInfo))
            runSets.insert(panel.info.mid(runSetInfo.size()).trimmed(),
                           {panel.source, panel.firstLine});
    }
    const bool setsChanged = !sameRunSets(runSets, d->runSets);
    d->runSets = runSets;
    if (setsChanged && !isFirst)
        d->runSetsChanged = d->tools.clock->now();
    for (Private::Open &open : d->open) {
        const std::optional<MarkdownPanel> panel = d->panelCalled(open.key);
        // A panel that only moved keeps its figure, unless that is a message, which names lines.
        const bool cameOrWent = panel.has_value() != open.panel.has_value();
        if (setsChanged || cameOrWent || open.feed->hasMessage())
            d->setPanel(open, panel);
    }
}

std::unique_ptr<PanelFeed> PanelFeeds::open(const QString &panelKey)
{
    const std::optional<MarkdownPanel> panel = d->panelCalled(panelKey);
    if (auto frame = d->openFrame(panel))
        return d->cached(std::move(frame), *panel, CachedFrameFeed::Server::Known);
    auto feed = std::make_unique<LivePanelFeed>(d->tools);
    connect(feed.get(), &QObject::destroyed, this, [this, gone = feed.get()] {
        d->open.removeIf([gone](const Private::Open &open) { return open.feed == gone; });
    });
    d->open.push_back({feed.get(), panelKey, {}});
    d->setPanel(d->open.back(), panel);
    if (panel && panel->info == frameInfo)
        return d->cached(std::move(feed), *panel, CachedFrameFeed::Server::Unknown);
    return feed;
}

QFuture<Result<QVector<Run>>> PanelFeeds::runsOf(const MarkdownPanel &panel) const
{
    MarkdownPanel asked = panel;
    if (panel.info.startsWith(runSetInfo)) { // its keys are those of a panel's `runs`
        asked.info = QStringLiteral("panel");
        asked.source = QStringLiteral("runs:\n  ") +
                       QString(panel.source).replace(u'\n', QStringLiteral("\n  "));
    }
    const RunSelection runs = parsePanel(asked, d->kinds, d->runSets).spec.runs;
    if (runs.source.isEmpty()) {
        return QtFuture::makeReadyFuture(Result<QVector<Run>>(
            Error{ErrorCode::InvalidInput, tr("The panel names no runs yet."), {}}));
    }
    const auto source = d->sharedSource(absoluteSource(runs.source, d->baseFolder));
    return source ? (*source)->runs()
                  : QtFuture::makeReadyFuture(Result<QVector<Run>>(source.error()));
}

QStringList PanelFeeds::runSetNames() const
{
    QStringList names = d->runSets.keys();
    names.sort();
    return names;
}

std::optional<MediaBytes> PanelFeeds::mediaBytes(const QString &path) const
{
    return d->tools.shelf->find(path);
}

} // namespace plotleaf
