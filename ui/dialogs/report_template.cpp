#include "ui/dialogs/report_template.h"

#include "core/base/program_data.h"
#include "core/report/markdown_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <optional>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

/// "ablation-study.md" is called "Ablation study".
QString templateFileName(const QString &path)
{
    QString name = QFileInfo(path).completeBaseName().replace(u'-', u' ');
    if (!name.isEmpty())
        name[0] = name.at(0).toUpper();
    return name;
}

std::optional<ReportTemplate> readTemplate(const QString &path)
{
    const Result<MarkdownFile> file = readMarkdownFile(path);
    if (!file)
        return std::nullopt;
    QString text = file->report.text;
    while (text.startsWith(u'\n')) // where the front matter stood
        text.remove(0, 1);
    if (text.trimmed().isEmpty())
        return std::nullopt;
    const QString &name = file->report.summary.name;
    return ReportTemplate{name.isEmpty() ? templateFileName(path) : name, text};
}

} // namespace

QVector<ReportTemplate> reportTemplates(const QStringList &folders, const QString &language)
{
    QVector<ReportTemplate> templates{
        {QCoreApplication::translate("plotleaf::ReportTemplate", "Blank"), {}}};
    for (const QString &folder : folders) {
        if (folder.isEmpty())
            continue;
        const QDir english(folder);
        const QDir local(english.filePath(language));
        for (const QString &name : english.entryList({u"*.md"_s}, QDir::Files, QDir::Name)) {
            const bool isTranslated = !language.isEmpty() && local.exists(name);
            const auto made = readTemplate((isTranslated ? local : english).filePath(name));
            if (made)
                templates.append(*made);
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
