#include "ui/library/report_files.h"

#include "ui/library/report_name.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStringDecoder>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestImport = 64 * 1024 * 1024;

QString reportFilesText(const char *text)
{
    return QCoreApplication::translate("plotleaf::reportFiles", text);
}

/// Cuts `---` … `---` off the start of `text` and returns what was between.
QString takeFrontMatter(QString &text)
{
    static const QRegularExpression block(
        u"\\A---[ \\t]*\\r?\\n(.*?)^(?:---|\\.\\.\\.)[ \\t]*(?:\\r?\\n|\\z)"_s,
        QRegularExpression::DotMatchesEverythingOption | QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = block.match(text);
    if (!match.hasMatch())
        return {};
    const QString inside = match.captured(1);
    // A rule at the top of a text is no front matter.
    static const QRegularExpression key(u"\\A\\s*[A-Za-z_][\\w-]*\\s*:"_s);
    if (!key.match(inside).hasMatch())
        return {};
    text.remove(0, match.capturedLength());
    return inside;
}

QString frontMatterValue(const QString &frontMatter, const QString &key)
{
    const QRegularExpression line(u"^%1\\s*:\\s*(.+?)\\s*$"_s.arg(key),
                                  QRegularExpression::MultilineOption);
    QString value = line.match(frontMatter).captured(1);
    const bool quoted = value.size() >= 2 && value.front() == value.back() &&
                        (value.front() == u'"' || value.front() == u'\'');
    return quoted ? value.mid(1, value.size() - 2) : value;
}

QString firstHeading(const QString &text)
{
    static const QRegularExpression heading(u"^ {0,3}#{1,6}[ \\t]+(.+?)[ \\t]*#*[ \\t]*\\r?$"_s,
                                            QRegularExpression::MultilineOption);
    return heading.match(text).captured(1).trimmed();
}

QString importedName(const QString &frontMatter, const QString &text, const QString &path)
{
    for (const QString &name : {frontMatterValue(frontMatter, u"title"_s), firstHeading(text),
                                QFileInfo(path).completeBaseName()}) {
        if (reportNameProblem(name).isEmpty())
            return name;
    }
    return reportFilesText(QT_TRANSLATE_NOOP("plotleaf::reportFiles", "Imported report"));
}

} // namespace

Result<NewReport> readMarkdownFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{
            file.exists() ? ErrorCode::Io : ErrorCode::NotFound,
            reportFilesText(QT_TRANSLATE_NOOP("plotleaf::reportFiles", "“%1” cannot be read: %2"))
                .arg(path, file.errorString()),
            {}};
    }
    if (file.size() > largestImport) {
        return Error{ErrorCode::LimitExceeded,
                     reportFilesText(
                         QT_TRANSLATE_NOOP("plotleaf::reportFiles", "“%1” is larger than %2 MB."))
                         .arg(path)
                         .arg(largestImport / 1024 / 1024),
                     {}};
    }
    const QByteArray bytes = file.readAll();
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(bytes);
    if (decoder.hasError() || bytes.contains('\0')) {
        return Error{ErrorCode::Damaged,
                     reportFilesText(
                         QT_TRANSLATE_NOOP("plotleaf::reportFiles", "“%1” is not a text in UTF-8."))
                         .arg(path),
                     {}};
    }
    const QString frontMatter = takeFrontMatter(text);
    NewReport report;
    report.name = importedName(frontMatter, text, path);
    report.description = frontMatterValue(frontMatter, u"description"_s);
    report.text = text;
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
    while (safe.endsWith(u'.') || safe.startsWith(u'.'))
        safe = safe.endsWith(u'.') ? safe.chopped(1) : safe.mid(1);
    if (safe.isEmpty())
        safe = u"report"_s;
    return safe + u'.' + extension;
}

} // namespace plotleaf
