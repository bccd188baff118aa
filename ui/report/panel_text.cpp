#include "ui/report/panel_text.h"

#include "core/panels/panel_yaml.h"
#include "core/panels/yaml_text.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <optional>
#include <vector>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

struct PanelText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::PanelText)
};

const QString folderScheme = u"folder:"_s;

QString sourceFor(const QString &folder, const QString &baseFolder)
{
    const QString relative = QDir(baseFolder).relativeFilePath(folder);
    const bool isBelow =
        !baseFolder.isEmpty() && QDir::isRelativePath(relative) && !relative.startsWith(u".."_s);
    const QString source = folderScheme + (isBelow ? relative : folder);
    return source.contains(u' ') || source.contains(u'#') ? yamlText(source) : source;
}

QString namesKey(const QString &type)
{
    return type == u"media"_s || type == u"figure"_s ? u"key"_s : u"y"_s;
}

QString keyLine(const QString &key, const QString &value)
{
    return key + u": "_s + value;
}

const YamlEntry *findEntry(const YamlNode &map, const QString &key)
{
    const auto found = std::find_if(map.entries.begin(), map.entries.end(),
                                    [&](const YamlEntry &entry) { return entry.key.text == key; });
    return found == map.entries.end() ? nullptr : &*found;
}

QString scalarOf(const YamlNode &map, const QString &key)
{
    const YamlEntry *entry = findEntry(map, key);
    return entry && entry->value.isScalar() ? entry->value.text : QString();
}

QStringList namesOf(const YamlNode &map, const QString &key)
{
    QStringList names;
    if (const YamlEntry *entry = findEntry(map, key)) {
        if (entry->value.isScalar())
            names.append(entry->value.text);
        for (const YamlNode &item : entry->value.items)
            names.append(item.text);
    }
    return names;
}

/// The entry whose value is the source of the runs, when it stands on a line of its own.
const YamlEntry *sourceEntry(const YamlNode &root)
{
    const YamlEntry *runs = findEntry(root, u"runs"_s);
    if (!runs || runs->value.kind != YamlNode::Kind::Map)
        return runs && runs->value.isScalar() ? runs : nullptr;
    const YamlEntry *source = findEntry(runs->value, u"source"_s);
    return source && source->key.line > runs->key.line ? source : nullptr;
}

/// What the runs come from, wherever it stands.
QString sourceName(const YamlNode &root)
{
    const YamlEntry *runs = findEntry(root, u"runs"_s);
    if (!runs)
        return {};
    const QString name =
        runs->value.isScalar() ? runs->value.text : scalarOf(runs->value, u"source"_s);
    return name.isEmpty() ? PanelText::tr("as the text says") : name;
}

/// Each key on a line of its own, so that one can be changed without the others.
bool isWrittenInLines(const YamlNode &root)
{
    int last = -1;
    for (const YamlEntry &entry : root.entries) {
        if (entry.key.line <= last)
            return false;
        last = entry.key.line;
    }
    return true;
}

/// A fence's lines, and what is known about them from before they were changed.
class FenceLines
{
public:
    explicit FenceLines(const QString &yaml) : m_root(parseYaml(yaml).root)
    {
        for (const QString &line : yaml.split(u'\n'))
            m_lines.push_back(line);
    }

    /// Empty: the key goes.
    void setKey(const QString &key, const QString &value)
    {
        const YamlEntry *entry = findEntry(m_root, key);
        if (!entry && !value.isEmpty())
            m_added.append(keyLine(key, value));
        else if (entry)
            replace(entry->key.line, endOf(*entry),
                    value.isEmpty() ? std::nullopt : std::optional(keyLine(key, value)));
    }
    void setSource(const QString &source)
    {
        const YamlEntry *entry = sourceEntry(m_root);
        if (!entry) {
            setKey(u"runs"_s, source);
            return;
        }
        const int line = entry->key.line;
        const QString old = lineAt(line);
        const auto indent =
            std::find_if_not(old.begin(), old.end(), [](QChar c) { return c == u' '; });
        replace(line, line + 1,
                QString(indent - old.begin(), u' ') + keyLine(entry->key.text, source));
    }
    QString text() const
    {
        QStringList kept;
        for (const std::optional<QString> &line : m_lines) {
            if (line)
                kept.append(*line);
        }
        // In front of the empty end that the fence's last line feed makes.
        const bool endsWithFeed = !kept.isEmpty() && kept.last().isEmpty();
        if (endsWithFeed)
            kept.removeLast();
        kept += m_added;
        return kept.join(u'\n') + (endsWithFeed ? u"\n"_s : QString());
    }

private:
    /// Behind the last line of the entry's value; comments in front of the next key are that one's.
    int endOf(const YamlEntry &entry) const
    {
        int end = int(m_lines.size());
        for (const YamlEntry &other : m_root.entries) {
            if (other.key.line > entry.key.line)
                end = std::min(end, other.key.line);
        }
        while (end > entry.key.line + 1) {
            const QString last = lineAt(end - 1).trimmed();
            if (!last.isEmpty() && !last.startsWith(u'#'))
                break;
            --end;
        }
        return end;
    }
    QString lineAt(int line) const { return m_lines.at(size_t(line)).value_or(QString()); }
    void replace(int from, int to, const std::optional<QString> &line)
    {
        m_lines.at(size_t(from)) = line;
        for (int at = from + 1; at < to; ++at)
            m_lines.at(size_t(at)).reset();
    }

    std::vector<std::optional<QString>> m_lines; ///< nothing: gone; so numbers of lines stay true
    QStringList m_added;
    YamlNode m_root;
};

} // namespace

QString panelFence(const PanelChoice &choice, const QString &baseFolder)
{
    QStringList lines{u"```panel"_s, keyLine(u"type"_s, choice.type)};
    if (!choice.title.isEmpty())
        lines.append(keyLine(u"title"_s, yamlText(choice.title)));
    lines.append(keyLine(u"runs"_s, sourceFor(choice.folder, baseFolder)));
    if (!choice.names.isEmpty())
        lines.append(keyLine(namesKey(choice.type), yamlTexts(choice.names)));
    lines.append(u"```"_s);
    return lines.join(u'\n');
}

Result<PanelChoice> readPanelChoice(const QString &yaml, const QString &baseFolder)
{
    const YamlDocument document = parseYaml(yaml);
    if (document.problem) {
        return Error{ErrorCode::InvalidInput,
                     PanelText::tr("The panel's text cannot be read: %1 (line %2)")
                         .arg(document.problem->message)
                         .arg(document.problem->line + 1),
                     {}};
    }
    if (!isWrittenInLines(document.root)) {
        return Error{ErrorCode::InvalidInput,
                     PanelText::tr("This panel is written in one line; change it in the text."),
                     {}};
    }
    const YamlNode &root = document.root;
    PanelChoice choice;
    choice.type = scalarOf(root, u"type"_s);
    choice.title = scalarOf(root, u"title"_s);
    choice.names = namesOf(root, namesKey(choice.type));
    const QString source = sourceName(root);
    if (source.startsWith(folderScheme) && sourceEntry(root))
        choice.folder =
            QDir::cleanPath(QDir(baseFolder).absoluteFilePath(source.mid(folderScheme.size())));
    else
        choice.otherSource = source;
    return choice;
}

QString changedPanel(const QString &yaml,
                     const PanelChoice &before,
                     const PanelChoice &after,
                     const QString &baseFolder)
{
    FenceLines lines(yaml);
    if (after.type != before.type)
        lines.setKey(u"type"_s, after.type);
    if (after.title != before.title)
        lines.setKey(u"title"_s, after.title.isEmpty() ? QString() : yamlText(after.title));
    if (after.otherSource.isEmpty() && after.folder != before.folder)
        lines.setSource(sourceFor(after.folder, baseFolder));
    const QString oldKey = namesKey(before.type);
    const QString newKey = namesKey(after.type);
    if (oldKey != newKey)
        lines.setKey(oldKey, {});
    if (oldKey != newKey || after.names != before.names)
        lines.setKey(newKey, after.names.isEmpty() ? QString() : yamlTexts(after.names));
    return lines.text();
}

} // namespace plotleaf
