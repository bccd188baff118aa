#include "ui/report/unknown_server.h"

#include "core/services/clearml/widgets/clearml_widget.h"

namespace plotleaf {

QUrl unknownServerOf(const MarkdownDocument &document,
                     const std::function<bool(const QUrl &web)> &isKnown)
{
    for (const MarkdownPanel &panel : document.panels) {
        if (panel.info != QStringLiteral("iframe"))
            continue;
        // Addresses of old have no host, and mean whatever server there is.
        const Result<ClearmlWidget> widget = readClearmlWidget(panel.source);
        if (widget && !widget->web.isEmpty() && !isKnown(widget->web))
            return widget->web;
    }
    return {};
}

} // namespace plotleaf
