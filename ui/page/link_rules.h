#pragma once

#include <QUrl>

namespace plotleaf {

/// Which addresses a report may lead out to.
struct LinkRules
{
    /// http, https or mailto, with somewhere to go. Anything else (file:, javascript:, our own
    /// scheme) stays inside.
    static bool isOutside(const QUrl &url);
};

} // namespace plotleaf
