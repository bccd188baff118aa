#pragma once

#include "core/services/clearml/widgets/clearml_colours.h"
#include "core/services/clearml/widgets/clearml_figures.h"

#include <QHash>

namespace plotleaf {

/// What the objects of one answer are called in a legend: their names, with the beginning of the
/// id where two share one (clearml.md 4.5).
class ClearmlNames
{
public:
    /// `digits`: of the id.
    explicit ClearmlNames(const QVector<ClearmlObject> &objects, int digits = 6);

    /// `fallback`: of an object that is not among them.
    QString name(const QString &id, const QString &fallback = {}) const;
    bool areCompared() const { return m_names.size() > 1; }

private:
    QHash<QString, QString> m_names; ///< by id
};

/// As a legend calls it; one without a name says so.
QString clearmlVariantName(const QString &variant);

/// What a series' colour is computed from: not comparing "train?", comparing "train-<id>"
/// (clearml.md 4.7).
QString clearmlColourLabel(const QString &key, const QString &id, bool isCompared);

/// Gives a trace the colour that the web app gives it, for both themes, and its label.
void setClearmlColour(QJsonObject &trace, const QString &label);
/// Under which label a person may have chosen another colour.
void setClearmlLabel(QJsonObject &trace, const QString &label);
QString clearmlLabelOf(const QJsonObject &trace);
void paintClearmlTrace(QJsonObject &trace, const QString &light, const QString &dark);

} // namespace plotleaf
