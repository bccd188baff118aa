#include "core/services/clearml/widgets/clearml_names.h"

#include <QCoreApplication>

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

QString clearmlVariantName(const QString &variant)
{
    return variant.isEmpty() ? QCoreApplication::translate("plotleaf::ClearmlFigure", "[no name]")
                             : variant;
}

QString clearmlColourLabel(const QString &key, const QString &id, bool isCompared)
{
    if (!isCompared)
        return key.trimmed() + u'?';
    return key.endsWith(id) ? key : QString(key + u'-' + id);
}

void setClearmlLabel(QJsonObject &trace, const QString &label)
{
    QJsonObject meta = trace["meta"_L1].toObject();
    meta["label"_L1] = label;
    trace["meta"_L1] = meta;
}

QString clearmlLabelOf(const QJsonObject &trace)
{
    return trace["meta"_L1]["label"_L1].toString();
}

void setClearmlColour(QJsonObject &trace, const QString &label)
{
    setClearmlLabel(trace, label);
    const ClearmlColour colour = clearmlLabelColour(label);
    paintClearmlTrace(trace, clearmlLightColour(colour).text(), clearmlDarkColour(colour).text());
}

void paintClearmlTrace(QJsonObject &trace, const QString &light, const QString &dark)
{
    QJsonObject meta = trace["meta"_L1].toObject();
    meta["colors"_L1] = QJsonObject{{u"light"_s, light}, {u"dark"_s, dark}};
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
