#pragma once

#include "core/base/result.h"
#include "core/runs/run.h"
#include "ui/report/panel_text.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace plotleaf {

class RunSources;

/// Helps to write a panel, or to change one: choose a folder of runs, what of theirs to show, and
/// how. GUI thread; runs are looked for without blocking.
class PanelDialog : public QDialog
{
    Q_OBJECT

public:
    PanelDialog(RunSources &sources, const QString &startFolder, QWidget *parent = nullptr);

    PanelChoice choice() const;
    void setFolder(const QString &folder);
    /// Shows a panel that exists already, to be changed.
    void setExisting(const PanelChoice &existing);

private:
    void buildFields();
    void browse();
    void lookForRuns();
    void showRuns(const Result<QVector<Run>> &runs);
    void fillNames();
    void typeChanged();
    void checkComplete();

    RunSources &m_sources;
    QComboBox *m_type;
    QLineEdit *m_folder;
    QListWidget *m_names;
    QLabel *m_found;
    QLineEdit *m_title;
    QPushButton *m_browse = nullptr;
    QPushButton *m_insert = nullptr;
    QVector<Run> m_runs;
    QString m_otherSource;     ///< see PanelChoice
    QStringList m_wanted;      ///< names to tick as soon as they are there
    bool m_noneIsFine = false; ///< the panel named nothing before: it shows what it finds
    quint64 m_asked = 0;       ///< answers to older questions are dropped
};

} // namespace plotleaf
