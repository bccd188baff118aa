#include "core/panels/run_data.h"

namespace plotleaf {

QStringList RunData::failures() const
{
    QStringList texts;
    for (const RunDataAnswer &answer : m_answers) {
        if (answer.error && answer.error->code != ErrorCode::NotFound)
            texts << answer.error->message;
    }
    texts.sort();
    texts.removeDuplicates();
    return texts;
}

} // namespace plotleaf
