#pragma once

#include "core/services/clearml/browser/clearml_catalog.h"
#include "fakes/clearml/captured_world.h"
#include "support/clearml_fixture.h"

namespace plotleaf::test {

/// A catalog of the runs that the captures' server holds, over HTTP.
struct CatalogFixture : ClearmlFixture
{
    ClearmlCatalog catalog{QStringLiteral("clearml/prod"), client};

    CatalogFixture() { fillCapturedWorld(server.world); }

    static RunPick set(const QStringList &ids, RunKind kind = RunKind::Run)
    {
        RunPick runs = {kind, {}};
        for (const QString &id : ids)
            runs.ids.append(RunId(id));
        return runs;
    }
    RunPage page(const RunListQuery &query)
    {
        const auto answer = await(catalog.runs(query));
        if (!answer)
            qFatal("%s", qPrintable(answer.error().detail));
        return *answer;
    }
    QStringList names(const RunListQuery &query)
    {
        QStringList result;
        for (const RunCard &run : page(query).runs)
            result << run.name;
        return result;
    }
    QStringList paths(const QFuture<Result<QVector<RunProject>>> &answer)
    {
        QStringList result;
        const auto projects = await(answer);
        for (const RunProject &project : *projects)
            result << project.path;
        return result;
    }
};

} // namespace plotleaf::test
