#pragma once

#include "core/report/report_query.h"
#include "ui/library/hit_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card_grid_view.h"

#include <QCache>

namespace plotleaf {

class Clock;

/// Where the parts of a report's card stand.
struct ReportCardGeometry
{
    QRect name;
    QRect menu;
    QRect project;
    QRect body; ///< two lines: the description, or where the search hit
    QRect tags;
    QRect footer;

    static ReportCardGeometry of(const QRect &card, const Theme &theme);
    static QSize leastSize(const Theme &theme);
};

/// Draws a report (ReportListModel::HitRole) as a card and edits its name in place. What costs
/// time, breaking and eliding texts, is done once per report and width.
class ReportCardDelegate : public CardDelegate
{
    Q_OBJECT

public:
    ReportCardDelegate(Theme &theme, const Clock &clock, QObject *parent = nullptr);

    QRect menuButtonRect(const QRect &card) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event,
                   QAbstractItemView *view,
                   const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    QWidget *createEditor(QWidget *parent,
                          const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor,
                              const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
    void setModelData(QWidget *editor,
                      QAbstractItemModel *model,
                      const QModelIndex &index) const override;

signals:
    void renamed(const plotleaf::ReportId &id, const QString &name) const;
    /// A name that cannot be taken was entered.
    void nameRefused(const QString &why) const;

private:
    struct Texts
    {
        QString name;
        QString project;
        QVector<HitLine> body;
    };
    const Texts &texts(const ReportHit &hit, const ReportCardGeometry &geometry) const;
    void paintBody(QPainter &painter, const QRect &rect, const QVector<HitLine> &lines) const;
    QString footerText(const ReportSummary &summary) const;
    QString toolTip(const ReportSummary &summary,
                    const ReportCardGeometry &geometry,
                    const QPoint &place) const;

    Theme &m_theme;
    const Clock &m_clock;
    mutable QCache<QString, Texts> m_texts;
};

} // namespace plotleaf
