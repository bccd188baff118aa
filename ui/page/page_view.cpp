#include "ui/page/page_view.h"

#include "ui/page/link_rules.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QWebEngineContextMenuRequest>

namespace plotleaf {

PageView::PageView(QWebEnginePage *page, QWidget *parent) : QWebEngineView(parent)
{
    setPage(page);
    setAcceptDrops(false);
    setObjectName(QStringLiteral("reportPageView"));
    setAccessibleName(tr("Report"));
}

void PageView::contextMenuEvent(QContextMenuEvent *event)
{
    const QWebEngineContextMenuRequest *request = lastContextMenuRequest();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy = menu->addAction(tr("Copy"));
    copy->setEnabled(request && !request->selectedText().isEmpty());
    connect(copy, &QAction::triggered, this, [this] { triggerPageAction(QWebEnginePage::Copy); });
    const QUrl link = request ? request->linkUrl() : QUrl();
    if (LinkRules::isOutside(link)) {
        connect(menu->addAction(tr("Copy link address")), &QAction::triggered, this, [link] {
            QGuiApplication::clipboard()->setText(link.toString(QUrl::FullyEncoded));
        });
    }
    connect(menu->addAction(tr("Select all")), &QAction::triggered, this,
            [this] { triggerPageAction(QWebEnginePage::SelectAll); });
    menu->popup(event->globalPos());
}

} // namespace plotleaf
