#pragma once

#include <QDialog>

namespace plotleaf {

class Theme;

/// Markdown on one page: what to write, and what it is for. Stays open beside the editor.
class CheatSheet : public QDialog
{
    Q_OBJECT

public:
    explicit CheatSheet(const Theme &theme, QWidget *parent = nullptr);
};

} // namespace plotleaf
