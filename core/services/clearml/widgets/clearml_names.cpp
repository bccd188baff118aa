#include "core/services/clearml/widgets/clearml_names.h"

using namespace Qt::StringLiterals;

namespace plotleaf {

ClearmlNames::ClearmlNames(const QVector<ClearmlObject> &objects, int digits)
{
    QHash<QString, int> counts;
    for (const ClearmlObject &object : objects)
        ++counts[object.name];
    for (const ClearmlObject &object : objects) {
        m_names[object.id] = counts[object.name] > 1
                                 ? QString(object.name + u'.' + object.id.left(digits))
                                 : object.name;
    }
}

QString ClearmlNames::name(const QString &id, const QString &fallback) const
{
    return m_names.value(id, fallback.isEmpty() ? id.left(6) : fallback);
}

QString clearmlColourLabel(const QString &key, const QString &id, bool isCompared)
{
    if (!isCompared)
        return key.trimmed() + u'?';
    return key.endsWith(id) ? key : QString(key + u'-' + id);
}

void setClearmlColour(QJsonObject &trace, const QString &label)
{
    const ClearmlColour colour = clearmlLabelColour(label);
    const QString light = clearmlLightColour(colour).text();
    QJsonObject meta = trace["meta"_L1].toObject();
    meta["colors"_L1] =
        QJsonObject{{u"light"_s, light}, {u"dark"_s, clearmlDarkColour(colour).text()}};
    trace["meta"_L1] = meta;
    for (const auto key : {"line"_L1, "marker"_L1}) {
        QJsonObject part = trace[key].toObject();
        // A colour for each point is data.
        if (!part["color"_L1].isArray())
            part["color"_L1] = light;
        trace[key] = part;
    }
}

} // namespace plotleaf
