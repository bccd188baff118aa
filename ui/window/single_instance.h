#pragma once

#include <QLocalServer>
#include <QObject>
#include <QStringList>

namespace plotleaf {

/// Makes sure that a workspace is open in one window only: whoever comes second hands over what it
/// was to open and goes. Lives on the GUI thread.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    /// `workspace`: the folder; another folder is another instance.
    explicit SingleInstance(const QString &workspace, QObject *parent = nullptr);

    /// Asks an instance that is running to come to the front and to open `files` (absolute paths).
    /// True when there is one and it has taken them; waits for it at most a few seconds.
    bool handOver(const QStringList &files);
    /// Becomes the instance that others hand over to. A socket left by a crash is replaced.
    void listen();

signals:
    void requested(const QStringList &files);

private:
    void takeConnection();

    QString m_name;
    QLocalServer m_server;
};

} // namespace plotleaf
