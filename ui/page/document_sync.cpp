#include "ui/page/document_sync.h"

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

/// Whether the lines of the kept blocks are what "unchanged before, moved by `shift` behind" makes
/// of them.
bool linesFollow(const QVector<MarkdownBlock> &was,
                 const QVector<MarkdownBlock> &is,
                 qsizetype start,
                 qsizetype kept,
                 int shift)
{
    const auto same = [](const MarkdownBlock &a, const MarkdownBlock &b, int by) {
        return a.firstLine + by == b.firstLine && a.lastLine + by == b.lastLine;
    };
    for (qsizetype i = 0; i < start; ++i) {
        if (!same(was[i], is[i], 0))
            return false;
    }
    for (qsizetype i = 1; i <= kept; ++i) {
        if (!same(was[was.size() - i], is[is.size() - i], shift))
            return false;
    }
    return true;
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
    const QVector<MarkdownBlock> &is = after->blocks;
    const qsizetype shorter = std::min(was.size(), is.size());
    qsizetype start = 0;
    while (start < shorter && was[start].hash == is[start].hash)
        ++start;
    qsizetype kept = 0;
    while (kept < shorter - start &&
           was[was.size() - 1 - kept].hash == is[is.size() - 1 - kept].hash)
        ++kept;
    QJsonArray insert;
    for (qsizetype i = start; i < is.size() - kept; ++i)
        insert += blockJson(is[i]);
    QJsonObject patch{{u"version"_s, after->version},
                      {u"start"_s, start},
                      {u"remove"_s, was.size() - kept - start},
                      {u"insert"_s, insert},
                      {u"total"_s, is.size()}};
    const int shift = kept > 0 ? is.last().lastLine - was.last().lastLine : 0;
    patch.insert(u"shift"_s, shift);
    if (!linesFollow(was, is, start, kept, shift))
        patch.insert(u"lines"_s, linesJson(is));
    return patch;
}

} // namespace plotleaf
