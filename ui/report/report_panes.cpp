#include "ui/report/report_panes.h"

#include "core/base/when_done.h"
#include "core/store/library.h"
#include "ui/report/report_preview.h"
#include "ui/report/report_side_panel.h"

#include <QApplication>
#include <QKeyEvent>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace plotleaf {

namespace {

constexpr int defaultSideWidth = 260;
constexpr int minimumPaneWidth = 240;

// Settings of the library, for every report.
QString sourceShareKey()
{
    return QStringLiteral("report.sourceShare");
}
QString sidePanelKey()
{
    return QStringLiteral("report.sidePanel"); // its width; 0: hidden
}

} // namespace

ReportPanes::ReportPanes(Library &library,
                         QWidget *source,
                         ReportPreview *preview,
                         ReportSidePanel *side,
                         QWidget *parent)
    : QWidget(parent)
    , m_library(library)
    , m_source(source)
    , m_preview(preview)
    , m_side(side)
    , m_texts(new QSplitter(Qt::Horizontal, this))
    , m_all(new QSplitter(Qt::Horizontal, this))
    , m_sideWidth(defaultSideWidth)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_all);
    m_texts->addWidget(m_source);
    m_texts->addWidget(m_preview);
    m_all->addWidget(m_texts);
    m_all->addWidget(m_side);
    m_all->setStretchFactor(0, 1);
    m_all->setStretchFactor(1, 0);
    for (QSplitter *splitter : {m_texts, m_all}) {
        splitter->setHandleWidth(1);
        splitter->setChildrenCollapsible(false);
        connect(splitter, &QSplitter::splitterMoved, this, &ReportPanes::splitterMoved);
    }
    m_source->setMinimumWidth(minimumPaneWidth);
    m_preview->setMinimumWidth(minimumPaneWidth);
    m_side->hide();
    loadSettings();
}

void ReportPanes::loadSettings()
{
    whenDone(m_library.setting(sourceShareKey()), this, [this](const Result<QString> &share) {
        const double value = share ? share->toDouble() : 0.0;
        if (value > 0.05 && value < 0.95)
            m_sourceShare = value;
        placeSplitters();
    });
    whenDone(m_library.setting(sidePanelKey()), this, [this](const Result<QString> &width) {
        bool isNumber = false;
        const int value = width ? width->toInt(&isNumber) : 0;
        if (isNumber && value > 0)
            m_sideWidth = qBound(180, value, 600);
        if (!m_sideChosen && isNumber && value > 0) {
            m_side->show();
            emit sidePanelShownChanged(true);
        }
        placeSplitters();
    });
}

void ReportPanes::setMode(ReportView::Mode mode)
{
    m_mode = mode;
    m_source->setVisible(mode != ReportView::Mode::Preview);
    m_preview->setVisible(mode != ReportView::Mode::Source);
    placeSplitters();
}

bool ReportPanes::isSidePanelShown() const
{
    return !m_side->isHidden();
}

void ReportPanes::setSidePanelShown(bool shown)
{
    m_sideChosen = true;
    if (shown == isSidePanelShown())
        return;
    // What is hidden with the keyboard passes it on as Tab does, to the first link of the page.
    if (!shown && m_side->isAncestorOf(QApplication::focusWidget()))
        textPane()->setFocus(Qt::OtherFocusReason);
    m_side->setVisible(shown);
    placeSplitters();
    m_library.setSetting(sidePanelKey(), QString::number(shown ? m_sideWidth : 0));
    emit sidePanelShownChanged(shown);
}

void ReportPanes::focusOtherPane(bool next)
{
    QList<QWidget *> panes{m_source, m_preview, m_side};
    panes.removeIf([](const QWidget *pane) { return pane->isHidden(); });
    const QWidget *focused = QApplication::focusWidget();
    const auto holds = [focused](const QWidget *pane) {
        return focused != nullptr && pane->isAncestorOf(focused);
    };
    const auto current = std::find_if(panes.cbegin(), panes.cend(), holds) - panes.cbegin();
    const auto count = panes.size();
    panes.at(current == count ? 0 : (current + (next ? 1 : count - 1)) % count)
        ->setFocus(Qt::OtherFocusReason);
}

QWidget *ReportPanes::textPane() const
{
    return m_mode == ReportView::Mode::Preview ? m_preview : m_source;
}

/// From what stands beside the text, Escape leads back to it.
void ReportPanes::keyPressEvent(QKeyEvent *event)
{
    const QWidget *focused = QApplication::focusWidget();
    if (event->key() == Qt::Key_Escape && focused != nullptr && !textPane()->isAncestorOf(focused))
        textPane()->setFocus(Qt::OtherFocusReason);
    else
        QWidget::keyPressEvent(event);
}

void ReportPanes::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeSplitters();
}

void ReportPanes::splitterMoved()
{
    const QList<int> texts = m_texts->sizes();
    if (m_mode == ReportView::Mode::Both && texts.at(0) + texts.at(1) > 0) {
        m_sourceShare = double(texts.at(0)) / (texts.at(0) + texts.at(1));
        m_library.setSetting(sourceShareKey(), QString::number(m_sourceShare, 'f', 3));
    }
    if (isSidePanelShown() && m_all->sizes().at(1) != m_sideWidth) {
        m_sideWidth = m_all->sizes().at(1);
        m_library.setSetting(sidePanelKey(), QString::number(m_sideWidth));
    }
}

/// A web view begins with no width at all, so the splitters are told what to do at every change.
void ReportPanes::placeSplitters()
{
    const int side = isSidePanelShown() ? m_sideWidth : 0;
    m_all->setSizes({width() - side, side});
    const int texts = width() - side;
    const int source = int(texts * m_sourceShare);
    m_texts->setSizes({source, texts - source});
}

} // namespace plotleaf
