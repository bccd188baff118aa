#pragma once

#include "core/panels/option_value.h"
#include "core/panels/panel_option.h"
#include "core/panels/panel_problem.h"

namespace plotleaf {

struct YamlNode;

// The readers of the options that are maps with keys of their own. See readOption().

std::optional<OptionValue>
readSmoothing(const PanelOption &option, const YamlNode &node, PanelProblems &problems);
std::optional<OptionValue>
readScale(const PanelOption &option, const YamlNode &node, PanelProblems &problems);
std::optional<OptionValue>
readRange(const PanelOption &option, const YamlNode &node, PanelProblems &problems);

} // namespace plotleaf
