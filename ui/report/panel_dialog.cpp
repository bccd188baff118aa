#include "ui/report/panel_dialog.h"

#include "core/base/when_done.h"
#include "core/runs/run_sources.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/plain_text.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSet>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace plotleaf {

namespace {

/// What of a run the panel's type can show.
const QStringList &namesFor(const Run &run, const QString &type)
{
    if (type == QStringLiteral("media"))
        return run.media;
    return type == QStringLiteral("figure") ? run.histograms : run.metrics;
}

} // namespace

PanelDialog::PanelDialog(RunSources &sources, const QString &startFolder, QWidget *parent)
    : QDialog(parent)
    , m_sources(sources)
    , m_type(new QComboBox(this))
    , m_folder(new QLineEdit(this))
    , m_names(new QListWidget(this))
    , m_found(new PlainLabel(this))
    , m_title(new QLineEdit(this))
{
    setObjectName(QStringLiteral("panelDialog"));
    setWindowTitle(tr("Insert a panel"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_type->addItem(tr("Line plot of metrics"), QStringLiteral("line"));
    m_type->addItem(tr("Single values"), QStringLiteral("scalar"));
    m_type->addItem(tr("Table of runs"), QStringLiteral("table"));
    m_type->addItem(tr("Images, sound and text"), QStringLiteral("media"));
    m_type->addItem(tr("Histogram"), QStringLiteral("figure"));
    buildFields();
    connect(m_type, &QComboBox::currentIndexChanged, this, &PanelDialog::typeChanged);
    connect(m_names, &QListWidget::itemChanged, this, &PanelDialog::checkComplete);
    connect(m_folder, &QLineEdit::textChanged, this, &PanelDialog::lookForRuns);
    setFolder(startFolder);
}

void PanelDialog::buildFields()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::xl, Spacing::xl, Spacing::xl, Spacing::l);
    column->setSpacing(Spacing::m);
    auto *form = new QFormLayout;
    form->setSpacing(Spacing::s);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *folderRow = new QHBoxLayout;
    m_browse = new QPushButton(tr("Browse…"), this);
    m_browse->setAutoDefault(false);
    connect(m_browse, &QPushButton::clicked, this, &PanelDialog::browse);
    folderRow->addWidget(m_folder, 1);
    folderRow->addWidget(m_browse);
    m_folder->setObjectName(QStringLiteral("panelFolder"));
    m_folder->setAccessibleName(tr("Folder with runs"));
    m_names->setObjectName(QStringLiteral("panelNames"));
    m_names->setAccessibleName(tr("What to show"));
    m_names->setProperty("look", QStringLiteral("list"));
    m_names->setMinimumHeight(160);
    m_type->setObjectName(QStringLiteral("panelType"));
    m_title->setObjectName(QStringLiteral("panelTitle"));
    m_found->setObjectName(QStringLiteral("panelFound"));
    m_found->setProperty("look", QStringLiteral("muted"));
    m_found->setWordWrap(true);
    form->addRow(tr("&Show as"), m_type);
    auto *folderLabel = new PlainLabel(tr("&Folder with runs"), this);
    folderLabel->setBuddy(m_folder);
    form->addRow(folderLabel, folderRow);
    form->addRow(QString(), m_found);
    form->addRow(tr("&What to show"), m_names);
    form->addRow(tr("&Title"), m_title);
    column->addLayout(form);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_insert = buttons->addButton(tr("Insert"), QDialogButtonBox::AcceptRole);
    m_insert->setObjectName(QStringLiteral("insertPanel"));
    m_insert->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    setMinimumWidth(520);
}

void PanelDialog::setFolder(const QString &folder)
{
    if (folder == m_folder->text())
        lookForRuns();
    else
        m_folder->setText(folder); // which looks for runs
}

void PanelDialog::setExisting(const PanelChoice &existing)
{
    setWindowTitle(tr("Change the panel"));
    m_insert->setText(tr("Change"));
    m_otherSource = existing.otherSource;
    m_folder->setEnabled(m_otherSource.isEmpty());
    m_browse->setEnabled(m_otherSource.isEmpty());
    if (m_type->findData(existing.type) < 0) // a kind that this form does not know is kept
        m_type->addItem(existing.type, existing.type);
    {
        const QSignalBlocker quiet(m_type);
        m_type->setCurrentIndex(m_type->findData(existing.type));
    }
    m_wanted = existing.names;
    m_noneIsFine = existing.names.isEmpty();
    m_title->setText(existing.title);
    setFolder(m_otherSource.isEmpty() ? existing.folder : m_otherSource);
}

/// What was ticked for one kind of panel may mean nothing to another.
void PanelDialog::typeChanged()
{
    m_wanted.clear();
    fillNames();
}

void PanelDialog::browse()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder with runs"), m_folder->text());
    if (!folder.isEmpty())
        setFolder(folder);
}

void PanelDialog::lookForRuns()
{
    const quint64 asked = ++m_asked;
    m_runs.clear();
    fillNames();
    const QString folder = m_folder->text().trimmed();
    if (folder.isEmpty()) {
        m_found->setText(tr("Choose the folder that your training writes into."));
        return;
    }
    const Result<std::shared_ptr<RunSource>> source = m_sources.source(
        m_otherSource.isEmpty() ? QStringLiteral("folder:") + folder : m_otherSource);
    if (!source && !m_otherSource.isEmpty()) {
        m_found->setText(tr("These runs are named in the text and stay as they are."));
        return;
    }
    if (!source) {
        m_found->setText(source.error().message);
        return;
    }
    m_found->setText(tr("Looking for runs…"));
    // The source is held until it has answered.
    whenDone((*source)->runs(), this,
             [this, asked, held = *source](const Result<QVector<Run>> &runs) {
                 if (asked == m_asked)
                     showRuns(runs);
             });
}

void PanelDialog::showRuns(const Result<QVector<Run>> &runs)
{
    if (!runs) {
        m_found->setText(runs.error().message);
        return;
    }
    m_runs = *runs;
    const int count = int(m_runs.size());
    if (count == 0)
        m_found->setText(tr("No runs here yet. The panel shows them as soon as there are some."));
    else
        m_found->setText(count == 1 ? tr("1 run found") : tr("%1 runs found").arg(count));
    fillNames();
}

void PanelDialog::fillNames()
{
    const QString type = m_type->currentData().toString();
    QSet<QString> names;
    for (const Run &run : m_runs) {
        for (const QString &name : namesFor(run, type))
            names.insert(name);
    }
    // What the text names stays to be chosen, also patterns and what no run has yet.
    for (const QString &name : std::as_const(m_wanted))
        names.insert(name);
    QStringList sorted(names.begin(), names.end());
    sorted.sort();
    {
        const QSignalBlocker quiet(m_names);
        m_names->clear();
        for (const QString &name : sorted) {
            auto *item = new QListWidgetItem(name, m_names);
            item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
            item->setCheckState(m_wanted.contains(name) ? Qt::Checked : Qt::Unchecked);
        }
        if (m_wanted.isEmpty() && !m_noneIsFine && m_names->count() > 0)
            m_names->item(0)->setCheckState(Qt::Checked);
    }
    checkComplete();
}

void PanelDialog::checkComplete()
{
    const bool hasFolder = !m_folder->text().trimmed().isEmpty();
    const bool hasChoice = m_noneIsFine || m_names->count() == 0 || !choice().names.isEmpty();
    m_insert->setEnabled(hasFolder && hasChoice);
    m_insert->setToolTip(hasChoice ? QString() : tr("Tick what is to be shown."));
}

PanelChoice PanelDialog::choice() const
{
    PanelChoice choice;
    choice.type = m_type->currentData().toString();
    choice.otherSource = m_otherSource;
    if (m_otherSource.isEmpty())
        choice.folder = m_folder->text().trimmed();
    choice.title = m_title->text().trimmed();
    for (int row = 0; row < m_names->count(); ++row) {
        if (m_names->item(row)->checkState() == Qt::Checked)
            choice.names.append(m_names->item(row)->text());
    }
    return choice;
}

} // namespace plotleaf
