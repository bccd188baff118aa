#include "core/services/folders/wandb_samples.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace plotleaf {

namespace {

struct WandbSampleText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::WandbSamples)
};

} // namespace

Result<WandbSampleFile> wandbSampleFile(const QString &filesFolder, const QString &name)
{
    const QFileInfo info(filesFolder + u'/' + name);
    const QString inside = QFileInfo(filesFolder).canonicalFilePath() + u'/';
    const QString real = info.canonicalFilePath(); // empty where nothing is there
    if (name.isEmpty() || !real.startsWith(inside) || !info.isFile())
        return Error{ErrorCode::NotFound,
                     WandbSampleText::tr("The run's file “%1” is not there.").arg(name),
                     {}};
    return WandbSampleFile{real, info.size()};
}

Result<QByteArray> wandbSampleBytes(const WandbSampleFile &file, qint64 maxBytes)
{
    if (file.size > maxBytes)
        return Error{ErrorCode::LimitExceeded,
                     WandbSampleText::tr("The file “%1” is larger than %2.")
                         .arg(file.path, QLocale().formattedDataSize(maxBytes, 0)),
                     {}};
    QFile device(file.path);
    if (!device.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io,
                     WandbSampleText::tr("The file “%1” cannot be read: %2")
                         .arg(file.path, device.errorString()),
                     {}};
    return device.read(std::min(device.size(), maxBytes)); // read() reserves what it is asked for
}

} // namespace plotleaf
