#pragma once

#include "core/store/open_report.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace plotleaf {

class Theme;

/// The line below a report: whether the text is safe, how it stands with its server, how many
/// words, where the cursor is. What it says about saving is exactly what OpenReport::State means.
/// GUI thread.
class ReportStatusLine : public QWidget
{
    Q_OBJECT

public:
    explicit ReportStatusLine(Theme &theme, QWidget *parent = nullptr);

    void setState(OpenReport::State state, const QString &problem);
    void setLocked(bool locked);
    void setSync(const SyncStatus &sync);
    void setWords(int words);
    /// Both counted from 0.
    void setCursor(int line, int column, int selected);

signals:
    void goToLineWanted();

private:
    void showState();
    void showSync();

    Theme &m_theme;
    QLabel *m_icon;
    QLabel *m_saved;
    QLabel *m_syncIcon;
    QLabel *m_sync;
    QLabel *m_words;
    QToolButton *m_cursor;
    OpenReport::State m_state = OpenReport::State::Saved;
    QString m_problem;
    SyncStatus m_syncStatus;
    bool m_locked = false;
};

} // namespace plotleaf
