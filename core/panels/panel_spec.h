#pragma once

#include "core/markdown/markdown_document.h"
#include "core/panels/option_value.h"
#include "core/panels/panel_problem.h"
#include "core/panels/run_selection.h"

#include <memory>

namespace plotleaf {

class PanelKind;
class PanelKinds;

/// What a fence asks for. The keys that every panel has are members; those of its type are in
/// `values`, with the declared fallback where the fence does not name them.
struct PanelSpec
{
    /// Null only where the fence has problems. Shared: a query may outlive the list of kinds.
    std::shared_ptr<const PanelKind> kind;
    QString title;
    QString width = QStringLiteral("full");
    double refresh = 1; ///< seconds
    RunSelection runs;
    QHash<QString, OptionValue> values;

    /// The value of an option that the panel's kind declares with a fallback.
    template <typename T>
    const T &value(const QString &option) const
    {
        return std::get<T>(*values.constFind(option));
    }
    /// The names of an OptionKind::Names; none where the fence does not say.
    NamePatterns names(const QString &option) const
    {
        const auto *found = std::get_if<NamePatterns>(&*values.constFind(option));
        return found ? *found : NamePatterns{};
    }
};

/// A fence that was read: what it asks for, and what is wrong with it (nothing is drawn then).
struct ParsedPanel
{
    PanelSpec spec;
    QVector<PanelProblem> problems;
};

/// Reads a `panel` fence. Never fails: all that is wrong is in `problems`. Callable from any
/// thread.
ParsedPanel parsePanel(const MarkdownPanel &panel, const PanelKinds &kinds, const RunSets &runSets);

} // namespace plotleaf
