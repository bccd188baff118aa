#include "ui/report/report_view.h"

#include <QAction>

namespace plotleaf {

class ReportView::Private
{
public:
    ReportSummary summary;
    Mode mode = Mode::Both;
};

ReportView::ReportView(const ReportViewServices &,
                       Report report,
                       std::optional<QString>,
                       QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>())
{
    d->summary = std::move(report.summary);
}

ReportView::~ReportView() = default;

ReportId ReportView::reportId() const
{
    return d->summary.id;
}

QString ReportView::title() const
{
    return d->summary.name;
}

bool ReportView::isLocked() const
{
    return d->summary.status == ReportStatus::Published;
}

OpenReport::State ReportView::saveState() const
{
    return OpenReport::State::Saved;
}

ReportView::Mode ReportView::mode() const
{
    return d->mode;
}

QList<QAction *> ReportView::menuActions(Menu) const
{
    return {};
}

QFuture<Result<void>> ReportView::saveNow()
{
    return QtFuture::makeReadyFuture(Result<void>());
}

void ReportView::setMode(Mode mode)
{
    d->mode = mode;
    emit modeChanged(mode);
}

void ReportView::goToLine(int)
{
}

} // namespace plotleaf
