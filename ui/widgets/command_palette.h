#pragma once

#include <QDialog>

class QAction;
class QLineEdit;
class QListWidget;
class QMenuBar;

namespace plotleaf {

class Theme;

/// An action and where it is found in the menus: "Report › Rename".
struct PaletteCommand
{
    QAction *action = nullptr;
    QString path;
};

/// Every action that the menus hold, in their order. Separators and submenus themselves are left
/// out.
QList<PaletteCommand> paletteCommands(const QMenuBar &menuBar);

/// How well `query` fits `text`: the letters of each word of the query must occur in order; starts
/// of words count more. -1: not at all.
int paletteScore(const QString &query, const QString &text);

/// Finds every command of the window by typing a part of its name and runs it. Closes itself.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    CommandPalette(Theme &theme, QList<PaletteCommand> commands, QWidget *parent);

private:
    void fill(const QString &query);
    void runCurrent();

    Theme &m_theme;
    QList<PaletteCommand> m_commands;
    QLineEdit *m_search;
    QListWidget *m_list;
};

} // namespace plotleaf
