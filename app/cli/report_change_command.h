#pragma once

#include "app/cli/command.h"
#include "core/report/report.h"
#include "core/store/library.h"

namespace plotleaf {

/// What commands that change one report have in common: they find it, ask where what they do
/// cannot be undone, do it, send it with `--sync`, and say how the report stands. A report of a
/// server is changed here, as in the window: offline, and sent by the next round.
class ReportChangeCommand : public Command
{
public:
    void describe(QCommandLineParser &parser) const final;
    ExitCode run(const QCommandLineParser &parser, CommandContext &context) const final;

protected:
    /// What the command sees while it works.
    struct Scene
    {
        const QCommandLineParser &parser;
        CommandContext &context;
        Library &library;
        const Report &report;
    };

    /// Options and arguments beside REPORT, `--workspace`, `--sync` and `--json`.
    virtual void describeChange(QCommandLineParser & /*parser*/) const {}
    /// How many arguments there are, REPORT included.
    virtual int argumentCount() const { return 1; }
    /// Whether it may be done at all; before anybody is asked.
    virtual Result<void> check(const Report & /*report*/) const { return {}; }
    /// What is asked before it is done, unless `--yes`; empty: nothing.
    virtual QString question(const Report & /*report*/) const { return {}; }
    /// Whether there is a question, and the option `--yes`.
    virtual bool asks() const { return false; }
    /// Does it, and returns what was done, as a sentence for people.
    virtual Result<QString> change(const Scene &scene) const = 0;

private:
    ExitCode finish(const Scene &scene, const QString &done) const;
};

} // namespace plotleaf
