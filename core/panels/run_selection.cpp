#include "core/panels/run_selection.h"

#include "core/panels/panel_yaml.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace plotleaf {

namespace {

constexpr int maxRunLimit = 1000;

struct SelectionText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::RunSelection)
};

bool looksLikeSource(const QString &text)
{
    return text.contains(QLatin1Char(':')) || text.contains(QLatin1Char('/')) ||
           text.startsWith(QLatin1Char('.')) || text.startsWith(QLatin1Char('~'));
}

/// Text of a scalar, or a problem.
std::optional<QString> scalarText(const YamlNode &node, const QString &key, PanelProblems &problems)
{
    if (node.isScalar() && !node.text.trimmed().isEmpty())
        return node.text.trimmed();
    problems.add(node.line, SelectionText::tr("“%1” needs a single value.").arg(key));
    return {};
}

/// A list of texts, or one text that stands for a list of one.
QStringList textList(const YamlNode &node, const QString &key, PanelProblems &problems)
{
    if (node.kind != YamlNode::Kind::List) {
        const auto single = scalarText(node, key, problems);
        return single ? QStringList{*single} : QStringList{};
    }
    QStringList texts;
    for (const YamlNode &item : node.items) {
        if (const auto text = scalarText(item, key, problems))
            texts << *text;
    }
    return texts;
}

void readSource(const YamlNode &node, RunSelection &selection, PanelProblems &problems)
{
    // `source: folders: runs` is what somebody writes who forgets that YAML reads it as a map.
    const bool isNested = node.kind == YamlNode::Kind::Map && node.entries.size() == 1 &&
                          node.entries.front().key.text.startsWith(QLatin1String("folder")) &&
                          node.entries.front().value.isScalar();
    if (isNested)
        selection.source = QStringLiteral("folder:") + node.entries.front().value.text;
    else if (const auto text = scalarText(node, QStringLiteral("source"), problems))
        selection.source = *text;
}

void readProject(const YamlNode &node, RunSelection &selection, PanelProblems &problems)
{
    if (const auto text = scalarText(node, QStringLiteral("project"), problems))
        selection.project = *text;
}

void readFilter(const YamlNode &node, RunSelection &selection, PanelProblems &problems)
{
    const auto text = scalarText(node, QStringLiteral("filter"), problems);
    if (!text)
        return;
    Result<RunFilter> filter = RunFilter::parse(*text);
    if (filter)
        selection.filter = *filter;
    else if (const auto mistake = RunFilter::mistakeIn(*text))
        problems.addMistake(node, node.text.indexOf(*text), *mistake, filter.error().message);
}

/// Of a list, each item is one key.
void addOrderMistakes(const YamlNode &node, PanelProblems &problems)
{
    if (node.kind == YamlNode::Kind::List) {
        for (const YamlNode &item : node.items)
            addOrderMistakes(item, problems);
        return;
    }
    if (const auto mistake = RunOrder::mistakeIn(node.text))
        problems.addMistake(node, 0, *mistake, mistake->message);
}

void readOrder(const YamlNode &node, RunSelection &selection, PanelProblems &problems)
{
    const QStringList keys = textList(node, QStringLiteral("order"), problems);
    if (keys.isEmpty())
        return;
    Result<RunOrder> order = RunOrder::parse(keys.join(QLatin1Char(',')));
    if (order)
        selection.order = *order;
    else
        addOrderMistakes(node, problems);
}

void readLimit(const YamlNode &node, RunSelection &selection, PanelProblems &problems)
{
    bool ok = false;
    const int limit = node.text.toInt(&ok);
    if (ok && limit >= 1 && limit <= maxRunLimit) {
        selection.limit = limit;
        selection.limitIsWritten = true;
    } else {
        problems.add(node.line,
                     SelectionText::tr("“limit” is a whole number from 1 to %1.").arg(maxRunLimit));
    }
}

void readIds(const YamlNode &node, RunSelection &selection, PanelProblems &problems)
{
    selection.ids = textList(node, QStringLiteral("ids"), problems);
}

struct SelectionKey
{
    const char *name;
    void (*read)(const YamlNode &, RunSelection &, PanelProblems &);
};

constexpr std::array selectionKeys{
    SelectionKey{"source", readSource}, SelectionKey{"project", readProject},
    SelectionKey{"filter", readFilter}, SelectionKey{"order", readOrder},
    SelectionKey{"limit", readLimit},   SelectionKey{"ids", readIds}};

RunSelection readSelectionMap(const YamlNode &node, PanelProblems &problems)
{
    RunSelection selection;
    for (const auto &[key, value] : node.entries) {
        const auto known =
            std::ranges::find_if(selectionKeys, [&name = key.text](const SelectionKey &k) {
                return name == QLatin1String(k.name);
            });
        if (known != selectionKeys.end())
            known->read(value, selection, problems);
        else
            problems.addUnknown(key.line,
                                SelectionText::tr("“%1” is not a key of runs.").arg(key.text),
                                key.text, runSelectionKeys());
    }
    if (selection.source.isEmpty() && problems.isEmpty())
        problems.add(node.line,
                     SelectionText::tr("Say where the runs are, for example: source: folder:runs"));
    return selection;
}

RunSelection
readRunSet(const QString &name, const YamlNode &at, const RunSets &runSets, PanelProblems &problems)
{
    const auto set = runSets.constFind(name);
    if (set == runSets.constEnd()) {
        const QString message =
            SelectionText::tr("This report has no run set “%1”. (A folder is written folder:%1.)")
                .arg(name);
        if (runSets.isEmpty())
            problems.add(at.line, message);
        else
            problems.addUnknown(at.line, message, name,
                                QStringList(runSets.keyBegin(), runSets.keyEnd()));
        return {};
    }
    PanelProblems inside(set->fenceLine,
                         SelectionText::tr("In the run set “%1”:").arg(name) + QLatin1Char(' '),
                         set->source);
    const YamlDocument document = parseYaml(set->source);
    RunSelection selection;
    if (document.problem)
        inside.add(document.problem->line, document.problem->message);
    else
        selection = readSelectionMap(document.root, inside);
    problems.append(inside);
    return selection;
}

bool isInProject(const Run &run, const QString &project)
{
    const QString id = run.id.toString();
    return project.isEmpty() || id == project || id.startsWith(project + QLatin1Char('/'));
}

/// People give the name where the id is long; -1: neither is in the list.
qsizetype placeInIds(const Run &run, const QStringList &ids)
{
    const qsizetype byId = ids.indexOf(run.id.toString());
    return byId >= 0 ? byId : ids.indexOf(run.name);
}

} // namespace

QStringList runSelectionKeys()
{
    QStringList names;
    for (const SelectionKey &key : selectionKeys)
        names << QLatin1String(key.name);
    return names;
}

RunSelection readRunSelection(const YamlNode &node, const RunSets &runSets, PanelProblems &problems)
{
    if (node.kind == YamlNode::Kind::Map) {
        PanelProblems inside = problems.nested();
        RunSelection selection = readSelectionMap(node, inside);
        problems.append(inside);
        return selection;
    }
    if (!node.isScalar() || node.text.isEmpty()) {
        problems.add(node.line, SelectionText::tr(
                                    "“runs” needs a folder (folder:runs), the name of a run set, "
                                    "or keys such as source and filter."));
        return {};
    }
    if (!looksLikeSource(node.text))
        return readRunSet(node.text, node, runSets, problems);
    RunSelection selection;
    selection.source =
        node.text.contains(QLatin1Char(':')) ? node.text : QStringLiteral("folder:") + node.text;
    return selection;
}

SelectedRuns selectRuns(const RunSelection &selection,
                        const QVector<Run> &all,
                        const RunOrder::Lookup &lookup,
                        const QDateTime &now)
{
    SelectedRuns selected;
    selected.missingIds = selection.ids;
    for (const Run &run : all) {
        const qsizetype place = placeInIds(run, selection.ids);
        if (place < 0 && !selection.ids.isEmpty())
            continue;
        selected.missingIds.removeAll(run.id.toString());
        selected.missingIds.removeAll(run.name);
        const auto ofRun = [&](const QString &metric) { return lookup(run, metric); };
        if (isInProject(run, selection.project) && selection.filter.matches(run, ofRun, now))
            selected.runs << run;
    }
    selected.matching = int(selected.runs.size());
    if (!selection.ids.isEmpty())
        std::ranges::stable_sort(selected.runs, {},
                                 [&](const Run &run) { return placeInIds(run, selection.ids); });
    selection.order.sort(selected.runs, lookup);
    selected.runs.resize(std::min<qsizetype>(selected.runs.size(), selection.limit));
    return selected;
}

} // namespace plotleaf
