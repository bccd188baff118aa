#include "ui/report/panel_text.h"

#include <QDir>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

/// A YAML scalar: quoted when a plain one could be read as something else.
QString yamlScalar(const QString &text)
{
    bool plain = !text.isEmpty() && (text.front().isLetter() || text.front() == u'/');
    for (const QChar c : text)
        plain = plain && (c.isLetterOrNumber() || u"/_-. "_s.contains(c));
    if (plain && text.trimmed() == text)
        return text;
    QString escaped = text;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'\n', u"\\n"_s);
    return u'"' + escaped + u'"';
}

QString yamlList(const QStringList &names)
{
    if (names.size() == 1)
        return yamlScalar(names.first());
    QStringList items;
    for (const QString &name : names)
        items.append(yamlScalar(name));
    return u'[' + items.join(u", "_s) + u']';
}

QString sourceFor(const QString &folder, const QString &baseFolder)
{
    const QString relative = QDir(baseFolder).relativeFilePath(folder);
    const bool isBelow =
        !baseFolder.isEmpty() && QDir::isRelativePath(relative) && !relative.startsWith(u".."_s);
    const QString source = u"folder:"_s + (isBelow ? relative : folder);
    return source.contains(u' ') || source.contains(u'#') ? yamlScalar(source) : source;
}

QString namesKey(const QString &type)
{
    if (type == u"table"_s)
        return u"columns"_s;
    return type == u"media"_s || type == u"figure"_s ? u"key"_s : u"y"_s;
}

} // namespace

QString panelFence(const PanelChoice &choice, const QString &baseFolder)
{
    QString text = u"```panel\ntype: "_s + choice.type + u'\n';
    if (!choice.title.isEmpty())
        text += u"title: "_s + yamlScalar(choice.title) + u'\n';
    text += u"runs:\n  source: "_s + sourceFor(choice.folder, baseFolder) + u'\n';
    QStringList names = choice.names;
    if (choice.type == u"table"_s) {
        for (QString &name : names)
            name = u"metrics."_s + name + u".last"_s;
    }
    if (!names.isEmpty())
        text += namesKey(choice.type) + u": "_s + yamlList(names) + u'\n';
    return text + u"```"_s;
}

} // namespace plotleaf
