#pragma once

#include <QObject>
#include <QTextCursor>
#include <QUrl>
#include <QWidget>

namespace plotleaf {

class SourceEditor;
struct ReportViewServices;

/// Opens the form for the ClearML frame that the cursor is in, and writes what it was told into the
/// text, as one step of undo. GUI thread.
class FrameEditing : public QObject
{
    Q_OBJECT

public:
    /// Everything must outlive this. `window`: the form's parent.
    FrameEditing(SourceEditor &editor,
                 const ReportViewServices &services,
                 QWidget &window,
                 QObject *parent = nullptr);

    /// The web app of the server that the report is on; empty: it is on none.
    void setServer(const QUrl &web) { m_server = web; }

    /// False: there is no frame of a widget at the cursor.
    bool ask();

signals:
    /// What the form made could not be written into the text; for people.
    void refused(const QString &why);

private:
    void write(QTextCursor place, const QString &before, const QString &code);

    SourceEditor &m_editor;
    const ReportViewServices &m_services;
    QWidget &m_window;
    QUrl m_server;
};

} // namespace plotleaf
