#include "core/panels/cached_frame_feed.h"

#include "core/base/clock.h"
#include "core/base/when_done.h"

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr qint64 secondsBetweenSaves = 30;

QString frameCacheSource()
{
    return u"frame"_s;
}

} // namespace

CachedFrameFeed::CachedFrameFeed(
    std::unique_ptr<PanelFeed> frame, Tools tools, QString address, Server server, QObject *parent)
    : PanelFeed(parent)
    , m_frame(std::move(frame))
    , m_tools(std::move(tools))
    , m_address(std::move(address))
    , m_server(server)
{
    connect(m_frame.get(), &PanelFeed::figureChanged, this, &CachedFrameFeed::frameChanged);
    connect(m_frame.get(), &PanelFeed::settled, this, [this] {
        if (m_hasRecalled)
            emit settled();
    });
}

CachedFrameFeed::~CachedFrameFeed()
{
    saveWaiting();
}

void CachedFrameFeed::setVisible(bool visible)
{
    if (visible)
        recall();
    else
        saveWaiting();
    m_frame->setVisible(visible);
}

void CachedFrameFeed::recall()
{
    if (m_isRecalling || m_hasRecalled)
        return;
    m_isRecalling = true;
    if (!m_tools.door->cache) {
        recalled({});
        return;
    }
    const auto loaded = m_tools.door->cache->load(frameCacheSource(), m_address).onCanceled([] {
        return std::optional<RunCache::Entry>();
    });
    whenDone(loaded, this,
             [this](const std::optional<RunCache::Entry> &entry) { recalled(entry); });
}

void CachedFrameFeed::recalled(const std::optional<RunCache::Entry> &entry)
{
    m_isRecalling = false;
    m_hasRecalled = true;
    if (entry)
        m_kept = decodeFigure(entry->bytes, *m_tools.shelf);
    if (const std::optional<Figure> now = m_frame->figure()) {
        frameChanged(*now);
    } else if (m_kept) {
        // Whether the runs still go on is for the server to say.
        m_kept->figure.live = false;
        show(m_kept->figure);
    }
    if (m_frame->isSettled())
        emit settled();
}

bool CachedFrameFeed::isBetterThanNothing(const Figure &figure) const
{
    const bool isError =
        figure.kind == Figure::Kind::Message &&
        (m_server == Server::Unknown || figure.content["severity"_L1].toString() == "error"_L1);
    return isError && m_kept.has_value();
}

void CachedFrameFeed::frameChanged(const Figure &figure)
{
    if (!m_hasRecalled)
        return; // recalled() asks for it
    if (isBetterThanNothing(figure)) {
        Figure kept = m_kept->figure;
        kept.stale = figure.content["text"_L1].toString();
        show(std::move(kept));
        return;
    }
    if (figure.kind != Figure::Kind::Message) {
        m_kept.reset();
        if (figure.stale.isEmpty())
            keep(figure);
    }
    show(figure);
}

void CachedFrameFeed::show(Figure figure)
{
    figure.revision = m_figure ? m_figure->revision + 1 : 1;
    if (m_figure && m_figure->toJson() == figure.toJson())
        return;
    m_figure = std::move(figure);
    emit figureChanged(*m_figure);
}

void CachedFrameFeed::keep(const Figure &figure)
{
    m_waiting = figure;
    const QDateTime now = m_tools.clock->now();
    if (!m_saved.isValid() || m_saved.secsTo(now) >= secondsBetweenSaves)
        saveWaiting();
}

void CachedFrameFeed::saveWaiting()
{
    if (!m_waiting || !m_tools.door->cache)
        return;
    m_saved = m_tools.clock->now();
    // At once, while the files that it refers to are there.
    m_tools.door->cache->save(
        frameCacheSource(), m_address,
        [bytes = encodeFigure(*m_waiting, *m_tools.shelf)] { return bytes; }, m_saved);
    m_waiting.reset();
}

} // namespace plotleaf
