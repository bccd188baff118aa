#pragma once

#include "core/markdown/markdown_document.h"
#include "core/report/report.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace plotleaf {

class OutlineView;
class Theme;

/// What is known about the report, beside its text: outline, description, tags, project, dates.
/// Changes are reported, not made. GUI thread.
class ReportSidePanel : public QWidget
{
    Q_OBJECT

public:
    explicit ReportSidePanel(Theme &theme, QWidget *parent = nullptr);
    ~ReportSidePanel() override;

    /// Does not touch a field that is being written in.
    void setSummary(const ReportSummary &summary);
    void setHeadings(const QVector<MarkdownHeading> &headings);
    void setCurrentLine(int line);
    /// Reports what is being written in a field and not reported yet.
    void commit();

signals:
    void lineChosen(int line);
    void descriptionChanged(const QString &description);
    void tagsChanged(const QStringList &tags);
    void moveRequested();
    void renameRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLabel *addTitle(QVBoxLayout *column, const QString &text);
    void addDescription(QVBoxLayout *column);
    void addPlace(QVBoxLayout *column);
    void fillDescription();
    void fillTags();
    void commitDescription();
    void commitTags();

    Theme &m_theme;
    OutlineView *m_outline;
    QLabel *m_noHeadings;
    QPlainTextEdit *m_description = nullptr;
    QLineEdit *m_tags = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_project = nullptr;
    QLabel *m_dates = nullptr;
    QTimer m_descriptionPause;
    QString m_filledDescription; ///< what the field showed before anybody wrote in it
    QStringList m_filledTags;
    ReportSummary m_summary;
};

} // namespace plotleaf
