#include "app/cli/sync_result.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

/// A first round reads thousands; people see so many of each kind.
constexpr int mostLines = 20;

struct SyncResultTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::SyncResult)
};

/// The later says more than the earlier about the same report.
constexpr std::array deedWords = {"pulled", "pushed", "merged", "created"};
constexpr qsizetype unranked = deedWords.size();

QString wordOf(SyncDeed::Kind kind)
{
    switch (kind) {
    case SyncDeed::Kind::Pulled:
        return u"pulled"_s;
    case SyncDeed::Kind::Merged:
        return u"merged"_s;
    case SyncDeed::Kind::Created:
        return u"created"_s;
    case SyncDeed::Kind::Pushed:
        return u"pushed"_s;
    case SyncDeed::Kind::Deleted:
        return u"deleted"_s;
    case SyncDeed::Kind::Removed:
        return u"removed"_s;
    }
    return {};
}

/// For people; JSON has the words themselves.
QString shownWord(const QString &what)
{
    static const QHash<QString, QString> words{{u"pulled"_s, SyncResultTexts::tr("pulled")},
                                               {u"merged"_s, SyncResultTexts::tr("merged")},
                                               {u"created"_s, SyncResultTexts::tr("created")},
                                               {u"pushed"_s, SyncResultTexts::tr("pushed")},
                                               {u"deleted"_s, SyncResultTexts::tr("deleted")},
                                               {u"removed"_s, SyncResultTexts::tr("removed")},
                                               {u"fields"_s, SyncResultTexts::tr("fields")},
                                               {u"kept"_s, SyncResultTexts::tr("kept")},
                                               {u"restored"_s, SyncResultTexts::tr("restored")},
                                               {u"conflict"_s, SyncResultTexts::tr("conflict")},
                                               {u"held"_s, SyncResultTexts::tr("held")},
                                               {u"refused"_s, SyncResultTexts::tr("refused")}};
    return words.value(what, what);
}

QString nameWithProject(const ReportSummary &report)
{
    return report.project.isEmpty() ? report.name : report.project + u'/' + report.name;
}

qsizetype rankOf(const QString &what)
{
    const auto found = std::ranges::find_if(
        deedWords, [&](const char *word) { return what == QLatin1String(word); });
    return found - deedWords.begin();
}

QString lostFieldsText(const QVector<FieldConflict> &conflicts)
{
    QStringList lost;
    for (const FieldConflict &conflict : conflicts)
        lost += u"“"_s + conflict.lost + u"”"_s;
    return lost.join(u", "_s);
}

QJsonObject lineJson(const SyncResult::Line &line)
{
    QJsonObject json{{u"what"_s, line.what}, {u"name"_s, line.name}};
    if (!line.report.isEmpty())
        json.insert(u"id"_s, line.report.toString());
    if (!line.says.isEmpty())
        json.insert(u"message"_s, line.says);
    if (!line.kept.isEmpty())
        json.insert(u"kept"_s, line.kept.toString());
    return json;
}

QJsonArray linesJson(const QVector<SyncResult::Line> &lines)
{
    QJsonArray json;
    for (const SyncResult::Line &line : lines)
        json += lineJson(line);
    return json;
}

void printLines(QTextStream &out, const QVector<SyncResult::Line> &lines)
{
    qsizetype width = 0;
    for (const SyncResult::Line &line : lines)
        width = std::max(width, shownWord(line.what).size());
    QHash<QString, int> shown;
    for (const SyncResult::Line &line : lines) {
        if (++shown[line.what] > mostLines)
            continue;
        out << u"  "_s << shownWord(line.what).leftJustified(width + 2) << line.name;
        if (!line.says.isEmpty())
            out << u": "_s << line.says;
        out << u'\n';
    }
    for (auto count = shown.cbegin(); count != shown.cend(); ++count) {
        if (*count > mostLines)
            out << u"  "_s << shownWord(count.key()).leftJustified(width + 2)
                << SyncResultTexts::tr("… and %n more", nullptr, *count - mostLines) << u'\n';
    }
}

} // namespace

void SyncResult::add(const SyncDeed &deed)
{
    const QString what = wordOf(deed.kind);
    const auto before = std::ranges::find_if(m_done, [&](const Line &line) {
        return !deed.report.isEmpty() && line.report == deed.report && rankOf(line.what) < unranked;
    });
    if (before == m_done.end() || rankOf(what) == unranked)
        m_done += Line{what, deed.report, deed.name, {}, {}};
    else if (rankOf(what) > rankOf(before->what))
        before->what = what;
}

void SyncResult::add(const SyncNotice &notice)
{
    using Kind = SyncNotice::Kind;
    Line line{{}, notice.report, notice.name, {}, notice.kept};
    switch (notice.kind) {
    case Kind::FieldsDiffered:
        line.what = u"fields"_s;
        line.says = SyncResultTexts::tr("changed here and on the server; what was chosen here was "
                                        "kept, theirs was: %1")
                        .arg(lostFieldsText(notice.conflicts));
        break;
    case Kind::PublishedMeanwhile:
        line.what = u"kept"_s;
        line.says = SyncResultTexts::tr("published on the server meanwhile; your text is the "
                                        "draft %1 of this computer")
                        .arg(notice.kept.toString());
        break;
    case Kind::DeletedMeanwhile:
        line.what = u"kept"_s;
        line.says = SyncResultTexts::tr("deleted on the server meanwhile; your text is the draft "
                                        "%1 of this computer")
                        .arg(notice.kept.toString());
        break;
    case Kind::Restored:
        line.what = u"restored"_s;
        line.says = notice.reason.isEmpty()
                        ? SyncResultTexts::tr("deleted here, but changed on the server since")
                        : notice.reason;
        break;
    case Kind::MergeNeeded:
    case Kind::Refused:
    case Kind::Waits:
        return; // complete() tells them, those of earlier rounds too
    }
    m_done += line;
}

void SyncResult::addWaiting(const ReportSummary &report)
{
    Line line{{}, report.id, nameWithProject(report), {}, {}};
    if (report.sync.state == SyncState::MergeNeeded) {
        line.what = u"conflict"_s;
        line.says = SyncResultTexts::tr("changed here and on the server in the same lines; merge "
                                        "it in Plotleaf's window");
        m_waiting += line;
    } else if (report.sync.state == SyncState::Refused) {
        line.what = u"refused"_s;
        line.says = report.sync.reason;
        m_waiting += line;
    } else if (!report.sync.reason.isEmpty()) {
        line.what = u"held"_s;
        line.says = report.sync.reason;
        m_waiting += line;
    }
}

void SyncResult::complete(const QVector<ReportSummary> &reports, const SyncCounts &counts)
{
    m_counts = counts;
    QHash<ReportId, QString> names;
    for (const ReportSummary &report : reports) {
        names.insert(report.id, nameWithProject(report));
        addWaiting(report);
    }
    std::ranges::sort(m_waiting, {}, &Line::name);
    const auto waits = [this](const Line &done) {
        return std::ranges::any_of(
            m_waiting, [&](const Line &waiting) { return waiting.report == done.report; });
    };
    m_done.removeIf([&](const Line &line) { return line.what == "pulled"_L1 && waits(line); });
    for (Line &line : m_done) {
        if (line.name.isEmpty())
            line.name = names.value(line.report);
    }
}

ExitCode SyncResult::exitCode() const
{
    if (m_problem)
        return exitCodeOf(*m_problem);
    // What is held goes out by itself; the rest waits for a person.
    const bool isWaiting =
        std::ranges::any_of(m_waiting, [](const Line &line) { return line.what != "held"_L1; });
    return isWaiting || m_vanished > 0 ? ExitCode::Refused : ExitCode::Done;
}

int SyncResult::count(const QString &what) const
{
    const auto is = [&](const Line &line) { return line.what == what; };
    return static_cast<int>(std::ranges::count_if(m_done, is) +
                            std::ranges::count_if(m_waiting, is));
}

QString SyncResult::countText() const
{
    QStringList parts;
    for (const char *what : {"pulled", "merged", "created", "pushed", "deleted", "removed", "kept",
                             "restored", "conflict", "held", "refused"}) {
        const QString word = QLatin1String(what);
        if (const int number = count(word); number > 0)
            parts += SyncResultTexts::tr("%1 %2", "2 pulled").arg(number).arg(shownWord(word));
    }
    return parts.isEmpty() ? SyncResultTexts::tr("in step, nothing new") : parts.join(u", "_s);
}

QJsonObject SyncResult::json() const
{
    QJsonObject json{
        {u"workspace"_s, m_workspace.name},   {u"id"_s, m_workspace.id},
        {u"address"_s, m_workspace.address},  {u"done"_s, linesJson(m_done)},
        {u"waiting"_s, linesJson(m_waiting)}, {u"vanished"_s, m_vanished},
        {u"reports"_s, m_counts.reports},     {u"unsent"_s, m_counts.edited + m_counts.deleted},
    };
    json.insert(u"problem"_s, m_problem ? QJsonValue(m_problem->message) : QJsonValue());
    return json;
}

void SyncResult::print(QTextStream &out) const
{
    if (m_problem && m_done.isEmpty() && m_waiting.isEmpty())
        return;
    out << SyncResultTexts::tr("%1: %2").arg(m_workspace.name, countText()) << u'\n';
    printLines(out, m_done);
    printLines(out, m_waiting);
    if (m_vanished > 0)
        out << u"  "_s
            << SyncResultTexts::tr("%n report(s) is/are not on the server any more. Nothing is "
                                   "deleted here until you say so: --accept-removals",
                                   nullptr, m_vanished)
            << u'\n';
}

} // namespace plotleaf
