#include "ui/report/report_view.h"

#include "core/base/id_source.h"
#include "core/services/clearml/clearml_text_check.h"
#include "ui/report/report_view_private.h"
#include "ui/theme/theme.h"

#include <QApplication>

namespace plotleaf {

ReportView::ReportView(const ReportViewServices &services,
                       Report report,
                       std::optional<QString> recovered,
                       QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(*this, services, std::move(report), std::move(recovered)))
{
    setObjectName(QStringLiteral("reportView"));
    d->compose();
    d->connectText();
    d->connectReport();
    d->connectTools();
    d->refreshSummary();
}

ReportView::~ReportView()
{
    d->side->commit();
    d->flow->flush(); // the open report then writes it and waits
}

ReportId ReportView::reportId() const
{
    return d->open->summary().id;
}

QString ReportView::title() const
{
    return d->open->summary().name;
}

bool ReportView::isLocked() const
{
    return d->open->isLocked();
}

bool ReportView::isTextMissing() const
{
    return d->open->isTextMissing();
}

void ReportView::explainMissingText(const QString &why)
{
    d->notices->explainMissingText(why);
}

void ReportView::serversChanged()
{
    d->showUnknownServer();
}

bool ReportView::isArchived() const
{
    return d->open->summary().archived;
}

OpenReport::State ReportView::saveState() const
{
    return d->open->state();
}

ReportView::Mode ReportView::mode() const
{
    return d->panes->mode();
}

QList<QAction *> ReportView::menuActions(Menu menu) const
{
    switch (menu) {
    case Menu::Edit:
        return d->editorActions->edit();
    case Menu::Format:
        return d->editorActions->format();
    case Menu::Insert:
        return d->editorActions->insert();
    case Menu::View:
        break;
    }
    return d->viewActions->all();
}

QFuture<Result<void>> ReportView::saveNow()
{
    d->side->commit();
    d->flow->flush();
    return d->open->save();
}

void ReportView::setMode(Mode mode)
{
    const bool isChange = mode != d->panes->mode();
    // When a pane that has the keyboard is hidden Qt passes it on as Tab does, and the page would
    // go to its first link.
    QWidget *const focused = QApplication::focusWidget();
    const bool hadFocus = focused != nullptr && isAncestorOf(focused);
    if (hadFocus)
        focused->clearFocus();
    d->panes->setMode(mode);
    d->viewActions->setMode(mode);
    d->scrollSync->setEnabled(mode == Mode::Both && d->scrollsTogether);
    setFocusProxy(mode == Mode::Preview ? static_cast<QWidget *>(d->preview) : d->editor);
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
    if (isChange)
        emit modeChanged(mode);
}

void ReportView::goToLine(int line)
{
    d->editor->goToLine(line);
    d->preview->scrollToLine(line, 0.0);
    setFocus();
}

bool ReportView::insertCode(const QString &code)
{
    if (isLocked())
        return false;
    RandomIdSource ids;
    QTextCursor cursor = d->editor->textCursor();
    const ClearmlInsertion insertion =
        clearmlInsertion(d->editor->text(), cursor.selectionEnd(), code, ids);
    cursor.setPosition(int(insertion.start));
    cursor.insertText(insertion.inserted);
    cursor.setPosition(int(insertion.cursor));
    d->editor->setTextCursor(cursor);
    d->editor->ensureCursorVisible();
    return true;
}

} // namespace plotleaf
