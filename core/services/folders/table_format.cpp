#include "core/services/folders/table_format.h"

#include "core/services/folders/config_values.h"
#include "core/services/folders/table_reader.h"
#include "core/services/folders/table_run.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace plotleaf {

namespace {

constexpr qsizetype mostSeen = 200'000;

bool isTableName(const QString &fileName)
{
    for (const char *ending : {".csv", ".tsv", ".jsonl", ".ndjson", ".log.json"}) {
        if (fileName.endsWith(QLatin1String(ending), Qt::CaseInsensitive))
            return true;
    }
    for (const char *name : {"metrics.json", "scalars.json", "trainer_state.json"}) {
        if (fileName == QLatin1String(name))
            return true;
    }
    return false;
}

QString folderOf(const QString &id)
{
    return id.contains(u'/') ? id.section(u'/', 0, -2) : QString();
}

/// Hugging Face's trainer repeats its whole history in the folder of each checkpoint: all but the
/// newest of a training are left out.
void leaveOutOlderCheckpoints(QVector<Run> &runs)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(|.*/)checkpoint-(\\d+)/trainer_state\\.json$"));
    const QString own = QStringLiteral("trainer_state.json");
    QHash<QString, qint64> newest; // by the training's folder
    for (const Run &run : runs) {
        const QString id = run.id.toString();
        if (const auto match = pattern.match(id); match.hasMatch()) {
            qint64 &step = newest[match.captured(1)];
            step = std::max(step, match.captured(2).toLongLong());
        }
    }
    for (const Run &run : runs) {
        const QString id = run.id.toString();
        if (id.endsWith(own) && newest.contains(id.chopped(own.size())))
            newest[id.chopped(own.size())] = std::numeric_limits<qint64>::max();
    }
    runs.removeIf([&](const Run &run) {
        const auto match = pattern.match(run.id.toString());
        return match.hasMatch() && match.captured(2).toLongLong() < newest.value(match.captured(1));
    });
}

} // namespace

bool TableFormat::mayHold(const QString &fileName) const
{
    return isTableName(fileName) || configFileNames().contains(fileName);
}

/// Its beginning is what tells a run, and a run that grows keeps that.
bool TableFormat::Seen::stillHoldsFor(const RunFile &file) const
{
    return (file.size == size && file.modified == modified) || (isRun && file.size > size);
}

TableFormat::Seen TableFormat::lookAt(const QString &path, const RunFile &file) const
{
    QMutexLocker lock(&m_mutex);
    const auto known = m_seen.constFind(path);
    if (known != m_seen.constEnd() && known->stillHoldsFor(file))
        return *known;
    lock.unlock();
    const TableLook look = lookAtTableFile(path);
    const Seen seen{file.size, file.modified, look.layout.has_value(),
                    look.layout && !look.layout->run.empty(),
                    !look.layout && look.mayBeOne && file.size > TableReader::lookedAt};
    lock.relock();
    if (m_seen.size() >= mostSeen)
        m_seen.clear();
    m_seen.insert(path, seen);
    return seen;
}

RunFormat::Found TableFormat::runsIn(const FolderListing &listing) const
{
    Found found;
    QVector<RunFile> config;
    for (const RunFile &file : listing.files) {
        if (configFileNames().contains(file.name))
            config.append(file);
    }
    for (const RunFile &file : listing.files) {
        if (!isTableName(file.name) || file.size == 0)
            continue;
        const Seen seen = lookAt(listing.path + u'/' + file.name, file);
        if (seen.isTooLong)
            found.warnings.append(
                QCoreApplication::translate("plotleaf::TableFormat",
                                            "The table “%1” is not read: its lines are too long.")
                    .arg(listing.idOf(file.name)));
        if (!seen.isRun)
            continue;
        RunLocation place{listing.idOf(file.name), listing.path, {file}};
        place.files += config;
        place.holdsMany = seen.holdsMany;
        found.runs.append(place);
    }
    return found;
}

std::unique_ptr<FileRun> TableFormat::open(const RunLocation &place) const
{
    return std::make_unique<TableRun>(place.path + u'/' + place.files.first().name);
}

void TableFormat::complete(QVector<Run> &runs) const
{
    leaveOutOlderCheckpoints(runs);
    QHash<QString, int> count;
    for (const Run &run : runs)
        ++count[folderOf(run.id.toString())];
    for (Run &run : runs) {
        const QString folder = folderOf(run.id.toString());
        if (run.name == run.id.toString() && !folder.isEmpty() && count.value(folder) == 1)
            run.name = folder;
    }
}

} // namespace plotleaf
