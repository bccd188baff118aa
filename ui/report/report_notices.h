#pragma once

#include "core/store/open_report.h"

#include <QWidget>

namespace plotleaf {

class NoticeBar;
class Theme;

/// The bars between the tools and the text: what is out of the ordinary with this report, as long
/// as it is. GUI thread.
class ReportNotices : public QWidget
{
    Q_OBJECT

public:
    explicit ReportNotices(Theme &theme, QWidget *parent = nullptr);

    void setLocked(bool locked);
    void setSaveState(OpenReport::State state, const QString &problem);
    /// The preview does not work or had to start again; empty: all is well.
    void setPreviewProblem(const QString &message);
    /// Something that was asked for could not be done.
    void showProblem(const QString &message);

signals:
    void duplicateWanted();
    void saveWanted();

private:
    NoticeBar *m_locked;
    NoticeBar *m_notSaved;
    NoticeBar *m_preview;
    NoticeBar *m_problem;
};

} // namespace plotleaf
