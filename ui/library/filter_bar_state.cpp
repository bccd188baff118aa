#include "ui/library/filter_bar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/choice_button.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>

namespace plotleaf {

using namespace Qt::StringLiterals;

bool FilterBar::isNarrowed() const
{
    return !m_query.search.isEmpty() || !m_query.includeTags.isEmpty() ||
           !m_query.excludeTags.isEmpty() || m_query.status || !m_query.author.isEmpty();
}

void FilterBar::setOrder(ReportOrder order)
{
    m_query.order = order;
    change();
}

void FilterBar::setProject(const std::optional<QString> &project)
{
    if (project == m_query.project)
        return;
    m_query.project = project;
    change();
}

void FilterBar::setArchived(bool archived)
{
    m_query.archived = archived;
    change();
}

void FilterBar::setWorkspace(const QString &workspace)
{
    const bool isOther = workspace != m_query.workspace;
    m_query.workspace = workspace;
    if (isOther)
        change();
    else
        showChoices();
}

void FilterBar::setCount(const QString &text)
{
    m_count->setText(text);
}

void FilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void FilterBar::clear()
{
    m_query.search.clear();
    m_query.includeTags.clear();
    m_query.excludeTags.clear();
    m_query.status.reset();
    m_query.author.clear();
    const QSignalBlocker once(m_search);
    m_search->clear();
    change();
}

void FilterBar::change()
{
    showChoices();
    emit queryChanged(m_query);
}

void FilterBar::showChoices()
{
    static const QHash<ReportOrder, std::pair<const char *, const char *>> orders = {
        {ReportOrder::NewestFirst, {"arrow-down-wide-narrow", QT_TR_NOOP("Recent")}},
        {ReportOrder::OldestFirst, {"arrow-up-narrow-wide", QT_TR_NOOP("Oldest")}},
        {ReportOrder::NameAscending, {"arrow-down-a-z", QT_TR_NOOP("Name")}},
        {ReportOrder::NameDescending, {"arrow-up-a-z", QT_TR_NOOP("Name")}}};
    const auto [icon, text] = orders.value(m_query.order);
    m_order->setIconName(QLatin1String(icon));
    m_order->setText(tr(text));

    const auto tags = m_query.includeTags.size() + m_query.excludeTags.size();
    m_tags->setText(tags == 0 ? tr("Tags") : tr("Tags: %1").arg(tags));
    m_status->setText(!m_query.status                              ? tr("Status")
                      : *m_query.status == ReportStatus::Published ? tr("Published")
                                                                   : tr("Draft"));
    m_author->setText(m_query.author.isEmpty() ? tr("Author")
                                               : QString(m_query.author).replace(u'&', u"&&"_s));
    const QString place = workspaceName(m_query.workspace);
    m_workspace->setText(place.isEmpty() ? tr("Everywhere")
                                         : QString(place).replace(u'&', u"&&"_s));
    for (QAction *action : m_workspaceMenu->actions())
        action->setChecked(action->data().toString() == m_query.workspace);
    // Checked is how a filter that is in use looks.
    const QList<std::pair<ChoiceButton *, bool>> used = {
        {m_workspace, !m_query.workspace.isEmpty()},
        {m_tags, tags > 0},
        {m_status, m_query.status.has_value()},
        {m_author, !m_query.author.isEmpty()}};
    for (const auto &[button, isUsed] : used) {
        button->setCheckable(isUsed);
        button->setChecked(isUsed);
    }
    for (ChoiceButton *button : {m_workspace, m_order, m_tags, m_status, m_author})
        button->updateGeometry();
    m_clear->setVisible(isNarrowed());
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Return) {
            emit leftDownwards();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace plotleaf
