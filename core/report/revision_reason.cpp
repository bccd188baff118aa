#include "core/report/revision_reason.h"

#include <QCoreApplication>
#include <QHash>

namespace plotleaf {

namespace {

struct RevisionReasonTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::RevisionReason)
};

} // namespace

QString revisionReason(const QString &reason)
{
    const QHash<QString, QString> words{
        {QStringLiteral("publish"), RevisionReasonTexts::tr("Published")},
        {QStringLiteral("late"), RevisionReasonTexts::tr("Written after publishing")},
        {QStringLiteral("recovered"), RevisionReasonTexts::tr("Recovered")},
        {QStringLiteral("server"), RevisionReasonTexts::tr("From the server")},
        {QStringLiteral("merge"), RevisionReasonTexts::tr("Merged")},
        {QStringLiteral("merge draft"), RevisionReasonTexts::tr("Unfinished merge")},
        {QStringLiteral("draft"), RevisionReasonTexts::tr("Merge not taken")},
        {QStringLiteral("images"), RevisionReasonTexts::tr("Images sent")},
        {QStringLiteral("kept"), RevisionReasonTexts::tr("Kept")}};
    return words.value(reason, RevisionReasonTexts::tr("Edited"));
}

} // namespace plotleaf
