#pragma once

#include "core/markdown/markdown_document.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>

namespace plotleaf {

class PageLink;

/// Keeps what a page shows equal to a document: sends the difference of the blocks, one patch at a
/// time, so that a slow page gets the newest document next and not every one between. GUI thread.
class DocumentSync : public QObject
{
    Q_OBJECT

public:
    /// How the first document comes to an empty page.
    enum class Start {
        Whole,
        /// Of a long one the beginning, and the rest when that is painted: somebody is looking.
        BeginningFirst,
    };
    /// The version under which a page tells that it shows a beginning.
    static constexpr qint64 beginningVersion = -1;

    DocumentSync(PageLink &link, Start start, QObject *parent = nullptr);

    void setDocument(const MarkdownDocumentPtr &document);
    const MarkdownDocumentPtr &document() const { return m_wanted; }

    /// The patch that makes a page with `before` (null: an empty page) show `after`.
    static QJsonObject patch(const MarkdownDocumentPtr &before, const MarkdownDocumentPtr &after);

signals:
    /// The page could not apply a patch; what it shows is unknown.
    void broken(const QString &error);

private:
    void sendNext();
    MarkdownDocumentPtr nextDocument();
    void goOn();

    PageLink &m_link;
    MarkdownDocumentPtr m_wanted;
    MarkdownDocumentPtr
        m_sent; ///< what the page has, or will have once the patch under way is applied
    bool m_underWay = false;
    bool m_beginningFirst;
    QTimer m_patience; ///< with a page that paints nothing, since nobody looks
};

} // namespace plotleaf
