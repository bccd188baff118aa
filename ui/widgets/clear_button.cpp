#include "ui/widgets/clear_button.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QLineEdit>

namespace plotleaf {

using namespace Qt::StringLiterals;

void addClearButton(QLineEdit &field, const Theme &theme)
{
    field.setClearButtonEnabled(true);
    // Qt has no other way to it than the name that its own action has had since 5.2.
    if (auto *clear = field.findChild<QAction *>(u"_q_qlineeditclearaction"_s))
        clear->setIcon(theme.icon(u"x"_s, ColorRole::Muted));
}

} // namespace plotleaf
