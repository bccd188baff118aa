#include "core/runs/filter_mistake.h"

#include <QCoreApplication>

namespace plotleaf {

namespace {

struct MistakeText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::RunFilter)
};

} // namespace

Error FilterMistake::toError() const
{
    if (code != ErrorCode::InvalidInput)
        return {code, message, {}};
    const QString place =
        isAtEnd ? MistakeText::tr("At the end of the filter: %1").arg(message)
                : MistakeText::tr("At character %1 of the filter: %2").arg(start + 1).arg(message);
    return {code, place, {}};
}

} // namespace plotleaf
