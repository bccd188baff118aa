#include "app/cli/command.h"

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

void complain(CommandContext &context, const QString &message)
{
    context.err << u"plotleaf-cli: "_s << message << Qt::endl;
}

} // namespace

std::unique_ptr<QCoreApplication> Command::makeApplication(int &argc, char **argv) const
{
    return std::make_unique<QCoreApplication>(argc, argv);
}

ExitCode Command::fail(CommandContext &context, const Error &error)
{
    return fail(context, error.detail.isEmpty() ? error.message
                                                : error.message + u" ("_s + error.detail + u')');
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

} // namespace plotleaf
