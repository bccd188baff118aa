#include "app/cli/report_edit_command.h"

#include "app/cli/edited_file.h"
#include "app/cli/wait_for.h"
#include "core/report/report_names.h"

#include <QFile>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct ReportEditTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::ReportEditCommand)
};

/// What is to be different; fields that are not set stay.
struct WantedFields
{
    std::optional<QString> name;
    std::optional<QString> description;
    std::optional<QStringList> tags;
    std::optional<QString> text;

    bool isEmpty() const { return !name && !description && !tags && !text; }
};

/// "-": standard input.
Result<QString> givenText(const QString &path)
{
    QFile file(path);
    const bool isOpen =
        path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return Error{file.exists() ? ErrorCode::Io : ErrorCode::NotFound,
                     ReportEditTexts::tr("%1 cannot be read: %2.").arg(path, file.errorString()),
                     {}};
    return readUnicode(file, path);
}

QStringList changedTags(const QCommandLineParser &parser, const QStringList &before)
{
    QStringList tags = before + parser.values(u"add-tag"_s);
    const QStringList gone = normalisedTags(parser.values(u"remove-tag"_s));
    for (const QString &tag : gone)
        tags.removeAll(tag);
    return tags;
}

/// Everything that can be wrong with it is found before anything is changed.
Result<WantedFields> wantedFields(const QCommandLineParser &parser, const ReportSummary &report)
{
    WantedFields wanted;
    if (parser.isSet(u"name"_s)) {
        const Result<QString> name = checkedReportName(parser.value(u"name"_s));
        if (!name)
            return name.error();
        wanted.name = *name;
    }
    if (parser.isSet(u"description"_s))
        wanted.description = parser.value(u"description"_s);
    if (parser.isSet(u"add-tag"_s) || parser.isSet(u"remove-tag"_s))
        wanted.tags = changedTags(parser, report.tags);
    if (parser.isSet(u"text"_s)) {
        const Result<QString> text = givenText(parser.value(u"text"_s));
        if (!text)
            return text.error();
        wanted.text = *text;
    }
    return wanted;
}

Error lockedError(const ReportSummary &report)
{
    return {ErrorCode::NotAllowed,
            ReportEditTexts::tr("“%1” is published; its text is locked.").arg(report.name),
            {}};
}

Result<SavedText> savedText(Library &library, const Report &report, const QString &text)
{
    if (report.summary.status == ReportStatus::Published && text != report.text)
        return lockedError(report.summary);
    return waitFor(library.save(report.summary.id, text, report.text));
}

/// What is said after `saved` took the place of what was `written`.
QString changedWords(const QString &name, const SavedText &saved, const QString &written)
{
    if (saved.hadConflict)
        return ReportEditTexts::tr("“%1” is changed. The same lines were changed elsewhere "
                                   "meanwhile: yours stand, the others are among its versions.")
            .arg(name);
    if (saved.text != written)
        return ReportEditTexts::tr("“%1” is changed; what was written elsewhere meanwhile is "
                                   "merged in.")
            .arg(name);
    return ReportEditTexts::tr("“%1” is changed.").arg(name);
}

} // namespace

QString ReportEditCommand::name() const
{
    return u"report edit"_s;
}

QString ReportEditCommand::summary() const
{
    return ReportEditTexts::tr("Change a report's fields or text");
}

void ReportEditCommand::describeChange(QCommandLineParser &parser) const
{
    parser.addOptions({
        {u"name"_s, ReportEditTexts::tr("Another name."), ReportEditTexts::tr("NAME")},
        {u"description"_s, ReportEditTexts::tr("Another description."),
         ReportEditTexts::tr("TEXT")},
        {u"add-tag"_s, ReportEditTexts::tr("A tag more; may be repeated."),
         ReportEditTexts::tr("TAG")},
        {u"remove-tag"_s, ReportEditTexts::tr("A tag less; may be repeated."),
         ReportEditTexts::tr("TAG")},
        {u"text"_s,
         ReportEditTexts::tr("The text is what this file holds, byte for byte; - for standard "
                             "input."),
         ReportEditTexts::tr("FILE")},
    });
}

QString ReportEditCommand::details() const
{
    return ReportEditTexts::tr(
        "Without --name, --description, --add-tag, --remove-tag and --text, the text is opened\n"
        "in the editor that VISUAL or EDITOR names. When the editor has ended, what was written\n"
        "is saved, with what was changed elsewhere meanwhile merged in. Should anything fail,\n"
        "the edited file stays, and its path is told.");
}

Result<QString> ReportEditCommand::change(const Scene &scene) const
{
    const ReportSummary &report = scene.report.summary;
    const Result<WantedFields> wanted = wantedFields(scene.parser, report);
    if (!wanted)
        return wanted.error();
    if (wanted->isEmpty())
        return editText(scene);
    // The text first: it is what can be refused.
    SavedText text;
    if (wanted->text) {
        const Result<SavedText> saved = savedText(scene.library, scene.report, *wanted->text);
        if (!saved)
            return saved.error();
        text = *saved;
    }
    Result<void> done;
    if (wanted->name)
        done = waitFor(scene.library.rename(report.id, *wanted->name));
    if (done && wanted->description)
        done = waitFor(scene.library.setDescription(report.id, *wanted->description));
    if (done && wanted->tags)
        done = waitFor(scene.library.setTags(report.id, *wanted->tags));
    if (!done)
        return done.error();
    return changedWords(wanted->name.value_or(report.name), text, wanted->text.value_or(QString()));
}

Result<QString> ReportEditCommand::editText(const Scene &scene)
{
    const Report &report = scene.report;
    if (report.summary.status == ReportStatus::Published)
        return lockedError(report.summary);
    const Result<EditedFile> file = EditedFile::write(report.summary.name, report.text);
    if (!file)
        return file.error();
    const Result<void> edited = file->edit();
    const Result<QString> text = file->read();
    if (text && *text == report.text) {
        file->remove();
        if (!edited)
            return edited.error();
        return ReportEditTexts::tr("“%1” is as it was.").arg(report.summary.name);
    }
    if (!edited)
        return file->withPath(edited.error());
    if (!text)
        return file->withPath(text.error());
    const Result<SavedText> saved = savedText(scene.library, report, *text);
    if (!saved)
        return file->withPath(saved.error());
    file->remove();
    return changedWords(report.summary.name, *saved, *text);
}

} // namespace plotleaf
