#include "core/panels/panel_spec.h"

#include "core/panels/option_reader.h"
#include "core/panels/panel_kinds.h"
#include "core/panels/panel_yaml.h"

#include <QCoreApplication>

#include <algorithm>

namespace plotleaf {

namespace {

struct SpecText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::PanelSpec)
};

/// The value written for a key, or null. A key without a value ("title:") counts as not written.
const YamlNode *valueOf(const YamlNode &root, const QString &key)
{
    for (const auto &[name, value] : root.entries) {
        if (name.text == key && value.kind != YamlNode::Kind::Null)
            return &value;
    }
    return nullptr;
}

/// Reads one fence; what is common to its steps.
class SpecReader
{
public:
    SpecReader(const YamlNode &root,
               const PanelKinds &kinds,
               const RunSets &runSets,
               PanelProblems &problems)
        : m_root(root), m_kinds(kinds), m_runSets(runSets), m_problems(problems)
    {
    }

    PanelSpec read()
    {
        PanelSpec spec;
        spec.kind = kind();
        const PanelOptions options =
            spec.kind ? m_kinds.optionsOf(*spec.kind) : commonPanelOptions(m_kinds.names());
        // Without a type nobody can say which further keys are right.
        if (spec.kind)
            checkKeys(*spec.kind, options);
        for (const PanelOption &option : options) {
            if (option.kind == OptionKind::Runs)
                spec.runs = runs(option);
            else if (option.name != QLatin1String("type"))
                spec.values.insert(option.name, optionValue(option));
        }
        takeCommon(spec);
        if (spec.kind && !spec.runs.limitIsWritten)
            spec.runs.limit = spec.kind->usualRuns(spec);
        return spec;
    }

private:
    std::shared_ptr<const PanelKind> kind()
    {
        const YamlNode *written = valueOf(m_root, QStringLiteral("type"));
        if (!written) {
            m_problems.add(
                m_root.line,
                SpecText::tr("Say what the panel shows, for example “type: line”. Types: %1.")
                    .arg(m_kinds.names().join(QStringLiteral(", "))));
            return nullptr;
        }
        std::shared_ptr<const PanelKind> found = m_kinds.find(written->text);
        if (!found) {
            m_problems.addUnknown(
                written->line, SpecText::tr("There is no panel of type “%1”.").arg(written->text),
                written->text, m_kinds.names());
        }
        return found;
    }

    void checkKeys(const PanelKind &kind, const PanelOptions &options)
    {
        QStringList known;
        for (const PanelOption &option : options)
            known << option.name;
        for (const auto &[key, value] : m_root.entries) {
            if (!known.contains(key.text)) {
                m_problems.addUnknown(
                    key.line,
                    SpecText::tr("“%1” is not a key of a %2 panel.").arg(key.text, kind.name()),
                    key.text, known);
            }
        }
    }

    RunSelection runs(const PanelOption &option)
    {
        if (const YamlNode *written = valueOf(m_root, option.name))
            return readRunSelection(*written, m_runSets, m_problems);
        m_problems.add(m_root.line,
                       SpecText::tr("Say which runs, for example “runs: folder:runs”."));
        return {};
    }

    OptionValue optionValue(const PanelOption &option)
    {
        if (const YamlNode *written = valueOf(m_root, option.name)) {
            if (auto value = readOption(option, *written, m_problems))
                return *std::move(value);
        }
        if (option.fallback.isEmpty())
            return {};
        // Fallbacks are declared in the language of the fence, and so read by the same code.
        PanelProblems none(0);
        return readOption(option, parseYaml(option.fallback).root, none).value_or(OptionValue());
    }

    static void takeCommon(PanelSpec &spec)
    {
        spec.title = spec.value<QString>(QStringLiteral("title"));
        spec.width = spec.value<QString>(QStringLiteral("width"));
        spec.refresh = spec.value<double>(QStringLiteral("refresh"));
    }

    const YamlNode &m_root;
    const PanelKinds &m_kinds;
    const RunSets &m_runSets;
    PanelProblems &m_problems;
};

} // namespace

ParsedPanel parsePanel(const MarkdownPanel &panel, const PanelKinds &kinds, const RunSets &runSets)
{
    PanelProblems problems(panel.firstLine, {}, panel.source);
    const YamlDocument document = parseYaml(panel.source);
    if (document.problem) {
        problems.add(document.problem->line, document.problem->message);
        return {{}, problems.list()};
    }
    const YamlNode::Kind kind = document.root.kind;
    if (kind != YamlNode::Kind::Map && kind != YamlNode::Kind::Null) {
        problems.add(document.root.line, SpecText::tr("A panel is a list of “key: value” lines."));
        return {{}, problems.list()};
    }
    ParsedPanel parsed{SpecReader(document.root, kinds, runSets, problems).read(), problems.list()};
    std::ranges::stable_sort(parsed.problems, {}, &PanelProblem::line);
    return parsed;
}

} // namespace plotleaf
