#pragma once

#include <QString>

// Where tests find their files. Functions instead of macros, so that only one file is compiled anew
// when the tree lies elsewhere and a compiler cache serves every checkout.
namespace plotleaf {

// The root of the source tree.
QString sourceDir();

// tests/data: fixtures and recorded answers.
QString testData();

// Where the programs of this build are.
QString binDir();

} // namespace plotleaf
