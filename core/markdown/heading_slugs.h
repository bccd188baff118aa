#pragma once

#include <QHash>
#include <QString>

namespace plotleaf {

/// Anchors of headings as GitHub makes them: lower case, letters, digits, `-` and `_` stay, each
/// space becomes `-`, the second equal one gets `-1`. No anchor is given twice, whatever the
/// headings say.
class HeadingSlugs
{
public:
    QString add(const QString &headingText);

private:
    QHash<QString, int> m_used; ///< slug -> how many times it was asked for
};

} // namespace plotleaf
