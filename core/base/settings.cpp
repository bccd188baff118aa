#include "core/base/settings.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

#include <algorithm>
#include <array>

namespace plotleaf {

namespace {

/// Old key to the key of today; entries are never taken out.
const QHash<QString, QString> &retiredSettings()
{
    static const QHash<QString, QString> retired{
        {QStringLiteral("author"), QStringLiteral("person.name")},
    };
    return retired;
}

} // namespace

std::span<const SettingDeclaration> declaredSettings()
{
    static const std::array table{
        // The author of new reports; empty: as the system calls the person.
        SettingDeclaration{QStringLiteral("person.name"), SettingType::Text, {}},
        // The welcome report of the demo workspace: its id.
        SettingDeclaration{QStringLiteral("demo.welcome"), SettingType::Text, {}},
        // Part of the width that the source takes, and width of the side panel in pixels (0:
        // hidden).
        SettingDeclaration{QStringLiteral("report.sourceShare"), SettingType::Number, {}},
        SettingDeclaration{QStringLiteral("report.sidePanel"), SettingType::Number, {}},
        SettingDeclaration{QStringLiteral("report.lineNumbers"), SettingType::Boolean, {}},
        // Where pictures from elsewhere were allowed: hosts, and ids of reports, parted by spaces.
        SettingDeclaration{QStringLiteral("remoteImages.hosts"), SettingType::Text, {}},
        SettingDeclaration{QStringLiteral("remoteImages.reports"), SettingType::Text, {}},
        // Which keys there are to cloud stores, as JSON (core/services/cloud); no secret is in it.
        SettingDeclaration{QStringLiteral("cloud.keys"), SettingType::Text, {}},
    };
    return table;
}

Result<SettingDeclaration> settingDeclaration(const QString &key)
{
    const QString current = retiredSettings().value(key, key);
    const auto all = declaredSettings();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto &one) { return one.key == current; });
    if (found != all.end())
        return *found;
    return Error{
        ErrorCode::InvalidInput,
        QCoreApplication::translate("plotleaf::Settings", "There is no setting “%1”.").arg(key),
        {}};
}

QStringList retiredSettingKeys(const QString &key)
{
    return retiredSettings().keys(key);
}

bool isSettingValue(const SettingDeclaration &declaration, const QString &value)
{
    bool isNumber = false;
    switch (declaration.type) {
    case SettingType::Text:
        return true;
    case SettingType::Number:
        value.toDouble(&isNumber);
        return isNumber;
    case SettingType::Boolean:
        return value == QStringLiteral("0") || value == QStringLiteral("1");
    }
    return false;
}

} // namespace plotleaf
