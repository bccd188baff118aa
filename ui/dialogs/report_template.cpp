#include "ui/dialogs/report_template.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

QString templateName(const QString &text, const QFileInfo &file)
{
    for (const QString &line : text.split(u'\n')) {
        if (line.startsWith(u"# "_s))
            return line.mid(2).trimmed();
    }
    return file.completeBaseName();
}

} // namespace

QVector<ReportTemplate> reportTemplates(const QStringList &folders)
{
    QVector<ReportTemplate> templates{
        {QCoreApplication::translate("plotleaf::ReportTemplate", "Blank"), {}}};
    for (const QString &folder : folders) {
        for (const QFileInfo &info :
             QDir(folder).entryInfoList({u"*.md"_s}, QDir::Files, QDir::Name)) {
            QFile file(info.filePath());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QString text = QString::fromUtf8(file.readAll());
            templates.append({templateName(text, info), text});
        }
    }
    return templates;
}

QStringList templateFolders()
{
    return {QCoreApplication::applicationDirPath() + u"/../share/plotleaf/templates"_s,
            QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/templates"_s};
}

} // namespace plotleaf
