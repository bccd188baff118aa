#include "core/panels/run_data.h"

#include <algorithm>

namespace plotleaf {

bool RunData::lacksSomething() const
{
    return std::ranges::any_of(m_answers, [](const RunDataAnswer &answer) {
        return answer.error && answer.error->code == ErrorCode::NotFound;
    });
}

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
