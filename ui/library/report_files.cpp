#include "ui/library/report_files.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

namespace plotleaf {

using namespace Qt::StringLiterals;

QString fileNameFor(const QString &name, const QString &extension)
{
    static const QRegularExpression refused(u"[\\x00-\\x1f<>:\"/\\\\|?*]+"_s);
    constexpr int longestName = 120;
    QString safe = QString(name).replace(refused, u" "_s).simplified().left(longestName);
    static const QRegularExpression edges(u"\\A[. ]+|[. ]+\\z"_s);
    safe.remove(edges);
    if (safe.isEmpty())
        safe = u"report"_s;
    return safe + u'.' + extension;
}

bool isMarkdownFileName(const QString &path)
{
    static const QStringList suffixes = {u"md"_s, u"markdown"_s, u"mdown"_s, u"mkd"_s, u"txt"_s};
    return suffixes.contains(QFileInfo(path).suffix().toLower());
}

} // namespace plotleaf
