#pragma once

#include "core/markdown/markdown_document.h"
#include "core/store/open_report.h"
#include "ui/report/report_view_services.h"

#include <QUrl>
#include <QWidget>

#include <memory>
#include <optional>

class QAction;

namespace plotleaf {

/// One open report: source, preview, what is known about it, and the tools to write it. The main
/// window puts it into its stack and its actions into the menus; everything else is in here.
///
/// GUI thread. The preview's page is made after the editor was painted for the first time, so that
/// a window that opens a report can be typed into at once.
class ReportView : public QWidget
{
    Q_OBJECT

public:
    enum class Mode { Source, Both, Preview };
    Q_ENUM(Mode)
    /// The menu an action belongs to.
    enum class Menu { Edit, Format, Insert, View };
    Q_ENUM(Menu)

    /// `report` as the library returned it; `recovered`: what Library::recovered() returned for it.
    ReportView(const ReportViewServices &services,
               Report report,
               std::optional<QString> recovered,
               QWidget *parent = nullptr);
    /// Text that is not yet on disk is written before this returns.
    ~ReportView() override;

    ReportId reportId() const;
    /// The report's name.
    QString title() const;
    /// The text takes no changes: it is published, or still to come from the server.
    bool isLocked() const;
    bool isTextMissing() const;
    bool isArchived() const;
    /// Why a missing text is still not here; empty: it is on its way.
    void explainMissingText(const QString &why);
    /// Other servers are known than before.
    void serversChanged();
    OpenReport::State saveState() const;
    Mode mode() const;

    /// In menu order; a separator action stands between groups. Owned by the view. Their shortcuts
    /// work while the view has the focus, whether or not they are in a menu.
    QList<QAction *> menuActions(Menu menu) const;

    /// Saves now; finished when it is on disk.
    QFuture<Result<void>> saveNow();
    void setMode(Mode mode);
    /// Puts the cursor there and shows the line in both panes. Counted from 0.
    void goToLine(int line);
    /// Puts code (of frames or panels, whole lines) at the cursor, on lines of its own and with
    /// names that no frame here has yet. False: the report is locked.
    bool insertCode(const QString &code);

signals:
    void titleChanged(const QString &title);
    void saveStateChanged(plotleaf::OpenReport::State state);
    void modeChanged(plotleaf::ReportView::Mode mode);
    /// A person asks once more for a text that is missing.
    void textWanted(const plotleaf::ReportId &id);
    /// A server of which the report shows data, and that is not known, shall be added.
    void serverWanted(const QUrl &web);
    /// A button in the view asks to leave it (back to the library).
    void closeRequested();
    /// A link to another report was clicked.
    void reportLinkActivated(const plotleaf::ReportId &id);
    /// A locked report shall be gone on with as a copy.
    void duplicateRequested(const plotleaf::ReportId &id);
    /// The name, project, tags shall be changed by the application's own dialogs.
    void renameRequested(const plotleaf::ReportId &id);
    void moveRequested(const plotleaf::ReportId &id);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace plotleaf
