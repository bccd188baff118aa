#pragma once

#include "ui/editor/passage.h"

#include <QUrl>

#include <optional>

namespace plotleaf {

/// The address that a text is, when it is one and nothing else (http, https, mailto).
std::optional<QUrl> addressIn(const QString &text);

/// What pasting `text` over the selection makes: a link when the text is an address and words are
/// selected; nothing where it is pasted as it is.
std::optional<Passage> pasteAsLink(const Passage &passage, const QString &text);

} // namespace plotleaf
