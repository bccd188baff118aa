#include "command_line.h"
#include "session.h"

#include "ui/page/report_page.h"
#include "ui/widgets/program_data.h"
#include "ui/window/single_instance.h"

#include <QApplication>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <cstdio>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

void describeApplication()
{
    QCoreApplication::setApplicationName(u"plotleaf"_s);
    QCoreApplication::setOrganizationName(u"plotleaf"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PLOTLEAF_VERSION));
    QGuiApplication::setApplicationDisplayName(QString());
    QGuiApplication::setDesktopFileName(u"plotleaf"_s);
}

void loadTranslations(QApplication &application)
{
    const auto load = [&application](const QString &name, const QString &folder) {
        auto *translator = new QTranslator(&application);
        if (translator->load(QLocale(), name, u"_"_s, folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    };
    load(u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    load(u"plotleaf"_s, programData(u"translations"_s));
}

} // namespace

int main(int argc, char *argv[])
{
    describeApplication();
    CommandLine commandLine;
    if (const std::optional<int> exitCode = commandLine.parseBeforeDisplay(argc, argv))
        return *exitCode;
    ReportPage::initializeEngine();
    QApplication application(argc, argv);
    loadTranslations(application);

    SingleInstance instance(commandLine.workspace());
    if (instance.handOver(commandLine.files()))
        return 0;
    Result<std::unique_ptr<Session>> session = Session::open(commandLine.workspace());
    if (!session) {
        Session::showOpenProblem(session.error());
        return 1;
    }
    instance.listen();
    QObject::connect(&instance, &SingleInstance::requested, &application,
                     [&session](const QStringList &files) { session.value()->raise(files); });
    session.value()->start(commandLine.files());
    return QApplication::exec();
}
