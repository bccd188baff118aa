#include "ui/library/report_files.h"

#include "core/report/markdown_file.h"
#include "ui/library/report_name.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

QString reportFilesText(const char *text)
{
    return QCoreApplication::translate("plotleaf::reportFiles", text);
}

QString firstHeading(const QString &text)
{
    static const QRegularExpression heading(u"^ {0,3}#{1,6}[ \\t]+(.+?)[ \\t]*#*[ \\t]*\\r?$"_s,
                                            QRegularExpression::MultilineOption);
    return heading.match(text).captured(1).trimmed();
}

QString importedName(const Report &read, const QString &path)
{
    for (const QString &name :
         {read.summary.name, firstHeading(read.text), QFileInfo(path).completeBaseName()}) {
        if (reportNameProblem(name).isEmpty())
            return name;
    }
    return reportFilesText(QT_TRANSLATE_NOOP("plotleaf::reportFiles", "Imported report"));
}

/// Where the front matter stood there are empty lines.
QString withoutEmptyTop(const QString &text)
{
    static const QRegularExpression top(u"\\A(?:[ \\t]*\\r?\\n)+"_s);
    return QString(text).remove(top);
}

} // namespace

Result<NewReport> importedReport(const QString &path)
{
    Result<MarkdownFile> file = readMarkdownFile(path);
    if (!file)
        return file.error();
    const Report &read = file->report;
    NewReport report;
    report.name = importedName(read, path);
    report.project = read.summary.project;
    report.description = read.summary.description;
    report.tags = read.summary.tags;
    report.text = withoutEmptyTop(read.text);
    return report;
}

Result<void> writeMarkdownFile(const QString &path, const QString &text)
{
    QSaveFile file(path);
    const QByteArray bytes = text.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return Error{ErrorCode::Io,
                     reportFilesText(
                         QT_TRANSLATE_NOOP("plotleaf::reportFiles", "“%1” cannot be written: %2"))
                         .arg(path, file.errorString()),
                     {}};
    }
    return {};
}

QString fileNameFor(const QString &name, const QString &extension)
{
    static const QRegularExpression refused(u"[\\x00-\\x1f<>:\"/\\\\|?*]+"_s);
    constexpr int longestName = 120;
    QString safe = QString(name).replace(refused, u" "_s).simplified().left(longestName);
    static const QRegularExpression edges(u"\\A[. ]+|[. ]+\\z"_s);
    safe.remove(edges);
    if (safe.isEmpty())
        safe = u"report"_s;
    return safe + u'.' + extension;
}

} // namespace plotleaf
