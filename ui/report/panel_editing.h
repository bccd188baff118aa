#pragma once

#include "core/markdown/markdown_document.h"
#include "ui/report/panel_text.h"

#include <QObject>
#include <QTextCursor>
#include <QWidget>

namespace plotleaf {

class RunSources;
class SourceEditor;

/// Opens the panel dialog and writes what it was told into the text: a new panel at the cursor, or
/// the one changed that the cursor is in. GUI thread.
class PanelEditing : public QObject
{
    Q_OBJECT

public:
    /// Everything must outlive this. `window` is the dialogs' parent.
    PanelEditing(SourceEditor &editor,
                 RunSources &sources,
                 QString baseFolder,
                 QWidget &window,
                 QObject *parent = nullptr);

    /// `document`: of the text as it is now, to know which panels are in it; null: none are known.
    void ask(const MarkdownDocumentPtr &document);

signals:
    /// The panel at the cursor cannot be changed in a form; for people.
    void refused(const QString &why);

private:
    const MarkdownPanel *panelAtCursor(const MarkdownDocument &document) const;
    QTextCursor insideOf(const MarkdownPanel &panel) const;
    void insertNew();
    void change(const MarkdownPanel &panel);
    void write(const QTextCursor &inside, const QString &before, const QString &yaml);

    SourceEditor &m_editor;
    RunSources &m_sources;
    QString m_baseFolder;
    QWidget &m_window;
};

} // namespace plotleaf
