#include "app/cli/command.h"

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

void complain(CommandContext &context, const QString &message)
{
    context.err << u"plotleaf-cli: "_s << message << Qt::endl;
}

} // namespace

ExitCode exitCodeOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return ExitCode::NotFound;
    case ErrorCode::NotAllowed:
    case ErrorCode::AlreadyExists:
        return ExitCode::Refused;
    case ErrorCode::Network:
    case ErrorCode::Timeout:
    case ErrorCode::NotTrusted:
        return ExitCode::NoServer;
    case ErrorCode::NotSignedIn:
        return ExitCode::NotSignedIn;
    case ErrorCode::Cancelled:
    case ErrorCode::InvalidInput:
    case ErrorCode::Damaged:
    case ErrorCode::TooNew:
    case ErrorCode::Io:
    case ErrorCode::LimitExceeded:
        break;
    }
    return ExitCode::Failed;
}

std::unique_ptr<QCoreApplication> Command::makeApplication(int &argc, char **argv) const
{
    return std::make_unique<QCoreApplication>(argc, argv);
}

ExitCode Command::fail(CommandContext &context, const Error &error)
{
    complain(context, error.detail.isEmpty() ? error.message
                                             : error.message + u" ("_s + error.detail + u')');
    return exitCodeOf(error);
}

ExitCode Command::fail(CommandContext &context, const QString &message)
{
    complain(context, message);
    return ExitCode::Failed;
}

ExitCode Command::misuse(CommandContext &context, const QString &message)
{
    complain(context, message);
    return ExitCode::Usage;
}

void Command::printJson(CommandContext &context, const QJsonDocument &json)
{
    context.out << QString::fromUtf8(json.toJson());
}

} // namespace plotleaf
