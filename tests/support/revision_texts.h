#pragma once

#include "core/store/library.h"
#include "support/wait.h"

namespace plotleaf::test {

/// The kept texts of a report, the newest first.
inline QStringList revisionTexts(Library &library, const ReportId &id)
{
    QStringList texts;
    const auto list = await(library.revisions(id));
    for (const Revision &revision : *list)
        texts.append(*await(library.revisionText(revision.id)));
    return texts;
}

} // namespace plotleaf::test
