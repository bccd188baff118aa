#include "core/services/folders/number_text.h"

#include <QByteArrayView>

#include <array>
#include <charconv>
#include <limits>
#include <string>
#include <system_error>
#include <utility>

namespace plotleaf {

namespace {

constexpr size_t longestNumber = 400; // what doubles take at most when written out

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

#if defined(__cpp_lib_to_chars)
/// What a number beyond the range of a double is nearest to.
double beyondRange(std::string_view text)
{
    const size_t exponent = text.find_first_of("eE");
    const bool isTiny = exponent == std::string_view::npos
                            ? text.front() == '0' || text.front() == '.'
                            : text.substr(exponent + 1).starts_with('-');
    return isTiny ? 0.0 : std::numeric_limits<double>::infinity();
}
#endif

std::optional<double> finiteNumber(std::string_view text)
{
#if defined(__cpp_lib_to_chars)
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (end != text.data() + text.size())
        return {};
    return error == std::errc() ? number : beyondRange(text);
#else
    // Where the standard library cannot yet read floating point numbers (libc++).
    bool ok = false;
    const double number =
        QByteArrayView(text.data(), static_cast<qsizetype>(text.size())).toDouble(&ok);
    return ok ? std::optional(number) : std::nullopt;
#endif
}

bool equalsWord(std::string_view text, std::string_view lowerCase)
{
    if (text.size() != lowerCase.size())
        return false;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if ((c >= 'A' && c <= 'Z' ? char(c + 32) : c) != lowerCase[i])
            return false;
    }
    return true;
}

/// `unsignedText` has no sign any more.
std::optional<double> numberWord(std::string_view unsignedText)
{
    for (const std::string_view word : {"nan", "1.#qnan", "1.#ind"}) {
        if (equalsWord(unsignedText, word))
            return std::numeric_limits<double>::quiet_NaN();
    }
    for (const std::string_view word : {"inf", "infinity", "1.#inf"}) {
        if (equalsWord(unsignedText, word))
            return std::numeric_limits<double>::infinity();
    }
    return {};
}

} // namespace

std::optional<double> numberOfText(std::string_view text, bool commaIsPoint)
{
    text = trimmed(text);
    if (text.empty() || text.size() > longestNumber)
        return {};
    const bool isNegative = text.front() == '-';
    if (isNegative || text.front() == '+')
        text.remove_prefix(1);
    if (text.empty())
        return {};
    std::optional<double> number;
    const char first = text.front();
    if ((first >= '0' && first <= '9') || first == '.' || (first == ',' && commaIsPoint)) {
        number = finiteNumber(text);
        const size_t comma = text.find(',');
        if (!number && commaIsPoint && comma != std::string_view::npos) {
            std::string pointed(text);
            pointed[comma] = '.';
            if (text.find('.') == std::string_view::npos)
                number = finiteNumber(pointed);
        }
    }
    if (!number)
        number = numberWord(text);
    if (number && isNegative)
        number = -*number;
    return number;
}

QVariant valueOfText(const QString &text)
{
    if (const auto number = numberOfText(text.toStdString()))
        return *number;
    for (const auto &[word, value] :
         std::to_array<std::pair<QLatin1String, QVariant>>({{QLatin1String("true"), true},
                                                            {QLatin1String("false"), false},
                                                            {QLatin1String("none"), {}},
                                                            {QLatin1String("null"), {}}})) {
        if (text.compare(word, Qt::CaseInsensitive) == 0)
            return value;
    }
    return text;
}

} // namespace plotleaf
