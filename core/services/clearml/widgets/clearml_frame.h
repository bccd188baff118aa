#pragma once

#include "core/base/id_source.h"
#include "core/services/clearml/widgets/clearml_widget.h"

namespace plotleaf {

/// The iframe of a widget as it stands in a report. A change touches only what it changes: other
/// attributes, other parameters (those that nobody knows too), their order and their spelling stay,
/// byte for byte.
class ClearmlFrame
{
public:
    /// `code`: an iframe from "<iframe" to behind its tag or behind "</iframe>". Errors:
    /// InvalidInput (not an iframe, or not of a widget).
    static Result<ClearmlFrame> read(const QString &code);

    /// A new one, in the size of the web app's; of a query too, which the web app's own button
    /// never makes. `web`: of the installation. `ids`: for its name.
    static ClearmlFrame make(const ClearmlWidget &widget, const QUrl &web, IdSource &ids);

    const QString &code() const { return m_code; }
    const ClearmlWidget &widget() const { return m_widget; }

    /// The frame with what differs in `changed` written into its address; `changed` comes from
    /// widget(). `web` is not changed. Values are written as the web app writes them
    /// (clearml.md 5.1), lists of a query one value at a time, the form that every server
    /// understands (4.3).
    void setWidget(const ClearmlWidget &changed);

    /// As it is written, without quotes; empty where it is missing.
    QString attribute(const QString &name) const;
    /// `value` must be plain: without quotes, "<" and "&".
    void setAttribute(const QString &name, const QString &value);

private:
    ClearmlFrame(QString code, ClearmlWidget widget);

    QString m_code;
    ClearmlWidget m_widget;
};

} // namespace plotleaf
