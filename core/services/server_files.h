#pragma once

#include "core/sync/workspaces.h"

#include <QFuture>
#include <QPromise>
#include <QUrl>

#include <memory>
#include <optional>

namespace plotleaf {

/// The files of the servers that a person added, for whoever meets their addresses in a text. They
/// are read with the right that the person has there. Lives on the GUI thread.
class ServerFiles : public QObject
{
    Q_OBJECT

public:
    /// `workspaces` must outlive this.
    explicit ServerFiles(Workspaces &workspaces, QObject *parent = nullptr);

    /// What is in the file; waits for a server that is being opened. Nothing where the address is
    /// none of a file of any server that is known. Errors: those of RemoteAssets::read(), and why
    /// the server could not be opened.
    std::optional<QFuture<Result<QByteArray>>> read(const QUrl &address, qint64 mostBytes);

    /// The hosts that such addresses have, sorted; other letters as punycode.
    QStringList hosts() const;

signals:
    void hostsChanged();

private:
    struct Waiting
    {
        QString workspace;
        QUrl address;
        qint64 mostBytes = 0;
        std::shared_ptr<QPromise<Result<QByteArray>>> promise;
    };
    void goOn(const QString &workspace);
    void answer(const Waiting &one);
    void listed();

    Workspaces &m_workspaces;
    QList<Waiting> m_waiting;
};

} // namespace plotleaf
