#include "ui/library/path_bar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace plotleaf {

using namespace Qt::StringLiterals;

PathBar::PathBar(Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_row(new QHBoxLayout(this))
{
    setObjectName(u"pathBar"_s);
    setAccessibleName(tr("Project path"));
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(Spacing::xs);
    connect(&theme, &Theme::changed, this, &PathBar::rebuild);
}

void PathBar::setPath(const QString &rootName, const QString &path)
{
    if (rootName == m_rootName && path == m_path)
        return;
    m_rootName = rootName;
    m_path = path;
    rebuild();
}

void PathBar::rebuild()
{
    while (QLayoutItem *item = m_row->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide(); // not to be seen under its successor until it goes
            widget->deleteLater();
        }
        delete item;
    }
    const QStringList parts = m_path.split(u'/', Qt::SkipEmptyParts);
    addPart(m_rootName, {}, parts.isEmpty());
    for (int i = 0; i < parts.size(); ++i)
        addPart(parts.at(i), QStringList(parts.mid(0, i + 1)).join(u'/'), i == parts.size() - 1);
    m_row->addStretch();
}

void PathBar::addPart(const QString &text, const QString &path, bool isLast)
{
    if (!path.isEmpty()) {
        auto *arrow = new PlainLabel(this);
        arrow->setPixmap(m_theme.icon(u"chevron-right"_s, ColorRole::Muted)
                             .pixmap(QSize(IconSize::m, IconSize::m), devicePixelRatioF()));
        m_row->addWidget(arrow);
    }
    if (isLast) {
        auto *title = new PlainLabel(this);
        title->setObjectName(u"pathTitle"_s);
        title->setText(text);
        title->setFont(m_theme.font(FontRole::Title));
        m_row->addWidget(title);
        return;
    }
    auto *button = new QToolButton(this);
    button->setObjectName(u"pathPart"_s);
    // A name may hold an ampersand, which a button takes for a mnemonic.
    button->setText(QString(text).replace(u'&', u"&&"_s));
    button->setFont(m_theme.font(FontRole::Title));
    setLook(button, u"crumb"_s);
    button->setAccessibleName(path.isEmpty() ? tr("Go to all reports")
                                             : tr("Go to project %1").arg(path));
    connect(button, &QToolButton::clicked, this, [this, path] { emit pathChosen(path); });
    m_row->addWidget(button);
}

} // namespace plotleaf
