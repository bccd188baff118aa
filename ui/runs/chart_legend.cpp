#include "ui/runs/chart_legend.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plain_text.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLegendLines = 4; // beyond them it scrolls

} // namespace

ChartLegend::ChartLegend(const Theme &theme, QWidget *parent) : QListWidget(parent), m_theme(theme)
{
    setObjectName(u"chartLegend"_s);
    setAccessibleName(tr("Legend"));
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setResizeMode(QListView::Adjust);
    setSelectionMode(QAbstractItemView::NoSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setIconSize(QSize(IconSize::s, IconSize::s));
    setSpacing(Spacing::xs / 2);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    setFont(theme.font(FontRole::Small));
    connect(this, &QListWidget::itemClicked, this, &ChartLegend::toggle);
    connect(&theme, &Theme::changed, this, [this] { setFont(m_theme.font(FontRole::Small)); });
}

QIcon ChartLegend::swatch(const Entry &entry) const
{
    const int edge = IconSize::s;
    QPixmap pixmap(QSize(edge, edge) * devicePixelRatioF());
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(entry.color, 1.5));
    painter.setBrush(entry.isShown ? QBrush(entry.color) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QRectF(2, 2, edge - 4, edge - 4));
    return QIcon(pixmap);
}

void ChartLegend::setEntries(const QVector<Entry> &entries)
{
    const int current = currentRow();
    m_entries = entries;
    clear();
    for (const Entry &entry : entries) {
        auto *item = new QListWidgetItem(swatch(entry), entry.name, this);
        item->setToolTip(plainToolTip(entry.isShown ? tr("Click to hide %1").arg(entry.name)
                                                    : tr("Click to show %1").arg(entry.name)));
        item->setData(Qt::AccessibleTextRole,
                      entry.isShown ? entry.name : tr("%1, hidden").arg(entry.name));
        if (!entry.isShown)
            item->setForeground(m_theme.color(ColorRole::Disabled));
    }
    if (current >= 0 && current < count())
        setCurrentRow(current);
    fitHeight();
}

void ChartLegend::toggle(const QListWidgetItem *item)
{
    const Entry entry = m_entries.at(row(item));
    emit shownChanged(entry.key, !entry.isShown);
}

void ChartLegend::keyPressEvent(QKeyEvent *event)
{
    const bool isToggle = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return;
    if (isToggle && currentItem())
        toggle(currentItem());
    else
        QListWidget::keyPressEvent(event);
}

int ChartLegend::heightForWidth(int width) const
{
    if (m_entries.isEmpty())
        return 0;
    int lines = 1;
    int used = 0;
    int height = 0;
    for (int row = 0; row < count(); ++row) {
        const QSize item =
            sizeHintForIndex(model()->index(row, 0)) + 2 * QSize(spacing(), spacing());
        height = std::max(height, item.height());
        if (used > 0 && used + item.width() > width) {
            ++lines;
            used = 0;
        }
        used += item.width();
    }
    return std::min(lines, mostLegendLines) * height + 2 * spacing();
}

QSize ChartLegend::sizeHint() const
{
    return {200, heightForWidth(std::max(width(), 200))};
}

void ChartLegend::resizeEvent(QResizeEvent *event)
{
    QListWidget::resizeEvent(event);
    fitHeight();
}

void ChartLegend::fitHeight()
{
    const int wanted = heightForWidth(viewport()->width());
    if (wanted != height())
        setFixedHeight(wanted);
}

} // namespace plotleaf
