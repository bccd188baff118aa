#pragma once

#include "core/store/open_report.h"

#include <QUrl>
#include <QWidget>

class QPushButton;

namespace plotleaf {

class BlockedImagesNotice;
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
    /// The report shows data of this server, which is not known; empty: of none.
    void setUnknownServer(const QUrl &web);
    /// The server's text has not been read yet.
    void setTextMissing(bool missing);
    /// Why it is still not here; empty: it is on its way.
    void explainMissingText(const QString &why);
    BlockedImagesNotice &blockedImages() { return *m_images; }
    void setSaveState(OpenReport::State state, const QString &problem);
    /// The preview does not work or had to start again; empty: all is well.
    void setPreviewProblem(const QString &message);
    /// Something that was asked for could not be done.
    void showProblem(const QString &message);

signals:
    void duplicateWanted();
    void saveWanted();
    void serverWanted(const QUrl &web);
    /// The text that is missing shall be asked for again.
    void textWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    NoticeBar *m_locked;
    NoticeBar *m_missing;
    QPushButton *m_askForText;
    NoticeBar *m_notSaved;
    NoticeBar *m_preview;
    NoticeBar *m_server;
    BlockedImagesNotice *m_images;
    NoticeBar *m_problem;
    QUrl m_unknownServer;
    bool m_isLocked = false; ///< a bar that was closed does not come back by itself
};

} // namespace plotleaf
