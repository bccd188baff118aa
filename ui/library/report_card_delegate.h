#pragma once

#include "core/report/report_query.h"
#include "ui/library/hit_text.h"
#include "ui/library/library_card_delegate.h"

#include <QCache>
#include <QHash>

namespace plotleaf {

/// Draws a report (ReportListModel::HitRole) as a card and edits its name in place. What costs
/// time, breaking and eliding texts, is done once per report and width.
class ReportCardDelegate : public LibraryCardDelegate
{
    Q_OBJECT

public:
    ReportCardDelegate(Theme &theme, const Clock &clock, QObject *parent = nullptr);

    /// Names of the servers by their workspace; with none, cards do not say where reports live.
    void setServers(const QHash<QString, QString> &names);

    QRect menuButtonRect(const QRect &card) const override;
    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QString toolTipAt(const QModelIndex &index,
                      const LibraryCardGeometry &geometry,
                      const QPoint &place) const override;

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
        QVector<HitLine> name; ///< at most one
        QString project;
        QVector<HitLine> body;
    };
    const Texts &texts(const ReportHit &hit,
                       const QString &markedName,
                       const LibraryCardGeometry &geometry) const;
    void paintLines(QPainter &painter,
                    const QRect &rect,
                    const QVector<HitLine> &lines,
                    FontRole font) const;
    QString footerText(const ReportSummary &summary) const;

    QString placeOf(const ReportSummary &summary) const;

    QHash<QString, QString> m_servers;
    mutable QCache<QString, Texts> m_texts;
};

} // namespace plotleaf
