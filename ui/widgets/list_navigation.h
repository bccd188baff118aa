#pragma once

#include <QObject>

class QLineEdit;
class QListWidget;

namespace plotleaf {

/// Moves in a list with the arrow and page keys while one types into the field above it. Belongs to
/// the field. GUI thread.
class ListNavigation : public QObject
{
    Q_OBJECT

public:
    enum class Enter {
        Activates, ///< Enter chooses what the list has reached
        Passes     ///< Enter is left to others, such as the default button of a dialog
    };

    ListNavigation(QLineEdit *field, QListWidget *list, Enter enter);

signals:
    void activated();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QListWidget *m_list;
    Enter m_enter;
};

} // namespace plotleaf
