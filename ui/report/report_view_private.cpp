#include "ui/report/report_view_private.h"

#include "core/base/when_done.h"
#include "core/report/report_link.h"
#include "core/store/library.h"
#include "core/sync/workspaces.h"
#include "ui/editor/cheat_sheet.h"
#include "ui/editor/line_commands.h"
#include "ui/report/link_dialog.h"
#include "ui/report/unknown_server.h"
#include "ui/theme/theme.h"

#include <QDesktopServices>
#include <QEvent>
#include <QFileDialog>
#include <QInputDialog>
#include <QPointer>
#include <QTextBlock>
#include <QToolBar>
#include <QVBoxLayout>

namespace plotleaf {

namespace {

QString lineNumbersKey()
{
    return QStringLiteral("report.lineNumbers"); // "1": shown
}

} // namespace

ReportView::Private::Private(ReportView &view,
                             const ReportViewServices &given,
                             Report report,
                             std::optional<QString> recovered)
    : q(view)
    , services(given)
    , open(std::make_unique<OpenReport>(given.library, std::move(report), std::move(recovered)))
    , markdown(std::make_unique<MarkdownService>(given.markdownHelper))
    , feeds(std::make_unique<PanelFeeds>(given.runSources, given.clock, given.baseFolder))
    , assets(std::make_unique<AssetIndex>(given.library, open->summary().id))
    , editor(new SourceEditor(given.theme))
    , findBar(new FindBar(*editor, given.theme))
    , editorActions(new EditorActions(*editor, *findBar, given.theme, &view))
    , viewActions(new ViewActions(given.theme, &view))
    , notices(new ReportNotices(given.theme, &view))
    , side(new ReportSidePanel(given.theme))
    , preview(new ReportPreview(given.theme, *assets, *feeds, given.remoteImages))
    , status(new ReportStatusLine(given.theme, &view))
    , clearmlPanel(new ClearmlViewPanel(given.theme, &view))
{
    clearmlView = std::make_unique<ClearmlViewControl>(*markdown, *preview, *clearmlPanel);
    feeds->setCache(given.runCache);
    editor->loadText(open->text());
    flow = std::make_unique<TextFlow>(*editor, *open, *markdown);
    scrollSync = std::make_unique<ScrollSync>(*editor, *preview);
    inserter = std::make_unique<AssetInserter>(*editor, given.library, *assets,
                                               [this] { return open->summary().id; });
    panelEditing =
        std::make_unique<PanelEditing>(*editor, given.runSources, given.baseFolder, view);
    fenceAssist = std::make_unique<FenceAssist>(*editor, *feeds, given.theme,
                                                [this] { return serverSources(); });
    frameEditing = std::make_unique<FrameEditing>(*editor, services, view);
    if (given.remoteConsents) {
        remoteImages = std::make_unique<RemoteImagesControl>(
            open->summary().id, *given.remoteConsents, *preview, notices->blockedImages());
    }
}

ReportView::Private::~Private()
{
    // The page holds panels' feeds and asks for assets; as a child of the view it would outlive
    // both.
    scrollSync.reset();
    remoteImages.reset();
    clearmlView.reset();
    delete preview;
}

void ReportView::Private::compose()
{
    auto *tools = new QToolBar(&q);
    tools->setObjectName(QStringLiteral("reportTools"));
    tools->setAccessibleName(tr("Tools"));
    tools->setIconSize(QSize(IconSize::m, IconSize::m));
    editorActions->fillToolBar(*tools);
    auto *space = new QWidget(tools);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    tools->addWidget(space);
    viewActions->fillToolBar(*tools);

    auto *source = new QWidget;
    auto *sourceColumn = new QVBoxLayout(source);
    sourceColumn->setContentsMargins(0, 0, 0, 0);
    sourceColumn->setSpacing(0);
    sourceColumn->addWidget(editor, 1);
    sourceColumn->addWidget(findBar);
    source->setFocusProxy(editor);
    panes = new ReportPanes(services.library, source, preview, side, &q);

    auto *column = new QVBoxLayout(&q);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(tools);
    column->addWidget(notices);
    column->addWidget(panes, 1);
    column->addWidget(clearmlPanel);
    column->addWidget(status);
    for (const Menu menu : {Menu::Edit, Menu::Format, Menu::Insert, Menu::View})
        q.addActions(q.menuActions(menu));
    viewActions->setMode(panes->mode());
    q.setFocusProxy(editor);
    restoreLineNumbers();
}

void ReportView::Private::connectText()
{
    connect(markdown.get(), &MarkdownService::rendered, this, &Private::showDocument);
    connect(markdown.get(), &MarkdownService::failed, this, [this](const QString &message) {
        m_markdownFailed = true;
        preview->showProblem(message);
        if (m_panelAsked)
            askPanel();
    });
    connect(editor, &QPlainTextEdit::cursorPositionChanged, this, &Private::showCursor);
    connect(editor, &QPlainTextEdit::selectionChanged, this, &Private::showCursor);
    connect(editor, &SourceEditor::imagePasted, inserter.get(), &AssetInserter::insertImage);
    connect(editor, &SourceEditor::filesPasted, inserter.get(), &AssetInserter::insertFiles);
    connect(inserter.get(), &AssetInserter::failed, notices, &ReportNotices::showProblem);
    connect(panelEditing.get(), &PanelEditing::refused, notices, &ReportNotices::showProblem);
    connect(frameEditing.get(), &FrameEditing::refused, notices, &ReportNotices::showProblem);
    connect(preview, &ReportPreview::linkActivated, this, &Private::askLink);
    connect(preview, &ReportPreview::linkRefused, this, &Private::explainLink);
    if (remoteImages) {
        connect(remoteImages.get(), &RemoteImagesControl::linkWanted, this, &Private::askLink);
        connect(remoteImages.get(), &RemoteImagesControl::failed, notices,
                &ReportNotices::showProblem);
    }
    connect(preview, &ReportPreview::taskToggled, this, &Private::toggleTask);
    connect(preview, &ReportPreview::crashed, this, [this] {
        notices->setPreviewProblem(tr("The preview stopped and was started again."));
    });
    connect(assets.get(), &AssetIndex::loaded, this, &Private::startPreview);
    // The preview waits until the source has been seen: a window that can be typed into comes
    // first.
    editor->viewport()->installEventFilter(this);
    preview->installEventFilter(this);
}

void ReportView::Private::connectReport()
{
    connect(open.get(), &OpenReport::stateChanged, this, &Private::showState);
    connect(open.get(), &OpenReport::summaryChanged, this, &Private::refreshSummary);
    connect(open.get(), &OpenReport::conflictSaved, this, [this] {
        notices->showProblem(tr("The same lines were changed elsewhere meanwhile. Yours stand; the "
                                "others are among the report's versions."));
    });
    Library *library = &services.library;
    connect(side, &ReportSidePanel::descriptionChanged, this,
            [this, library](const QString &description) {
                whenDone(library->setDescription(open->summary().id, description), this,
                         [this](const Result<void> &result) {
                             if (!result)
                                 notices->showProblem(result.error().message);
                         });
            });
    connect(side, &ReportSidePanel::tagsChanged, this, [this, library](const QStringList &tags) {
        whenDone(library->setTags(open->summary().id, tags), this,
                 [this](const Result<void> &result) {
                     if (!result)
                         notices->showProblem(result.error().message);
                 });
    });
    connect(side, &ReportSidePanel::moveRequested, &q,
            [this] { emit q.moveRequested(open->summary().id); });
    connect(side, &ReportSidePanel::renameRequested, &q,
            [this] { emit q.renameRequested(open->summary().id); });
    connect(side, &ReportSidePanel::lineChosen, &q, &ReportView::goToLine);
    connect(notices, &ReportNotices::duplicateWanted, &q,
            [this] { emit q.duplicateRequested(open->summary().id); });
    connect(notices, &ReportNotices::serverWanted, &q, &ReportView::serverWanted);
    connect(notices, &ReportNotices::textWanted, &q,
            [this] { emit q.textWanted(open->summary().id); });
    connect(notices, &ReportNotices::saveWanted, &q, [this] { open->save(); });
}

void ReportView::Private::connectTools()
{
    connect(editorActions, &EditorActions::goToLineWanted, this, &Private::askLine);
    connect(editorActions, &EditorActions::imageWanted, this, &Private::askImage);
    connect(editorActions, &EditorActions::panelWanted, this, &Private::askPanel);
    connect(editorActions, &EditorActions::completionWanted, fenceAssist.get(),
            &FenceAssist::offer);
    connect(status, &ReportStatusLine::goToLineWanted, this, &Private::askLine);
    connect(viewActions, &ViewActions::modeChosen, &q, &ReportView::setMode);
    connect(viewActions, &ViewActions::sidePanelChosen, panes, &ReportPanes::setSidePanelShown);
    connect(viewActions, &ViewActions::paneWanted, panes, &ReportPanes::focusOtherPane);
    connect(panes, &ReportPanes::sidePanelShownChanged, viewActions,
            &ViewActions::setSidePanelShown);
    connect(viewActions, &ViewActions::lineNumbersChosen, this, [this](bool shown) {
        editor->setLineNumbersShown(shown);
        services.library.setSetting(lineNumbersKey(),
                                    shown ? QStringLiteral("1") : QStringLiteral("0"));
    });
    connect(viewActions, &ViewActions::clearmlViewChosen, this, &Private::setClearmlView);
    if (services.workspaces)
        connect(services.workspaces, &Workspaces::listChanged, this, &Private::setServer);
    connect(clearmlPanel, &ClearmlViewPanel::closed, this, [this] { setClearmlView(false); });
    connect(clearmlPanel, &ClearmlViewPanel::lineWanted, &q, &ReportView::goToLine);
    connect(viewActions, &ViewActions::scrollSyncChosen, this, [this](bool together) {
        scrollsTogether = together;
        scrollSync->setEnabled(together && panes->mode() == Mode::Both);
    });
    connect(viewActions, &ViewActions::cheatSheetWanted, this, [this] {
        auto *shown = q.findChild<CheatSheet *>();
        auto *sheet = shown ? shown : new CheatSheet(services.theme, &q);
        sheet->show();
        sheet->raise();
        sheet->activateWindow();
    });
}

void ReportView::Private::restoreLineNumbers()
{
    whenDone(services.library.setting(lineNumbersKey()), this,
             [this](const Result<QString> &shown) {
                 const bool isShown = shown && *shown == QStringLiteral("1");
                 editor->setLineNumbersShown(isShown);
                 viewActions->setLineNumbersShown(isShown);
             });
}

bool ReportView::Private::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && !m_painted) {
        m_painted = true;
        editor->viewport()->removeEventFilter(this);
        preview->removeEventFilter(this);
        // Behind the paint that is going on.
        QMetaObject::invokeMethod(this, &Private::startPreview, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

/// The page asks for pictures at once, so it also waits until it is known which there are.
void ReportView::Private::startPreview()
{
    if (m_painted && assets->isLoaded())
        preview->start();
}

void ReportView::Private::showDocument(const MarkdownDocumentPtr &document)
{
    m_document = document;
    m_markdownFailed = false;
    clearmlView->show(document, editor->text());
    side->setHeadings(document->outline);
    side->setCurrentLine(editor->textCursor().blockNumber());
    status->setWords(document->words);
    showUnknownServer();
    if (m_panelAsked)
        askPanel();
}

void ReportView::Private::showUnknownServer()
{
    if (m_document && services.isServerKnown)
        notices->setUnknownServer(unknownServerOf(*m_document, services.isServerKnown));
}

/// There is nothing to compare where only the source is seen.
void ReportView::Private::setClearmlView(bool on)
{
    clearmlView->setOn(on);
    viewActions->setClearmlViewShown(on);
    if (on && q.mode() == Mode::Source)
        q.setMode(Mode::Both);
}

/// As panels name them.
QStringList ReportView::Private::serverSources() const
{
    QStringList sources;
    for (const Workspace &workspace :
         services.workspaces ? services.workspaces->list() : QVector<Workspace>())
        sources << workspace.id;
    return sources;
}

QUrl ReportView::Private::serverOf(const ReportSummary &summary) const
{
    const Workspace *workspace =
        services.workspaces ? services.workspaces->find(summary.workspace) : nullptr;
    return workspace ? QUrl(workspace->address) : QUrl();
}

/// For whoever needs to know what the report's server is.
void ReportView::Private::setServer()
{
    const QUrl web = serverOf(open->summary());
    clearmlView->setServer(web);
    feeds->setServer(web);
    frameEditing->setServer(web);
}

void ReportView::Private::showCursor()
{
    const QTextCursor cursor = editor->textCursor();
    status->setCursor(cursor.blockNumber(), cursor.positionInBlock(),
                      cursor.selectionEnd() - cursor.selectionStart());
    side->setCurrentLine(cursor.blockNumber());
}

void ReportView::Private::showState()
{
    status->setState(open->state(), open->problem());
    notices->setSaveState(open->state(), open->problem());
    emit q.saveStateChanged(open->state());
}

void ReportView::Private::refreshSummary()
{
    const bool locked = open->isLocked();
    if (locked != editor->isReadOnly())
        editor->setLocked(locked);
    editorActions->setLocked(locked);
    const bool published = open->summary().status == ReportStatus::Published;
    notices->setLocked(published && !open->isTextMissing());
    notices->setTextMissing(open->isTextMissing());
    status->setLocked(published);
    status->setSync(open->summary().sync);
    side->setSummary(open->summary());
    setServer();
    emit q.titleChanged(open->summary().name);
}

void ReportView::Private::toggleTask(int line, bool checked)
{
    const QTextBlock block = editor->document()->findBlockByNumber(line);
    if (!block.isValid() || open->isLocked())
        return;
    // Not the editor's own cursor: it stays where the person left it.
    applyToDocument(QTextCursor(block), [checked](const Passage &passage) {
        return line_commands::setTaskDone(passage, checked);
    });
}

void ReportView::Private::askLink(const QUrl &url)
{
    if (const std::optional<ReportId> report = reportOfLink(url.toString())) {
        emit q.reportLinkActivated(*report);
        return;
    }
    auto *dialog = new LinkDialog(url, &q);
    connect(dialog, &QDialog::accepted, this, [url] { QDesktopServices::openUrl(url); });
    dialog->open();
}

void ReportView::Private::explainLink(const QString &href)
{
    auto *dialog = new LinkDialog(href, &q);
    dialog->open();
}

void ReportView::Private::askLine()
{
    auto *dialog = new QInputDialog(&q);
    dialog->setObjectName(QStringLiteral("goToLineDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setWindowTitle(tr("Go to line"));
    dialog->setLabelText(tr("Line, 1 to %1").arg(editor->blockCount()));
    dialog->setIntRange(1, editor->blockCount());
    dialog->setIntValue(editor->textCursor().blockNumber() + 1);
    connect(dialog, &QInputDialog::intValueSelected, &q,
            [this](int line) { q.goToLine(line - 1); });
    dialog->open();
}

void ReportView::Private::askImage()
{
    auto *dialog = new QFileDialog(&q, tr("Insert images"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilter(tr("Images (*.png *.jpg *.jpeg *.gif *.webp *.svg *.bmp)"));
    connect(dialog, &QFileDialog::filesSelected, inserter.get(), &AssetInserter::insertFiles);
    dialog->open();
}

/// Which panels there are is known of the newest text only, and that may still be on its way.
void ReportView::Private::askPanel()
{
    if (!m_panelAsked && frameEditing->ask())
        return;
    flow->flush();
    const MarkdownDocumentPtr &document = m_document;
    m_panelAsked = !m_markdownFailed && (!document || document->version != flow->version());
    if (!m_panelAsked)
        panelEditing->ask(m_markdownFailed ? nullptr : document);
}

} // namespace plotleaf
