#include "app/cli/terminal.h"

#include <QCoreApplication>

#include <cstdio>

#ifdef Q_OS_WIN
#include <conio.h>
#include <io.h>
#else
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct TerminalTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::Terminal)
};

constexpr char controlC = 3;
constexpr char controlD = 4;
constexpr char controlU = 21;
constexpr char backspace = 8;
constexpr char deleteKey = 127;

#ifdef Q_OS_WIN

bool isErrorTerminal()
{
    return _isatty(_fileno(stderr)) != 0;
}

/// The console, read key by key without echo.
class RawTerminal
{
public:
    bool isOpen() const { return true; }
    std::optional<char> key() const { return static_cast<char>(_getch()); }
    void show(const QByteArray &bytes) const { _cputs(bytes.constData()); }
};

#else

bool isErrorTerminal()
{
    return isatty(STDERR_FILENO) != 0;
}

/// The controlling terminal, read key by key without echo. Ctrl-C is a key here: a signal would
/// end the program with the terminal as it is now.
class RawTerminal
{
public:
    RawTerminal() : m_file(open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC))
    {
        if (!isOpen() || tcgetattr(m_file, &m_before) != 0)
            return;
        termios raw = m_before;
        raw.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG);
        raw.c_cc[VMIN] = 1;
        raw.c_cc[VTIME] = 0;
        m_isRaw = tcsetattr(m_file, TCSAFLUSH, &raw) == 0;
    }
    ~RawTerminal()
    {
        if (m_isRaw)
            tcsetattr(m_file, TCSAFLUSH, &m_before);
        if (isOpen())
            close(m_file);
    }
    RawTerminal(const RawTerminal &) = delete;
    RawTerminal &operator=(const RawTerminal &) = delete;

    bool isOpen() const { return m_file >= 0; }
    std::optional<char> key() const
    {
        char byte = 0;
        return m_isRaw && read(m_file, &byte, 1) == 1 ? std::optional(byte) : std::nullopt;
    }
    void show(const QByteArray &bytes) const
    {
        (void)!write(m_file, bytes.constData(), size_t(bytes.size()));
    }

private:
    int m_file;
    termios m_before = {};
    bool m_isRaw = false;
};

#endif

/// Takes the last character away, which is several bytes in UTF-8.
void chopCharacter(QByteArray &line)
{
    while (!line.isEmpty() && (line.back() & 0xc0) == 0x80)
        line.chop(1);
    line.chop(1);
}

std::optional<QString> readLine(const RawTerminal &terminal, bool isShown)
{
    QByteArray line;
    for (;;) {
        const std::optional<char> key = terminal.key();
        if (!key || *key == controlC || (*key == controlD && line.isEmpty()))
            return std::nullopt;
        if (*key == '\n' || *key == '\r')
            return QString::fromUtf8(line);
        if (*key == backspace || *key == deleteKey) {
            if (isShown && !line.isEmpty())
                terminal.show("\b \b");
            chopCharacter(line);
        } else if (*key == controlU) {
            while (isShown && !line.isEmpty()) {
                terminal.show("\b \b");
                chopCharacter(line);
            }
            line.clear();
        } else if (static_cast<unsigned char>(*key) >= ' ') {
            line += *key;
            if (isShown)
                terminal.show(QByteArray(1, *key));
        }
    }
}

std::optional<QString> askOnTerminal(const QString &question, bool isShown)
{
    if (!Terminal::canAsk())
        return std::nullopt;
    const RawTerminal terminal;
    if (!terminal.isOpen())
        return std::nullopt;
    terminal.show(question.toLocal8Bit() + ' ');
    const std::optional<QString> answer = readLine(terminal, isShown);
    terminal.show("\n");
    return answer;
}

} // namespace

bool Terminal::canAsk()
{
    return isErrorTerminal();
}

std::optional<QString> Terminal::ask(const QString &question)
{
    return askOnTerminal(question, true);
}

std::optional<QString> Terminal::askSecret(const QString &question)
{
    return askOnTerminal(question, false);
}

bool Terminal::confirm(const QString &question)
{
    //: the answers to a question on the terminal: yes, or no when only Enter is pressed
    const QString choices = TerminalTexts::tr("[y/N]");
    //: the letter for yes in [y/N]
    const QString yes = TerminalTexts::tr("y");
    const std::optional<QString> answer = ask(question + u' ' + choices);
    return answer && answer->trimmed().startsWith(yes, Qt::CaseInsensitive);
}

void Terminal::showProgress(const QString &text)
{
    if (!isErrorTerminal())
        return;
    const QByteArray line = "\r\x1b[K" + text.toLocal8Bit();
    std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
    std::fflush(stderr);
}

} // namespace plotleaf
