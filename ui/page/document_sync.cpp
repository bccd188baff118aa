#include "ui/page/document_sync.h"

#include "core/markdown/block_diff.h"
#include "ui/page/page_link.h"

#include <QJsonArray>

#include <utility>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

QJsonObject blockJson(const MarkdownBlock &block)
{
    // A double cannot hold 64 bits, hence text.
    return {{u"hash"_s, QString::number(block.hash)},
            {u"first"_s, block.firstLine},
            {u"last"_s, block.lastLine},
            {u"html"_s, QString::fromUtf8(block.html)}};
}

QJsonArray linesJson(const QVector<MarkdownBlock> &blocks)
{
    QJsonArray lines;
    for (const MarkdownBlock &block : blocks) {
        lines += block.firstLine;
        lines += block.lastLine;
    }
    return lines;
}

/// Blocks that fill any window.
constexpr qsizetype beginningBlocks = 120;
constexpr int patienceMs = 300;

MarkdownDocumentPtr beginningOf(const MarkdownDocument &document)
{
    auto beginning = std::make_shared<MarkdownDocument>();
    beginning->version = DocumentSync::beginningVersion;
    beginning->blocks = document.blocks.mid(0, beginningBlocks);
    return beginning;
}

} // namespace

DocumentSync::DocumentSync(PageLink &link, Start start, QObject *parent)
    : QObject(parent), m_link(link), m_beginningFirst(start == Start::BeginningFirst)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, &DocumentSync::goOn);
    connect(link.host(), &PageHost::versionShown, this, [this](qint64 version) {
        if (version == beginningVersion && m_patience.isActive())
            goOn();
    });
    connect(&link, &PageLink::ready, this, [this] {
        m_patience.stop();
        m_sent.reset();
        m_underWay = false;
        sendNext();
    });
}

void DocumentSync::setDocument(const MarkdownDocumentPtr &document)
{
    m_wanted = document;
    sendNext();
}

void DocumentSync::sendNext()
{
    if (!m_link.isReady() || m_underWay || !m_wanted || m_wanted == m_sent)
        return;
    m_underWay = true;
    const MarkdownDocumentPtr next = nextDocument();
    const QJsonObject change = patch(m_sent, next);
    const bool isBeginning = next != m_wanted;
    m_sent = next;
    if (isBeginning)
        m_patience.start();
    m_link.call(u"patch"_s, {change}, [this, isBeginning](const QString &error) {
        if (!error.isEmpty()) {
            m_patience.stop();
            m_underWay = false;
            emit broken(error);
        } else if (!isBeginning) {
            goOn();
        }
    });
}

/// Only the first time: a page that takes a dead one's place is scrolled to where the reader was.
MarkdownDocumentPtr DocumentSync::nextDocument()
{
    const bool isFirst = std::exchange(m_beginningFirst, false);
    const bool isLong = m_wanted->blocks.size() > 2 * beginningBlocks;
    return isFirst && isLong ? beginningOf(*m_wanted) : m_wanted;
}

void DocumentSync::goOn()
{
    m_patience.stop();
    m_underWay = false;
    sendNext();
}

QJsonObject DocumentSync::patch(const MarkdownDocumentPtr &before, const MarkdownDocumentPtr &after)
{
    static const QVector<MarkdownBlock> none;
    const QVector<MarkdownBlock> &was = before ? before->blocks : none;
    const BlockPatch change = diffBlocks(was, after->blocks);
    QJsonArray insert;
    for (qsizetype i = change.start; i < change.start + change.insert; ++i)
        insert += blockJson(after->blocks[i]);
    QJsonObject patch{{u"version"_s, after->version},         {u"start"_s, change.start},
                      {u"remove"_s, change.remove},           {u"insert"_s, insert},
                      {u"shift"_s, change.shift.value_or(0)}, {u"total"_s, after->blocks.size()}};
    if (!change.shift)
        patch.insert(u"lines"_s, linesJson(after->blocks));
    return patch;
}

} // namespace plotleaf
