#pragma once

#include <QWidget>

class QHBoxLayout;

namespace plotleaf {

class Theme;

/// The page's title and way back: "Reports › vision › resnet", every part but the last a button.
class PathBar : public QWidget
{
    Q_OBJECT

public:
    explicit PathBar(Theme &theme, QWidget *parent = nullptr);

    /// `rootName` stands for the empty path.
    void setPath(const QString &rootName, const QString &path);

signals:
    void pathChosen(const QString &path);

private:
    void rebuild();
    void addPart(const QString &text, const QString &path, bool isLast);

    Theme &m_theme;
    QHBoxLayout *m_row;
    QString m_rootName;
    QString m_path;
};

} // namespace plotleaf
