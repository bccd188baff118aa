#include "core/services/clearml/widgets/clearml_picked_colours.h"

#include "core/services/clearml/widgets/clearml_names.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

int colourPart(const QJsonValue &value)
{
    return std::clamp(value.toInt(), 0, 255);
}

} // namespace

ClearmlPickedColours readClearmlPickedColours(const QJsonObject &data)
{
    const QJsonObject kept =
        data["preferences"_L1]["colorsPreference"_L1]["colorPreferences"_L1].toObject();
    ClearmlPickedColours picked;
    for (auto colour = kept.begin(); colour != kept.end(); ++colour) {
        const QJsonArray parts = colour->toArray();
        if (parts.size() < 3)
            continue;
        picked.insert(QString(colour.key()).replace("--DOT--"_L1, "."_L1),
                      {colourPart(parts[0]), colourPart(parts[1]), colourPart(parts[2])});
    }
    return picked;
}

QJsonObject withPickedColours(const QJsonObject &content, const ClearmlPickedColours &picked)
{
    QJsonArray traces;
    for (const QJsonValue value : content["data"_L1].toArray()) {
        QJsonObject trace = value.toObject();
        const auto colour = picked.constFind(clearmlLabelOf(trace));
        if (colour != picked.constEnd())
            paintClearmlTrace(trace, colour->text(), colour->text());
        traces.append(trace);
    }
    QJsonObject painted = content;
    painted["data"_L1] = traces;
    return painted;
}

} // namespace plotleaf
