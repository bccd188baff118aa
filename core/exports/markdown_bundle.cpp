#include "core/exports/markdown_bundle.h"

#include "core/base/durable_file.h"
#include "core/report/markdown_file.h"
#include "core/report/report_names.h"
#include "core/report/text_addresses.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <yaml-cpp/yaml.h>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

const QString assetStart = u"asset:"_s;

struct BundleTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::MarkdownBundle)
};

QString firstHeading(const QString &text)
{
    static const QRegularExpression heading(u"^ {0,3}#{1,6}[ \\t]+(.+?)[ \\t]*#*[ \\t]*\\r?$"_s,
                                            QRegularExpression::MultilineOption);
    return heading.match(text).captured(1).trimmed();
}

QString bundleName(const Report &read, const QString &path)
{
    for (const QString &name :
         {read.summary.name, firstHeading(read.text), QFileInfo(path).completeBaseName()}) {
        if (const Result<QString> kept = checkedReportName(name))
            return *kept;
    }
    return BundleTexts::tr("Imported report");
}

/// Where the front matter stood there are empty lines.
QString withoutEmptyTop(const QString &text)
{
    static const QRegularExpression top(u"\\A(?:[ \\t]*\\r?\\n)+"_s);
    return QString(text).remove(top);
}

/// An address that names a file beside the text, not one in the web, in the report or on this page.
bool isRelativeFile(const QString &address)
{
    static const QRegularExpression elsewhere(u"\\A(?:[A-Za-z][A-Za-z0-9+.-]*:|[/\\\\#?])"_s);
    return !address.isEmpty() && !elsewhere.match(address).hasMatch();
}

/// The error's message is a MissingPicture::reason.
Result<QByteArray> pictureBytes(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error{ErrorCode::NotFound, BundleTexts::tr("there is no such file"), path};
    if (!info.isFile())
        return Error{ErrorCode::InvalidInput, BundleTexts::tr("it is a folder"), path};
    if (info.size() > largestBundledPicture)
        return Error{
            ErrorCode::LimitExceeded,
            BundleTexts::tr("it is larger than %1 MB").arg(largestBundledPicture / (1024 * 1024)),
            path};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, BundleTexts::tr("it cannot be read"), path};
    const QByteArray bytes = file.readAll();
    const QMimeType type = QMimeDatabase().mimeTypeForData(bytes);
    if (!type.name().startsWith("image/"_L1))
        return Error{ErrorCode::InvalidInput, BundleTexts::tr("it is not a picture"), path};
    return bytes;
}

void readPictures(const QDir &folder, MarkdownBundle &bundle)
{
    QSet<QString> seen;
    for (const TextAddress &place : textAddresses(bundle.report.text)) {
        const QString &address = place.address;
        if (place.kind != TextAddress::Kind::Picture || !isRelativeFile(address) ||
            seen.contains(address))
            continue;
        seen.insert(address);
        if (const auto bytes = pictureBytes(folder.filePath(address)))
            bundle.pictures.append({address, QFileInfo(address).fileName(), *bytes});
        else
            bundle.missing.append({address, bytes.error().message});
    }
}

void emitText(YAML::Emitter &yaml, const char *key, const QString &value)
{
    if (!value.isEmpty())
        yaml << YAML::Key << key << YAML::Value << value.toStdString();
}

QString frontMatter(const ReportSummary &summary)
{
    YAML::Emitter yaml;
    yaml << YAML::BeginMap;
    emitText(yaml, "title", summary.name);
    emitText(yaml, "description", summary.description);
    emitText(yaml, "project", summary.project);
    emitText(yaml, "author", summary.author);
    emitText(yaml, "date", summary.updated.toString(Qt::ISODate));
    if (!summary.tags.isEmpty()) {
        yaml << YAML::Key << "tags" << YAML::Value << YAML::Flow << YAML::BeginSeq;
        for (const QString &tag : summary.tags)
            yaml << tag.toStdString();
        yaml << YAML::EndSeq;
    }
    yaml << YAML::EndMap;
    return u"---\n"_s + QString::fromUtf8(yaml.c_str()) + u"\n---\n\n"_s;
}

/// `folder` is made; what it stands in has to be there.
Result<void> copyAsset(const QString &from, const QString &folder, const QString &name)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::Io,
                     BundleTexts::tr("“%1” cannot be read: %2").arg(name, source.errorString()),
                     from};
    }
    if (!QFileInfo(folder).isDir() && !QDir().mkdir(folder)) {
        return Error{
            ErrorCode::Io, BundleTexts::tr("The folder “%1” cannot be made.").arg(folder), {}};
    }
    return writeDurably(folder + u'/' + name, source.readAll());
}

} // namespace

Result<MarkdownBundle> readMarkdownBundle(const QString &path)
{
    const Result<MarkdownFile> file = readMarkdownFile(path);
    if (!file)
        return file.error();
    const Report &read = file->report;
    MarkdownBundle bundle;
    bundle.report = {read.summary.project, bundleName(read, path), read.summary.description,
                     read.summary.tags, withoutEmptyTop(read.text)};
    readPictures(QDir(file->folder), bundle);
    return bundle;
}

QString textWithAssets(const QString &text, const QHash<QString, QString> &names)
{
    return withReplacedAddresses(text, [&names](const TextAddress &place) {
        const QString name = names.value(place.address);
        return name.isEmpty() || place.kind != TextAddress::Kind::Picture
                   ? QString()
                   : assetStart + addressInText(name);
    });
}

Result<WrittenBundle> writeMarkdownBundle(const QString &path,
                                          const Report &report,
                                          const QHash<QString, QString> &assetPaths)
{
    const QFileInfo target(path);
    const QString filesName = target.completeBaseName() + u"-files"_s;
    QSet<QString> used;
    WrittenBundle written;
    const QString text = withReplacedAddresses(report.text, [&](const TextAddress &place) {
        const QString name = place.address.mid(assetStart.size());
        if (!place.address.startsWith(assetStart) || name.isEmpty())
            return QString();
        if (!assetPaths.contains(name)) {
            written.missing.append(name);
            return QString();
        }
        used.insert(name);
        return addressInText(filesName + u'/' + name);
    });
    written.missing.removeDuplicates();
    for (const QString &name : std::as_const(used)) {
        const Result<void> copied =
            copyAsset(assetPaths.value(name), target.dir().filePath(filesName), name);
        if (!copied)
            return copied.error();
    }
    written.files = int(used.size());
    const Result<void> saved = writeDurably(path, (frontMatter(report.summary) + text).toUtf8());
    if (!saved)
        return saved.error();
    return written;
}

} // namespace plotleaf
