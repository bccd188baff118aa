#include "core/base/fault_injector.h"
#include "core/store/library.h"
#include "core/store/open_report.h"
#include "support/store_operations.h"
#include "support/test_clock.h"
#include "support/typing.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <cstdio>
#include <random>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

// A process that works on a library and is killed while it does. Usage:
//   store-victim step FOLDER OPERATION N     kills itself before the N-th access of the operation;
//   else prints "done" store-victim type FOLDER REPORT SEED     types until it is killed; prints a
//   line for each change store-victim create FOLDER PREFIX COUNT  creates reports, as fast as it
//   can

using namespace plotleaf;

namespace {

void killMyself()
{
#ifdef Q_OS_UNIX
    ::raise(SIGKILL);
#else
    std::_Exit(9);
#endif
}

int runStep(const QStringList &arguments)
{
    test::TestClock clock;
    clock.advance(1000);
    test::CountingIdSource ids;
    for (int i = 0; i < 100; ++i)
        ids.next();
    FaultInjector faults;
    std::atomic<int> victimStep = 0;
    faults.watch([&](int access) {
        if (access == victimStep)
            killMyself();
    });
    auto library = Library::open(arguments.at(2), clock, ids, &faults).value();
    library->recovered({}).waitForFinished();
    const QString &name = arguments.at(3);
    for (const test::StoreOperation &operation : test::storeOperations()) {
        if (operation.name != name)
            continue;
        faults.failAt(0);
        victimStep = arguments.at(4).toInt();
        if (operation.run(*library))
            std::puts("done");
    }
    return 0;
}

/// Types one character after another, faster and slower, with pauses in which the report is saved.
class Typist : public QObject
{
public:
    Typist(Library &library, Report report, quint32 seed)
        : m_text(report.text), m_open(library, std::move(report), std::nullopt), m_random(seed)
    {
        m_clock.start();
        m_timer.setSingleShot(true);
        m_timer.callOnTimeout(this, [this] { type(); });
        m_timer.start(0);
    }

private:
    void type()
    {
        m_text += test::typedCharacter(m_text.size());
        m_open.setText(m_text);
        // Number of characters, and when, on a clock that starts with the typing.
        std::printf("%lld %lld\n", static_cast<long long>(m_text.size()),
                    static_cast<long long>(m_clock.elapsed()));
        std::fflush(stdout);
        const int dice = std::uniform_int_distribution<int>(0, 199)(m_random);
        m_timer.start(dice == 0 ? 2'300 : 2 + dice % 30);
    }

    QString m_text;
    OpenReport m_open;
    std::mt19937 m_random;
    QElapsedTimer m_clock;
    QTimer m_timer;
};

int runTyping(QCoreApplication &application, const QStringList &arguments)
{
    const SystemClock clock;
    RandomIdSource ids;
    auto library = Library::open(arguments.at(2), clock, ids).value();
    QFuture<Result<Report>> report = library->report(ReportId(arguments.at(3)));
    report.waitForFinished();
    const Typist typist(*library, report.takeResult().value(), arguments.at(4).toUInt());
    return application.exec();
}

int runCreate(const QStringList &arguments)
{
    const SystemClock clock;
    RandomIdSource ids;
    auto library = Library::open(arguments.at(2), clock, ids).value();
    const int count = arguments.at(4).toInt();
    for (int i = 0; i < count; ++i) {
        const QString name = arguments.at(3) + u' ' + QString::number(i);
        auto made = library->create({QStringLiteral("shared"), name, {}, {}, name});
        made.waitForFinished();
        if (!made.result())
            return 1;
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 5)
        return 2;
    if (arguments.at(1) == QStringLiteral("step"))
        return runStep(arguments);
    if (arguments.at(1) == QStringLiteral("type"))
        return runTyping(application, arguments);
    return runCreate(arguments);
}
