#pragma once

#include <QString>
#include <QVector>

namespace plotleaf {

/// A line that a run wrote to its terminal, as the terminal showed it in the end: of a progress bar
/// that wrote over itself, what stood there last.
struct ConsoleLine
{
    QString text;
    bool isError = false; ///< standard error
    double wall = 0;      ///< when it began; seconds since 1970 UTC; 0: not known
};

/// The end of what a run wrote, oldest line first.
struct ConsoleText
{
    QVector<ConsoleLine> lines;
    qint64 leftOut = 0; ///< how many lines came before these
};

} // namespace plotleaf
