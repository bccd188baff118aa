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

/// Asks before an address outside is opened and shows it in full. Emits `accepted` when it shall be
/// opened.
class LinkDialog : public QDialog
{
    Q_OBJECT

public:
    explicit LinkDialog(const QUrl &url, QWidget *parent = nullptr);

    const QUrl &url() const { return m_url; }

private:
    QUrl m_url;
};

} // namespace plotleaf
