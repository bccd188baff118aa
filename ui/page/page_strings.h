#pragma once

#include <QJsonObject>

namespace plotleaf {

/// Every text that the page itself shows, translated, by the names that its TypeScript asks for.
QJsonObject pageStrings();

} // namespace plotleaf
