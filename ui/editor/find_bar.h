#pragma once

#include "ui/editor/text_search.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace plotleaf {

class SourceEditor;
class Theme;

/// Find and replace below the source. Hidden until asked for; Escape hides it and gives the
/// keyboard back. GUI thread.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    FindBar(SourceEditor &editor, const Theme &theme, QWidget *parent = nullptr);

    /// Shows the bar with the selected words as what to look for.
    void openFind();
    /// The same with the replace row; without it where the text is locked.
    void openReplace();
    void findNext();
    void findPrevious();

signals:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeFindRow(const Theme &theme);
    QWidget *makeReplaceRow();
    QToolButton *makeOption(const QString &text, const QString &name);
    QToolButton *makeButton(const Theme &theme, const QString &icon, const QString &name);
    void open(bool withReplace);
    void close();
    SearchOptions options() const;
    void patternChanged();
    void updateMarks();
    void updateCount();
    void select(const SearchMatch &match);
    void replaceOne();
    void replaceAll();

    SourceEditor &m_editor;
    const Theme &m_theme;
    QLineEdit *m_pattern = nullptr;
    QLineEdit *m_replacement = nullptr;
    QToolButton *m_case = nullptr;
    QToolButton *m_words = nullptr;
    QToolButton *m_regex = nullptr;
    QLabel *m_count = nullptr;
    QWidget *m_replaceRow = nullptr;
    std::optional<TextSearch> m_search;
    QTimer m_countTimer;
};

} // namespace plotleaf
