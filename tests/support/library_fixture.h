#pragma once

#include "core/store/library.h"
#include "support/test_clock.h"
#include "support/wait.h"

#include <QTemporaryDir>

namespace plotleaf::test {

/// A library of its own in a folder that goes away.
class LibraryFixture
{
public:
    LibraryFixture()
    {
        Result<std::unique_ptr<Library>> opened = Library::open(folder.path(), clock, ids);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        library = std::move(opened).value();
    }

    /// A minute later than the last one.
    ReportId add(const NewReport &report)
    {
        clock.advance(60'000);
        const Result<ReportId> id = await(library->create(report));
        if (!id)
            qFatal("%s", qPrintable(id.error().message));
        return *id;
    }
    ReportId add(const QString &name,
                 const QString &project = {},
                 const QStringList &tags = {},
                 const QString &text = {})
    {
        return add(NewReport{project, name, QStringLiteral("About ") + name, tags, text});
    }
    ReportSummary summary(const ReportId &id) { return await(library->report(id)).value().summary; }

    QTemporaryDir folder;
    TestClock clock;
    CountingIdSource ids;
    std::unique_ptr<Library> library;
};

} // namespace plotleaf::test
