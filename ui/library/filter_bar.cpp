#include "ui/library/filter_bar.h"

#include "core/base/when_done.h"
#include "core/store/library.h"
#include "ui/library/tag_filter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choice_button.h"
#include "ui/widgets/clear_button.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int searchLeastWidth = 220;
constexpr int searchMostWidth = 460;

struct OrderChoice
{
    ReportOrder order;
    QString text;
    QString icon;
};

QList<OrderChoice> orderChoices()
{
    return {
        {ReportOrder::NewestFirst, FilterBar::tr("Recently updated"), u"arrow-down-wide-narrow"_s},
        {ReportOrder::OldestFirst, FilterBar::tr("Least recently updated"),
         u"arrow-up-narrow-wide"_s},
        {ReportOrder::NameAscending, FilterBar::tr("Name, A to Z"), u"arrow-down-a-z"_s},
        {ReportOrder::NameDescending, FilterBar::tr("Name, Z to A"), u"arrow-up-a-z"_s}};
}

} // namespace

FilterBar::FilterBar(Library &library, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_library(library)
    , m_theme(theme)
    , m_search(new QLineEdit(this))
    , m_count(new PlainLabel(this))
    , m_authorMenu(new QMenu(this))
    , m_workspaceMenu(new QMenu(this))
    , m_tagFilter(new TagFilter(theme, this))
{
    m_search->setObjectName(u"librarySearch"_s);
    m_search->setAccessibleName(tr("Search reports"));
    m_search->setPlaceholderText(tr("Search names, descriptions, tags and text"));
    addClearButton(*m_search, theme);
    m_search->addAction(theme.icon(u"search"_s, ColorRole::Muted), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(searchLeastWidth);
    m_search->setMaximumWidth(searchMostWidth);
    m_search->installEventFilter(this);
    m_workspace =
        new ChoiceButton(m_theme, u"libraryWorkspace"_s, u"cloud"_s, tr("Everywhere"), this);
    m_workspace->setMenu(m_workspaceMenu);
    m_workspace->setPopupMode(QToolButton::InstantPopup);
    m_workspace->hide();
    m_order =
        new ChoiceButton(m_theme, u"libraryOrder"_s, u"arrow-down-wide-narrow"_s, tr("Sort"), this);
    m_tags = new ChoiceButton(m_theme, u"libraryTags"_s, u"tag"_s, tr("Tags"), this);
    m_status = new ChoiceButton(m_theme, u"libraryStatus"_s, u"circle-check"_s, tr("Status"), this);
    m_author = new ChoiceButton(m_theme, u"libraryAuthor"_s, u"user"_s, tr("Author"), this);
    m_clear =
        new ChoiceButton(m_theme, u"libraryClearFilters"_s, u"x"_s, tr("Clear filters"), this);
    m_clear->setArrowShown(false);
    setLook(m_clear, QString());
    m_count->setObjectName(u"libraryCount"_s);
    setLook(m_count, u"muted"_s);
    makeOrderMenu();
    makeStatusMenu();
    m_author->setMenu(m_authorMenu);
    m_author->setPopupMode(QToolButton::InstantPopup);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::s);
    row->addWidget(m_search, 1);
    for (QToolButton *button : {m_workspace, m_order, m_tags, m_status, m_author, m_clear})
        row->addWidget(button);
    row->addStretch();
    row->addWidget(m_count);

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_query.search = text.trimmed();
        change();
    });
    connect(m_tags, &QToolButton::clicked, this, &FilterBar::openTags);
    connect(m_clear, &QToolButton::clicked, this, &FilterBar::clear);
    connect(m_tagFilter, &TagFilter::chosen, this,
            [this](const QStringList &include, const QStringList &exclude, TagMatch match) {
                m_query.includeTags = include;
                m_query.excludeTags = exclude;
                m_query.tagMatch = match;
                change();
            });
    connect(m_authorMenu, &QMenu::aboutToShow, this, [this] {
        whenDone(m_library.authors(), this, [this](const Result<QStringList> &authors) {
            fillAuthorMenu(authors ? *authors : QStringList());
        });
    });
    fillAuthorMenu({});
    showChoices();
}

void FilterBar::makeOrderMenu()
{
    auto *menu = new QMenu(this);
    auto *group = new QActionGroup(menu);
    for (const OrderChoice &choice : orderChoices()) {
        QAction *action = menu->addAction(m_theme.icon(choice.icon), choice.text);
        action->setCheckable(true);
        action->setActionGroup(group);
        action->setData(int(choice.order));
        connect(action, &QAction::triggered, this,
                [this, order = choice.order] { setOrder(order); });
    }
    connect(menu, &QMenu::aboutToShow, this, [this, group] {
        for (QAction *action : group->actions())
            action->setChecked(action->data().toInt() == int(m_query.order));
    });
    m_order->setMenu(menu);
    m_order->setPopupMode(QToolButton::InstantPopup);
}

void FilterBar::makeStatusMenu()
{
    auto *menu = new QMenu(this);
    auto *group = new QActionGroup(menu);
    const QList<std::pair<std::optional<ReportStatus>, QString>> choices = {
        {std::nullopt, tr("Drafts and published")},
        {ReportStatus::Draft, tr("Drafts only")},
        {ReportStatus::Published, tr("Published only")}};
    for (const auto &[status, text] : choices) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setActionGroup(group);
        connect(action, &QAction::triggered, this, [this, wanted = status] {
            m_query.status = wanted;
            change();
        });
        connect(menu, &QMenu::aboutToShow, action,
                [this, action, wanted = status] { action->setChecked(m_query.status == wanted); });
    }
    m_status->setMenu(menu);
    m_status->setPopupMode(QToolButton::InstantPopup);
}

void FilterBar::fillAuthorMenu(const QStringList &authors)
{
    m_authorMenu->clear();
    QStringList choices{QString()};
    choices += authors;
    for (const QString &author : choices) {
        QAction *action = m_authorMenu->addAction(
            author.isEmpty() ? tr("Everyone") : QString(author).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(author == m_query.author);
        connect(action, &QAction::triggered, this, [this, author] {
            m_query.author = author;
            change();
        });
    }
}

void FilterBar::setServers(const QVector<Workspace> &servers)
{
    m_servers = servers;
    m_workspace->setVisible(!servers.isEmpty());
    fillWorkspaceMenu();
    // What was chosen may be gone.
    const bool isKnown = m_query.workspace.isEmpty() || !workspaceName(m_query.workspace).isEmpty();
    setWorkspace(isKnown ? m_query.workspace : QString());
}

void FilterBar::fillWorkspaceMenu()
{
    m_workspaceMenu->clear();
    const auto add = [this](const QString &id, const QString &name) {
        QAction *action = m_workspaceMenu->addAction(QString(name).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setData(id);
        connect(action, &QAction::triggered, this, [this, id] { setWorkspace(id); });
    };
    add({}, tr("Everywhere"));
    add(u"local"_s, tr("This computer"));
    for (const Workspace &server : std::as_const(m_servers))
        add(server.id, server.name);
}

QString FilterBar::workspaceName(const QString &id) const
{
    for (const QAction *action : m_workspaceMenu->actions()) {
        if (action->data().toString() == id)
            return QString(action->text()).replace(u"&&"_s, u"&"_s);
    }
    return {};
}

void FilterBar::openTags()
{
    whenDone(m_library.tags(), this, [this](const Result<QStringList> &tags) {
        m_tagFilter->open(
            tags ? *tags : QStringList(), m_query,
            m_tags->mapToGlobal(m_tags->rect().bottomLeft() + QPoint(0, Spacing::xs)));
    });
}

} // namespace plotleaf
