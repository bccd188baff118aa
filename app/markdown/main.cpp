#include "app/markdown/process_limits.h"
#include "core/markdown/helper_worker.h"

#include <QFile>

#include <cstdio>

#ifdef Q_OS_WIN
#include <fcntl.h>
#include <io.h>
#endif

// Reads requests from standard input and writes answers to standard output until the input ends.
// The messages are described in core/markdown/helper_protocol.h.

namespace {

/// Exactly `size` bytes; fewer only at the end of the input.
QByteArray readBytes(QFile &input, qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    qsizetype done = 0;
    while (done < size) {
        const qint64 count = input.read(bytes.data() + done, size - done);
        if (count <= 0)
            break;
        done += count;
    }
    bytes.truncate(done);
    return bytes;
}

} // namespace

int main()
{
    using namespace plotleaf;
#ifdef Q_OS_WIN
    _setmode(0, _O_BINARY);
    _setmode(1, _O_BINARY);
#endif
    // By descriptor: the C library's buffers would keep an answer back.
    QFile input;
    QFile output;
    if (!input.open(0, QIODevice::ReadOnly | QIODevice::Unbuffered) ||
        !output.open(1, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return 2;

    const ProcessLimits limits;
    helper::Worker worker([&](const helper::Limits &wanted) { limits.apply(wanted); },
                          [&](const QByteArray &answer) {
                              output.write(helper::frameHeader(answer.size()) + answer);
                          });
    for (;;) {
        const QByteArray header = readBytes(input, helper::headerSize);
        if (header.size() < helper::headerSize)
            return 0; // the host is gone or done with us
        const QByteArray message = readBytes(input, helper::messageSize(header));
        if (const auto handled = worker.handle(message); !handled) {
            std::fprintf(stderr, "plotleaf-markdown: %s\n", qPrintable(handled.error().detail));
            return 1;
        }
    }
}
