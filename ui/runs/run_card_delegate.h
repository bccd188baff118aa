#pragma once

#include <QStyledItemDelegate>

namespace plotleaf {

class Clock;
class Theme;

/// Draws a run of a RunListModel on two lines: its name, then state, project, iteration and time,
/// then tags. GUI thread.
class RunCardDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    RunCardDelegate(const Theme &theme, const Clock &clock, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    const Theme &m_theme;
    const Clock &m_clock;
};

} // namespace plotleaf
