#include "ui/widgets/project_picker.h"

#include "core/report/report_names.h"
#include "ui/theme/theme.h"
#include "ui/widgets/clear_button.h"
#include "ui/widgets/list_navigation.h"
#include "ui/widgets/look.h"

#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int projectPathRole = Qt::UserRole;
constexpr int projectRowsShown = 7;
// More would not be looked through; typing narrows them.
constexpr int projectChoicesMost = 200;

} // namespace

ProjectPicker::ProjectPicker(Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_search(new QLineEdit(this)), m_list(new QListWidget(this))
{
    m_search->setObjectName(u"projectSearch"_s);
    m_search->setAccessibleName(tr("Find or name a project"));
    m_search->setPlaceholderText(tr("Find a project, or type a new one such as vision/resnet"));
    addClearButton(*m_search, theme);
    m_search->addAction(theme.icon(u"search"_s, ColorRole::Muted), QLineEdit::LeadingPosition);
    new ListNavigation(m_search, m_list, ListNavigation::Enter::Passes);
    m_list->setObjectName(u"projectList"_s);
    m_list->setAccessibleName(tr("Projects"));
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(projectRowsShown * (m_list->fontMetrics().height() + 2 * Spacing::xs));
    setLook(m_list, u"list"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::xs);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    setFocusProxy(m_search);
    connect(m_search, &QLineEdit::textChanged, this, &ProjectPicker::fill);
    connect(m_list, &QListWidget::currentRowChanged, this, &ProjectPicker::takeCurrent);
    connect(m_list, &QListWidget::itemActivated, this, &ProjectPicker::accepted);
}

void ProjectPicker::setProjects(const QStringList &paths, const QString &path)
{
    m_paths = paths;
    m_first = path;
    fill();
}

void ProjectPicker::setUnavailable(const QString &path)
{
    m_unavailable = path;
    fill();
}

void ProjectPicker::addChoice(const QString &path, const QString &text, const QString &icon)
{
    auto *item = new QListWidgetItem(text, m_list);
    item->setData(projectPathRole, path);
    const bool taken = m_unavailable == path;
    item->setIcon(m_theme.icon(icon, taken ? ColorRole::Disabled : ColorRole::Muted));
    if (taken) {
        item->setText(tr("%1 (it is there already)").arg(text));
        item->setFlags(item->flags() & ~(Qt::ItemIsEnabled | Qt::ItemIsSelectable));
    } else if (path == m_project && m_list->currentRow() < 0) {
        m_list->setCurrentItem(item);
    }
}

void ProjectPicker::fill()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const QString wanted = normalisedProject(m_search->text());
    if (!wanted.isEmpty()) {
        m_project = wanted;
        if (!m_paths.contains(wanted))
            addChoice(wanted, tr("Create “%1”").arg(wanted), u"folder-plus"_s);
    } else {
        // Whoever empties the field takes back what was typed there.
        m_project = m_first;
        addChoice({}, tr("No project"), u"library"_s);
    }
    for (const QString &path : std::as_const(m_paths)) {
        if (m_list->count() >= projectChoicesMost)
            break;
        if (path.contains(wanted, Qt::CaseInsensitive))
            addChoice(path, path, u"folder"_s);
    }
    for (int row = 0; row < m_list->count() && m_list->currentRow() < 0; ++row) {
        if (m_list->item(row)->flags().testFlag(Qt::ItemIsSelectable) && !wanted.isEmpty())
            m_list->setCurrentRow(row);
    }
    takeCurrent();
}

void ProjectPicker::takeCurrent()
{
    const QListWidgetItem *item = m_list->currentItem();
    m_valid = item != nullptr;
    if (item)
        m_project = item->data(projectPathRole).toString();
    emit changed();
}

} // namespace plotleaf
