#include "ui/widgets/sync_look.h"

#include <QCoreApplication>

namespace plotleaf {

namespace {

struct SyncLookTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::SyncLook)
};

SyncLook missingTextLook()
{
    return {QStringLiteral("clock"), ColorRole::Muted, ColorRole::Hover,
            SyncLookTexts::tr("Text to come"),
            SyncLookTexts::tr("The text of this report has not been read from its server yet.")};
}

} // namespace

std::optional<SyncLook> syncLook(const SyncStatus &status)
{
    switch (status.state) {
    case SyncState::Local:
        return {};
    case SyncState::Clean:
        if (status.isTextMissing)
            return missingTextLook();
        return SyncLook{QStringLiteral("cloud"), ColorRole::Muted, ColorRole::Hover,
                        SyncLookTexts::tr("On the server"),
                        SyncLookTexts::tr("The server has all of this report.")};
    case SyncState::Edited:
        return SyncLook{
            QStringLiteral("refresh-cw"), ColorRole::Muted, ColorRole::Hover,
            SyncLookTexts::tr("To be sent"),
            status.reason.isEmpty()
                ? SyncLookTexts::tr("There are changes that the server does not have yet.")
                : SyncLookTexts::tr("It cannot be sent yet: %1").arg(status.reason)};
    case SyncState::MergeNeeded:
        return SyncLook{QStringLiteral("workflow"), ColorRole::Warning, ColorRole::WarningSoft,
                        SyncLookTexts::tr("To be merged"),
                        SyncLookTexts::tr("It was changed here and on the server in the same "
                                          "lines. The button of the servers offers to merge it.")};
    case SyncState::Refused:
        return SyncLook{
            QStringLiteral("triangle-alert"), ColorRole::Danger, ColorRole::DangerSoft,
            SyncLookTexts::tr("Refused"),
            SyncLookTexts::tr("The server does not take your changes: %1").arg(status.reason)};
    }
    return {};
}

} // namespace plotleaf
