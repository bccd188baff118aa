#pragma once

#include <QObject>
#include <QStringList>

class QFrame;
class QMimeData;
class QWidget;

namespace plotleaf {

class Theme;

/// Lets Markdown files be dropped on a widget: while they hang over it, a frame over all of it says
/// what will happen. Files of other kinds are not taken. GUI thread.
class FileDrop : public QObject
{
    Q_OBJECT

public:
    /// Belongs to `target`.
    FileDrop(Theme &theme, QWidget *target);

    /// The Markdown files on this machine that are dragged.
    static QStringList markdownFiles(const QMimeData &dragged);

signals:
    void dropped(const QStringList &paths);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_target;
    QFrame *m_frame;
};

} // namespace plotleaf
