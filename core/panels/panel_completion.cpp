#include "core/panels/panel_completion.h"

#include "core/panels/run_selection.h"
#include "core/panels/yaml_text.h"
#include "core/runs/natural_sort.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

using Candidates = QVector<PanelCompletion::Candidate>;

struct CompletionText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::PanelCompletion)
};

int indentOf(const QString &line)
{
    const auto text = std::ranges::find_if(line, [](QChar c) { return c != u' '; });
    return int(text - line.begin());
}

/// The key that a line begins with; empty: none.
QString keyOf(const QString &line)
{
    static const QRegularExpression key(u"^ *(?:- +)?([\\w.-]+) *:(?: |$)"_s);
    return key.match(line).captured(1);
}

bool isBlank(const QString &line)
{
    return line.trimmed().isEmpty() || line.trimmed().startsWith(u'#');
}

/// Where in the fence's YAML somebody writes.
struct Context
{
    QString parent; ///< the key whose value the lines are indented below; empty: the fence's
    QString key;    ///< whose value is written; empty: a key is
    bool isNowhere = false; ///< indented or a list's item, and below no key
    QStringList written;    ///< keys that stand beside it already
    QString type;           ///< of the panel; empty: it says none
    QString before;         ///< what stands before the place in the value or key
    int start = 0;          ///< column of `before`
};

class ContextReader
{
public:
    /// Precondition: the place's line is among its lines.
    explicit ContextReader(const FencePlace &place)
        : m_place(place), m_line(place.lines[place.line].left(place.column))
    {
    }

    Context read() const
    {
        Context context;
        context.type = typeOfPanel();
        const int indent = indentOf(m_line);
        if (indent > 0)
            context.parent = parentAbove(indent);
        const bool isItem = m_line.trimmed().startsWith(u"- "_s) || m_line.trimmed() == u"-"_s;
        const QString key = keyOf(m_line);
        context.isNowhere = context.parent.isEmpty() && (indent > 0 || (isItem && key.isEmpty()));
        if (!key.isEmpty() || isItem) {
            context.key = key.isEmpty() ? std::exchange(context.parent, QString()) : key;
            context.start = valueStart(isItem && key.isEmpty());
        } else {
            context.start = indent;
            context.written = keysBeside(indent);
        }
        context.before = m_line.mid(context.start);
        return context;
    }

private:
    QString typeOfPanel() const
    {
        for (const QString &line : m_place.lines) {
            if (line.startsWith(u"type:"_s))
                return line.mid(5).section(u'#', 0, 0).trimmed();
        }
        return {};
    }

    QString parentAbove(int indent) const
    {
        for (int i = m_place.line - 1; i >= 0; --i) {
            const QString &line = m_place.lines[i];
            if (!isBlank(line) && indentOf(line) < indent)
                return keyOf(line);
        }
        return {};
    }

    /// Of the same map: up and down to the first line that is less indented.
    QStringList keysBeside(int indent) const
    {
        QStringList keys;
        const auto look = [&](int i) {
            const QString &line = m_place.lines[i];
            if (isBlank(line) || indentOf(line) > indent)
                return true;
            if (indentOf(line) == indent)
                keys << keyOf(line);
            return indentOf(line) == indent;
        };
        for (int i = m_place.line - 1; i >= 0 && look(i); --i) {
        }
        for (int i = m_place.line + 1; i < m_place.lines.size() && look(i); ++i) {
        }
        return keys;
    }

    /// Behind the colon or the dash, and behind the last comma of a list.
    int valueStart(bool isItem) const
    {
        qsizetype start = isItem ? m_line.indexOf(u'-') + 1 : m_line.indexOf(u':') + 1;
        const qsizetype bracket = m_line.lastIndexOf(u'[');
        const qsizetype comma = m_line.lastIndexOf(u',');
        start = std::max({start, bracket + 1, comma + 1});
        while (start < m_line.size() && m_line[start] == u' ')
            ++start;
        return int(start);
    }

    const FencePlace &m_place;
    const QString m_line;
};

/// Where the name is needed, too: "x" of a line panel.
QStringList namesFor(const QString &type, const QString &key, const PanelNames &names)
{
    if (key == "config"_L1)
        return names.config;
    if (type == "media"_L1)
        return names.media;
    return type == "figure"_L1 ? names.histograms : names.metrics;
}

Candidates plain(const QStringList &texts, const QString &detail = {})
{
    Candidates candidates;
    for (const QString &text : texts)
        candidates.append({text, detail});
    return candidates;
}

Candidates quoted(const QStringList &texts, const QString &detail = {})
{
    Candidates candidates;
    for (const QString &text : texts)
        candidates.append({yamlText(text), detail});
    return candidates;
}

QStringList configFields(const PanelNames &names)
{
    QStringList fields;
    for (const QString &name : names.config)
        fields << u"config."_s + (name.contains(u' ') ? u'"' + name + u'"' : name);
    return fields;
}

Candidates smoothings()
{
    return {{u"ema:0.6"_s, CompletionText::tr("exponential moving average, as TensorBoard")},
            {u"twema:0.6"_s, CompletionText::tr("the same by time")},
            {u"gaussian:10"_s, CompletionText::tr("Gaussian of this width in x")},
            {u"average:10"_s, CompletionText::tr("mean of so many points")},
            {u"none"_s, {}}};
}

Candidates valuesOf(const PanelOption &option, const QString &type, const PanelNames &names)
{
    switch (option.kind) {
    case OptionKind::Choice:
    case OptionKind::Choices:
        return plain(option.choices);
    case OptionKind::Flag:
        return plain({u"true"_s, u"false"_s});
    case OptionKind::Names:
        return quoted(namesFor(type, option.name, names));
    case OptionKind::XAxis:
        return plain({u"step"_s, u"relative"_s, u"wall"_s}) +
               quoted(names.metrics, CompletionText::tr("metric"));
    case OptionKind::Step:
        return plain({u"last"_s, u"all"_s});
    case OptionKind::Smoothing:
        return smoothings();
    case OptionKind::Scale:
        return plain({u"linear"_s, u"log"_s});
    case OptionKind::Duration:
        return plain({u"1s"_s, u"10s"_s, u"1m"_s, u"1h"_s});
    case OptionKind::Group:
        return plain({u"name"_s, u"state"_s, u"tags"_s}) +
               quoted(configFields(names), CompletionText::tr("parameter"));
    case OptionKind::Runs:
        return quoted(names.runSets, CompletionText::tr("run set")) + plain(names.sources);
    case OptionKind::Text:
    case OptionKind::Whole:
    case OptionKind::Range:
    case OptionKind::Colors:
    case OptionKind::Labels:
        break;
    }
    return {};
}

bool takesNames(const PanelOption &option)
{
    using enum OptionKind;
    return option.kind == Names || option.kind == XAxis || option.kind == Group;
}

/// Of the map that `runs` may be, and of a runset fence.
Candidates runValues(const QString &key, const PanelNames &names)
{
    if (key == "source"_L1)
        return plain(names.sources);
    if (key != "order"_L1)
        return {};
    QStringList fields{u"name"_s, u"-created"_s, u"-updated"_s, u"state"_s};
    for (const QString &metric : names.metrics)
        fields << u"-metrics."_s + metric + u".max"_s;
    return plain(fields) + plain(configFields(names));
}

/// Of the maps that options may be.
QStringList partKeys(OptionKind kind)
{
    switch (kind) {
    case OptionKind::Smoothing:
        return {u"type"_s, u"weight"_s, u"original"_s};
    case OptionKind::Scale:
    case OptionKind::Range:
        return {u"x"_s, u"y"_s};
    case OptionKind::Runs:
        return runSelectionKeys();
    default:
        return {};
    }
}

Candidates keysOf(const QStringList &names, const QStringList &written)
{
    Candidates keys;
    for (const QString &name : names) {
        if (!written.contains(name))
            keys.append({name + u": "_s, {}});
    }
    return keys;
}

class Completer
{
public:
    Completer(const Context &context, const PanelKinds &kinds, const PanelNames &names)
        : m_context(context), m_names(names)
    {
        const auto kind = kinds.find(context.type);
        m_options = kind ? kinds.optionsOf(*kind) : commonPanelOptions(kinds.names());
    }

    Candidates ofRunSet()
    {
        if (m_context.key.isEmpty())
            return keysOf(runSelectionKeys(), m_context.written);
        m_wantsNames = m_context.key == "order"_L1;
        return runValues(m_context.key, m_names);
    }

    Candidates ofPanel()
    {
        const PanelOption *parent = option(m_context.parent);
        if (parent && parent->kind == OptionKind::Runs)
            return ofRunSet();
        if (!m_context.parent.isEmpty())
            return parent ? ofPart(*parent) : Candidates();
        if (m_context.key.isEmpty())
            return keys();
        const PanelOption *written = option(m_context.key);
        if (!written)
            return {};
        m_wantsNames = takesNames(*written);
        return valuesOf(*written, m_context.type, m_names);
    }

    bool wantsNames() const { return m_wantsNames; }

private:
    const PanelOption *option(const QString &name) const
    {
        const auto found = std::ranges::find(m_options, name, &PanelOption::name);
        return found == m_options.end() ? nullptr : &*found;
    }

    Candidates keys() const
    {
        Candidates keys;
        for (const PanelOption &each : m_options) {
            if (!m_context.written.contains(each.name))
                keys.append({each.name + u": "_s, each.help});
        }
        return keys;
    }

    Candidates ofPart(const PanelOption &parent) const
    {
        if (m_context.key.isEmpty())
            return keysOf(partKeys(parent.kind), m_context.written);
        if (parent.kind == OptionKind::Scale)
            return plain({u"linear"_s, u"log"_s});
        if (parent.kind != OptionKind::Smoothing)
            return {};
        if (m_context.key == "type"_L1)
            return plain({u"ema"_s, u"twema"_s, u"gaussian"_s, u"average"_s, u"none"_s});
        return m_context.key == "original"_L1 ? plain({u"true"_s, u"false"_s}) : Candidates();
    }

    const Context &m_context;
    const PanelNames &m_names;
    PanelOptions m_options;
    bool m_wantsNames = false;
};

/// What begins so comes before what only contains it. What stands there whole already is no help.
Candidates fitting(const Candidates &all, const QString &before)
{
    QString part = before;
    if (part.startsWith(u'"'))
        part.remove(0, 1);
    Candidates beginning;
    Candidates containing;
    for (const PanelCompletion::Candidate &candidate : all) {
        QString name = candidate.text;
        if (name.startsWith(u'"'))
            name.remove(0, 1);
        if (candidate.text == before)
            return {};
        if (name.startsWith(part, Qt::CaseInsensitive))
            beginning << candidate;
        else if (name.contains(part, Qt::CaseInsensitive))
            containing << candidate;
    }
    return beginning + containing;
}

/// A filter has commas and brackets of its own.
PanelCompletion ofFilter(const FencePlace &place, const FilterNames &names)
{
    const QString line = place.lines[place.line].left(place.column);
    qsizetype start = line.indexOf(u':') + 1;
    while (start < line.size() && line[start] == u' ')
        ++start;
    if (start < line.size() && (line[start] == u'"' || line[start] == u'\''))
        ++start; // YAML's
    const QString filter = line.mid(start);
    const FilterCompletion found = completeFilter(filter, int(filter.size()), names);
    Candidates candidates;
    for (const FilterCompletion::Candidate &candidate : found.candidates)
        candidates.append({candidate.text, {}});
    return {int(start) + found.start, candidates, true};
}

} // namespace

PanelNames PanelNames::of(const QVector<Run> &runs)
{
    PanelNames names;
    for (const Run &run : runs) {
        names.metrics += run.metrics;
        names.media += run.media;
        names.histograms += run.histograms;
        names.config += run.config.keys();
    }
    for (QStringList *list : {&names.metrics, &names.media, &names.histograms, &names.config}) {
        list->removeDuplicates();
        naturalSort(*list);
    }
    names.filter = FilterNames::of(runs);
    return names;
}

PanelCompletion
completePanel(const FencePlace &place, const PanelKinds &kinds, const PanelNames &names)
{
    FencePlace there = place;
    if (there.lines.isEmpty())
        there.lines << QString();
    there.line = std::clamp(there.line, 0, int(there.lines.size()) - 1);
    const Context context = ContextReader(there).read();
    if (context.isNowhere)
        return {};
    Completer completer(context, kinds, names);
    const bool isRunSet = place.info.section(u' ', 0, 0) == "runset"_L1;
    if (context.key == "filter"_L1 && (isRunSet || context.parent == "runs"_L1))
        return ofFilter(there, names.filter);
    const Candidates all = isRunSet ? completer.ofRunSet() : completer.ofPanel();
    return {context.start, fitting(all, context.before), completer.wantsNames()};
}

} // namespace plotleaf
