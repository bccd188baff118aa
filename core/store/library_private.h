#pragma once

#include "core/store/database_thread.h"
#include "core/store/library.h"
#include "core/store/store_context.h"

namespace plotleaf {

/// The threads behind a Library. Searches have a reader of their own, so that opening a report
/// never waits for one.
class Library::Private
{
public:
    Private(const Clock &clock, IdSource &ids, const QString &folder, FaultInjector *faults)
        : context{clock, ids, folder, ids.next(), faults}
    {
    }

    Result<void> start();

    /// Runs `job`, which makes a report, on the writer thread and announces that report.
    template <typename Job>
    auto make(Library *library, Job job)
    {
        return writer->post([library, job = std::move(job)](Database &database) mutable {
            auto made = job(database);
            if (made)
                announceChange(library, *made);
            return made;
        });
    }
    /// Runs `job`, which changes the report `id`, on the writer thread and announces the change.
    template <typename Job>
    auto change(Library *library, const ReportId &id, Job job)
    {
        return writer->post([library, id, job = std::move(job)](Database &database) mutable {
            auto result = job(database);
            if (result)
                announceChange(library, id);
            return result;
        });
    }
    static void announceChange(Library *library, const ReportId &id);
    static void announceRemoval(Library *library, const ReportId &id);
    static Result<QString> authorName(Database &database);

    StoreContext context;
    std::unique_ptr<DatabaseThread> writer;
    std::unique_ptr<DatabaseThread> reader;
    std::unique_ptr<DatabaseThread> searcher;
};

} // namespace plotleaf
