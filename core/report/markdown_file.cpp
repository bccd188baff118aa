#include "core/report/markdown_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <yaml-cpp/yaml.h>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct MarkdownFileText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::MarkdownFile)
};

/// No front matter is longer; a file that merely begins with a rule is not searched to its end.
constexpr qsizetype longestFrontMatter = 64 * 1024;

struct FrontMatter
{
    QString yaml;
    qsizetype end = 0; ///< index in the text behind the closing line; 0: there is none
};

FrontMatter findFrontMatter(const QString &text)
{
    if (!text.startsWith("---\n"_L1) && !text.startsWith("---\r\n"_L1))
        return {};
    const qsizetype start = text.indexOf(u'\n') + 1;
    for (qsizetype line = start; line < std::min(text.size(), longestFrontMatter);) {
        qsizetype next = text.indexOf(u'\n', line) + 1;
        if (next == 0)
            next = text.size();
        const QStringView content = QStringView(text).mid(line, next - line).trimmed();
        if (content == "---"_L1 || content == "..."_L1)
            return {text.mid(start, line - start), next};
        line = next;
    }
    return {};
}

/// The mapping, or nothing when the text is something else.
YAML::Node parseMapping(const QString &yaml)
{
    try {
        const YAML::Node node = YAML::Load(yaml.toStdString());
        return node.IsMap() ? node : YAML::Node();
    } catch (const YAML::Exception &) {
        return {};
    }
}

QStringList textsOf(const YAML::Node &node)
{
    QStringList texts;
    if (node && node.IsScalar())
        texts += QString::fromStdString(node.Scalar()).trimmed();
    for (const YAML::Node &item : node &&node.IsSequence() ? node : YAML::Node()) {
        if (item.IsScalar())
            texts += QString::fromStdString(item.Scalar()).trimmed();
    }
    texts.removeAll(QString());
    return texts;
}

/// The first of `keys` that is there.
QStringList valueOf(const YAML::Node &mapping, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        if (QStringList texts = textsOf(mapping[key]); !texts.isEmpty())
            return texts;
    }
    return {};
}

QStringList tagsOf(const YAML::Node &mapping)
{
    QStringList tags = valueOf(mapping, {"tags", "keywords"});
    if (tags.size() == 1)
        tags = tags.first().split(u',');
    for (QString &tag : tags)
        tag = tag.trimmed();
    tags.removeAll(QString());
    tags.sort();
    tags.removeDuplicates();
    return tags;
}

void readMapping(const YAML::Node &mapping, MarkdownFile &file)
{
    ReportSummary &summary = file.report.summary;
    summary.name = valueOf(mapping, {"title", "name"}).join(u' ');
    summary.author = valueOf(mapping, {"author", "authors"}).join(u", "_s);
    summary.description = valueOf(mapping, {"description", "subtitle"}).join(u' ');
    summary.project = valueOf(mapping, {"project"}).join(u'/');
    summary.tags = tagsOf(mapping);
    file.language = valueOf(mapping, {"lang", "language"}).join(QString());
    const QDateTime date =
        QDateTime::fromString(valueOf(mapping, {"date"}).join(QString()), Qt::ISODate);
    if (date.isValid())
        summary.updated = date.toUTC();
}

/// Nothing that the user wrote becomes a question mark unnoticed: what is no Unicode is an error.
Result<QString> decoded(const QByteArray &bytes, const QString &path)
{
    QStringDecoder decoder(
        QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8),
        QStringConverter::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    if (!decoder.hasError())
        return text;
    return Error{
        ErrorCode::InvalidInput,
        MarkdownFileText::tr("“%1” is not a text in UTF-8. Save it in that encoding.").arg(path),
        {}};
}

} // namespace

Result<MarkdownFile> readMarkdownFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isFile()) {
        return Error{
            ErrorCode::NotFound, MarkdownFileText::tr("There is no file “%1”.").arg(path), {}};
    }
    if (info.size() > largestMarkdownFile) {
        return Error{ErrorCode::LimitExceeded,
                     MarkdownFileText::tr("“%1” is larger than %2 MB.")
                         .arg(path)
                         .arg(largestMarkdownFile / 1024 / 1024),
                     {}};
    }
    QFile source(path);
    if (!source.open(QIODevice::ReadOnly)) {
        return Error{
            ErrorCode::Io,
            MarkdownFileText::tr("“%1” cannot be read: %2").arg(path, source.errorString()),
            {}};
    }
    const Result<QString> text = decoded(source.readAll(), path);
    if (!text)
        return text.error();
    MarkdownFile file;
    file.folder = info.absolutePath();
    file.report.summary.created = info.lastModified().toUTC();
    file.report.summary.updated = file.report.summary.created;
    file.report.text = *text;
    const FrontMatter front = findFrontMatter(file.report.text);
    if (const YAML::Node mapping = parseMapping(front.yaml); front.end > 0 && mapping.IsMap()) {
        readMapping(mapping, file);
        const auto lines = QStringView(file.report.text).left(front.end).count(u'\n');
        file.report.text.replace(0, front.end, QString(lines, u'\n'));
    }
    return file;
}

QString fileBelow(const QString &folder, const QString &name)
{
    const QString root = QFileInfo(folder).canonicalFilePath();
    const QFileInfo file(QDir(root), name);
    const QString path = file.canonicalFilePath();
    const bool isBelow = !root.isEmpty() && path.startsWith(root == u"/"_s ? root : root + u'/');
    return isBelow && file.isFile() ? path : QString();
}

} // namespace plotleaf
