#pragma once

#include "core/report/report.h"
#include "core/report/text_diff.h"
#include "ui/dialogs/dialog_frame.h"

#include <functional>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace plotleaf {

class Library;

/// The kept states of a report's text: what each of them changed, and a way back to it. Works on
/// the text as it is saved. GUI thread.
class VersionsDialog : public DialogFrame
{
    Q_OBJECT

public:
    /// What the chosen version is shown against.
    enum class Against { TextNow, VersionBefore, Nothing };

    VersionsDialog(Library &library, Theme &theme, const Report &report, QWidget *parent = nullptr);

signals:
    /// The person wants the text of a version, as it was at `saved`, to be the report's.
    void restoreRequested(const QString &text, const QDateTime &saved);

private:
    QWidget *makeList();
    QWidget *makeText();
    void makeButtons();
    void fill(const QVector<Revision> &versions);
    int chosen() const;
    void showChosen();
    /// Reads the version's text and hands it on if it is still the one to be shown.
    void withText(int version, const std::function<void(const QString &)> &then);
    void showText(const QString &text);
    /// Compares beside the GUI thread: whole texts may differ.
    void compare(const QString &before, const QString &after);
    void showDifference(const QVector<DiffLine> &lines);
    void restore();

    Library &m_library;
    const Report m_report;
    QVector<Revision> m_versions; ///< newest first
    int m_question = 0;           ///< counts what was asked of the library; answers to older ones
                                  ///< are too late
    QString m_chosenText;
    QTreeWidget *m_list;
    QComboBox *m_against;
    QPlainTextEdit *m_text;
    QLabel *m_told;
    QPushButton *m_copy;
    QPushButton *m_restore;
};

} // namespace plotleaf
