#include "ui/widgets/question_box.h"

#include "ui/theme/theme.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

namespace plotleaf {

using namespace Qt::StringLiterals;

void ask(const Question &question,
         Theme &theme,
         QWidget *window,
         const QObject *context,
         const std::function<void()> &confirmed)
{
    auto *box = new QMessageBox(window);
    box->setObjectName(question.name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(u"Plotleaf"_s);
    box->setTextFormat(Qt::PlainText); // names in it come from anyone
    box->setText(question.text);
    box->setInformativeText(question.explanation);
    box->setIconPixmap(
        theme.icon(u"circle-help"_s, ColorRole::Accent)
            .pixmap(QSize(IconSize::l, IconSize::l) * 3 / 2, window->devicePixelRatioF()));
    // What QMessageBox calls its label; it has no other way to say which words matter.
    if (auto *text = box->findChild<QLabel *>(u"qt_msgbox_label"_s))
        text->setFont(theme.font(FontRole::Strong));
    QPushButton *yes = box->addButton(question.yes, QMessageBox::AcceptRole);
    yes->setObjectName(u"confirmButton"_s);
    QPushButton *no = box->addButton(QMessageBox::Cancel);
    no->setObjectName(u"cancelButton"_s);
    // What cannot be undone must not be one careless press of Enter away.
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    QObject::connect(yes, &QPushButton::clicked, context, confirmed);
    box->open();
}

} // namespace plotleaf
