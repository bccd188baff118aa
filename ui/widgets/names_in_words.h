#pragma once

#include <QStringList>

namespace plotleaf {

/// "a, b, c and 4 more": the first three, for messages.
QString namesInWords(const QStringList &names);

} // namespace plotleaf
