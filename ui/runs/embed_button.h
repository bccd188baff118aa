#pragma once

#include <QWidget>

class QToolButton;

namespace plotleaf {

class Theme;

/// Puts what it stands beside into the report, or its code onto the clipboard.
class EmbedButton : public QWidget
{
    Q_OBJECT

public:
    /// `what`: for screen readers and tooltips, "loss".
    EmbedButton(const Theme &theme, const QString &what, QWidget *parent = nullptr);
    /// Another thing than so far.
    void setWhat(const QString &what);
    /// Says more than "Embed".
    void setText(const QString &text);

signals:
    void embedWanted();
    void copyWanted();

private:
    QToolButton *m_embed;
    QToolButton *m_copy;
};

} // namespace plotleaf
