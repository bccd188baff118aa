#include "ui/runs/chart_controls.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostSmoothing = 99; // hundredths

} // namespace

ChartControls::ChartControls(QWidget *parent)
    : QWidget(parent)
    , m_xAxis(new QComboBox(this))
    , m_logX(new QToolButton(this))
    , m_logY(new QToolButton(this))
    , m_smoothing(new QSlider(Qt::Horizontal, this))
    , m_weight(new PlainLabel(this))
{
    m_xAxis->setObjectName(u"chartXAxis"_s);
    m_xAxis->setAccessibleName(tr("X axis"));
    m_xAxis->addItem(tr("Step"), int(XAxis::Step));
    m_xAxis->addItem(tr("Time from start"), int(XAxis::Relative));
    m_xAxis->addItem(tr("Time of day"), int(XAxis::Wall));
    m_logX->setObjectName(u"chartLogX"_s);
    m_logX->setText(tr("log x"));
    m_logX->setToolTip(tr("Logarithmic x axis"));
    m_logY->setObjectName(u"chartLogY"_s);
    m_logY->setText(tr("log y"));
    m_logY->setToolTip(tr("Logarithmic y axis"));
    for (QToolButton *button : {m_logX, m_logY}) {
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAccessibleName(button->toolTip());
        setLook(button, u"filter"_s);
        connect(button, &QToolButton::toggled, this, &ChartControls::announce);
    }
    m_smoothing->setObjectName(u"chartSmoothing"_s);
    m_smoothing->setAccessibleName(tr("Smoothing"));
    m_smoothing->setToolTip(tr("Smoothing: an exponential mean with this weight, as TensorBoard "
                               "draws it. The values themselves stay visible behind it."));
    m_smoothing->setRange(0, mostSmoothing);
    m_smoothing->setPageStep(10);
    m_smoothing->setMinimumWidth(90);
    m_smoothing->setMaximumWidth(180);
    m_weight->setFixedWidth(fontMetrics().horizontalAdvance(u"0.00 "_s));
    auto *label = new PlainLabel(tr("S&moothing"), this);
    label->setBuddy(m_smoothing);
    auto *axis = new PlainLabel(tr("&X axis"), this);
    axis->setBuddy(m_xAxis);
    for (QLabel *one : std::initializer_list<QLabel *>{label, axis, m_weight})
        setLook(one, u"muted"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::xs);
    for (QWidget *widget : std::initializer_list<QWidget *>{axis, m_xAxis, m_logX, m_logY})
        row->addWidget(widget);
    row->addSpacing(Spacing::s);
    row->addWidget(label);
    row->addWidget(m_smoothing, 1);
    row->addWidget(m_weight);
    row->addStretch();
    connect(m_xAxis, &QComboBox::currentIndexChanged, this, &ChartControls::announce);
    connect(m_smoothing, &QSlider::valueChanged, this, &ChartControls::announce);
    setOptions({});
}

ChartOptions ChartControls::options() const
{
    ChartOptions options;
    options.xAxis = XAxis(m_xAxis->currentData().toInt());
    options.isXLog = m_logX->isChecked() && options.xAxis != XAxis::Wall;
    options.isYLog = m_logY->isChecked();
    options.smoothing = m_smoothing->value() / 100.0;
    return options;
}

void ChartControls::setOptions(const ChartOptions &options)
{
    {
        const QSignalBlocker quietX(m_xAxis);
        const QSignalBlocker quietLogX(m_logX);
        const QSignalBlocker quietLogY(m_logY);
        const QSignalBlocker quietSmoothing(m_smoothing);
        m_xAxis->setCurrentIndex(m_xAxis->findData(int(options.xAxis)));
        m_logX->setChecked(options.isXLog);
        m_logY->setChecked(options.isYLog);
        m_smoothing->setValue(qRound(options.smoothing * 100));
    }
    announce();
}

void ChartControls::announce()
{
    const ChartOptions now = options();
    m_logX->setEnabled(now.xAxis != XAxis::Wall);
    m_weight->setText(now.smoothing > 0 ? QString::number(now.smoothing, 'f', 2) : QString());
    emit optionsChanged(now);
}

} // namespace plotleaf
