#pragma once

#include "core/services/clearml/widgets/clearml_frame.h"
#include "ui/dialogs/dialog_frame.h"
#include "ui/runs/frame_name_fields.h"
#include "ui/runs/run_place.h"

#include <QTimer>

class QComboBox;
class QFormLayout;
class QLabel;
class QRadioButton;
class QSpinBox;

namespace plotleaf {

class FigurePreview;
class FrameFilterFields;
class FrameRunFields;
struct ReportViewServices;

/// Changes a ClearML widget of a report: whose data it shows, which of it, over which axis. What it
/// will show is drawn while one changes it. Everything in its code that the form does not know
/// stays as it is. Accepted: code() is the new code. GUI thread.
class FrameForm : public DialogFrame
{
    Q_OBJECT

public:
    /// `catalog`: of the frame's server; null: it is not among those that are known, and names
    /// cannot be looked up. Everything that `services` refers to must outlive the form.
    FrameForm(const ReportViewServices &services,
              std::shared_ptr<RunCatalog> catalog,
              const ClearmlFrame &frame,
              QWidget *parent = nullptr);
    ~FrameForm() override;

    /// The web app of the server that the report is on; see PanelFeeds::setServer().
    void setServer(const QUrl &web);

    QString code() const { return m_frame.code(); }

private:
    QWidget *makeFields();
    void addRuns(QFormLayout &form);
    void addLook(QFormLayout &form);
    /// Fields into m_frame.
    void takeFields();
    void runsChanged();
    /// Whether the fields say runs at all, without asking anyone.
    void judge();
    void askRuns();
    void showRuns(const Result<QVector<RunCard>> &runs);
    void tell(const QString &text);

    std::shared_ptr<RunCatalog> m_catalog;
    const ClearmlFrame m_before;
    ClearmlFrame m_frame; ///< as the fields say it
    quint64 m_asked = 0;  ///< answers to older questions are dropped
    QRadioButton *m_these;
    QRadioButton *m_found;
    FrameRunFields *m_runs;
    FrameFilterFields *m_filter;
    FrameNameFields *m_names;
    QLabel *m_told;
    QComboBox *m_xAxis;
    QComboBox *m_refresh;
    QSpinBox *m_height;
    FigurePreview *m_preview;
    QTimer m_typing;     ///< the preview waits until one has stopped
    QTimer m_runsTyping; ///< so do names, which other runs may have
};

} // namespace plotleaf
