#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/card_grid_view.h"

namespace plotleaf {

class CardPainter;
class Clock;
struct ProjectSummary;

/// Draws a project (ProjectListModel::ProjectRole) as a card: its counts, its sub-projects, when it
/// was last changed.
class ProjectCardDelegate : public CardDelegate
{
    Q_OBJECT

public:
    ProjectCardDelegate(Theme &theme, const Clock &clock, QObject *parent = nullptr);

    QRect menuButtonRect(const QRect &card) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event,
                   QAbstractItemView *view,
                   const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    int
    paintCount(const CardPainter &card, int left, int top, int count, const QString &label) const;

    Theme &m_theme;
    const Clock &m_clock;
};

} // namespace plotleaf
