#include "ui/dialogs/dialog_frame.h"

#include "ui/theme/theme.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace plotleaf {

using namespace Qt::StringLiterals;

DialogFrame::DialogFrame(Theme &theme,
                         const QString &objectName,
                         const QString &title,
                         QWidget *parent)
    : QDialog(parent), m_theme(theme), m_column(new QVBoxLayout), m_problem(new PlainLabel(this))
{
    setObjectName(objectName);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *heading = new PlainLabel(title, this);
    heading->setFont(theme.font(FontRole::Title));
    setLook(heading, u"title"_s);
    m_problem->setObjectName(u"problem"_s);
    m_problem->setWordWrap(true);
    setLook(m_problem, u"error"_s);
    m_column->setSpacing(Spacing::xs);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(Spacing::xl, Spacing::l + Spacing::xs, Spacing::xl,
                              Spacing::l + Spacing::xs);
    outer->setSpacing(Spacing::m);
    outer->addWidget(heading);
    outer->addLayout(m_column, 1);
    outer->addWidget(m_problem);
    m_problem->hide();
}

QPushButton *DialogFrame::addButtons(const QString &acceptText)
{
    auto *buttons = new QDialogButtonBox(this);
    buttons->setObjectName(u"buttons"_s);
    m_accept = buttons->addButton(acceptText, QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"acceptButton"_s);
    m_accept->setDefault(true);
    QPushButton *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(u"cancelButton"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
    return m_accept;
}

void DialogFrame::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

void DialogFrame::addField(const QString &label, QWidget *field, int stretch)
{
    auto *text = new PlainLabel(label, this);
    text->setFont(m_theme.font(FontRole::Strong));
    text->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(QString(label).remove(u'&'));
    if (m_column->count() > 0)
        m_column->addSpacing(Spacing::s);
    m_column->addWidget(text);
    m_column->addWidget(field, stretch);
}

} // namespace plotleaf
