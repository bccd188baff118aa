#include "bench/screen/virtual_screen.h"

#include <QStandardPaths>
#include <QtEndian>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace plotleaf::bench {

namespace {

constexpr int startMs = 20'000;

[[noreturn]] void giveUp(const QString &why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(1);
}

QString toolPath(const QString &name)
{
    QString path = QStandardPaths::findExecutable(name);
    if (path.isEmpty()) {
        giveUp(u"%1 is missing. The packages that the benchmarks need are named in "
               "packaging/packages-test.txt."_s.arg(name));
    }
    return path;
}

/// An X window dump's header: 32-bit numbers, the most significant byte first, among them its own
/// length (first) and the number of colours (20th), 12 bytes each, that stand before the pixels.
qint64 dumpHeaderLength(const uchar *dump)
{
    const auto number = [dump](int index) {
        return qint64(qFromBigEndian<quint32>(dump + 4 * index));
    };
    return number(0) + 12 * number(19);
}

} // namespace

VirtualScreen::VirtualScreen()
{
    const QString server = toolPath(u"Xvfb"_s);
    const QString hands = toolPath(u"xdotool"_s);
    m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_server.start(server,
                   {u"-displayfd"_s, u"1"_s, u"-fbdir"_s, m_folder.path(), u"-screen"_s, u"0"_s,
                    u"%1x%2x24"_s.arg(size.width()).arg(size.height()), u"-nolisten"_s, u"tcp"_s});
    while (!m_server.canReadLine()) {
        if (!m_server.waitForReadyRead(startMs))
            giveUp(u"Xvfb does not start: "_s + m_server.errorString());
    }
    m_display = u':' + QString::fromLatin1(m_server.readLine().trimmed());

    m_memory.setFileName(m_folder.filePath(u"Xvfb_screen0"_s));
    const uchar *dump =
        m_memory.open(QIODevice::ReadOnly) ? m_memory.map(0, m_memory.size()) : nullptr;
    if (!dump)
        giveUp(u"The memory of Xvfb cannot be read: "_s + m_memory.errorString());
    m_pixels = QImage(dump + dumpHeaderLength(dump), size.width(), size.height(),
                      qsizetype(4) * size.width(), QImage::Format_RGB32);

    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, m_display);
    m_hands.setProcessEnvironment(environment);
    m_hands.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_hands.start(hands, {u"-"_s}); // commands by standard input
    if (!m_hands.waitForStarted(startMs))
        giveUp(u"xdotool does not start: "_s + m_hands.errorString());
}

VirtualScreen::~VirtualScreen()
{
    m_hands.closeWriteChannel();
    m_hands.waitForFinished(startMs);
    m_server.terminate();
    m_server.waitForFinished(startMs);
}

void VirtualScreen::act(const QByteArray &command)
{
    m_hands.write(command + '\n');
    m_hands.waitForBytesWritten(startMs);
}

void VirtualScreen::fillWithWindow()
{
    act("search --sync --onlyvisible --class plotleaf windowmove 0 0 windowsize " +
        QByteArray::number(size.width()) + ' ' + QByteArray::number(size.height()) +
        " windowfocus");
}

} // namespace plotleaf::bench
