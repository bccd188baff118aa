#include "ui/runs/run_project_tree.h"

#include "core/base/when_done.h"
#include "core/panels/number_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/clear_button.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int projectIdRole = Qt::UserRole;
constexpr int projectAskedRole = Qt::UserRole + 1; ///< its children were asked for
constexpr int projectPathRole = Qt::UserRole + 2;
constexpr std::chrono::milliseconds projectSearchPause{250};

} // namespace

RunProjectTree::RunProjectTree(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_search(new QLineEdit(this))
    , m_tree(new QTreeWidget(this))
    , m_message(new PlainLabel(this))
{
    setObjectName(u"runProjectTree"_s);
    m_search->setObjectName(u"runProjectSearch"_s);
    m_search->setAccessibleName(tr("Find a project"));
    m_search->setPlaceholderText(tr("Find a project"));
    m_search->addAction(theme.icon(u"search"_s, ColorRole::Muted), QLineEdit::LeadingPosition);
    addClearButton(*m_search, theme);
    setLook(m_search, u"search"_s);
    m_tree->setObjectName(u"runProjects"_s);
    m_tree->setAccessibleName(tr("Projects"));
    m_tree->setColumnCount(2);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_message->setObjectName(u"runProjectsMessage"_s);
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    setLook(m_message, u"muted"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::xs);
    column->addWidget(m_search);
    column->addWidget(m_tree, 1);
    column->addWidget(m_message);
    m_typing.setSingleShot(true);
    m_typing.setInterval(projectSearchPause);
    connect(&m_typing, &QTimer::timeout, this, &RunProjectTree::ask);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_tree, &QTreeWidget::itemExpanded, this, &RunProjectTree::askChildren);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        if (item)
            choose({item->data(0, projectIdRole).toString(),
                    item->data(0, projectPathRole).toString()});
    });
    tell({});
}

void RunProjectTree::setCatalog(const std::shared_ptr<RunCatalog> &catalog)
{
    m_catalog = catalog;
    m_chosen = {};
    m_isTree = false;
    m_openBranches.clear();
    {
        const QSignalBlocker quiet(m_search);
        m_search->clear();
    }
    reload();
}

void RunProjectTree::choose(const Chosen &project)
{
    m_isSought = false;
    const bool isOther = project.id != m_chosen.id;
    m_chosen = project;
    if (isOther)
        emit projectChanged(project.id);
}

void RunProjectTree::reload()
{
    ask();
}

void RunProjectTree::tell(const QString &text)
{
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

void RunProjectTree::ask()
{
    m_typing.stop();
    const quint64 asked = ++m_asked;
    rememberOpen();
    {
        const QSignalBlocker quiet(m_tree);
        m_tree->clear();
    }
    m_isSought = !m_chosen.id.isEmpty();
    m_isTree = false;
    m_underWay = 0;
    tell({});
    if (!m_catalog || !m_catalog->hasProjects())
        return;
    tell(tr("Looking for projects…"));
    const QString text = m_search->text().trimmed();
    const auto projects = text.isEmpty() ? m_catalog->projects({}) : m_catalog->findProjects(text);
    whenDone(projects, this,
             [this, asked, text, held = m_catalog](const Result<QVector<RunProject>> &found) {
                 if (asked != m_asked)
                     return;
                 tell(found ? QString() : found.error().message);
                 if (!found)
                     return;
                 m_isTree = text.isEmpty();
                 fill(nullptr, *found, !text.isEmpty());
                 settle();
                 if (found->isEmpty())
                     tell(text.isEmpty() ? tr("There are no projects.")
                                         : tr("No project is called so."));
             });
}

/// Which branches are open; of a search there are none, those of the tree before it stay.
void RunProjectTree::rememberOpen()
{
    if (!m_isTree)
        return;
    m_openBranches.clear();
    for (QTreeWidgetItemIterator item(m_tree); *item; ++item) {
        if ((*item)->isExpanded())
            m_openBranches.insert((*item)->data(0, projectIdRole).toString());
    }
}

/// Where all there is to look at has come without the project, it is gone, or not in sight.
void RunProjectTree::settle()
{
    if (!m_isSought || m_underWay > 0)
        return;
    {
        const QSignalBlocker quiet(m_tree);
        m_tree->setCurrentItem(m_tree->topLevelItem(0));
    }
    choose({});
}

void RunProjectTree::askChildren(QTreeWidgetItem *parent)
{
    if (parent->data(0, projectAskedRole).toBool() || !m_catalog)
        return;
    parent->setData(0, projectAskedRole, true);
    const QString id = parent->data(0, projectIdRole).toString();
    ++m_underWay;
    const QFuture<Result<QVector<RunProject>>> projects = m_catalog->projects(id);
    whenDone(projects, this,
             [this, asked = m_asked, parent,
              held = m_catalog](const Result<QVector<RunProject>> &found) {
                 if (asked != m_asked) // and the item is gone
                     return;
                 qDeleteAll(parent->takeChildren());
                 --m_underWay;
                 if (found) {
                     fill(parent, *found, false);
                     settle();
                     return;
                 }
                 m_isSought = false; // it may be there all the same
                 parent->setData(0, projectAskedRole, false);
                 auto *problem = new QTreeWidgetItem(parent, {found.error().message});
                 problem->setFlags(Qt::NoItemFlags);
             });
}

void RunProjectTree::fill(QTreeWidgetItem *parent,
                          const QVector<RunProject> &projects,
                          bool asPaths)
{
    QVector<QTreeWidgetItem *> open;
    {
        const QSignalBlocker quiet(m_tree);
        if (!parent) {
            auto *all = new QTreeWidgetItem(m_tree, {tr("All projects")});
            all->setIcon(0, m_theme.icon(u"library"_s));
            if (!m_isSought)
                m_tree->setCurrentItem(all);
        }
        for (const RunProject &project : projects) {
            auto *item = parent ? new QTreeWidgetItem(parent) : new QTreeWidgetItem(m_tree);
            fillLine(*item, project, asPaths);
            if (m_isSought && project.id == m_chosen.id) {
                m_isSought = false;
                m_tree->setCurrentItem(item);
            }
            const bool leadsThere = m_isSought && m_chosen.path.startsWith(project.path + u'/');
            if (item->childCount() > 0 && (leadsThere || m_openBranches.contains(project.id)))
                open.append(item);
        }
    }
    // Each asks for what is in it.
    for (QTreeWidgetItem *item : std::as_const(open))
        item->setExpanded(true);
}

void RunProjectTree::fillLine(QTreeWidgetItem &item, const RunProject &project, bool asPaths) const
{
    item.setText(0, asPaths ? project.path : project.name());
    item.setText(1, project.runs > 0 ? numberText(project.runs) : QString());
    item.setIcon(0, m_theme.icon(u"folder"_s));
    item.setData(0, projectIdRole, project.id);
    item.setData(0, projectPathRole, project.path);
    item.setToolTip(0, plainToolTip(project.path));
    item.setForeground(1, m_theme.color(ColorRole::Muted));
    if (project.children > 0 && !asPaths) {
        auto *wait = new QTreeWidgetItem(&item, {tr("Looking…")});
        wait->setFlags(Qt::NoItemFlags);
    }
}

} // namespace plotleaf
