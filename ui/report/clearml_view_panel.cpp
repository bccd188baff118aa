#include "ui/report/clearml_view_panel.h"

#include "ui/theme/theme.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int differencesShown = 5; ///< rows; more are scrolled to

enum DifferenceColumn { LineColumn, WhatColumn, WhyColumn };

} // namespace

ClearmlViewPanel::ClearmlViewPanel(Theme &theme, QWidget *parent)
    : QFrame(parent), m_title(new PlainLabel(this)), m_list(new QTreeWidget(this))
{
    setObjectName(u"clearmlViewPanel"_s);
    setAccessibleName(tr("As on ClearML"));
    setLook(this, u"bar"_s);
    m_title->setObjectName(u"clearmlViewTitle"_s);
    m_title->setFont(theme.font(FontRole::Strong));
    auto *leave = new QPushButton(tr("Back to the usual preview"), this);
    leave->setObjectName(u"leaveClearmlView"_s);
    leave->setAutoDefault(false);
    connect(leave, &QPushButton::clicked, this, &ClearmlViewPanel::closed);
    auto *row = new QHBoxLayout;
    row->addWidget(m_title, 1);
    row->addWidget(leave);
    m_list->setObjectName(u"clearmlDifferences"_s);
    m_list->setAccessibleName(tr("What looks different on ClearML"));
    m_list->setHeaderLabels({tr("Line"), tr("What"), tr("What ClearML shows")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setSectionResizeMode(LineColumn, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(WhatColumn, QHeaderView::ResizeToContents);
    setLook(m_list, u"list"_s);
    m_list->setFixedHeight((differencesShown + 2) * (m_list->fontMetrics().height() + Spacing::s));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::m, Spacing::s, Spacing::m, Spacing::s);
    column->setSpacing(Spacing::s);
    column->addLayout(row);
    column->addWidget(m_list);
    const auto choose = [this](const QTreeWidgetItem *item) {
        emit lineWanted(item->data(LineColumn, Qt::UserRole).toInt());
    };
    connect(m_list, &QTreeWidget::itemClicked, this, choose);
    connect(m_list, &QTreeWidget::itemActivated, this, choose);
    setDifferences({});
}

void ClearmlViewPanel::setDifferences(const QVector<ClearmlDifference> &differences)
{
    const int chosen = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_list->clear();
    for (const ClearmlDifference &difference : differences) {
        const QString reason = clearmlDifferenceReason(difference.kind);
        auto *row = new QTreeWidgetItem(m_list, {QLocale().toString(difference.line + 1),
                                                 clearmlDifferenceName(difference.kind), reason});
        row->setData(LineColumn, Qt::UserRole, difference.line);
        row->setTextAlignment(LineColumn, Qt::AlignRight | Qt::AlignVCenter);
        row->setToolTip(WhyColumn, reason);
    }
    if (chosen >= 0)
        m_list->setCurrentItem(m_list->topLevelItem(std::min<int>(chosen, differences.size() - 1)));
    m_list->setVisible(!differences.isEmpty());
    m_title->setText(differences.isEmpty()
                         ? tr("As on ClearML: everything is shown as here")
                         : tr("As on ClearML: %n thing(s) look(s) different there", nullptr,
                              int(differences.size())));
}

} // namespace plotleaf
