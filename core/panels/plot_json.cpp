#include "core/panels/plot_json.h"

#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace plotleaf {

namespace {

/// Rounds to as many decimals as the column's spread asks for, and to more where a value is so
/// small that it would not keep seven digits of its own: a logarithmic axis shows those. Negative
/// decimals are powers of ten before the point.
class Rounding
{
public:
    explicit Rounding(const std::vector<double> &column)
    {
        double least = std::numeric_limits<double>::infinity();
        double most = -least;
        for (const double value : column) {
            if (std::isfinite(value)) {
                least = std::min(least, value);
                most = std::max(most, value);
            }
        }
        const double spread = most > least ? most - least : std::abs(most);
        if (!std::isfinite(spread) || spread == 0)
            return;
        m_column = Decimals(decimalsFor(spread));
        m_enough = std::pow(10.0, std::floor(std::log10(spread)));
    }

    double operator()(double value) const
    {
        if (!m_column || value == 0)
            return value;
        // Powers and logarithms cost more than all the rest: only small values need their own.
        return std::abs(value) >= m_enough ? m_column->rounded(value)
                                           : Decimals(decimalsFor(std::abs(value))).rounded(value);
    }

private:
    class Decimals
    {
    public:
        // Ten to more than 22 is no exact double, so that rounding would add digits instead of
        // taking them.
        explicit Decimals(double decimals)
            : m_isCoarse(decimals < 0)
            , m_scale(std::abs(decimals) > 22 ? 0 : std::pow(10.0, std::abs(decimals)))
        {
        }

        double rounded(double value) const
        {
            constexpr double exact = 9e15; // beyond it every double is whole, scaling only harms
            if (m_scale == 0 || std::abs(value) * (m_isCoarse ? 1 : m_scale) > exact)
                return value;
            return m_isCoarse ? std::round(value / m_scale) * m_scale
                              : std::round(value * m_scale) / m_scale;
        }

    private:
        bool m_isCoarse;
        double m_scale; ///< 0: values stay as they are
    };

    static double decimalsFor(double size) { return 6 - std::floor(std::log10(size)); }

    std::optional<Decimals> m_column; ///< nothing: values stay as they are
    double m_enough = 0;              ///< from here on the column's decimals are seven digits
};

} // namespace

QJsonArray plotNumbers(const std::vector<double> &column)
{
    const Rounding rounded(column);
    QJsonArray numbers;
    for (const double value : column)
        numbers.append(std::isfinite(value) ? QJsonValue(rounded(value)) : QJsonValue());
    return numbers;
}

QString plotText(const QString &text)
{
    // Not toHtmlEscaped(): plotly would show &quot; as it stands.
    QString plain = text;
    return plain.replace(u'&', QStringLiteral("&amp;"))
        .replace(u'<', QStringLiteral("&lt;"))
        .replace(u'>', QStringLiteral("&gt;"));
}

QString plotDash(qsizetype index)
{
    constexpr std::array dashes{"solid", "dash", "dot", "dashdot", "longdash", "longdashdot"};
    return QLatin1String(dashes[size_t(index) % dashes.size()]);
}

void setLegend(QJsonObject &layout, const QString &position, qsizetype lines)
{
    const bool shown = lines > 1 && position != QLatin1String("none");
    layout.insert(QStringLiteral("showlegend"), shown);
    if (!shown)
        return;
    // How far below the axis its title ends is known only where the plot is drawn.
    if (position == QLatin1String("bottom")) {
        layout.insert(QStringLiteral("legend"),
                      QJsonObject{{QStringLiteral("orientation"), QStringLiteral("h")}});
        return;
    }
    struct Place
    {
        const char *orientation;
        double x;
        const char *xAnchor;
        double y;
        const char *yAnchor;
    };
    Place place{"h", 0, "left", 1.02, "bottom"}; // top
    if (position == QLatin1String("right"))
        place = {"v", 1.02, "left", 1, "top"};
    else if (position == QLatin1String("left"))
        place = {"v", -0.15, "right", 1, "top"};
    layout.insert(QStringLiteral("legend"),
                  QJsonObject{{QStringLiteral("orientation"), QLatin1String(place.orientation)},
                              {QStringLiteral("x"), place.x},
                              {QStringLiteral("xanchor"), QLatin1String(place.xAnchor)},
                              {QStringLiteral("yref"), QStringLiteral("paper")},
                              {QStringLiteral("y"), place.y},
                              {QStringLiteral("yanchor"), QLatin1String(place.yAnchor)}});
}

QJsonObject plotAxis(const QString &type, const QString &title)
{
    return {{QStringLiteral("type"), type},
            {QStringLiteral("title"), QJsonObject{{QStringLiteral("text"), plotText(title)}}}};
}

} // namespace plotleaf
