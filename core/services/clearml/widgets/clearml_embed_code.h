#pragma once

#include "core/base/id_source.h"
#include "core/runs/run_embed.h"
#include "core/services/clearml/widgets/clearml_widget.h"

namespace plotleaf {

/// What ClearML's web app makes its "copy embed code" of (ReportCodeEmbedConfiguration of
/// clearml-web 2.5, report-code-embed-base.service.ts; clearml.md 5.1).
struct ClearmlEmbed
{
    ClearmlWidget::Type type = ClearmlWidget::Type::Scalar;
    bool isModel = false;
    QStringList objects; ///< ids; an empty one is written too
    QStringList metrics;
    QStringList variants;
    QStringList series; ///< one for each variant or object of a group
    QString valueType;  ///< empty: not written
    QString xAxis;      ///< empty: not written
    /// A heading with the metric's name, and each variant in a frame of its own.
    bool isGroup = false;
};

/// What each place of the web app makes (clearml.md 5.1). Errors: InvalidInput (no run is chosen,
/// or nothing of it).
Result<ClearmlEmbed> clearmlEmbed(const RunEmbed &what);

/// The very text that the web app copies, one line for each frame. `web`: of the installation.
/// `ids`: for the frames' names, which must be unique in a report.
QString clearmlEmbedCode(const ClearmlEmbed &embed, const QUrl &web, IdSource &ids);

/// A fresh name for a frame: a UUID, as the web app gives them.
QString clearmlFrameName(IdSource &ids);

/// encodeURIComponent()
QString clearmlComponent(const QString &text);
/// As URLSearchParams writes a value.
QString clearmlFormValue(const QString &text);

} // namespace plotleaf
