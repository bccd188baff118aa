#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace plotleaf {

class Theme;

/// Stands where a list would stand when there is nothing in it: says why and what to do.
class MessagePanel : public QWidget
{
    Q_OBJECT

public:
    MessagePanel(Theme &theme, QWidget *parent = nullptr);

    void setMessage(const QString &icon, const QString &title, const QString &text);
    void clearButtons();
    QPushButton *addButton(const QString &objectName, const QString &text, bool primary = false);

private:
    void drawIcon();

    Theme &m_theme;
    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
};

} // namespace plotleaf
