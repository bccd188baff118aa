#include "ui/widgets/preferences.h"

#include <QSettings>

#include <array>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

struct PreferenceRow
{
    Preference preference;
    const char *key;
    QVariant fallback;
    int choices = 0; ///< of a number that stands for one of so many; 0: anything goes
};

const PreferenceRow &preferenceRow(Preference preference)
{
    static const std::array rows = {
        PreferenceRow{Preference::Theme, "appearance/theme", 0, 3},
        PreferenceRow{Preference::BodyFontSize, "appearance/fontSize", 0.0},
        PreferenceRow{Preference::EditorFontFamily, "editor/fontFamily", QString()},
        PreferenceRow{Preference::EditorFontSize, "editor/fontSize", 0.0},
        PreferenceRow{Preference::ReportMode, "editor/mode", 1, 3},
        PreferenceRow{Preference::LibraryLayout, "library/layout", u"list"_s},
        PreferenceRow{Preference::LibraryOrder, "library/order", 0, 4},
        PreferenceRow{Preference::LibraryWorkspace, "library/workspace", QString()},
        PreferenceRow{Preference::WindowGeometry, "window/geometry", QByteArray()},
        PreferenceRow{Preference::RecentReports, "reports/recent", QStringList()},
        PreferenceRow{Preference::ReopenReports, "reports/reopen", true},
        PreferenceRow{Preference::OpenReports, "reports/open", QStringList()},
        PreferenceRow{Preference::FrontReport, "reports/front", QString()},
        PreferenceRow{Preference::ImportFolder, "folders/import", QString()},
        PreferenceRow{Preference::ExportFolder, "folders/export", QString()},
        PreferenceRow{Preference::RunBrowserGeometry, "runs/geometry", QByteArray()},
        PreferenceRow{Preference::RunBrowserLayout, "runs/layout", QByteArray()},
    };
    return rows.at(static_cast<size_t>(preference));
}

} // namespace

Preferences::Preferences(QObject *parent)
    : QObject(parent), m_settings(std::make_unique<QSettings>(u"plotleaf"_s, u"plotleaf"_s))
{
}

Preferences::Preferences(const QString &file, QObject *parent)
    : QObject(parent), m_settings(std::make_unique<QSettings>(file, QSettings::IniFormat))
{
}

Preferences::~Preferences() = default;

QVariant Preferences::value(Preference preference) const
{
    const PreferenceRow &row = preferenceRow(preference);
    QVariant stored = m_settings->value(QLatin1String(row.key));
    // A damaged or hand-edited file must not reach further than to the default.
    if (!stored.isValid() || !stored.convert(row.fallback.metaType()))
        return row.fallback;
    if (row.choices > 0 && (stored.toInt() < 0 || stored.toInt() >= row.choices))
        return row.fallback;
    return stored;
}

void Preferences::setValue(Preference preference, const QVariant &value)
{
    if (this->value(preference) == value)
        return;
    m_settings->setValue(QLatin1String(preferenceRow(preference).key), value);
    emit changed(preference);
}

} // namespace plotleaf
