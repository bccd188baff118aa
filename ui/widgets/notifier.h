#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace plotleaf {

/// Something that a person should know, but that must not stop them.
struct Notice
{
    enum class Severity { Info, Warning, Error };

    Severity severity = Severity::Info;
    QString text;
    QString actionText = {}; ///< e.g. "Undo"; empty: no action
    std::function<void()> action = {};
    QString key = {}; ///< notices with the same key replace each other; empty: the text is the key
    bool staysUntilClosed = false; ///< as errors do: it tells what is found nowhere else
};

/// Where parts of the window say what happened; the view of it picks the surface. Lives on the GUI
/// thread.
class Notifier : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void post(const Notice &notice) { emit posted(notice); }
    void info(const QString &text) { post({Notice::Severity::Info, text}); }
    void error(const QString &text) { post({Notice::Severity::Error, text}); }
    /// The notice with this key is no longer true.
    void withdraw(const QString &key) { emit withdrawn(key); }

signals:
    void posted(const plotleaf::Notice &notice);
    void withdrawn(const QString &key);
};

} // namespace plotleaf
