#include "bench/screen/process_memory.h"

#include <QDir>
#include <QFile>
#include <QMultiHash>

using namespace Qt::StringLiterals;

namespace plotleaf::bench {

namespace {

QByteArray processFile(qint64 processId, const QString &name)
{
    QFile file(u"/proc/%1/%2"_s.arg(processId).arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Every process's children.
QMultiHash<qint64, qint64> processChildren()
{
    QMultiHash<qint64, qint64> children;
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        bool isProcess = false;
        const qint64 process = name.toLongLong(&isProcess);
        if (!isProcess)
            continue;
        // The name stands in parentheses and may itself hold some; then come state and parent.
        const QByteArray state = processFile(process, u"stat"_s);
        const QByteArrayList fields = state.mid(state.lastIndexOf(')') + 2).split(' ');
        if (fields.size() > 1)
            children.insert(fields[1].toLongLong(), process);
    }
    return children;
}

double proportionalKilobytes(qint64 processId)
{
    for (const QByteArray &line : processFile(processId, u"smaps_rollup"_s).split('\n')) {
        if (line.startsWith("Pss:"))
            return line.mid(4).trimmed().split(' ').first().toDouble();
    }
    return 0; // it has just ended
}

} // namespace

double processTreeMegabytes(qint64 processId)
{
    const QMultiHash<qint64, qint64> children = processChildren();
    QList<qint64> tree{processId};
    double kilobytes = 0;
    for (qsizetype i = 0; i < tree.size(); ++i) {
        kilobytes += proportionalKilobytes(tree[i]);
        tree += children.values(tree[i]);
    }
    return kilobytes / 1024;
}

} // namespace plotleaf::bench
