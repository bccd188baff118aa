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
    using Texts = RevisionReasonTexts;
    const QHash<QString, QString> words{
        {QStringLiteral("publish"), Texts::tr("Published")},
        {QStringLiteral("late"), Texts::tr("Written after publishing")},
        {QStringLiteral("recovered"), Texts::tr("Recovered")},
        {QStringLiteral("server"), Texts::tr("From the server")},
        {QStringLiteral("merge"), Texts::tr("Merged")},
        {QStringLiteral("merge draft"), Texts::tr("Unfinished merge")},
        {QStringLiteral("draft"), Texts::tr("Merge not taken")},
        {QStringLiteral("images"), Texts::tr("Images sent")},
        {QStringLiteral("kept"), Texts::tr("Kept")}};
    return words.value(reason, Texts::tr("Edited"));
}

} // namespace plotleaf
