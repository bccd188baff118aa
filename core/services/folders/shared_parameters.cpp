#include "core/services/folders/shared_parameters.h"

#include <QHash>
#include <QSet>

namespace plotleaf {

namespace {

const QString rootFolder = QStringLiteral(".");

/// The folder above; empty above the root.
QString folderAbove(const QString &id)
{
    if (id == rootFolder)
        return {};
    const qsizetype slash = id.lastIndexOf(u'/');
    return slash < 0 ? rootFolder : id.left(slash);
}

/// "1690000000.123": what Python's time.time() looks like.
bool isTime(const QString &folder)
{
    bool isNumber = false;
    const double seconds = folder.toDouble(&isNumber);
    return isNumber && folder.contains(u'.') && seconds > 1e9 && seconds < 1e11;
}

class ParameterSharing
{
public:
    explicit ParameterSharing(QVector<Run> &runs) : m_runs(runs)
    {
        for (const Run &run : runs)
            m_logged.insert(run.id.toString(), run.config);
    }

    void share()
    {
        takeFromTimedFolders();
        for (Run &run : m_runs)
            takeFromAbove(run);
        m_runs.removeIf([this](const Run &run) { return isOnlyParameters(run); });
    }

private:
    void takeFromTimedFolders()
    {
        QHash<QString, QStringList> timed; // by the folder above
        for (const Run &run : m_runs) {
            const QString id = run.id.toString();
            if (!run.config.isEmpty() && isTime(id.section(u'/', -1)))
                timed[folderAbove(id)] << id;
        }
        for (Run &run : m_runs) {
            const QStringList below = timed.value(run.id.toString());
            if (run.config.isEmpty() && below.size() == 1)
                run.config = m_logged.value(below.first());
        }
    }

    void takeFromAbove(Run &run)
    {
        for (QString above = folderAbove(run.id.toString()); !above.isEmpty();
             above = folderAbove(above)) {
            const QVariantMap parameters = m_logged.value(above);
            for (auto it = parameters.begin(); it != parameters.end(); ++it) {
                if (!run.config.contains(it.key()))
                    run.config.insert(it.key(), it.value());
            }
            if (!parameters.isEmpty())
                m_givers.insert(above);
        }
    }

    bool isOnlyParameters(const Run &run) const
    {
        return m_givers.contains(run.id.toString()) && run.metrics.isEmpty() &&
               run.media.isEmpty() && run.histograms.isEmpty();
    }

    QVector<Run> &m_runs;
    QHash<QString, QVariantMap> m_logged; ///< what each run logged itself
    QSet<QString> m_givers;
};

} // namespace

void shareParameters(QVector<Run> &runs)
{
    ParameterSharing(runs).share();
}

} // namespace plotleaf
