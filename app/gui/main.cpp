#include "command_line.h"

#include "core/base/program.h"
#include "core/base/translations.h"
#include "ui/page/report_page.h"
#include "ui/window/session.h"
#include "ui/window/single_instance.h"

#include <QApplication>
#include <QIcon>

#include <cstdio>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

void describeApplication()
{
    nameProgram();
    QGuiApplication::setApplicationDisplayName(QString());
    QGuiApplication::setDesktopFileName(u"plotleaf"_s);
}

Error busyError()
{
    return {ErrorCode::NotAllowed,
            QCoreApplication::translate("main", "Plotleaf is open already and is busy. What you "
                                                "opened will be there when it answers again."),
            {}};
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
    const Translations translations;

    SingleInstance instance(commandLine.workspace());
    if (!instance.becomeFirst(commandLine.files())) {
        if (instance.isUnanswered())
            Session::showOpenProblem(busyError());
        return 0;
    }
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
