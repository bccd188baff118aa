#pragma once

#include <QTableWidget>

namespace plotleaf {

class Theme;

/// Names and what runs have of them: rows to read, to choose and to copy (Ctrl+C, with tabs).
class RunTable : public QTableWidget
{
    Q_OBJECT

public:
    struct Row
    {
        QStringList names;
        QStringList values; ///< one for each run
        bool isStrong = false;
    };

    RunTable(Theme &theme, const QString &objectName, const QString &name, QWidget *parent);

    /// `nameHeads`: as many as a row has names.
    void setRows(const QStringList &nameHeads, const QStringList &runs, const QVector<Row> &rows);
    /// In their order.
    QVector<int> chosenRows() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    Theme &m_theme;
};

} // namespace plotleaf
