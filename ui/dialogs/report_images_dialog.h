#pragma once

#include "core/sync/report_images.h"
#include "ui/dialogs/dialog_frame.h"

class QLabel;
class QPushButton;
class QTreeWidget;

namespace plotleaf {

class Library;

/// The pictures of a report with their sizes, those that its text does not show among them, and a
/// way to be rid of these. Works on the text as it is saved.
class ReportImagesDialog : public DialogFrame
{
    Q_OBJECT

public:
    /// `assets`: the files of the report's server; null: it has none, or cannot be reached now.
    ReportImagesDialog(Library &library,
                       Theme &theme,
                       const ReportSummary &report,
                       std::shared_ptr<RemoteAssets> assets,
                       QWidget *parent = nullptr);

private:
    /// Again, after `problem`, if any.
    void load(const QString &problem);
    void fill(const Result<ReportImages> &images);
    QStringList unused() const;
    void askRemoval();
    void removeUnused();

    Library &m_library;
    const ReportSummary m_report;
    const std::shared_ptr<RemoteAssets> m_assets;
    ReportImages m_images;
    QTreeWidget *m_list;
    QLabel *m_total;
    QPushButton *m_remove;
};

} // namespace plotleaf
