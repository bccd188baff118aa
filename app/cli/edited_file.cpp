#include "app/cli/edited_file.h"

#include "core/report/markdown_file.h"
#include "core/report/report_names.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStringDecoder>
#include <QTemporaryFile>

#include <csignal>

#ifndef Q_OS_WIN
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr qsizetype longestFileName = 40;
constexpr qint64 pieceBytes = 1024 * 1024;

struct EditedFileTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::EditedFile)
};

QString editorCommand()
{
    for (const char *variable : {"VISUAL", "EDITOR"}) {
        const QString command = qEnvironmentVariable(variable).trimmed();
        if (!command.isEmpty())
            return command;
    }
#ifdef Q_OS_WIN
    return u"notepad"_s;
#else
    return u"vi"_s;
#endif
}

#ifdef Q_OS_WIN

void prepareEditor(QProcess &editor, const QString &command, const QString &path)
{
    QStringList words = QProcess::splitCommand(command);
    editor.setProgram(words.takeFirst());
    editor.setArguments(words + QStringList{path});
}

#else

void prepareEditor(QProcess &editor, const QString &command, const QString &path)
{
    // By the shell, as git does: the variable may hold options and quotes.
    editor.setProgram(u"/bin/sh"_s);
    editor.setArguments({u"-c"_s, command + u" \"$1\""_s, u"editor"_s, path});
    editor.setChildProcessModifier([] {
        std::signal(SIGINT, SIG_DFL);
        std::signal(SIGQUIT, SIG_DFL);
        // What is printed as JSON must not have an editor's screen in it.
        if (isatty(STDOUT_FILENO) == 0 && isatty(STDERR_FILENO) != 0)
            dup2(STDERR_FILENO, STDOUT_FILENO);
    });
}

#endif

/// Ctrl-C is the editor's while it runs.
class IgnoredInterrupts
{
public:
    IgnoredInterrupts() : m_interrupt(std::signal(SIGINT, SIG_IGN))
    {
#ifndef Q_OS_WIN
        m_quit = std::signal(SIGQUIT, SIG_IGN);
#endif
    }
    ~IgnoredInterrupts()
    {
        std::signal(SIGINT, m_interrupt);
#ifndef Q_OS_WIN
        std::signal(SIGQUIT, m_quit);
#endif
    }
    IgnoredInterrupts(const IgnoredInterrupts &) = delete;
    IgnoredInterrupts &operator=(const IgnoredInterrupts &) = delete;

private:
    using Handler = void (*)(int);
    Handler m_interrupt;
    [[maybe_unused]] Handler m_quit = nullptr;
};

} // namespace

Result<EditedFile> EditedFile::write(const QString &name, const QString &text)
{
    const QString readable = normalisedAssetName(name).left(longestFileName);
    QTemporaryFile file(QDir::temp().filePath(u"plotleaf-"_s + readable + u"-XXXXXX.md"_s));
    file.setAutoRemove(false);
    const QByteArray bytes = text.toUtf8();
    if (file.open() && file.write(bytes) == bytes.size() && file.flush())
        return EditedFile(file.fileName());
    const Error error{ErrorCode::Io,
                      EditedFileTexts::tr("No file can be written in %1: %2.")
                          .arg(QDir::tempPath(), file.errorString()),
                      {}};
    file.remove();
    return error;
}

Result<void> EditedFile::edit() const
{
    const QString command = editorCommand();
    QProcess editor;
    editor.setInputChannelMode(QProcess::ForwardedInputChannel);
    editor.setProcessChannelMode(QProcess::ForwardedChannels);
    prepareEditor(editor, command, m_path);
    const IgnoredInterrupts ignored;
    editor.start();
    const bool isStarted = editor.waitForStarted(-1);
    if (isStarted)
        editor.waitForFinished(-1);
    if (isStarted && editor.exitStatus() == QProcess::NormalExit && editor.exitCode() == 0)
        return {};
    return Error{ErrorCode::Io,
                 isStarted
                     ? EditedFileTexts::tr("The editor “%1” ended with a failure.").arg(command)
                     : EditedFileTexts::tr("The editor “%1” cannot be started.").arg(command),
                 {}};
}

Result<QString> EditedFile::read() const
{
    // Opened anew: many editors write another file and give it this name.
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.exists() ? ErrorCode::Io : ErrorCode::NotFound,
                     EditedFileTexts::tr("%1 cannot be read: %2.").arg(m_path, file.errorString()),
                     {}};
    return readUnicode(file, m_path);
}

void EditedFile::remove() const
{
    QFile::remove(m_path);
}

Error EditedFile::withPath(Error error) const
{
    if (QFile::exists(m_path))
        error.message += u' ' + EditedFileTexts::tr("What you wrote is in %1").arg(m_path);
    return error;
}

Result<QString> readUnicode(QIODevice &device, const QString &name)
{
    QByteArray bytes;
    // A pipe gives what there is, not what was asked for.
    for (QByteArray piece = device.read(pieceBytes); !piece.isEmpty();
         piece = device.read(pieceBytes)) {
        bytes += piece;
        if (bytes.size() > largestMarkdownFile)
            break;
    }
    if (bytes.size() > largestMarkdownFile)
        return Error{ErrorCode::LimitExceeded,
                     EditedFileTexts::tr("%1 is too large for a report.").arg(name),
                     {}};
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless |
                                                     QStringDecoder::Flag::ConvertInitialBom);
    const QString text = decoder(bytes);
    if (decoder.hasError())
        return Error{ErrorCode::InvalidInput,
                     EditedFileTexts::tr("%1 is not a text in UTF-8.").arg(name),
                     {}};
    return text;
}

} // namespace plotleaf
