#pragma once

#include "core/markdown/markdown_service.h"

#include <QWidget>

#include <memory>

class QLabel;

namespace plotleaf {

class ReportPage;
class Theme;

/// A text of the program's own, shown as reports are, to be read only. The page is made with the
/// widget. GUI thread.
class HelpPage : public QWidget
{
    Q_OBJECT

public:
    /// `file`: Markdown; `markdownHelper` as in ReportViewServices.
    HelpPage(Theme &theme,
             const QString &file,
             const QString &markdownHelper,
             QWidget *parent = nullptr);
    ~HelpPage() override;

    const QString &file() const { return m_file; }

signals:
    /// The text is on screen.
    void shown();

private:
    void startPage();
    void tell(const QString &problem);
    void applyTheme();

    Theme &m_theme;
    QString m_file;
    QLabel *m_problem;
    MarkdownService m_markdown;
    std::unique_ptr<ReportPage> m_page;
};

} // namespace plotleaf
