#pragma once

#include "ui/editor/code_language.h"
#include "ui/editor/syntax_token.h"

namespace plotleaf {

/// What a line of code leaves open for the next one.
enum class CodeState { Plain, BlockComment, TripleDouble, TripleSingle, Backtick, Count };

/// Colours one line of code and says what it leaves open. Appends to `spans` unless it is null
/// (only the state is wanted then); positions are moved by `offset`.
CodeState lexCode(QStringView line,
                  const CodeLanguage &language,
                  CodeState state,
                  int offset,
                  SyntaxSpans *spans);

} // namespace plotleaf
