#include "core/markdown/heading_slugs.h"

namespace plotleaf {

namespace {

QString slugOf(const QString &text)
{
    QString slug;
    slug.reserve(text.size());
    const auto codePoints = text.toLower().trimmed().toUcs4();
    for (const uint c : codePoints) {
        const char32_t point = c;
        if (QChar::isLetterOrNumber(point) || QChar::isMark(point) || point == u'_' ||
            point == u'-')
            slug += QString::fromUcs4(&point, 1);
        else if (QChar::isSpace(point))
            slug += u'-';
    }
    return slug.isEmpty() ? QStringLiteral("section") : slug;
}

} // namespace

QString HeadingSlugs::add(const QString &headingText)
{
    const QString base = slugOf(headingText);
    QString slug = base;
    while (m_used.contains(slug)) {
        const int count = ++m_used[base];
        slug = QStringLiteral("%1-%2").arg(base).arg(count);
    }
    m_used.insert(slug, 0);
    return slug;
}

} // namespace plotleaf
