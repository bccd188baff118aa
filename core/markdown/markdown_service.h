#pragma once

#include "core/base/result.h"
#include "core/markdown/markdown_document.h"
#include "core/markdown/markdown_options.h"

#include <QFuture>
#include <QObject>
#include <QString>

#include <memory>

namespace plotleaf {

/// Renders the newest text handed to it, in a helper process (`plotleaf-markdown`), so that a text
/// that makes the parser hang, eat memory or abort takes down only the helper. The rest of such a
/// text is still rendered; the bad block becomes a MarkdownProblem and a message in its place.
///
/// Lives on the thread that made it (the GUI thread); never blocks it: a thread of its own waits
/// for the helper. Latest wins: a text handed over while one is being worked on replaces any that
/// waits. One is in work at a time.
class MarkdownService : public QObject
{
    Q_OBJECT

public:
    /// `helperPath` empty: found beside the program or in its libexec folder. The helper is started
    /// at once.
    explicit MarkdownService(const QString &helperPath = {}, QObject *parent = nullptr);
    ~MarkdownService() override;

    /// Asks for `text` to be rendered; `rendered` follows, unless a newer version overtakes it.
    void render(const QString &text, qint64 version, const MarkdownOptions &options = {});

    /// Renders a text that no later one overtakes, for exports and the command line. Fails when the
    /// helper cannot be started, and with Cancelled when the service ends first.
    QFuture<Result<MarkdownDocumentPtr>> renderOnce(const QString &text,
                                                    const MarkdownOptions &options = {});

signals:
    void rendered(const plotleaf::MarkdownDocumentPtr &document);
    /// The helper cannot be started at all. The preview says so.
    void failed(const QString &message);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace plotleaf
