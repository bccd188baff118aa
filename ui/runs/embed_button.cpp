#include "ui/runs/embed_button.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plain_text.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace plotleaf {

using namespace Qt::StringLiterals;

EmbedButton::EmbedButton(const Theme &theme, const QString &what, QWidget *parent)
    : QWidget(parent), m_embed(new QToolButton(this)), m_copy(new QToolButton(this))
{
    m_embed->setObjectName(u"embed"_s);
    m_embed->setIcon(theme.icon(u"plus"_s));
    m_embed->setText(tr("Embed"));
    m_embed->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy->setObjectName(u"copyEmbed"_s);
    m_copy->setIcon(theme.icon(u"copy"_s));
    for (QToolButton *button : {m_embed, m_copy}) {
        button->setIconSize(QSize(IconSize::s, IconSize::s));
        button->setFocusPolicy(Qt::StrongFocus);
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_embed);
    row->addWidget(m_copy);
    setWhat(what);
    connect(m_embed, &QToolButton::clicked, this, &EmbedButton::embedWanted);
    connect(m_copy, &QToolButton::clicked, this, &EmbedButton::copyWanted);
}

void EmbedButton::setWhat(const QString &what)
{
    m_embed->setAccessibleName(tr("Embed %1").arg(what));
    m_embed->setToolTip(plainToolTip(tr("Insert %1 at the cursor of the report").arg(what)));
    m_copy->setAccessibleName(tr("Copy the code of %1").arg(what));
    m_copy->setToolTip(plainToolTip(tr("Copy the code of %1").arg(what)));
}

void EmbedButton::setText(const QString &text)
{
    m_embed->setText(text);
}

} // namespace plotleaf
