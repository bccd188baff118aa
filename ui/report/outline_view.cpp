#include "ui/report/outline_view.h"
#include "ui/widgets/plain_text.h"

#include <QHeaderView>
#include <QSignalBlocker>

#include <algorithm>

namespace plotleaf {

namespace {

constexpr int headingLineRole = Qt::UserRole;

bool haveSameShape(const QVector<MarkdownHeading> &a, const QVector<MarkdownHeading> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const MarkdownHeading &x, const MarkdownHeading &y) {
                          return x.level == y.level && x.text == y.text;
                      });
}

} // namespace

OutlineView::OutlineView(QWidget *parent) : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("outline"));
    setAccessibleName(tr("Outline"));
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setIndentation(14);
    setUniformRowHeights(true);
    setExpandsOnDoubleClick(false);
    const auto choose = [this](const QTreeWidgetItem *item) {
        emit lineChosen(item->data(0, headingLineRole).toInt());
    };
    connect(this, &QTreeWidget::itemClicked, this, choose);
    connect(this, &QTreeWidget::itemActivated, this, choose);
}

void OutlineView::setHeadings(const QVector<MarkdownHeading> &headings)
{
    const bool isSame = haveSameShape(headings, m_headings);
    m_headings = headings;
    if (!isSame)
        rebuild();
    updateLines();
    setCurrentLine(m_currentLine);
}

void OutlineView::rebuild()
{
    clear();
    m_items.clear();
    QVector<QTreeWidgetItem *> path; // the open ancestors
    QVector<int> levels;
    for (const MarkdownHeading &heading : m_headings) {
        while (!levels.isEmpty() && levels.last() >= heading.level) {
            levels.removeLast();
            path.removeLast();
        }
        auto *item = path.isEmpty() ? new QTreeWidgetItem(this) : new QTreeWidgetItem(path.last());
        item->setText(0, heading.text.isEmpty() ? tr("(empty heading)") : heading.text);
        item->setToolTip(0, plainToolTip(heading.text));
        path.append(item);
        levels.append(heading.level);
        m_items.append(item);
    }
    expandAll();
}

void OutlineView::updateLines()
{
    for (int i = 0; i < m_items.size(); ++i)
        m_items[i]->setData(0, headingLineRole, m_headings[i].line);
}

void OutlineView::setCurrentLine(int line)
{
    m_currentLine = line;
    const auto after =
        std::upper_bound(m_headings.begin(), m_headings.end(), line,
                         [](int at, const MarkdownHeading &heading) { return at < heading.line; });
    const QSignalBlocker quiet(this);
    const auto index = after - m_headings.begin() - 1;
    setCurrentItem(index >= 0 ? m_items[index] : nullptr);
}

} // namespace plotleaf
