#include "ui/report/link_dialog.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/plain_text.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace plotleaf {

namespace {

/// A host whose name is written in other letters can look like another one.
bool hasForeignHost(const QUrl &url)
{
    return url.host(QUrl::EncodeUnicode).contains(QStringLiteral("xn--"));
}

QString noteFor(const QUrl &url)
{
    if (!url.userName().isEmpty() && url.scheme() != QStringLiteral("mailto"))
        return LinkDialog::tr("What stands before the @ is a user name, not the name of the site.");
    if (hasForeignHost(url))
        return LinkDialog::tr("The site's name has letters that can look like others: “%1”.")
            .arg(url.host(QUrl::FullyDecoded));
    if (url.scheme() == QStringLiteral("http"))
        return LinkDialog::tr("The connection to this site is not encrypted.");
    return {};
}

/// For an address without a scheme, which can only mean something in the report itself.
QString noteForInside(const QUrl &url)
{
    if (url.path().isEmpty() && url.hasFragment())
        return LinkDialog::tr("This report has no place named “%1”. Headings give places their "
                              "names: “## Learning rate” is #learning-rate.")
            .arg(url.fragment(QUrl::FullyDecoded));
    return LinkDialog::tr("This address leads to nothing: it names no site. A web page's address "
                          "begins with https://");
}

} // namespace

LinkCheck checkLink(const QUrl &url)
{
    LinkCheck check;
    check.address = url.toString(QUrl::FullyEncoded);
    const QString scheme = url.scheme();
    const bool isWeb = (scheme == QStringLiteral("http") || scheme == QStringLiteral("https")) &&
                       !url.host().isEmpty();
    check.canOpen = url.isValid() && (isWeb || scheme == QStringLiteral("mailto"));
    if (check.canOpen)
        check.note = noteFor(url);
    else if (scheme.isEmpty())
        check.note = noteForInside(url);
    else
        check.note =
            LinkDialog::tr("Reports can open web pages and mail addresses, not “%1:” addresses.")
                .arg(scheme);
    return check;
}

LinkCheck checkLink(const QString &href)
{
    LinkCheck check = checkLink(QUrl(href));
    if (!check.canOpen) // as it was written: an address made of it may say something else
        check.address = href;
    return check;
}

LinkDialog::LinkDialog(const QUrl &url, QWidget *parent) : LinkDialog(checkLink(url), parent)
{
}

LinkDialog::LinkDialog(const QString &href, QWidget *parent) : LinkDialog(checkLink(href), parent)
{
}

LinkDialog::LinkDialog(const LinkCheck &check, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("linkDialog"));
    setWindowTitle(check.canOpen ? tr("Open this link?") : tr("This link cannot be opened"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::xl, Spacing::xl, Spacing::xl, Spacing::l);
    column->setSpacing(Spacing::m);
    column->addWidget(
        new PlainLabel(check.canOpen ? tr("It leads out of Plotleaf:") : tr("The address:"), this));
    auto *address = new QPlainTextEdit(check.address, this);
    address->setObjectName(QStringLiteral("linkAddress"));
    address->setAccessibleName(tr("Address"));
    address->setProperty("look", QStringLiteral("field"));
    address->setReadOnly(true);
    address->setFixedHeight(address->fontMetrics().lineSpacing() * 3 + Spacing::xl);
    column->addWidget(address);
    auto *note = new PlainLabel(check.note, this);
    note->setObjectName(QStringLiteral("linkNote"));
    note->setWordWrap(true);
    note->setVisible(!check.note.isEmpty());
    column->addWidget(note);

    auto *buttons = new QDialogButtonBox(this);
    QPushButton *copy = buttons->addButton(tr("Copy address"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this,
            [address = check.address] { QGuiApplication::clipboard()->setText(address); });
    if (check.canOpen)
        buttons->addButton(tr("Open"), QDialogButtonBox::AcceptRole)->setDefault(true);
    buttons->addButton(check.canOpen ? QDialogButtonBox::Cancel : QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    setMinimumWidth(460);
}

} // namespace plotleaf
