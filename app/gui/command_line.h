#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace plotleaf {

/// What the program was started with.
class CommandLine
{
public:
    /// Reads the arguments and answers --help, --version and mistakes without a display. A value:
    /// exit with it. Also says plainly when there is no display to open a window on, where Qt would
    /// abort.
    std::optional<int> parseBeforeDisplay(int argc, char *argv[]);

    /// Absolute path of the folder with the library.
    const QString &workspace() const { return m_workspace; }
    /// What to open: absolute paths of Markdown files, links to reports.
    const QStringList &files() const { return m_files; }

private:
    QString m_workspace;
    QStringList m_files;
};

} // namespace plotleaf
