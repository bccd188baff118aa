#include "ui/page/link_rules.h"

using namespace Qt::StringLiterals;

namespace plotleaf {

bool LinkRules::isOutside(const QUrl &url)
{
    if (!url.isValid())
        return false;
    if (url.scheme() == "mailto"_L1)
        return !url.path().isEmpty();
    return (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) && !url.host().isEmpty();
}

} // namespace plotleaf
