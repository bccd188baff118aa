#pragma once

#include <QString>

namespace plotleaf {

// Texts keep their line ends; editors know '\n' only. Thread-safe.

/// Whether every line ends with "\r\n", and there is one at least.
bool hasOnlyWindowsLines(const QString &text);

/// With '\n' for every "\r\n".
QString withUnixLines(QString text);

/// With "\r\n" for every '\n'; `text` has none yet.
QString withWindowsLines(QString text);

} // namespace plotleaf
