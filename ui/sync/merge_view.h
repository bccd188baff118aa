#pragma once

#include "core/report/text_merge.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace plotleaf {

class MergeRegions;
class SourceEditor;
class Theme;

/// What a merge view says besides the text.
struct MergeSubject
{
    QString reportName;
    QString theirAuthor; ///< empty: not known
    QString workspace;   ///< name, for people
};

/// Lets a person decide where a report was changed in the same lines here and on the server: above,
/// the lines of the conflict as they were, as they are here and as they are there; below, the whole
/// result, which can be edited. A window of its own, so everything else goes on meanwhile. Closing
/// only hides it: what was decided is still there when it is shown again. Who made it deletes it,
/// once the result is safe.
///
/// Lives on the GUI thread.
class MergeView : public QWidget
{
    Q_OBJECT

public:
    MergeView(const TextMerge &merge,
              const MergeSubject &subject,
              Theme &theme,
              QWidget *parent = nullptr);

    MergeRegions &regions() { return *m_regions; }
    /// Whether a person has decided or edited anything.
    bool isTouched() const;
    /// What became of the text given to finished() or draftChanged(): it could not be taken. Empty:
    /// nothing is wrong.
    void showProblem(const QString &problem);

signals:
    /// All conflicts are decided, and this is the text, with '\n' at the end of lines.
    void finished(const QString &text);
    /// What was decided or edited has rested for a moment, or the window is closed: this is how far
    /// the text has come.
    void draftChanged(const QString &text);
    /// The person closed the window and did not finish.
    void putOff();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    struct Side
    {
        QLabel *title;
        QPlainTextEdit *lines;
    };

    QWidget *makeHead(const MergeSubject &subject);
    QWidget *makeSides(const MergeSubject &subject);
    QWidget *makeChoices();
    QWidget *makeFoot();
    Side makeSide(const QString &name, const QString &title);
    QPushButton *makeChoice(const QString &name, const QString &text, MergeChoice choice);
    void setCurrent(int conflict);
    void choose(MergeChoice choice);
    void goToNextOpen();
    void showState();
    void tellDraft();

    Theme &m_theme;
    int m_current = 0;
    bool m_isFinishing = false;
    QLabel *m_place = nullptr;
    Side m_base{};
    Side m_mine{};
    Side m_theirs{};
    QLabel *m_left = nullptr;
    QLabel *m_problem = nullptr;
    QString m_loaded; ///< the result before anybody touched it
    QPushButton *m_accept = nullptr;
    QPushButton *m_finish = nullptr;
    QList<QToolButton *> m_steps;
    SourceEditor *m_result;
    MergeRegions *m_regions;
    QTimer m_draftPause;
};

} // namespace plotleaf
