#include "ui/page/document_sync.h"

#include "core/markdown/block_diff.h"
#include "ui/page/page_link.h"

#include <QJsonArray>

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

} // namespace

DocumentSync::DocumentSync(PageLink &link, QObject *parent) : QObject(parent), m_link(link)
{
    connect(&link, &PageLink::ready, this, [this] {
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
    const QJsonObject next = patch(m_sent, m_wanted);
    m_sent = m_wanted;
    m_link.call(u"patch"_s, {next}, [this](const QString &error) {
        m_underWay = false;
        if (error.isEmpty())
            sendNext();
        else
            emit broken(error);
    });
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
