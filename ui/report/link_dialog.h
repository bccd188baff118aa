#pragma once

#include <QDialog>
#include <QUrl>

class QLabel;

namespace plotleaf {

/// What is worth knowing about an address before it is opened.
struct LinkCheck
{
    bool canOpen = false;
    QString address; ///< as the browser will get it: letters of other scripts in a host's name as
                     ///< punycode
    QString note;    ///< a warning, or why it cannot be opened; may be empty
};

/// Looks at the address only; asks nobody.
LinkCheck checkLink(const QUrl &url);
/// The same for an address as a report's text has it, which need not be one.
LinkCheck checkLink(const QString &href);

/// Asks before an address outside is opened and shows it in full, or says why it cannot be. Emits
/// `accepted` when it shall be opened.
class LinkDialog : public QDialog
{
    Q_OBJECT

public:
    explicit LinkDialog(const QUrl &url, QWidget *parent = nullptr);
    explicit LinkDialog(const QString &href, QWidget *parent = nullptr);

private:
    LinkDialog(const LinkCheck &check, QWidget *parent);
};

} // namespace plotleaf
