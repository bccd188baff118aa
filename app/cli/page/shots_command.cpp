#include "app/cli/page/shots_command.h"

#include "app/cli/page/shot_scenes.h"
#include "app/cli/page/shot_workspace.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct ShotTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::ShotsCommand)
};

/// How many pixels a program draws for a unit of length is settled when it starts, so each scale
/// has a process of its own.
Result<void> shootAtScale(const QString &folder, const QString &scale)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_SCALE_FACTOR"_s, scale);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QCoreApplication::applicationFilePath(),
                  {u"shots"_s, folder, u"--scale"_s, scale});
    if (!process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0)
        return Error{ErrorCode::Io, ShotTexts::tr("The pictures at scale %1 failed.").arg(scale),
                     process.errorString()};
    return {};
}

Result<void> shootHere(const QString &folder, const QString &scale)
{
    const QString ending = scale == "1"_L1 ? QString() : u'@' + scale + u'x';
    const QTemporaryDir empty;
    const QTemporaryDir filled;
    if (const auto made = makeShotWorkspace(filled.path()); !made)
        return made.error();
    const QTemporaryDir served;
    if (const auto made = makeShotWorkspace(served.path()); !made)
        return made.error();
    if (const auto added = addShotServer(served.path()); !added)
        return added.error();
    for (const ThemeMode theme : {ThemeMode::Light, ThemeMode::Dark}) {
        const Result<void> first = shootFirstStart(empty.path(), theme, folder, ending);
        const Result<void> shot = first ? shootScenes(filled.path(), theme, folder, ending) : first;
        if (!shot)
            return shot.error();
        if (const auto servers = shootServerScenes(served.path(), theme, folder, ending); !servers)
            return servers.error();
    }
    return {};
}

} // namespace

QString ShotsCommand::name() const
{
    return u"shots"_s;
}

QString ShotsCommand::summary() const
{
    return ShotTexts::tr("Write pictures of the program's windows");
}

void ShotsCommand::describe(QCommandLineParser &parser) const
{
    parser.addOption({u"scale"_s,
                      ShotTexts::tr("Pixels per unit of length: 1 or 2; both when not given."),
                      ShotTexts::tr("SCALE")});
    parser.addPositionalArgument(u"folder"_s, ShotTexts::tr("Where to write them."),
                                 ShotTexts::tr("DIR"));
}

ExitCode ShotsCommand::runWithPage(const QCommandLineParser &parser, CommandContext &context) const
{
    const QStringList folders = parser.positionalArguments();
    if (folders.size() != 1)
        return misuse(context, ShotTexts::tr("Name one folder."));
    const QString scale = parser.value(u"scale"_s);
    if (!scale.isEmpty() && scale != "1"_L1 && scale != "2"_L1)
        return misuse(context, ShotTexts::tr("The scale is 1 or 2."));
    const QString folder = QDir(folders.first()).absolutePath();
    if (!QDir().mkpath(folder))
        return fail(context, ShotTexts::tr("The folder %1 cannot be made.").arg(folder));
    if (!scale.isEmpty() && qEnvironmentVariable("QT_SCALE_FACTOR") == scale) {
        const Result<void> shot = shootHere(folder, scale);
        return shot ? ExitCode::Done : fail(context, shot.error());
    }
    const QStringList scales = scale.isEmpty() ? QStringList{u"1"_s, u"2"_s} : QStringList{scale};
    for (const QString &one : scales) {
        if (const Result<void> shot = shootAtScale(folder, one); !shot)
            return fail(context, shot.error());
    }
    return ExitCode::Done;
}

} // namespace plotleaf
