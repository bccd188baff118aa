#include "app/cli/page/page_command.h"

#include "ui/page/report_page.h"

#include <QApplication>

#include <cstdio>

namespace plotleaf {

namespace {

/// WebEngine reports how it was set up as if that were trouble. People get our own warnings only,
/// and everything when they ask for it with QT_LOGGING_RULES.
void printOurWarnings(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const bool isOurs = qstrncmp(context.category, "plotleaf", 8) == 0;
    if (type == QtFatalMsg || (isOurs && (type == QtWarningMsg || type == QtCriticalMsg)))
        std::fprintf(stderr, "plotleaf-cli: %s\n", message.toLocal8Bit().constData());
}

} // namespace

std::unique_ptr<QCoreApplication> PageCommand::makeApplication(int &argc, char **argv) const
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!qEnvironmentVariableIsSet("QT_LOGGING_RULES"))
        qInstallMessageHandler(printOurWarnings);
    ReportPage::initializeEngine();
    return std::make_unique<QApplication>(argc, argv);
}

ExitCode PageCommand::run(const QCommandLineParser &parser, CommandContext &context) const
{
    if (const auto obstacle = ReportPage::engineObstacle())
        return fail(context, *obstacle);
    return runWithPage(parser, context);
}

} // namespace plotleaf
