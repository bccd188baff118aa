#pragma once

#include <QWebEngineView>

namespace plotleaf {

/// The view of a report: a web view with a context menu of our own and nothing dropped into it.
class PageView : public QWebEngineView
{
    Q_OBJECT

public:
    explicit PageView(QWebEnginePage *page, QWidget *parent = nullptr);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
};

} // namespace plotleaf
