#include "ui/runs/run_table.h"

#include "ui/theme/theme.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace plotleaf {

using namespace Qt::StringLiterals;

RunTable::RunTable(Theme &theme, const QString &objectName, const QString &name, QWidget *parent)
    : QTableWidget(parent), m_theme(theme)
{
    setObjectName(objectName);
    setAccessibleName(name);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    verticalHeader()->hide();
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
}

void RunTable::setRows(const QStringList &nameHeads,
                       const QStringList &runs,
                       const QVector<Row> &rows)
{
    clear();
    setColumnCount(int(nameHeads.size() + runs.size()));
    setRowCount(int(rows.size()));
    setHorizontalHeaderLabels(nameHeads + runs);
    for (int row = 0; row < rowCount(); ++row) {
        const QStringList texts = rows[row].names + rows[row].values;
        for (int column = 0; column < columnCount(); ++column) {
            auto *item = new QTableWidgetItem(texts.value(column));
            item->setToolTip(plainToolTip(texts.value(column)));
            if (rows[row].isStrong)
                item->setFont(m_theme.font(FontRole::Strong));
            setItem(row, column, item);
        }
    }
    resizeColumnsToContents();
    for (int column = 0; column < columnCount(); ++column)
        setColumnWidth(column, std::clamp(columnWidth(column), 80, 320));
}

QVector<int> RunTable::chosenRows() const
{
    QVector<int> rows;
    const QModelIndexList chosen = selectionModel()->selectedRows();
    for (const QModelIndex &index : chosen)
        rows.append(index.row());
    std::ranges::sort(rows);
    return rows;
}

void RunTable::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Copy)) {
        QTableWidget::keyPressEvent(event);
        return;
    }
    QStringList lines;
    for (const int row : chosenRows()) {
        QStringList texts;
        for (int column = 0; column < columnCount(); ++column)
            texts.append(item(row, column)->text());
        lines.append(texts.join(u'\t'));
    }
    QApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace plotleaf
