#pragma once

#include <QObject>
#include <QVariant>

#include <memory>

class QSettings;

namespace plotleaf {

/// What the person at this machine has chosen. Key, default and meaning stand in one table in
/// preferences.cpp.
enum class Preference {
    Theme,              ///< int of ThemeMode
    BodyFontSize,       ///< points; 0: as the system has it
    EditorFontFamily,   ///< empty: the system's monospaced font
    EditorFontSize,     ///< points; 0: as the body
    ReportMode,         ///< int of ReportView::Mode for newly opened reports
    LibraryLayout,      ///< "list" or "projects"
    LibraryOrder,       ///< int of ReportOrder
    LibraryWorkspace,   ///< id of the one shown; empty: all
    WindowGeometry,     ///< bytes
    RecentReports,      ///< ids, newest first
    ReopenReports,      ///< bool: what was open at the end is opened at the start
    OpenReports,        ///< ids of the open reports, as their tabs stand
    FrontReport,        ///< id of the one in front; empty: the library
    ImportFolder,       ///< where files were last picked
    ExportFolder,       ///< where files were last written
    RunBrowserGeometry, ///< bytes
    RunBrowserLayout,   ///< bytes: the widths of its columns
};

/// Keeps preferences in a settings file. Lives on the GUI thread.
class Preferences : public QObject
{
    Q_OBJECT

public:
    /// In the user's settings file.
    explicit Preferences(QObject *parent = nullptr);
    /// In `file` (INI).
    explicit Preferences(const QString &file, QObject *parent = nullptr);
    ~Preferences() override;

    QVariant value(Preference preference) const;
    /// `changed` follows when the value is another one.
    void setValue(Preference preference, const QVariant &value);

signals:
    void changed(plotleaf::Preference preference);

private:
    std::unique_ptr<QSettings> m_settings;
};

} // namespace plotleaf
