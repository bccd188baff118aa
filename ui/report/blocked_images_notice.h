#pragma once

#include "ui/report/notice_bar.h"

#include <QStringList>

class QPushButton;

namespace plotleaf {

/// Says that pictures of the report come from elsewhere and offers to load them: for this report,
/// or always from the sites they are on. Closed by the person it stays away until another site is
/// named. GUI thread.
class BlockedImagesNotice : public NoticeBar
{
    Q_OBJECT

public:
    explicit BlockedImagesNotice(Theme &theme, QWidget *parent = nullptr);

    /// How many pictures wait and on which hosts; none: the notice goes.
    void setBlocked(int count, const QStringList &hosts);

signals:
    void reportWanted();
    void hostsWanted(const QStringList &hosts);
    void settingsWanted();

private:
    QStringList m_hosts;
    QStringList m_closedFor; ///< hosts that were named when the notice was closed
    QPushButton *m_always;
};

} // namespace plotleaf
