#pragma once

#include "core/report/report.h"
#include "ui/dialogs/dialog_frame.h"

class QLineEdit;
class QListWidget;

namespace plotleaf {

class Library;

/// Chooses the tags of a report among those in use, and adds new ones.
class TagsDialog : public DialogFrame
{
    Q_OBJECT

public:
    TagsDialog(Library &library,
               Theme &theme,
               const ReportSummary &report,
               QWidget *parent = nullptr);

    /// Sorted, unique.
    QStringList tags() const;

public slots:
    /// A tag still standing in the field is meant to be added.
    void accept() override;

private:
    void addTyped();
    void setChecked(const QString &tag, bool checked);
    void narrow(const QString &text);

    QLineEdit *m_field;
    QListWidget *m_list;
};

} // namespace plotleaf
