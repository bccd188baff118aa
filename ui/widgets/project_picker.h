#pragma once

#include <QStringList>
#include <QWidget>

#include <optional>

class QLineEdit;
class QListWidget;

namespace plotleaf {

class Theme;

/// Chooses a project by searching among the known ones, or names a new one, which is created when
/// it is used. The arrow keys move in the list while one types.
class ProjectPicker : public QWidget
{
    Q_OBJECT

public:
    explicit ProjectPicker(Theme &theme, QWidget *parent = nullptr);

    /// `path` is chosen at first; empty: no project.
    void setProjects(const QStringList &paths, const QString &path);
    /// This one cannot be chosen (the report is already there).
    void setUnavailable(const QString &path);

    QString project() const { return m_project; }
    bool isValid() const { return m_valid; }

signals:
    void changed();
    /// Enter or a double click on a choice.
    void accepted();

private:
    void fill();
    void addChoice(const QString &path, const QString &text, const QString &icon);
    void takeCurrent();

    Theme &m_theme;
    QStringList m_paths;
    QString m_first; ///< chosen as long as nothing else is
    QString m_project;
    std::optional<QString> m_unavailable;
    bool m_valid = false;
    QLineEdit *m_search;
    QListWidget *m_list;
};

} // namespace plotleaf
