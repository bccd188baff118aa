#include "core/runs/constant_arithmetic.h"

#include <QRegularExpression>

#include <cmath>

namespace plotleaf {

namespace {

using Number = std::optional<double>;

/// Recursive descent; a rule that does not apply answers nothing.
class Arithmetic
{
public:
    explicit Arithmetic(const QString &text) : m_text(text) {}

    Number run()
    {
        const Number sum = this->sum();
        skipSpace();
        return sum && m_at == m_text.size() && std::isfinite(*sum) ? sum : std::nullopt;
    }

private:
    void skipSpace()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }

    bool take(QLatin1String symbol)
    {
        skipSpace();
        const bool found = QStringView(m_text).mid(m_at).startsWith(symbol);
        if (found)
            m_at += symbol.size();
        return found;
    }

    Number sum()
    {
        Number left = product();
        while (left) {
            const bool isPlus = take(QLatin1String("+"));
            if (!isPlus && !take(QLatin1String("-")))
                break;
            const Number right = product();
            left = right ? Number(isPlus ? *left + *right : *left - *right) : std::nullopt;
        }
        return left;
    }

    Number product()
    {
        Number left = sign();
        while (left) {
            const qsizetype before = m_at;
            const bool isPower = take(QLatin1String("**"));
            m_at = before;
            const bool isWhole = take(QLatin1String("//"));
            const bool isTimes = !isWhole && !isPower && take(QLatin1String("*"));
            const bool isRest = !isWhole && !isTimes && take(QLatin1String("%"));
            if (!isWhole && !isTimes && !isRest && !take(QLatin1String("/")))
                break;
            const Number right = sign();
            if (!right)
                return {};
            if (isTimes)
                left = *left * *right;
            else if (isRest)
                left = *left - *right * std::floor(*left / *right);
            else
                left = isWhole ? std::floor(*left / *right) : *left / *right;
        }
        return left;
    }

    Number sign()
    {
        const bool isMinus = take(QLatin1String("-"));
        if (!isMinus && !take(QLatin1String("+")))
            return power();
        if (++m_signs > 100)
            return {};
        const Number of = sign();
        return of && isMinus ? Number(-*of) : of;
    }

    Number power()
    {
        const Number base = number();
        if (!base || !take(QLatin1String("**")))
            return base;
        if (++m_signs > 100)
            return {};
        const Number exponent = sign();
        return exponent ? Number(std::pow(*base, *exponent)) : std::nullopt;
    }

    Number number()
    {
        skipSpace();
        static const QRegularExpression pattern(
            QStringLiteral("\\G(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?"));
        const QRegularExpressionMatch match = pattern.match(m_text, m_at);
        if (!match.hasMatch())
            return {};
        m_at = match.capturedEnd();
        return match.captured().toDouble();
    }

    const QString &m_text;
    qsizetype m_at = 0;
    int m_signs = 0; ///< and powers, which are what rules call themselves for
};

} // namespace

std::optional<double> constantArithmetic(const QString &text)
{
    return Arithmetic(text).run();
}

} // namespace plotleaf
