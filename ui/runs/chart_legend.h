#pragma once

#include <QColor>
#include <QListWidget>
#include <QVector>

namespace plotleaf {

class Theme;

/// The names of curves with their colours, in as many lines as they need. A click or Space hides a
/// curve or shows it again. GUI thread.
class ChartLegend : public QListWidget
{
    Q_OBJECT

public:
    struct Entry
    {
        QString key;
        QString name;
        QColor color;
        bool isShown = true;

        friend bool operator==(const Entry &, const Entry &) = default;
    };

    explicit ChartLegend(const Theme &theme, QWidget *parent = nullptr);

    void setEntries(const QVector<Entry> &entries);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, 0}; }

signals:
    void shownChanged(const QString &key, bool shown);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void toggle(const QListWidgetItem *item);
    QIcon swatch(const Entry &entry) const;
    void fitHeight();

    const Theme &m_theme;
    QVector<Entry> m_entries;
};

} // namespace plotleaf
