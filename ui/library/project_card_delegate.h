#pragma once

#include "ui/library/library_card_delegate.h"

namespace plotleaf {

class CardPainter;
struct ProjectSummary;

/// Draws a project (ProjectListModel::ProjectRole) as a card: its counts, its sub-projects, when it
/// was last changed.
class ProjectCardDelegate : public LibraryCardDelegate
{
    Q_OBJECT

public:
    ProjectCardDelegate(Theme &theme, const Clock &clock, QObject *parent = nullptr);

    QRect menuButtonRect(const QRect &card) const override;
    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QString toolTipAt(const QModelIndex &index,
                      const LibraryCardGeometry &geometry,
                      const QPoint &place) const override;

private:
    int
    paintCount(const CardPainter &card, int left, int top, int count, const QString &label) const;
};

} // namespace plotleaf
