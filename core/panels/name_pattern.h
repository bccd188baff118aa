#pragma once

#include "core/base/result.h"

#include <QRegularExpression>
#include <QStringList>
#include <QVector>

#include <optional>

namespace plotleaf {

/// A name in a fence: literal, or `/regular expression/` that may match anywhere in a name.
class NamePattern
{
public:
    /// Errors: InvalidInput (not a regular expression).
    static Result<NamePattern> parse(const QString &text);

    const QString &text() const { return m_text; }
    bool isPattern() const { return m_pattern.has_value(); }
    /// Nothing for a literal name.
    const std::optional<QRegularExpression> &pattern() const { return m_pattern; }
    bool matches(const QString &name) const;

private:
    QString m_text; ///< as written
    std::optional<QRegularExpression> m_pattern;
};

using NamePatterns = QVector<NamePattern>;

/// Those of `names` that a pattern matches: in the order of the patterns, then of `names`, each
/// once.
QStringList matchingNames(const NamePatterns &patterns, const QStringList &names);

} // namespace plotleaf
