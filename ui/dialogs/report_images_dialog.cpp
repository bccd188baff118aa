#include "ui/dialogs/report_images_dialog.h"

#include "core/store/library.h"
#include "ui/theme/theme.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/question_box.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize imagesDialogSize(620, 420);

enum ImageColumn { NameColumn, SizeColumn, UseColumn, PlaceColumn };

QString sizeText(qint64 bytes)
{
    return bytes < 0 ? QString() : QLocale().formattedDataSize(bytes);
}

} // namespace

ReportImagesDialog::ReportImagesDialog(Library &library,
                                       Theme &theme,
                                       const ReportSummary &report,
                                       std::shared_ptr<RemoteAssets> assets,
                                       QWidget *parent)
    : DialogFrame(theme, u"reportImagesDialog"_s, tr("Images"), parent)
    , m_library(library)
    , m_report(report)
    , m_assets(std::move(assets))
    , m_list(new QTreeWidget(this))
    , m_total(new PlainLabel(tr("Looking for the images…"), this))
    , m_remove(new QPushButton(tr("&Remove unused…"), this))
{
    m_list->setObjectName(u"reportImages"_s);
    m_list->setHeaderLabels({tr("Name"), tr("Size"), tr("In the text"), tr("Where")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    setLook(m_list, u"list"_s);
    addField(tr("&Images of “%1”").arg(QString(report.name).replace(u'&', u"&&"_s)), m_list, 1);
    m_total->setObjectName(u"imagesTotal"_s);
    m_total->setWordWrap(true);
    setLook(m_total, u"muted"_s);
    column()->addWidget(m_total);
    m_remove->setObjectName(u"removeUnusedImages"_s);
    m_remove->setAutoDefault(false);
    m_remove->setEnabled(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_remove, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    connect(m_remove, &QPushButton::clicked, this, &ReportImagesDialog::askRemoval);
    layout()->addWidget(buttons);
    resize(imagesDialogSize);
    load({});
}

void ReportImagesDialog::load(const QString &problem)
{
    QCoro::connect(listReportImages(&m_library, m_report.id, m_assets), this,
                   [this, problem](const Result<ReportImages> &images) {
                       fill(images);
                       if (!problem.isEmpty())
                           showProblem(problem);
                   });
}

void ReportImagesDialog::fill(const Result<ReportImages> &images)
{
    m_images = images ? *images : ReportImages();
    m_list->clear();
    qint64 bytes = 0;
    for (const ReportImage &image : std::as_const(m_images.images)) {
        auto *row = new QTreeWidgetItem(m_list, {image.name, sizeText(image.bytes),
                                                 image.isUsed ? tr("yes") : tr("unused"),
                                                 !image.isOnServer ? tr("this computer")
                                                 : image.isHere    ? tr("server and here")
                                                                   : tr("server")});
        row->setTextAlignment(SizeColumn, Qt::AlignRight | Qt::AlignVCenter);
        row->setToolTip(NameColumn, plainToolTip(image.address));
        if (!image.isUsed)
            row->setForeground(UseColumn, theme().color(ColorRole::Warning));
        bytes += std::max<qint64>(image.bytes, 0);
    }
    const int count = int(m_images.images.size());
    m_total->setText(count == 0 ? tr("This report has no images of its own.")
                                : tr("%n image(s), %1 in all.", nullptr, count)
                                      .arg(QLocale().formattedDataSize(bytes)));
    if (m_images.isLocked)
        m_total->setText(m_total->text() + u' ' +
                         tr("The report is published: they stay as they are."));
    m_remove->setEnabled(!m_images.isLocked && !unused().isEmpty());
    if (!images)
        showProblem(images.error().message);
    else if (m_images.serverProblem)
        showProblem(tr("What is on the server cannot be seen now: %1")
                        .arg(m_images.serverProblem->message));
    else
        showProblem({});
}

QStringList ReportImagesDialog::unused() const
{
    QStringList addresses;
    for (const ReportImage &image : m_images.images) {
        if (!image.isUsed)
            addresses.append(image.address);
    }
    return addresses;
}

void ReportImagesDialog::askRemoval()
{
    ask({u"removeImagesBox"_s,
         tr("Remove %n image(s) that the text does not show?", nullptr, int(unused().size())),
         tr("Their files are deleted, on the server too. Earlier versions of the text that show "
            "them will have holes."),
         tr("Remove")},
        theme(), this, this, [this] { removeUnused(); });
}

void ReportImagesDialog::removeUnused()
{
    m_remove->setEnabled(false);
    const QStringList asked = unused();
    QCoro::connect(removeUnusedReportImages(&m_library, m_report.id, m_assets, asked), this,
                   [this, count = int(asked.size())](const Result<int> &removed) {
                       if (!removed)
                           return load(removed.error().message);
                       load(*removed == count ? QString()
                                              : tr("%n image(s) stay: the report on the server "
                                                   "shows them.",
                                                   nullptr, count - *removed));
                   });
}

} // namespace plotleaf
