#pragma once

#include "core/base/result.h"
#include "core/report/report.h"

#include <QHash>

namespace plotleaf {

/// A picture that a Markdown file refers to.
struct BundledPicture
{
    QString address; ///< as the text names it, decoded: "figures/loss curve.png"
    QString name;    ///< without folders
    QByteArray bytes;
};

/// A picture that a Markdown file refers to and that could not be taken along.
struct MissingPicture
{
    QString address; ///< as BundledPicture::address
    QString reason;  ///< for people, as a part of a sentence: "there is no such file"

    bool operator==(const MissingPicture &) const = default;
};

/// A report as files: a Markdown file with front matter, and the pictures beside it that its text
/// refers to.
struct MarkdownBundle
{
    NewReport report;                 ///< its text still names the pictures as the file does
    QVector<BundledPicture> pictures; ///< each once
    QVector<MissingPicture> missing;  ///< relative addresses; each once
};

/// The largest picture that is read, in bytes.
constexpr qint64 largestBundledPicture = 64LL * 1024 * 1024;

/// Reads a Markdown file and the pictures that it names relatively to itself. The report's name is
/// that of the front matter, else the first heading, else the file's name. Only what is a picture
/// by its content is taken, whatever it is called: a text from elsewhere must not make a copy of
/// other files. Pictures that are missing are no error. Blocks; any thread. Errors: those of
/// readMarkdownFile().
Result<MarkdownBundle> readMarkdownBundle(const QString &path);

/// The report's text with the pictures' new names; `names`: by BundledPicture::address.
QString textWithAssets(const QString &text, const QHash<QString, QString> &names);

/// What was written.
struct WrittenBundle
{
    int files = 0;       ///< beside the Markdown file
    QStringList missing; ///< names of assets that the text uses, but that are not there
};

/// Writes the report to `path`: front matter with its fields (what readMarkdownFile() reads), then
/// the text, in which `asset:NAME` has become a relative address, and the assets that the text uses
/// into the folder "NAME-files" beside it. `assetPaths`: name to file. The Markdown file is written
/// last and in one step. Blocks; any thread. Errors: Io.
Result<WrittenBundle> writeMarkdownBundle(const QString &path,
                                          const Report &report,
                                          const QHash<QString, QString> &assetPaths);

} // namespace plotleaf
