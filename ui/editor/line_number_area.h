#pragma once

#include <QWidget>

namespace plotleaf {

class SourceEditor;
class Theme;

/// The numbers left of the source. Belongs to the editor, which places and scrolls it.
class LineNumberArea : public QWidget
{
    Q_OBJECT

public:
    LineNumberArea(SourceEditor &editor, const Theme &theme);

    /// Room for the numbers of a text of so many lines.
    int widthFor(int lines) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    SourceEditor &m_editor;
    const Theme &m_theme;
};

} // namespace plotleaf
