#include "ui/runs/run_card_delegate.h"

#include "core/base/clock.h"
#include "core/panels/number_text.h"
#include "ui/runs/run_list_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/relative_time.h"

#include <QPainter>

#include <algorithm>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int stateDot = 8; // pixels across

ColorRole stateColor(RunState state)
{
    switch (state) {
    case RunState::Running:
        return ColorRole::Accent;
    case RunState::Finished:
        return ColorRole::Success;
    case RunState::Failed:
        return ColorRole::Danger;
    case RunState::Unknown:
        break;
    }
    return ColorRole::Muted;
}

QString secondLine(const RunCard &card, const QDateTime &now)
{
    QStringList parts = {runStateText(card.state)};
    if (card.lastIteration > 0)
        parts << RunCardDelegate::tr("step %1").arg(numberText(double(card.lastIteration)));
    if (card.updated.isValid())
        parts << relativeTime(card.updated, now);
    parts << card.project;
    parts += card.tags;
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace

RunCardDelegate::RunCardDelegate(const Theme &theme, const Clock &clock, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_clock(clock)
{
}

QSize RunCardDelegate::sizeHint(const QStyleOptionViewItem & /*option*/,
                                const QModelIndex & /*index*/) const
{
    const int first = QFontMetrics(m_theme.font(FontRole::Strong)).height();
    const int second = QFontMetrics(m_theme.font(FontRole::Small)).height();
    return {1, first + second + 2 * Spacing::s};
}

void RunCardDelegate::paint(QPainter *painter,
                            const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const auto *model = qobject_cast<const RunListModel *>(index.model());
    if (!model)
        return;
    const RunCard &card = model->card(index.row());
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QRect box = option.rect.adjusted(0, 1, 0, -1);
    if (isSelected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setBrush(m_theme.color(isSelected ? ColorRole::AccentSoft : ColorRole::Hover));
        painter->drawRoundedRect(box, Radius::s, Radius::s);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(m_theme.color(ColorRole::Focus));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(box, Radius::s, Radius::s);
    }
    const QFontMetrics strong(m_theme.font(FontRole::Strong));
    const QFontMetrics small(m_theme.font(FontRole::Small));
    QRect line = box.adjusted(Spacing::s + stateDot + Spacing::s, Spacing::s - 1, -Spacing::s, 0);
    line.setHeight(strong.height());
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.color(stateColor(card.state)));
    painter->drawEllipse(box.left() + Spacing::s, line.center().y() - stateDot / 2, stateDot,
                         stateDot);
    painter->setFont(m_theme.font(FontRole::Strong));
    painter->setPen(m_theme.color(ColorRole::Text));
    painter->drawText(line, Qt::AlignVCenter,
                      strong.elidedText(card.name, Qt::ElideMiddle, line.width()));
    line.translate(0, line.height());
    line.setHeight(small.height());
    painter->setFont(m_theme.font(FontRole::Small));
    painter->setPen(m_theme.color(ColorRole::Muted));
    painter->drawText(
        line, Qt::AlignVCenter,
        small.elidedText(secondLine(card, m_clock.now()), Qt::ElideRight, line.width()));
}

} // namespace plotleaf
