#pragma once

#include "core/services/clearml/clearml_differences.h"

#include <QFrame>

class QLabel;
class QTreeWidget;

namespace plotleaf {

class Theme;

/// What of a text looks different in ClearML's web app: line, what it is, and what becomes of it
/// there. GUI thread.
class ClearmlViewPanel : public QFrame
{
    Q_OBJECT

public:
    explicit ClearmlViewPanel(Theme &theme, QWidget *parent = nullptr);

    void setDifferences(const QVector<ClearmlDifference> &differences);

signals:
    /// A row was chosen; counted from 0.
    void lineWanted(int line);
    /// The person has seen enough.
    void closed();

private:
    QLabel *m_title;
    QTreeWidget *m_list;
};

} // namespace plotleaf
