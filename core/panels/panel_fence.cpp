#include "core/panels/panel_fence.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr int usualLimit = 10; // of runs in a panel

/// A YAML scalar that is text, bare where nothing else could be read into it.
QString yamlText(const QString &text)
{
    static const QRegularExpression plain(u"^[A-Za-z_][A-Za-z0-9_./-]*$"_s);
    static const QRegularExpression word(u"^(?:true|false|yes|no|on|off|null|y|n)$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    if (plain.match(text).hasMatch() && !word.match(text).hasMatch())
        return text;
    // What JSON escapes in a string, YAML reads in double quotes.
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

QString yamlList(const QStringList &texts)
{
    QStringList parts;
    for (const QString &text : texts)
        parts << yamlText(text);
    return parts.size() == 1 ? parts.first() : u'[' + parts.join(", "_L1) + u']';
}

/// Between slashes a name would be a pattern.
QString literalName(const QString &name)
{
    const bool looksLikePattern = name.size() > 1 && name.startsWith(u'/') && name.endsWith(u'/');
    return looksLikePattern ? u"/^"_s + QRegularExpression::escape(name) + u"$/"_s : name;
}

QStringList chosenNames(const RunEmbed &what)
{
    QStringList names;
    for (const QString &variant : what.variants)
        names << literalName(MetricName{what.metric, variant}.text());
    if (names.isEmpty() && !what.metric.isEmpty())
        names << u"/^"_s + QRegularExpression::escape(what.metric) + u"\\//"_s;
    return names;
}

QString fenceText(const RunEmbed &what, const QString &source, const QString &title)
{
    const bool isCurves = what.what == RunEmbed::What::Curves;
    QStringList ids;
    for (const RunId &run : what.runs.ids)
        ids << yamlText(run.toString());
    QStringList lines = {u"```panel"_s,
                         isCurves ? u"type: line"_s : u"type: media"_s,
                         u"title: "_s + yamlText(title),
                         u"runs:"_s,
                         u"  source: "_s + yamlText(source),
                         u"  ids: ["_s + ids.join(", "_L1) + u']'};
    if (ids.size() > usualLimit)
        lines << u"  limit: %1"_s.arg(ids.size());
    lines << (isCurves ? u"y: "_s : u"key: "_s) + yamlList(chosenNames(what));
    if (isCurves && what.xAxis != XAxis::Step)
        lines << (what.xAxis == XAxis::Wall ? u"x: wall"_s : u"x: relative"_s);
    lines << u"```"_s;
    return lines.join(u'\n');
}

} // namespace

Result<QString> panelFence(const RunEmbed &what, const QString &source)
{
    const bool isCurves = what.what == RunEmbed::What::Curves;
    if (!isCurves && what.what != RunEmbed::What::Sample) {
        return Error{
            ErrorCode::InvalidInput,
            QCoreApplication::translate("plotleaf::PanelFence", "Plotleaf has no panel for this."),
            {}};
    }
    if (what.runs.ids.isEmpty() || chosenNames(what).isEmpty()) {
        return Error{ErrorCode::InvalidInput,
                     QCoreApplication::translate("plotleaf::PanelFence",
                                                 "Nothing is chosen that a panel could show."),
                     {}};
    }
    const QString metric = what.metric.isEmpty() ? what.variants.first() : what.metric;
    if (!what.isGroup)
        return fenceText(what, source, metric);
    QStringList parts = {u"## "_s + metric};
    for (const QString &variant : what.variants) {
        RunEmbed one = what;
        one.variants = {variant};
        parts << fenceText(one, source, MetricName{what.metric, variant}.text());
    }
    return parts.join("\n\n"_L1);
}

MetricName splitMetricName(const QString &name)
{
    const qsizetype slash = name.lastIndexOf(u'/');
    return {slash < 0 ? QString() : name.left(slash), name.mid(slash + 1)};
}

} // namespace plotleaf
