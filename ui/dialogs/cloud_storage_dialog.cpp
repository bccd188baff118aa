#include "ui/dialogs/cloud_storage_dialog.h"

#include "core/services/cloud/cloud_keys.h"
#include "ui/dialogs/add_cloud_key_dialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/question_box.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int cloudDialogWidth = 640;
constexpr int cloudListHeight = 160;

enum CloudColumn { StoreColumn, BucketColumn, KeyColumn };

} // namespace

CloudStorageDialog::CloudStorageDialog(CloudKeys &keys, Theme &theme, QWidget *parent)
    : DialogFrame(theme, u"cloudStorageDialog"_s, tr("Cloud storage"), parent)
    , m_keys(keys)
    , m_list(new QTreeWidget(this))
    , m_none(new PlainLabel(tr("None yet."), this))
    , m_forgets(new PlainLabel(tr("This system has no key store that Plotleaf can use. The secrets "
                                  "have to be given again at the next start."),
                               this))
    , m_add(new QPushButton(tr("&Add…"), this))
    , m_remove(new QPushButton(tr("&Remove…"), this))
{
    makeList();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    for (const auto &[button, name] :
         {std::pair{m_add, u"addCloudKey"_s}, std::pair{m_remove, u"removeCloudKey"_s}}) {
        button->setObjectName(name);
        button->setAutoDefault(false);
        buttons->addButton(button, QDialogButtonBox::ActionRole);
    }
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    layout()->addWidget(buttons);
    connect(m_add, &QPushButton::clicked, this, &CloudStorageDialog::add);
    connect(m_remove, &QPushButton::clicked, this, &CloudStorageDialog::askRemoval);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this,
            [this] { m_remove->setEnabled(!m_list->selectedItems().isEmpty()); });
    connect(&keys, &CloudKeys::changed, this, &CloudStorageDialog::fill);
    setMinimumWidth(cloudDialogWidth);
    fill();
}

void CloudStorageDialog::makeList()
{
    auto *words = new PlainLabel(tr("Samples of runs may be in a bucket of yours. With a key that "
                                    "may read it, Plotleaf shows them. The secrets are in this "
                                    "system's key store only."),
                                 this);
    words->setWordWrap(true);
    column()->addWidget(words);
    m_list->setObjectName(u"cloudKeys"_s);
    m_list->setHeaderLabels({tr("Store"), tr("Bucket"), tr("Key")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setMinimumHeight(cloudListHeight);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(BucketColumn, QHeaderView::Stretch);
    setLook(m_list, u"list"_s);
    addField(tr("&Keys"), m_list, 1);
    setLook(m_none, u"muted"_s);
    column()->addWidget(m_none);
    m_forgets->setObjectName(u"cloudKeysForgotten"_s);
    m_forgets->setWordWrap(true);
    setLook(m_forgets, u"muted"_s);
    column()->addWidget(m_forgets);
}

void CloudStorageDialog::fill()
{
    const QVector<CloudKey> &keys = m_keys.list();
    m_list->clear();
    for (const CloudKey &key : keys) {
        auto *row =
            new QTreeWidgetItem(m_list, {cloudProviderName(key.place.provider), key.place.name(),
                                         key.id.isEmpty() ? tr("SAS token") : key.id});
        row->setToolTip(BucketColumn, plainToolTip(key.place.text()));
    }
    if (!keys.isEmpty())
        m_list->setCurrentItem(m_list->topLevelItem(0));
    m_list->setVisible(!keys.isEmpty());
    m_none->setVisible(keys.isEmpty());
    m_forgets->setVisible(!keys.isEmpty() && !m_keys.isLasting());
    m_remove->setEnabled(!keys.isEmpty());
}

void CloudStorageDialog::add()
{
    (new AddCloudKeyDialog(m_keys, theme(), this))->open();
}

void CloudStorageDialog::askRemoval()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (row < 0 || row >= m_keys.list().size())
        return;
    const CloudPlace place = m_keys.list().at(row).place;
    ask({u"removeCloudKeyBox"_s, tr("Remove the key for %1?").arg(place.name()),
         tr("Its secret goes from this computer. Samples that need it are not shown any more."),
         tr("Remove")},
        theme(), this, this, [this, place] {
            QCoro::connect(m_keys.remove(place), this, [this](const Result<void> &removed) {
                showProblem(removed ? QString() : removed.error().message);
            });
        });
}

} // namespace plotleaf
