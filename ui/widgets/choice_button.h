#pragma once

#include <QToolButton>

namespace plotleaf {

class Theme;

/// A button with icon and text that opens a choice (it shows an arrow) or switches something.
/// Checked shows that the choice is in use. Spaced evenly, which QToolButton is not under a style
/// sheet.
class ChoiceButton : public QToolButton
{
    Q_OBJECT

public:
    ChoiceButton(Theme &theme,
                 const QString &objectName,
                 const QString &icon,
                 const QString &text,
                 QWidget *parent = nullptr);

    void setIconName(const QString &icon);
    void setArrowShown(bool shown);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    bool m_arrow = true;
};

} // namespace plotleaf
