#pragma once

#include "core/markdown/markdown_document.h"

#include <QTreeWidget>

namespace plotleaf {

/// The report's headings as a tree. Clicking one goes there; the one that the cursor is in is
/// marked. GUI thread.
class OutlineView : public QTreeWidget
{
    Q_OBJECT

public:
    explicit OutlineView(QWidget *parent = nullptr);

    /// Rebuilt only when the headings differ; a heading that only moved keeps its place in the
    /// tree.
    void setHeadings(const QVector<MarkdownHeading> &headings);
    void setCurrentLine(int line);

signals:
    void lineChosen(int line);

private:
    void rebuild();
    void updateLines();

    QVector<MarkdownHeading> m_headings;
    QVector<QTreeWidgetItem *> m_items; ///< one for each heading
    int m_currentLine = 0;
};

} // namespace plotleaf
