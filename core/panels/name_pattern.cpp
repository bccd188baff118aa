#include "core/panels/name_pattern.h"

#include "core/runs/safe_pattern.h"

namespace plotleaf {

Result<NamePattern> NamePattern::parse(const QString &text)
{
    NamePattern made;
    made.m_text = text;
    if (text.size() < 3 || !text.startsWith(QLatin1Char('/')) || !text.endsWith(QLatin1Char('/')))
        return made;
    Result<QRegularExpression> pattern = compileSafePattern(text.mid(1, text.size() - 2));
    if (!pattern)
        return pattern.error();
    made.m_pattern = *std::move(pattern);
    return made;
}

bool NamePattern::matches(const QString &name) const
{
    return m_pattern ? m_pattern->match(name).hasMatch() : name == m_text;
}

QStringList matchingNames(const NamePatterns &patterns, const QStringList &names)
{
    QStringList matching;
    for (const NamePattern &pattern : patterns) {
        for (const QString &name : names) {
            if (pattern.matches(name))
                matching << name;
        }
    }
    matching.removeDuplicates();
    return matching;
}

} // namespace plotleaf
