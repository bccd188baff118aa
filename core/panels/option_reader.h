#pragma once

#include "core/panels/option_value.h"
#include "core/panels/panel_option.h"
#include "core/panels/panel_problem.h"

namespace plotleaf {

struct YamlNode;

/// Reads the value of a key as its kind asks. What is wrong goes to `problems`; the value is
/// nothing then. OptionKind::Runs is not read here but by readRunSelection().
std::optional<OptionValue>
readOption(const PanelOption &option, const YamlNode &node, PanelProblems &problems);

} // namespace plotleaf
