#include "core/report/report_link.h"

#include <QRegularExpression>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

const QString reportLinkStart = u"plotleaf-report:"_s;

} // namespace

QString reportLink(const ReportId &id)
{
    return reportLinkStart + id.toString();
}

std::optional<ReportId> reportOfLink(const QString &address)
{
    static const QRegularExpression id(u"\\A[A-Za-z0-9_-]+\\z"_s);
    const QString rest = address.mid(reportLinkStart.size());
    if (!address.startsWith(reportLinkStart, Qt::CaseInsensitive) || !id.match(rest).hasMatch())
        return std::nullopt;
    return ReportId(rest);
}

} // namespace plotleaf
