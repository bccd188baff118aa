#include "ui/dialogs/image_sites_dialog.h"

#include "core/services/remote/remote_consents.h"
#include "ui/theme/theme.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int sitesDialogWidth = 460;
constexpr int sitesListHeight = 140;

} // namespace

ImageSitesDialog::ImageSitesDialog(RemoteConsents &consents, Theme &theme, QWidget *parent)
    : DialogFrame(theme, u"imageSitesDialog"_s, tr("Images from the web"), parent)
    , m_consents(consents)
    , m_sites(new QListWidget(this))
    , m_none(new PlainLabel(tr("None yet."), this))
    , m_remove(new QPushButton(tr("&Remove"), this))
    , m_askAgain(new QPushButton(tr("&Ask again in every report"), this))
{
    auto *words =
        new PlainLabel(tr("A site that an image is loaded from learns when and from where it "
                          "is read. So Plotleaf asks first, and keeps what it has loaded."),
                       this);
    words->setWordWrap(true);
    column()->addWidget(words);
    m_sites->setObjectName(u"imageSites"_s);
    m_sites->setMinimumHeight(sitesListHeight);
    setLook(m_sites, u"list"_s);
    setLook(m_none, u"muted"_s);
    addField(tr("Always loaded &from"), m_sites, 1);
    column()->addWidget(m_none);
    m_remove->setObjectName(u"removeSite"_s);
    m_remove->setAutoDefault(false);
    m_askAgain->setObjectName(u"askAgain"_s);
    m_askAgain->setAutoDefault(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_remove, QDialogButtonBox::ActionRole);
    buttons->addButton(m_askAgain, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    layout()->addWidget(buttons);
    connect(m_remove, &QPushButton::clicked, this, &ImageSitesDialog::removeSelected);
    connect(m_askAgain, &QPushButton::clicked, &consents, &RemoteConsents::forgetReports);
    connect(m_sites, &QListWidget::itemSelectionChanged, this,
            [this] { m_remove->setEnabled(!m_sites->selectedItems().isEmpty()); });
    connect(&consents, &RemoteConsents::changed, this, &ImageSitesDialog::fill);
    setMinimumWidth(sitesDialogWidth);
    fill();
}

void ImageSitesDialog::fill()
{
    const QStringList &hosts = m_consents.hosts();
    m_sites->clear();
    m_sites->addItems(hosts);
    if (!hosts.isEmpty())
        m_sites->setCurrentRow(0);
    m_sites->setVisible(!hosts.isEmpty());
    m_none->setVisible(hosts.isEmpty());
    m_remove->setEnabled(!hosts.isEmpty());
    m_askAgain->setEnabled(m_consents.hasReports());
}

void ImageSitesDialog::removeSelected()
{
    if (const QListWidgetItem *site = m_sites->currentItem())
        m_consents.forgetHost(site->text());
}

} // namespace plotleaf
