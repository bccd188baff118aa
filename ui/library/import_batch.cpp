#include "ui/library/import_batch.h"

#include "core/base/when_done.h"

#include <QtConcurrent>

namespace plotleaf {

ImportBatch::ImportBatch(Library &library, ReportPlace place, QObject *parent)
    : QObject(parent), m_library(library), m_place(std::move(place))
{
}

void ImportBatch::start(const QStringList &paths)
{
    m_waiting = paths;
    next();
}

void ImportBatch::next()
{
    if (m_waiting.isEmpty())
        emit finished();
    else
        whenDone(QtConcurrent::run(readMarkdownBundle, m_waiting.takeFirst()), this,
                 [this](const Result<MarkdownBundle> &bundle) { read(bundle); });
}

void ImportBatch::read(const Result<MarkdownBundle> &bundle)
{
    if (!bundle) {
        emit failed(bundle.error().message);
        next();
        return;
    }
    MarkdownBundle placed = *bundle;
    if (placed.report.project.isEmpty())
        placed.report.project = m_place.project;
    placed.report.workspace = m_place.workspace;
    auto *import = new MarkdownImport(m_library, placed, this);
    whenDone(import->start(), this, [this, import](const Result<MarkdownImport::Imported> &made) {
        import->deleteLater();
        if (made)
            m_imported.append(*made);
        else
            emit failed(made.error().message);
        next();
    });
}

} // namespace plotleaf
