#include "core/markdown/helper_protocol.h"
#include "support/test_paths.h"

#include <QProcess>
#include <QTest>

#include <csignal>

using namespace plotleaf;

namespace {

helper::RenderRequest renderRequest(const QByteArray &before, const QByteArray &after)
{
    return {.splice = spliceBetween(before, after),
            .version = 1,
            .options = {},
            .limits = {5000, 200'000'000}};
}

QByteArray framed(const QByteArray &message)
{
    return helper::frameHeader(message.size()) + message;
}

} // namespace

/// plotleaf-markdown as a program: what goes in, what comes out, and what ends it.
class HelperProgramTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QProcess> m_program;

    /// The next message, or nothing when the program ends first.
    std::optional<QByteArray> receive()
    {
        const auto wait = [this](qsizetype size) {
            while (m_program->bytesAvailable() < size) {
                if (!m_program->waitForReadyRead(60'000))
                    return false;
            }
            return true;
        };
        if (!wait(helper::headerSize))
            return std::nullopt;
        const qsizetype size = helper::messageSize(m_program->read(helper::headerSize));
        if (!wait(size))
            return std::nullopt;
        return m_program->read(size);
    }

    void waitForEnd() { QVERIFY(m_program->waitForFinished(60'000)); }

private slots:
    void init()
    {
        m_program = std::make_unique<QProcess>();
        m_program->start(binDir() + u"/plotleaf-markdown", QStringList());
        QVERIFY(m_program->waitForStarted());
    }

    void rendersAndRemembers()
    {
        const QByteArray first = "# One\n\nText\n";
        m_program->write(framed(encode(renderRequest({}, first))));
        const auto answer = receive();
        QVERIFY(answer);
        const auto reply = helper::decodeReply(*answer);
        QVERIFY(reply);
        const auto document = helper::applyReply({}, *reply);
        QVERIFY(document);
        QCOMPARE(document->blocks.size(), 2);
        QCOMPARE(document->outline.first().text, QStringLiteral("One"));

        m_program->write(framed(encode(renderRequest(first, first + "\nMore\n"))));
        const auto next = helper::decodeReply(receive().value_or(QByteArray()));
        QVERIFY(next);
        QCOMPARE(next->inserted.size(), 1); // only what is new travels
        QCOMPARE(helper::applyReply(document->blocks, *next)->blocks.size(), 3);
    }

    void tellsWhatPartsCost()
    {
        const QByteArray text = QByteArray("*a* `b`\n\n").repeated(2000);
        helper::ProbeRequest request{spliceBetween({}, text), MarkdownFeature::All, {}};
        request.parts = {{0, 9, {5000, 200'000'000}}, {0, text.size(), {5000, 200'000'000}}};
        m_program->write(framed(encode(request)));
        const auto small = helper::decodeProbeReply(receive().value_or(QByteArray()));
        const auto large = helper::decodeProbeReply(receive().value_or(QByteArray()));
        QVERIFY(small && large);
        QVERIFY(large->cpuMicroseconds > small->cpuMicroseconds);
    }

    void endsWhenItsInputDoes()
    {
        m_program->closeWriteChannel();
        waitForEnd();
        QCOMPARE(m_program->exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_program->exitCode(), 0);
    }

    void endsInTheMiddleOfAMessageToo()
    {
        m_program->write(framed(encode(renderRequest({}, "text"))).chopped(3));
        m_program->closeWriteChannel();
        waitForEnd();
        QCOMPARE(m_program->exitStatus(), QProcess::NormalExit);
    }

    void whatItDoesNotUnderstandEndsIt_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no kind") << QByteArray("\x07rubbish");
        QTest::newRow("cut short") << encode(renderRequest({}, "text")).chopped(5);
        QTest::newRow("too long") << encode(renderRequest({}, "text")) + "x";
        QTest::newRow("a splice of another text") << encode(renderRequest("long text", "long"));
        QTest::newRow("a part outside")
            << encode(helper::ProbeRequest{{0, 0, "ab"}, MarkdownFeature::All, {{1, 2, {}}}});
    }

    void whatItDoesNotUnderstandEndsIt()
    {
        QFETCH(QByteArray, message);
        m_program->write(framed(message));
        waitForEnd();
        QCOMPARE(m_program->exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_program->exitCode(), 1);
        QVERIFY(m_program->readAllStandardError().startsWith("plotleaf-markdown: "));
    }

#ifdef Q_OS_UNIX
    void processorTimeIsLimited()
    {
        // Much of what is harmless: what hangs one version of the parser does not hang the next.
        helper::RenderRequest request =
            renderRequest({}, QByteArray("Some *text*.\n\n").repeated(500'000));
        request.limits.cpuMilliseconds = 100;
        m_program->write(framed(encode(request)));
        waitForEnd();
        QCOMPARE(m_program->exitStatus(), QProcess::CrashExit);
        QCOMPARE(m_program->exitCode(), SIGPROF);
    }

    void memoryIsLimited()
    {
        helper::RenderRequest request =
            renderRequest({}, QByteArray("*a* `b` [c](d)\n\n").repeated(100'000));
        request.limits.memoryBytes = 20'000'000;
        m_program->write(framed(encode(request)));
        waitForEnd();
        QCOMPARE(m_program->exitStatus(), QProcess::CrashExit);
        QVERIFY(m_program->exitCode() != SIGPROF);
    }

    void limitsHoldForOnePartOnly()
    {
        const QByteArray text = QByteArray("*a* `b` [c](d)\n\n").repeated(20'000);
        const auto probe = [&](const QByteArray &before, int parts, int cpuMilliseconds) {
            helper::ProbeRequest request{spliceBetween(before, text), MarkdownFeature::All, {}};
            for (int i = 0; i < parts; ++i)
                request.parts.append({0, text.size(), {cpuMilliseconds, 400'000'000}});
            m_program->write(framed(encode(request)));
        };
        probe({}, 1, 20'000);
        const auto once = helper::decodeProbeReply(receive().value_or(QByteArray()));
        QVERIFY(once);

        const int limit = 20 + 5 * once->cpuMicroseconds / 1000;
        constexpr int parts = 20;
        probe(text, parts, limit);
        int cost = 0;
        for (int i = 0; i < parts; ++i) {
            const auto reply = helper::decodeProbeReply(receive().value_or(QByteArray()));
            QVERIFY(reply);
            cost += reply->cpuMicroseconds;
        }
        QVERIFY(cost > 1000 * limit);
        QCOMPARE(m_program->state(), QProcess::Running);
    }
#endif
};

QTEST_GUILESS_MAIN(HelperProgramTest)
#include "test_helper_program.moc"
