#pragma once

#include <QString>

#include <optional>

namespace plotleaf {

/// The person at the terminal. Questions go to the terminal itself, not through standard input and
/// output: those may be a pasted configuration and a JSON file. All of it blocks.
class Terminal
{
public:
    /// Whether there is somebody to ask: standard error is a terminal.
    static bool canAsk();

    /// What was typed, without its line end; nothing when the person gave up (Ctrl-C, Ctrl-D) or
    /// there is nobody.
    static std::optional<QString> ask(const QString &question);
    /// The same, and nothing that is typed can be seen.
    static std::optional<QString> askSecret(const QString &question);
    /// Yes or no; no is what Enter alone means.
    static bool confirm(const QString &question);

    /// Takes the place of the line under the cursor, for progress; nothing where standard error is
    /// no terminal. An empty text clears the line.
    static void showProgress(const QString &text);
};

} // namespace plotleaf
