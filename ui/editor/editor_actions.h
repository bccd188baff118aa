#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>

#include <functional>

class QAction;
class QToolBar;

namespace plotleaf {

class FindBar;
class SourceEditor;
class Theme;

/// Every command of the editor as an action with its icon and shortcut, in menus' order, and the
/// tool bar made of some of them. GUI thread.
class EditorActions : public QObject
{
    Q_OBJECT

public:
    EditorActions(SourceEditor &editor,
                  FindBar &findBar,
                  const Theme &theme,
                  QObject *parent = nullptr);

    QList<QAction *> edit() const { return m_edit; }
    QList<QAction *> format() const { return m_format; }
    QList<QAction *> insert() const { return m_insert; }
    void fillToolBar(QToolBar &bar) const;
    /// Greys out what would change the text.
    void setLocked(bool locked);

signals:
    void imageWanted();
    void panelWanted();
    void goToLineWanted();
    /// What can be written at the cursor.
    void completionWanted();

private:
    struct Spec
    {
        QString name; ///< objectName
        QString text;
        QString icon;
        QKeySequence shortcut;
        bool changesText = true;
    };
    QAction *add(QList<QAction *> &group, const Spec &spec, std::function<void()> run);
    void addSeparator(QList<QAction *> &group);
    void makeEdit();
    void makeFormat();
    void makeHeadings();
    void makeBlocks();
    void makeInsert();
    QAction *named(const QString &name) const;
    void showUndo();

    SourceEditor &m_editor;
    FindBar &m_findBar;
    const Theme &m_theme;
    QList<QAction *> m_edit;
    QList<QAction *> m_format;
    QList<QAction *> m_insert;
    QList<QAction *> m_changing;
    bool m_locked = false;
};

} // namespace plotleaf
