#include "app/cli/render_text.h"

#include "core/markdown/markdown_service.h"

#include <QEventLoop>

#include <optional>

namespace plotleaf {

Result<MarkdownDocumentPtr> renderText(const QString &text)
{
    MarkdownService service;
    QEventLoop loop;
    std::optional<Result<MarkdownDocumentPtr>> answer;
    QObject::connect(&service, &MarkdownService::rendered, &loop,
                     [&](const MarkdownDocumentPtr &document) {
                         answer = document;
                         loop.quit();
                     });
    QObject::connect(&service, &MarkdownService::failed, &loop, [&](const QString &message) {
        answer = Error{ErrorCode::Io, message, {}};
        loop.quit();
    });
    service.render(text, 1);
    if (!answer)
        loop.exec();
    return *answer;
}

} // namespace plotleaf
