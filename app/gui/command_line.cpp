#include "command_line.h"

#include "core/base/translations.h"
#include "core/report/report_link.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>

#include <cstdio>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

QString commandLineText(const char *text)
{
    return QCoreApplication::translate("plotleaf::CommandLine", text);
}

void printTo(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toLocal8Bit();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
}

/// Desktops hand over addresses, shells relative paths.
QString toOpen(const QString &argument)
{
    if (reportOfLink(argument))
        return argument;
    const QUrl url(argument);
    return QFileInfo(url.isLocalFile() ? url.toLocalFile() : argument).absoluteFilePath();
}

bool displayIsMissing(const QStringList &arguments)
{
#ifdef Q_OS_LINUX
    const bool chosen =
        qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || arguments.contains(u"-platform"_s);
    return !chosen && qEnvironmentVariableIsEmpty("DISPLAY") &&
           qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
#else
    Q_UNUSED(arguments)
    return false;
#endif
}

} // namespace

std::optional<int> CommandLine::parseBeforeDisplay(int argc, char *argv[])
{
    // Takes the arguments apart only; the application itself is made when there is a display for
    // it.
    const QCoreApplication application(argc, argv);
    const Translations translations;
    QCommandLineParser parser;
    parser.setApplicationDescription(commandLineText(
        QT_TRANSLATE_NOOP("plotleaf::CommandLine", "Report editor for people who train models.")));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption workspace(
        u"workspace"_s,
        commandLineText(QT_TRANSLATE_NOOP("plotleaf::CommandLine", "Keep reports in this folder.")),
        commandLineText(QT_TRANSLATE_NOOP("plotleaf::CommandLine", "folder")),
        QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    parser.addOption(workspace);
    parser.addPositionalArgument(
        u"files"_s,
        commandLineText(QT_TRANSLATE_NOOP(
            "plotleaf::CommandLine", "Markdown files to open as reports, or links to reports.")),
        u"[files...]"_s);
    const QStringList arguments = QCoreApplication::arguments();
    if (!parser.parse(arguments)) {
        printTo(stderr, parser.errorText() + u'\n');
        return 2;
    }
    if (parser.isSet(help)) {
        printTo(stdout, parser.helpText());
        return 0;
    }
    if (parser.isSet(version)) {
        printTo(stdout, u"plotleaf %1\n"_s.arg(QCoreApplication::applicationVersion()));
        return 0;
    }
    if (displayIsMissing(arguments)) {
        printTo(stderr,
                commandLineText(QT_TRANSLATE_NOOP(
                    "plotleaf::CommandLine",
                    "There is no display to open a window on. plotleaf-cli works without one.\n")));
        return 1;
    }
    m_workspace = QDir(parser.value(workspace)).absolutePath();
    for (const QString &file : parser.positionalArguments())
        m_files.append(toOpen(file));
    return std::nullopt;
}

} // namespace plotleaf
