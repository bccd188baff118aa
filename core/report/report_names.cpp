#include "core/report/report_names.h"

#include <QCoreApplication>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace plotleaf {

namespace {

constexpr int shortestReportName = 3;
constexpr int longestAssetName = 120;

int readersCharacters(const QString &text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    int count = 0;
    while (finder.toNextBoundary() != -1)
        ++count;
    return count;
}

bool staysInAssetName(QChar character)
{
    return character.isLetterOrNumber() || character.isMark() || character.isSurrogate() ||
           character == u'.' || character == u'_' || character == u'-';
}

} // namespace

Result<QString> checkedReportName(const QString &name)
{
    QString kept = name.simplified();
    if (readersCharacters(kept) < shortestReportName)
        return Error{ErrorCode::InvalidInput,
                     QCoreApplication::translate("plotleaf::ReportNames",
                                                 "A report's name needs at least 3 characters."),
                     {}};
    return kept;
}

QString normalisedProject(const QString &path)
{
    QStringList parts;
    for (const QString &part : path.split(u'/')) {
        if (const QString kept = part.simplified(); !kept.isEmpty())
            parts.append(kept);
    }
    return parts.join(u'/');
}

QStringList normalisedTags(const QStringList &tags)
{
    QStringList kept;
    for (const QString &tag : tags)
        kept.append(tag.simplified());
    kept.removeAll(QString());
    kept.sort();
    kept.removeDuplicates();
    return kept;
}

QString normalisedAssetName(const QString &name)
{
    QString kept = name.mid(name.lastIndexOf(u'/') + 1);
    kept = kept.mid(kept.lastIndexOf(u'\\') + 1).trimmed();
    for (QChar &character : kept) {
        if (!staysInAssetName(character))
            character = u'-';
    }
    while (kept.startsWith(u'.'))
        kept.remove(0, 1);
    if (kept.size() > longestAssetName)
        kept = kept.right(longestAssetName);
    return kept.isEmpty() ? QStringLiteral("file") : kept;
}

QString numberedAssetName(const QString &name, int number)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    const qsizetype end = dot > 0 ? dot : name.size();
    return name.left(end) + u'-' + QString::number(number) + name.mid(end);
}

QString nameSortKey(const QString &name)
{
    QString key = name.normalized(QString::NormalizationForm_KD).toCaseFolded();
    key.erase(std::remove_if(key.begin(), key.end(), [](QChar c) { return c.isMark(); }),
              key.end());
    return key;
}

} // namespace plotleaf
