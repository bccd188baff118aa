#pragma once

#include "core/base/result.h"

namespace plotleaf {

/// Makes the files of `plotleaf.rcc` readable below `:/` (the page below `:/web`). The file is
/// looked for where a build (`../share`) and an installation (`../share/plotleaf`) keep it,
/// relative to the program. May be called often; needs an application object. Errors: NotFound.
Result<void> openResourceFile();

} // namespace plotleaf
