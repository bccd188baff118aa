#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QMetaType>
#include <QString>

#include <optional>

namespace plotleaf {

/// What a panel shows, decided once in core and drawn by the page, the run browser and the exports.
///
/// `content` by kind, the page's vocabulary (see resources/web/PROTOCOL.md, "Figures"):
///
/// * Plot: {data: [...], layout: {...}}, plotly's traces and layout, without colours of a theme
/// * Scalar: {items: [{label, value, text, detail}]}; text is the formatted value
/// * Table: {columns: [{name, align}], rows: [[text, ...]]}
/// * Media: {items: [{src, kind: image|audio|video|text|html, text, caption, step, run}]}, src:
/// plotleaf://media/…
/// * Message: {severity: info|warning|error, title, text, suggestions: [text]}
struct Figure
{
    enum class Kind { Plot, Scalar, Table, Media, Message };

    Kind kind = Kind::Message;
    QString title;
    QJsonObject content;
    QString width = QStringLiteral("full"); ///< full, half, third, quarter
    QDateTime asOf;       ///< UTC, of the newest data shown; invalid when it does not apply
    bool live = false;    ///< a run shown is still running
    QString stale;        ///< why there is no newer data, for people; empty: it is as new as can be
    QString original;     ///< address of the page that shows the same elsewhere; empty: none
    QStringList notes;    ///< small print: "3 damaged records skipped"
    quint64 revision = 0; ///< grows with every change of content

    /// {kind, title, width, asOf (ISO 8601), live, stale, original, notes, content}
    QJsonObject toJson() const;
    /// What toJson() made; nothing for what it cannot have made. `revision` does not travel.
    static std::optional<Figure> fromJson(const QJsonObject &json);
    static Figure message(const QString &severity,
                          const QString &title,
                          const QString &text,
                          const QStringList &suggestions = {});
};

} // namespace plotleaf

Q_DECLARE_METATYPE(plotleaf::Figure)
