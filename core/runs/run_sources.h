#pragma once

#include "core/base/result.h"
#include "core/runs/run_source.h"

#include <QObject>

#include <functional>
#include <memory>

namespace plotleaf {

/// The run sources in use, made when first asked for and shared by everyone who names the same one.
/// Lives on the GUI thread.
class RunSources : public QObject
{
    Q_OBJECT

public:
    /// Makes the source that `spec` names, or nothing when `spec` is not its kind.
    using Maker = std::function<std::shared_ptr<RunSource>(const QString &spec)>;

    using QObject::QObject;

    /// The first maker that answers wins. core/services registers its kinds at start (see
    /// register_services.h).
    void addMaker(Maker maker);
    /// Errors: NotFound (no maker knows it).
    Result<std::shared_ptr<RunSource>> source(const QString &spec);

    /// A maker knows other sources than before: a server came or was left.
    void announceChange() { emit changed(); }

signals:
    /// What was not found may be there now, and sources may have ended (RunSource::isEnded()).
    void changed();

private:
    std::vector<Maker> m_makers;
    QHash<QString, std::weak_ptr<RunSource>> m_sources;
};

} // namespace plotleaf
