#pragma once

#include "ui/runs/chart_curve.h"
#include "ui/runs/run_tab.h"

class QGridLayout;
class QLineEdit;
class QScrollArea;

namespace plotleaf {

class ChartControls;
class ScalarCard;

/// The curves of the runs chosen: one run shows each metric with all of its variants, a comparison
/// each variant by itself.
class ScalarsTab : public RunTab
{
    Q_OBJECT

public:
    explicit ScalarsTab(Theme &theme, QWidget *parent = nullptr);

    const QVector<ScalarCard *> &cards() const { return m_cards; }

protected:
    void load() override;
    void clear() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// A metric: its heading and its graphics.
    struct Group
    {
        QString metric;
        QWidget *head = nullptr;
        QVector<ScalarCard *> cards;
    };

    void show(const QVector<RunMetric> &metrics);
    void addGroup(const QString &metric, const QStringList &variants);
    void arrange();

    ChartControls *m_controls;
    QLineEdit *m_filter;
    QScrollArea *m_scroll;
    QWidget *m_page = nullptr;
    QVector<Group> m_groups;
    QVector<ScalarCard *> m_cards;
};

} // namespace plotleaf
