#include "core/services/clearml/widgets/clearml_colours.h"

#include "core/services/clearml/widgets/css_colours.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr qint64 hashModulus = 16'777'215;
constexpr qint64 hashFactor = 49'979'693;

/// As JSON.stringify() writes it.
QString quotedLabel(const QString &label)
{
    QString text = u"\""_s;
    for (const QChar c : label) {
        if (c == u'"' || c == u'\\')
            text += u'\\';
        text += c;
    }
    return text + u'"';
}

ClearmlColour hashedColour(const QString &label)
{
    const QString text = quotedLabel(label);
    qint64 hash = 1;
    qint64 greatest = 0;
    for (const QChar c : text) {
        const qint64 code = c.unicode();
        greatest = std::max(greatest, code);
        hash = (hash + code * (hashModulus / greatest) * hashFactor) % hashModulus;
    }
    const QString digits =
        QString::number(hash * text.size() % hashModulus, 16).repeated(6).left(6);
    const int rgb = digits.toInt(nullptr, 16);
    return {rgb >> 16, (rgb >> 8) & 255, rgb & 255};
}

/// lodash's words(): parts by case, digits and everything that is no letter.
QStringList wordsIn(const QString &text)
{
    static const QRegularExpression word(u"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\\d+"_s);
    QStringList words;
    auto matches = word.globalMatch(text);
    while (matches.hasNext())
        words << matches.next().captured().toLower();
    return words;
}

QVector<ClearmlColour> coloursNamedIn(const QString &label)
{
    QVector<ClearmlColour> colours;
    for (const QString &word : wordsIn(label)) {
        const auto found = std::ranges::find_if(
            cssColours, [&word](const NamedColour &colour) { return word == colour.name; });
        if (found != cssColours.end())
            colours.append(
                {int(found->rgb >> 16), int(found->rgb >> 8 & 255), int(found->rgb & 255)});
    }
    return colours;
}

double linear(int part)
{
    const double value = part / 255.0;
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminanceOf(const ClearmlColour &colour)
{
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
           0.0722 * linear(colour.blue);
}

double hueToPart(double p, double q, double hue)
{
    hue -= std::floor(hue);
    if (hue < 1.0 / 6)
        return p + (q - p) * 6 * hue;
    if (hue < 0.5)
        return q;
    return hue < 2.0 / 3 ? p + (q - p) * (2.0 / 3 - hue) * 6 : p;
}

/// More of HSL's lightness, `amount` of 1.
ClearmlColour lightened(const ClearmlColour &colour, double amount)
{
    const double r = colour.red / 255.0;
    const double g = colour.green / 255.0;
    const double b = colour.blue / 255.0;
    const double most = std::max({r, g, b});
    const double least = std::min({r, g, b});
    const double spread = most - least;
    const double lightness = (most + least) / 2;
    double hue = 0;
    double saturation = 0;
    if (spread > 0) {
        saturation = lightness > 0.5 ? spread / (2 - most - least) : spread / (most + least);
        hue = most == r   ? (g - b) / spread
              : most == g ? (b - r) / spread + 2
                          : (r - g) / spread + 4;
    }
    const double wanted = std::clamp(lightness + amount, 0.0, 1.0);
    const double q =
        wanted < 0.5 ? wanted * (1 + saturation) : wanted + saturation - wanted * saturation;
    const double p = 2 * wanted - q;
    const auto part = [p, q, hue](double shift) {
        return int(std::lround(255 * hueToPart(p, q, hue / 6 + shift)));
    };
    return {part(1.0 / 3), part(0), part(-1.0 / 3)};
}

} // namespace

QString ClearmlColour::text() const
{
    return u"#%1"_s.arg(red << 16 | green << 8 | blue, 6, 16, QLatin1Char('0'));
}

ClearmlColour clearmlLabelColour(const QString &label)
{
    ClearmlColour hashed = hashedColour(label);
    const QVector<ClearmlColour> named = coloursNamedIn(label);
    if (named.isEmpty())
        return hashed;
    const auto mixed = [&](int ClearmlColour::*part) {
        double sum = 0;
        for (const ClearmlColour &colour : named)
            sum += colour.*part;
        return int(hashed.*part * 0.25 + sum / double(named.size()) * 0.75);
    };
    return {mixed(&ClearmlColour::red), mixed(&ClearmlColour::green), mixed(&ClearmlColour::blue)};
}

ClearmlColour clearmlLightColour(const ClearmlColour &colour)
{
    constexpr int tooBright = 210;
    const int brightness = colour.red * 299 + colour.green * 587 + colour.blue * 114;
    if (brightness <= tooBright * 1000)
        return colour;
    const auto darker = [](int part) { return int(std::lround(part * 0.88)); };
    return {darker(colour.red), darker(colour.green), darker(colour.blue)};
}

ClearmlColour clearmlDarkColour(const ClearmlColour &colour)
{
    constexpr double tooDark = 0.3;
    const double luminance = luminanceOf(colour);
    return luminance < tooDark ? lightened(colour, (30 - 100 * luminance) / 100) : colour;
}

} // namespace plotleaf
