#include "ui/dialogs/report_template.h"

#include "core/base/program_data.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

/// "ablation-study.md" is called "Ablation study".
QString templateName(const QFileInfo &file)
{
    QString name = file.completeBaseName().replace(u'-', u' ');
    if (!name.isEmpty())
        name[0] = name.at(0).toUpper();
    return name;
}

} // namespace

QVector<ReportTemplate> reportTemplates(const QStringList &folders)
{
    QVector<ReportTemplate> templates{
        {QCoreApplication::translate("plotleaf::ReportTemplate", "Blank"), {}}};
    for (const QString &folder : folders) {
        if (folder.isEmpty())
            continue;
        for (const QFileInfo &info :
             QDir(folder).entryInfoList({u"*.md"_s}, QDir::Files, QDir::Name)) {
            QFile file(info.filePath());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QString text = QString::fromUtf8(file.readAll());
            if (!text.trimmed().isEmpty())
                templates.append({templateName(info), text});
        }
    }
    return templates;
}

QStringList templateFolders()
{
    return {programData(u"templates"_s),
            QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/templates"_s};
}

} // namespace plotleaf
