#include "core/report/line_ends.h"

namespace plotleaf {

bool hasOnlyWindowsLines(const QString &text)
{
    const qsizetype feeds = text.count(u'\n');
    return feeds > 0 && text.count(QStringLiteral("\r\n")) == feeds;
}

QString withUnixLines(QString text)
{
    return text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
}

QString withWindowsLines(QString text)
{
    return text.replace(u'\n', QStringLiteral("\r\n"));
}

} // namespace plotleaf
