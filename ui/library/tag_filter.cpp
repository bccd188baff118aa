#include "ui/library/tag_filter.h"

#include "ui/theme/theme.h"
#include "ui/widgets/list_navigation.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QLineEdit>
#include <QListWidget>
#include <QRadioButton>
#include <QVBoxLayout>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int choiceRole = Qt::UserRole;
constexpr int tagFilterWidth = 270;
constexpr int tagFilterHeight = 340;

} // namespace

TagFilter::TagFilter(Theme &theme, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_theme(theme)
    , m_search(new QLineEdit(this))
    , m_any(new QRadioButton(tr("A&ny of them"), this))
    , m_all(new QRadioButton(tr("A&ll of them"), this))
    , m_list(new QListWidget(this))
{
    setObjectName(u"tagFilter"_s);
    setAccessibleName(tr("Filter by tags"));
    setLook(this, u"popup"_s);
    m_search->setObjectName(u"tagFilterSearch"_s);
    m_search->setAccessibleName(tr("Find a tag"));
    m_search->setPlaceholderText(tr("Find a tag"));
    m_list->setObjectName(u"tagFilterList"_s);
    m_list->setAccessibleName(tr("Tags"));
    m_list->setIconSize({IconSize::m, IconSize::m});
    m_list->setFocusPolicy(Qt::NoFocus); // the keys come from the field above
    setLook(m_list, u"list"_s);
    auto *hint = new PlainLabel(tr("Click once to include, twice to exclude."), this);
    hint->setFont(theme.font(FontRole::Small));
    setLook(hint, u"muted"_s);
    auto *match = new QHBoxLayout;
    match->addWidget(m_any);
    match->addWidget(m_all);
    match->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::m, Spacing::m, Spacing::m, Spacing::m);
    column->setSpacing(Spacing::s);
    column->addWidget(m_search);
    column->addLayout(match);
    column->addWidget(m_list, 1);
    column->addWidget(hint);
    setFixedSize(tagFilterWidth, tagFilterHeight);
    setFocusProxy(m_search);
    connect(m_search, &QLineEdit::textChanged, this, &TagFilter::narrow);
    connect(m_list, &QListWidget::itemClicked, this, &TagFilter::cycle);
    connect(new ListNavigation(m_search, m_list, ListNavigation::Enter::Activates),
            &ListNavigation::activated, this, [this] {
                if (QListWidgetItem *item = m_list->currentItem(); item && !item->isHidden())
                    cycle(item);
            });
    connect(m_any, &QRadioButton::clicked, this, &TagFilter::announce);
    connect(m_all, &QRadioButton::clicked, this, &TagFilter::announce);
}

void TagFilter::open(const QStringList &all, const ReportQuery &query, const QPoint &globalPosition)
{
    m_search->clear();
    (query.tagMatch == TagMatch::All ? m_all : m_any)->setChecked(true);
    fill(all, query);
    move(globalPosition);
    show();
    m_search->setFocus();
}

void TagFilter::fill(const QStringList &all, const ReportQuery &query)
{
    m_list->clear();
    for (const QString &tag : all) {
        auto *item = new QListWidgetItem(tag, m_list);
        const Choice choice = query.includeTags.contains(tag)   ? Choice::Included
                              : query.excludeTags.contains(tag) ? Choice::Excluded
                                                                : Choice::None;
        item->setData(choiceRole, int(choice));
        showChoice(item);
    }
    chooseFirst();
}

void TagFilter::showChoice(QListWidgetItem *item)
{
    switch (Choice(item->data(choiceRole).toInt())) {
    case Choice::Included:
        item->setIcon(m_theme.icon(u"check"_s, ColorRole::Accent));
        item->setToolTip(tr("Only reports with this tag"));
        break;
    case Choice::Excluded:
        item->setIcon(m_theme.icon(u"x"_s, ColorRole::Danger));
        item->setToolTip(tr("No reports with this tag"));
        break;
    case Choice::None:
        item->setIcon(m_theme.icon(u"tag"_s, ColorRole::Muted));
        item->setToolTip({});
    }
}

void TagFilter::cycle(QListWidgetItem *item)
{
    item->setData(choiceRole, (item->data(choiceRole).toInt() + 1) % 3);
    showChoice(item);
    announce();
}

void TagFilter::narrow(const QString &text)
{
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        item->setHidden(!item->text().contains(text.trimmed(), Qt::CaseInsensitive));
    }
    chooseFirst();
}

// What Enter takes is what stands on top.
void TagFilter::chooseFirst()
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (!m_list->item(row)->isHidden()) {
            m_list->setCurrentRow(row);
            return;
        }
    }
    m_list->setCurrentRow(-1);
}

void TagFilter::announce()
{
    QStringList include;
    QStringList exclude;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        const auto choice = Choice(item->data(choiceRole).toInt());
        if (choice == Choice::Included)
            include.append(item->text());
        else if (choice == Choice::Excluded)
            exclude.append(item->text());
    }
    emit chosen(include, exclude, m_all->isChecked() ? TagMatch::All : TagMatch::Any);
}

} // namespace plotleaf
