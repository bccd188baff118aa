#pragma once

#include "core/report/report.h"
#include "ui/dialogs/dialog_frame.h"

class QLineEdit;

namespace plotleaf {

/// Renames a report that is not on a card just now (it is open in a tab).
class RenameDialog : public DialogFrame
{
    Q_OBJECT

public:
    RenameDialog(Theme &theme, const ReportSummary &report, QWidget *parent = nullptr);

    QString name() const;

public slots:
    void accept() override;

private:
    QLineEdit *m_name;
};

} // namespace plotleaf
