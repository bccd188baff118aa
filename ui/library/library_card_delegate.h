#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/card_grid_view.h"

namespace plotleaf {

class Clock;

/// Where the parts of a card in the library stand; cards of reports and of projects are alike, so
/// that switching views moves nothing.
struct LibraryCardGeometry
{
    QRect name;
    QRect menu;
    QRect project;
    QRect body; ///< two lines: the description, or where the search hit
    QRect tags;
    QRect footer;

    static LibraryCardGeometry of(const QRect &card, const Theme &theme);
    static QSize leastSize(const Theme &theme);
};

/// What the delegates of the library's cards have in common: their size and how they show a tool
/// tip for the part under the pointer.
class LibraryCardDelegate : public CardDelegate
{
    Q_OBJECT

public:
    LibraryCardDelegate(Theme &theme, const Clock &clock, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event,
                   QAbstractItemView *view,
                   const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    /// Plain text about what is at `place` of this card; empty: there is nothing to say.
    virtual QString toolTipAt(const QModelIndex &index,
                              const LibraryCardGeometry &geometry,
                              const QPoint &place) const = 0;

protected:
    Theme &theme() const { return m_theme; }
    const Clock &clock() const { return m_clock; }

private:
    Theme &m_theme;
    const Clock &m_clock;
};

} // namespace plotleaf
