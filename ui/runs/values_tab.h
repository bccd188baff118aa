#pragma once

#include "ui/runs/run_tab.h"

namespace plotleaf {

class RunTable;

/// The values without steps of the runs chosen. What is embedded are the rows that are chosen, or
/// all.
class ValuesTab : public RunTab
{
    Q_OBJECT

public:
    explicit ValuesTab(Theme &theme, QWidget *parent = nullptr);

protected:
    void load() override;
    void clear() override;

private:
    void fill(const QVector<RunScalar> &values);
    RunEmbed wish() const;

    QVector<RunScalar> m_values;
    RunTable *m_table;
    EmbedButton *m_embed;
};

} // namespace plotleaf
