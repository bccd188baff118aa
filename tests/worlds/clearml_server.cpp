#include "fakes/clearml/fake_clearml.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTextStream>

#include <unistd.h>

using namespace plotleaf::test;
using namespace Qt::StringLiterals;

/// plotleaf-clearml-server [COUNT]: a fake ClearML server with COUNT reports (5) to try Plotleaf on
/// by hand. Prints its address and keys, and ends with its standard input. A line "Report 1=text"
/// there is what somebody else writes into that report.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int count = QCoreApplication::arguments().value(1, u"5"_s).toInt();
    FakeClearml server;
    for (int i = 1; i <= count; ++i)
        server.world.addReport(u"Report %1"_s.arg(i), i % 2 == 0 ? u"vision/resnet"_s : QString(),
                               u"# Report %1\n\nFirst\n\nSecond\n\nThird\n"_s.arg(i));
    QTextStream(stdout) << server.http.url().toString() << ' ' << server.accessKey << ' '
                        << server.secretKey << Qt::endl;
    const QString bob = server.world.addUser(u"Bob"_s);
    QSocketNotifier typed(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&typed, &QSocketNotifier::activated, &application, [&] {
        char bytes[4096];
        const auto size = read(STDIN_FILENO, bytes, sizeof bytes);
        if (size <= 0)
            return QCoreApplication::quit();
        const QString line = QString::fromUtf8(bytes, size).trimmed();
        for (const QJsonObject &task : QVector<QJsonObject>(server.world.tasks)) {
            if (task["name"_L1] == line.section(u'=', 0, 0))
                server.world.editReport(task["id"_L1].toString(), bob, [&](QJsonObject &report) {
                    report["report"_L1] = line.section(u'=', 1).replace(u"\\n"_s, u"\n"_s);
                });
        }
    });
    return QCoreApplication::exec();
}
