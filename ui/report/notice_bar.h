#pragma once

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace plotleaf {

class Theme;

/// A bar above the text that says something about this report that stays true for a while (it is
/// locked, it cannot be saved) and offers what can be done. Never takes the keyboard. GUI thread.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    enum class Tone { Info, Warning, Error };

    NoticeBar(Theme &theme, const QString &name, Tone tone, QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const;
    /// Adds a button and calls `run` for its clicks. The bar owns it.
    QPushButton *addButton(const QString &text, std::function<void()> run);
    /// Adds a cross that hides the bar.
    void makeClosable();

signals:
    /// The person has closed the bar.
    void closed();

private:
    Theme &m_theme;
    QHBoxLayout *m_row;
    QLabel *m_text;
};

} // namespace plotleaf
