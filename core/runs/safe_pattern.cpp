#include "core/runs/safe_pattern.h"

#include <QCoreApplication>

namespace plotleaf {

namespace {

constexpr qsizetype maxPatternLength = 1000;

} // namespace

Result<QRegularExpression> compileSafePattern(const QString &pattern)
{
    if (pattern.size() > maxPatternLength)
        return Error{ErrorCode::LimitExceeded,
                     QCoreApplication::translate("plotleaf::SafePattern",
                                                 "The regular expression is too long."),
                     {}};
    // PCRE2 reads limits at the start of a pattern (pcre2pattern, "Setting match resource limits");
    // ones that the pattern itself sets can only lower them. Without UCP, as QRegularExpression's
    // default is.
    const QString limits =
        QStringLiteral("(*LIMIT_MATCH=100000)(*LIMIT_DEPTH=10000)(*LIMIT_HEAP=1000)");
    QRegularExpression compiled(limits + pattern);
    if (compiled.isValid())
        return compiled;
    const qsizetype place = std::max<qsizetype>(compiled.patternErrorOffset() - limits.size(), 0);
    return Error{
        ErrorCode::InvalidInput,
        QCoreApplication::translate("plotleaf::SafePattern",
                                    "“%1” is not a regular expression: %2, at its character %3.")
            .arg(pattern, compiled.errorString())
            .arg(place + 1),
        {}};
}

} // namespace plotleaf
