#include "ui/runs/frame_form.h"

#include "core/base/when_done.h"
#include "ui/report/report_view_services.h"
#include "ui/runs/figure_preview.h"
#include "ui/runs/frame_filter_fields.h"
#include "ui/runs/frame_run_fields.h"
#include "ui/theme/theme.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QComboBox>
#include <QFormLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QSplitter>

#include <algorithm>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds framePreviewPause{400};
constexpr QSize frameFormSize(1040, 740);
constexpr int usualFrameHeight = 400; // what the web app writes (clearml.md 5.1)

QString frameTitle(ClearmlWidget::Type type)
{
    switch (type) {
    case ClearmlWidget::Type::Scalar:
        return FrameForm::tr("Change a frame of scalars");
    case ClearmlWidget::Type::Plot:
        return FrameForm::tr("Change a frame with a plot");
    case ClearmlWidget::Type::Sample:
        return FrameForm::tr("Change a frame with a debug sample");
    case ClearmlWidget::Type::Single:
        return FrameForm::tr("Change a frame of single values");
    case ClearmlWidget::Type::ParallelCoordinates:
        break;
    }
    return FrameForm::tr("Change parallel coordinates");
}

} // namespace

FrameForm::FrameForm(const ReportViewServices &services,
                     std::shared_ptr<RunCatalog> catalog,
                     const ClearmlFrame &frame,
                     QWidget *parent)
    : DialogFrame(services.theme, u"frameForm"_s, frameTitle(frame.widget().type), parent)
    , m_catalog(std::move(catalog))
    , m_before(frame)
    , m_frame(frame)
    , m_these(new QRadioButton(tr("&These runs"), this))
    , m_found(new QRadioButton(tr("&Runs that a filter finds, each time anew"), this))
    , m_runs(new FrameRunFields(services.theme,
                                m_catalog,
                                frame.widget().isModel ? RunKind::Model : RunKind::Run,
                                frame.widget().company,
                                this))
    , m_filter(new FrameFilterFields(m_catalog, this))
    , m_names(new FrameNameFields(frame.widget().type, this))
    , m_told(new PlainLabel(this))
    , m_xAxis(new QComboBox(this))
    , m_refresh(new QComboBox(this))
    , m_height(new QSpinBox(this))
    , m_preview(new FigurePreview(services, this))
{
    resize(frameFormSize);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(makeFields());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    // The dialog's own surface shows through.
    scroll->widget()->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *splitter = new QSplitter(this);
    splitter->addWidget(scroll);
    splitter->addWidget(m_preview);
    splitter->setSizes({470, 520});
    splitter->setChildrenCollapsible(false);
    column()->addWidget(splitter, 1);
    addButtons(tr("Change"));
    for (QTimer *timer : {&m_typing, &m_runsTyping}) {
        timer->setSingleShot(true);
        timer->setInterval(framePreviewPause);
    }
    connect(&m_typing, &QTimer::timeout, this, [this] { m_preview->setCode(code()); });
    connect(&m_runsTyping, &QTimer::timeout, this, &FrameForm::askRuns);
    for (QRadioButton *button : {m_these, m_found})
        connect(button, &QRadioButton::toggled, this, &FrameForm::runsChanged);
    connect(m_runs, &FrameRunFields::changed, this, &FrameForm::runsChanged);
    connect(m_filter, &FrameFilterFields::changed, this, &FrameForm::runsChanged);
    connect(m_names, &FrameNameFields::changed, this, &FrameForm::takeFields);
    for (QComboBox *box : {m_xAxis, m_refresh})
        connect(box, &QComboBox::currentIndexChanged, this, &FrameForm::takeFields);
    connect(m_height, &QSpinBox::valueChanged, this, &FrameForm::takeFields);
    m_preview->setCode(code());
    askRuns();
    judge();
}

FrameForm::~FrameForm() = default;

void FrameForm::setServer(const QUrl &web)
{
    m_preview->setServer(web);
}

QWidget *FrameForm::makeFields()
{
    const ClearmlWidget &widget = m_before.widget();
    auto *fields = new QWidget(this);
    auto *form = new QFormLayout(fields);
    form->setContentsMargins(0, 0, Spacing::m, 0);
    form->setSpacing(Spacing::s);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addRuns(*form);
    m_names->setNames(widget.metrics, widget.variants);
    form->addRow(m_names);
    addLook(*form);
    return fields;
}

void FrameForm::addRuns(QFormLayout &form)
{
    const ClearmlWidget &widget = m_before.widget();
    m_these->setObjectName(u"frameThese"_s);
    m_found->setObjectName(u"frameFilter"_s);
    (widget.isDynamic() ? m_found : m_these)->setChecked(true);
    m_runs->setIds(widget.objects);
    m_filter->setFilter(readClearmlFilter(widget));
    m_runs->setVisible(m_these->isChecked());
    m_filter->setVisible(m_found->isChecked());
    m_told->setObjectName(u"frameTold"_s);
    m_told->setWordWrap(true);
    setLook(m_told, u"muted"_s);
    form.addRow(m_these);
    form.addRow(m_runs);
    form.addRow(m_found);
    form.addRow(m_filter);
    form.addRow(m_told);
}

void FrameForm::addLook(QFormLayout &form)
{
    const ClearmlWidget &widget = m_before.widget();
    m_xAxis->setObjectName(u"frameXAxis"_s);
    m_xAxis->addItem(tr("Iterations"), u"iter"_s);
    m_xAxis->addItem(tr("Time from start"), u"timestamp"_s);
    m_xAxis->addItem(tr("Time of day"), u"iso_time"_s);
    m_xAxis->setCurrentIndex(std::max(0, m_xAxis->findData(widget.xAxis)));
    if (widget.type == ClearmlWidget::Type::Scalar)
        form.addRow(tr("&X axis"), m_xAxis);
    else
        m_xAxis->hide();
    m_refresh->setObjectName(u"frameRefresh"_s);
    m_refresh->addItem(tr("every 10 seconds"), QString());
    m_refresh->addItem(tr("every 30 seconds"), u"30s"_s);
    m_refresh->addItem(tr("every minute"), u"60s"_s);
    m_refresh->addItem(tr("every 5 minutes"), u"300s"_s);
    const QString refresh = widget.options.value(u"refresh"_s);
    if (m_refresh->findData(refresh) < 0)
        m_refresh->addItem(tr("as written: %1").arg(refresh), refresh);
    m_refresh->setCurrentIndex(m_refresh->findData(refresh));
    m_refresh->setToolTip(tr("While a run goes on; ClearML's web app takes no notice of it"));
    form.addRow(tr("&Asked again"), m_refresh);
    m_height->setObjectName(u"frameHeight"_s);
    m_height->setRange(100, 2000);
    m_height->setSingleStep(50);
    m_height->setSuffix(tr(" px"));
    const int height = m_before.attribute(u"height"_s).toInt();
    m_height->setValue(height > 0 ? height : usualFrameHeight);
    form.addRow(tr("&Height"), m_height);
}

void FrameForm::runsChanged()
{
    m_runs->setVisible(m_these->isChecked());
    m_filter->setVisible(m_found->isChecked());
    takeFields();
    if (acceptButton()->isEnabled())
        m_runsTyping.start();
}

/// A frame without runs would ask for every task on the server, or show nothing for ever.
void FrameForm::judge()
{
    const Result<QJsonObject> question = clearmlRunsBody(m_frame.widget());
    const bool wasGood = acceptButton()->isEnabled();
    acceptButton()->setEnabled(bool(question));
    if (!question) {
        m_runsTyping.stop();
        ++m_asked;
        tell(question.error().message);
    } else if (!wasGood) {
        tell({});
    }
}

/// From the frame as it was each time: what was changed and changed back is as it was.
void FrameForm::takeFields()
{
    ClearmlWidget widget = m_before.widget();
    if (m_these->isChecked()) {
        widget.objects = m_runs->ids();
        if (m_before.widget().isDynamic())
            setClearmlFilter(widget, {});
    } else {
        widget.objects.clear();
        setClearmlFilter(widget, m_filter->filter());
    }
    widget.isCompared = widget.objects.size() > 1 || (widget.objects == m_before.widget().objects &&
                                                      m_before.widget().isCompared);
    widget.metrics = m_names->metrics();
    widget.variants = m_names->variants();
    widget.xAxis = m_xAxis->currentData().toString();
    const QString refresh = m_refresh->currentData().toString();
    if (refresh.isEmpty())
        widget.options.remove(u"refresh"_s);
    else
        widget.options[u"refresh"_s] = refresh;
    m_frame = m_before;
    m_frame.setWidget(widget);
    const int height = m_before.attribute(u"height"_s).toInt();
    if (m_height->value() != (height > 0 ? height : usualFrameHeight))
        m_frame.setAttribute(u"height"_s, QString::number(m_height->value()));
    judge();
    m_typing.start();
}

void FrameForm::tell(const QString &text)
{
    m_told->setText(text);
    m_told->setVisible(!text.isEmpty());
}

void FrameForm::askRuns()
{
    const quint64 asked = ++m_asked;
    if (!m_catalog) {
        tell(tr("The server of this frame is not open here, so names cannot be looked up."));
        return;
    }
    tell(tr("Looking for its runs…"));
    const QFuture<Result<QVector<RunCard>>> runs =
        m_catalog->frameRuns(m_frame.attribute(u"src"_s));
    whenDone(runs, this, [this, asked](const Result<QVector<RunCard>> &found) {
        if (asked == m_asked)
            showRuns(found);
    });
}

void FrameForm::showRuns(const Result<QVector<RunCard>> &runs)
{
    if (!runs) {
        tell(runs.error().message);
        return;
    }
    RunPick pick;
    pick.kind = m_before.widget().isModel ? RunKind::Model : RunKind::Run;
    pick.tenant = m_before.widget().company;
    QStringList names;
    for (const RunCard &card : *runs) {
        pick.ids.append(card.id);
        names.append(card.name);
    }
    if (m_these->isChecked())
        tell({});
    else if (names.isEmpty())
        tell(tr("The filter finds nothing now."));
    else
        tell(tr("It finds now: %1")
                 .arg(names.mid(0, 6).join(u", "_s) + (names.size() > 6 ? u", …"_s : QString())));
    if (!pick.ids.isEmpty())
        m_names->setRuns(m_catalog, pick);
}

} // namespace plotleaf
