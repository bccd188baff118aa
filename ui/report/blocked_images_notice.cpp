#include "ui/report/blocked_images_notice.h"

#include "ui/widgets/names_in_words.h"
#include "ui/widgets/plain_text.h"

#include <QPushButton>

#include <algorithm>

namespace plotleaf {

BlockedImagesNotice::BlockedImagesNotice(Theme &theme, QWidget *parent)
    : NoticeBar(theme, QStringLiteral("blockedImagesNotice"), Tone::Info, parent)
{
    addButton(tr("Load for this report"), [this] {
        emit reportWanted();
    })->setObjectName(QStringLiteral("loadForReport"));
    m_always = addButton(tr("Always from these sites"), [this] { emit hostsWanted(m_hosts); });
    m_always->setObjectName(QStringLiteral("alwaysFromSites"));
    addButton(tr("Settings…"), [this] {
        emit settingsWanted();
    })->setObjectName(QStringLiteral("imageSettings"));
    makeClosable();
    connect(this, &NoticeBar::closed, this, [this] { m_closedFor = m_hosts; });
}

void BlockedImagesNotice::setBlocked(int count, const QStringList &hosts)
{
    m_hosts = hosts;
    const bool isKnown = std::all_of(hosts.begin(), hosts.end(), [this](const QString &host) {
        return m_closedFor.contains(host);
    });
    if (count == 0 || isKnown) {
        hide();
        return;
    }
    setText(
        count == 1
            ? tr("One image comes from the web and is not loaded yet: %1").arg(namesInWords(hosts))
            : tr("%1 images come from the web and are not loaded yet: %2")
                  .arg(count)
                  .arg(namesInWords(hosts)));
    m_always->setText(hosts.size() == 1 ? tr("Always from this site")
                                        : tr("Always from these sites"));
    m_always->setToolTip(plainToolTip(hosts.join(u'\n')));
    show();
}

} // namespace plotleaf
