#pragma once

#include "support/marked_text.h"
#include "support/wait.h"
#include "ui/editor/editor_actions.h"
#include "ui/editor/find_bar.h"
#include "ui/editor/source_editor.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QTest>
#include <QVBoxLayout>

namespace plotleaf::test {

/// The editor with its find bar and actions in a window, as the report view puts them together.
struct EditorWindow
{
    EditorWindow()
        : theme(scheme), editor(theme), findBar(editor, theme), actions(editor, findBar, theme)
    {
        auto *column = new QVBoxLayout(&window);
        column->addWidget(&editor);
        column->addWidget(&findBar);
        for (const QList<QAction *> &group : {actions.edit(), actions.format(), actions.insert()})
            window.addActions(group);
        window.resize(700, 500);
        window.show();
        window.activateWindow();
        editor.setFocus();
        if (!QTest::qWaitFor([&] { return editor.hasFocus(); }, hangMs))
            qFatal("the editor does not get the focus");
    }
    ~EditorWindow()
    {
        editor.setParent(nullptr);
        findBar.setParent(nullptr);
    }

    void load(const QString &marked)
    {
        const MarkedText parsed = parseMarked(marked);
        editor.loadText(parsed.text);
        QTextCursor cursor = editor.textCursor();
        cursor.setPosition(parsed.anchor);
        cursor.setPosition(parsed.position, QTextCursor::KeepAnchor);
        editor.setTextCursor(cursor);
    }
    QString marked() const
    {
        const QTextCursor cursor = editor.textCursor();
        return toMarked(editor.text(), cursor.anchor(), cursor.position());
    }
    void type(const QString &text)
    {
        for (const QChar c : text) {
            const Qt::Key key = c == u'\n' ? Qt::Key_Return : Qt::Key_unknown;
            QTest::sendKeyEvent(QTest::Click, &editor, key, QString(c), Qt::NoModifier);
        }
    }
    QAction *action(const QString &name) { return actions.findChild<QAction *>(name); }
    void paste(QMimeData *mime)
    {
        QApplication::clipboard()->setMimeData(mime);
        editor.paste();
    }

    SystemColorScheme scheme;
    Theme theme;
    QWidget window;
    SourceEditor editor;
    FindBar findBar;
    EditorActions actions;
};

} // namespace plotleaf::test
