#pragma once

#include "core/base/result.h"

#include <QString>
#include <QVector>

#include <functional>

namespace plotleaf {
class Library;
}

namespace plotleaf::test {

/// Something that a person does to a library, for tests that let it fail or die in the middle.
struct StoreOperation
{
    QString name;
    /// Runs it and waits.
    std::function<Result<void>(Library &)> run;
};

/// Makes in an empty `folder` the library that the operations work on: a draft with an asset,
/// revisions and a journaled text, and an archived report with an asset of its own.
void makeStoreForOperations(const QString &folder);

/// Each on the library of makeStoreForOperations().
const QVector<StoreOperation> &storeOperations();

/// Copies a closed library; what was at `to` goes.
void copyStore(const QString &from, const QString &to);

/// Everything that a library holds, as text, read through a fresh Library. What `folder` holds must
/// be sound: the search index agrees with the reports, every asset's file has its bytes, no
/// temporary file is left. Otherwise the text begins with "BROKEN".
QString storeState(const QString &folder);

} // namespace plotleaf::test
