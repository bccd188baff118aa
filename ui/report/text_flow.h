#pragma once

#include <QObject>
#include <QTimer>

namespace plotleaf {

class MarkdownService;
class OpenReport;
class SourceEditor;

/// Takes what is typed to the open report (journal, save) and to the Markdown service (preview),
/// and lines that were merged into the report from elsewhere to the editor, as one step of undo:
/// once per turn of the event loop and after the key has been painted, however many keys that turn
/// brought. GUI thread; handing a text of 1 MB over costs below 1 ms, because the editor keeps it
/// as one shared string.
class TextFlow : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the flow. Renders the text as loaded at once.
    TextFlow(SourceEditor &editor,
             OpenReport &report,
             MarkdownService &markdown,
             QObject *parent = nullptr);

    /// Hands over what is still waiting, now.
    void flush();
    /// Of the text last handed over; grows.
    qint64 version() const { return m_version; }

signals:
    void handedOver(qint64 version);

private:
    void takeMerged();

    SourceEditor &m_editor;
    OpenReport &m_report;
    MarkdownService &m_markdown;
    QTimer m_turn;
    qint64 m_version = 0;
    QString m_handed; ///< the text that the report knows, with the editor's line ends
    bool m_windowsLines =
        false;            ///< the report's lines end with \r\n, which an editor does not keep
    bool m_isFirstToCome; ///< the text was not there yet when the report was opened
};

} // namespace plotleaf
