#include "core/runs/run_sources.h"

namespace plotleaf {

void RunSources::addMaker(Maker maker)
{
    m_makers.push_back(std::move(maker));
}

Result<std::shared_ptr<RunSource>> RunSources::source(const QString &spec)
{
    if (auto known = m_sources.value(spec).lock(); known && !known->isEnded())
        return known;
    for (const Maker &make : m_makers) {
        if (auto made = make(spec)) {
            m_sources.insert(spec, made);
            return made;
        }
    }
    return Error{ErrorCode::NotFound, tr("No source of runs is called “%1”.").arg(spec), {}};
}

} // namespace plotleaf
