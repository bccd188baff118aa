#include "ui/dialogs/about_dialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>
#include <QtWebEngineCore/QtWebEngineCore>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int aboutIconEdge = 72;

} // namespace

QString AboutDialog::versions()
{
    const QStringList lines = {
        tr("Plotleaf %1").arg(QStringLiteral(PLOTLEAF_VERSION)),
        tr("Qt %1").arg(QLatin1String(qVersion())),
        tr("Web engine %1, Chromium %2 with security patches up to %3")
            .arg(QLatin1String(qWebEngineVersion()), QLatin1String(qWebEngineChromiumVersion()),
                 QLatin1String(qWebEngineChromiumSecurityPatchVersion())),
        tr("%1, %2").arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture()),
    };
    return lines.join(u'\n');
}

AboutDialog::AboutDialog(Theme &theme, QWidget *parent)
    : DialogFrame(theme, u"aboutDialog"_s, tr("About Plotleaf"), parent)
{
    auto *icon = new PlainLabel(this);
    icon->setPixmap(QIcon(u":/icons/plotleaf.svg"_s)
                        .pixmap(QSize(aboutIconEdge, aboutIconEdge), devicePixelRatioF()));
    auto *what = new PlainLabel(
        tr("A report editor for people who train models.\nIt works with no network and with no "
           "server."),
        this);
    auto *list = new PlainLabel(versions(), this);
    list->setObjectName(u"versions"_s);
    list->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLook(list, u"muted"_s);
    auto *licence = new PlainLabel(
        tr("Free software under the GNU General Public License, version 3 or later."), this);
    setLook(licence, u"muted"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::l);
    row->addWidget(icon, 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(Spacing::m);
    for (QLabel *label : {what, list, licence})
        texts->addWidget(label);
    row->addLayout(texts, 1);
    column()->addLayout(row);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *copy = buttons->addButton(tr("&Copy versions"), QDialogButtonBox::ActionRole);
    copy->setObjectName(u"copyVersions"_s);
    connect(copy, &QPushButton::clicked, this,
            [] { QGuiApplication::clipboard()->setText(versions()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    copy->setAutoDefault(false);
    QPushButton *close = buttons->button(QDialogButtonBox::Close);
    close->setDefault(true);
    close->setFocus();
    layout()->addWidget(buttons);
}

} // namespace plotleaf
