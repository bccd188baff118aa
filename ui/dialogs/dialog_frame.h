#pragma once

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace plotleaf {

class Theme;

/// What all dialogs have in common: a title, a column for the content, a place for what is wrong,
/// the buttons. Dialogs are opened without blocking (open()) and delete themselves when closed.
class DialogFrame : public QDialog
{
    Q_OBJECT

public:
    DialogFrame(Theme &theme, const QString &objectName, const QString &title, QWidget *parent);

protected:
    QVBoxLayout *column() const { return m_column; }
    Theme &theme() const { return m_theme; }
    /// The button that does what the dialog is for. Also adds Cancel.
    QPushButton *addButtons(const QString &acceptText);
    QPushButton *acceptButton() const { return m_accept; }
    /// Shows why the dialog cannot be accepted; empty: it can.
    void showProblem(const QString &text);
    /// A label above `field` that gives it its mnemonic and its accessible name.
    void addField(const QString &label, QWidget *field, int stretch = 0);

private:
    Theme &m_theme;
    QVBoxLayout *m_column;
    QLabel *m_problem;
    QPushButton *m_accept = nullptr;
};

} // namespace plotleaf
