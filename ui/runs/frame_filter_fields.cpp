#include "ui/runs/frame_filter_fields.h"

#include "core/base/when_done.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QGridLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostFrameRuns = 500; // what the server draws at most (clearml.md 4.2)
constexpr int statusesInARow = 3;

} // namespace

FrameFilterFields::FrameFilterFields(const std::shared_ptr<RunCatalog> &catalog, QWidget *parent)
    : QWidget(parent)
    , m_project(new QComboBox(this))
    , m_withSubprojects(new QCheckBox(tr("and the projects below"), this))
    , m_tags(new QLineEdit(this))
    , m_tagMatch(new QComboBox(this))
    , m_withoutArchived(new QCheckBox(tr("without archived ones"), this))
    , m_order(new QComboBox(this))
    , m_most(new QSpinBox(this))
    , m_problem(new PlainLabel(this))
{
    m_project->setObjectName(u"filterProject"_s);
    m_project->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_project->addItem(tr("Any project"), QString());
    m_withSubprojects->setObjectName(u"filterSubprojects"_s);
    m_tags->setObjectName(u"filterTags"_s);
    m_tags->setPlaceholderText(tr("Tags, with commas between them"));
    m_tagMatch->setObjectName(u"filterTagMatch"_s);
    m_tagMatch->setAccessibleName(tr("How many of the tags"));
    m_tagMatch->addItem(tr("any of"), false);
    m_tagMatch->addItem(tr("all of"), true);
    m_withoutArchived->setObjectName(u"filterArchived"_s);
    m_order->setObjectName(u"filterOrder"_s);
    m_order->addItem(tr("As the server has them"), QString());
    m_order->addItem(tr("Changed last first"), u"-last_update"_s);
    m_order->addItem(tr("Newest first"), u"-created"_s);
    m_order->addItem(tr("By name"), u"name"_s);
    m_most->setObjectName(u"filterMost"_s);
    m_most->setRange(0, mostFrameRuns);
    m_most->setSpecialValueText(tr("all"));
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(Spacing::xs);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Project"), m_project);
    form->addRow(QString(), m_withSubprojects);
    auto *tagRow = new QHBoxLayout;
    tagRow->addWidget(m_tagMatch);
    tagRow->addWidget(m_tags, 1);
    m_tags->setAccessibleName(tr("Tags"));
    form->addRow(tr("Tags"), tagRow);
    form->addRow(tr("State"), makeStatuses());
    form->addRow(QString(), m_withoutArchived);
    form->addRow(tr("&Order"), m_order);
    form->addRow(tr("&At most"), m_most);
    m_problem->setObjectName(u"filterProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    setLook(m_problem, u"error"_s);
    form->addRow(m_problem);
    for (QComboBox *box : {m_project, m_tagMatch, m_order})
        connect(box, &QComboBox::currentIndexChanged, this, &FrameFilterFields::changed);
    for (QCheckBox *box : m_statuses + QVector<QCheckBox *>{m_withSubprojects, m_withoutArchived})
        connect(box, &QCheckBox::toggled, this, &FrameFilterFields::changed);
    connect(m_tags, &QLineEdit::textChanged, this, &FrameFilterFields::changed);
    connect(m_most, &QSpinBox::valueChanged, this, &FrameFilterFields::changed);
    if (!catalog)
        return;
    const QFuture<Result<QVector<RunProject>>> projects = catalog->findProjects({});
    whenDone(projects, this, [this, catalog](const Result<QVector<RunProject>> &found) {
        if (found)
            fillProjects(*found);
        else
            addProblem(tr("The projects are missing: %1").arg(found.error().message));
    });
    const QFuture<Result<QStringList>> tags = catalog->tags();
    whenDone(tags, this, [this, catalog](const Result<QStringList> &known) {
        if (known)
            m_tags->setCompleter(new QCompleter(*known, m_tags));
        else
            addProblem(tr("The tags are missing: %1").arg(known.error().message));
    });
}

void FrameFilterFields::addProblem(const QString &text)
{
    const QString before = m_problem->text();
    m_problem->setText(before.isEmpty() ? text : before + u'\n' + text);
    m_problem->show();
}

QWidget *FrameFilterFields::makeStatuses()
{
    const std::pair<QString, QString> statuses[] = {
        {u"in_progress"_s, tr("running")}, {u"completed"_s, tr("completed")},
        {u"published"_s, tr("published")}, {u"stopped"_s, tr("stopped")},
        {u"failed"_s, tr("failed")},       {u"queued"_s, tr("queued")},
        {u"created"_s, tr("not started")}};
    auto *boxes = new QWidget(this);
    auto *grid = new QGridLayout(boxes);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(Spacing::xs);
    for (const auto &[status, text] : statuses) {
        auto *box = new QCheckBox(text, boxes);
        box->setObjectName(u"status_"_s + status);
        box->setProperty("status", status);
        const int place = int(m_statuses.size());
        grid->addWidget(box, place / statusesInARow, place % statusesInARow);
        m_statuses.append(box);
    }
    return boxes;
}

void FrameFilterFields::addProject(const QString &id, const QString &text)
{
    if (m_project->findData(id) < 0)
        m_project->addItem(text, id);
}

/// The one that is chosen keeps being chosen, with its name from now on.
void FrameFilterFields::fillProjects(const QVector<RunProject> &projects)
{
    const QSignalBlocker quiet(m_project);
    for (const RunProject &project : projects) {
        if (const int known = m_project->findData(project.id); known >= 0)
            m_project->setItemText(known, project.path);
        else
            m_project->addItem(project.path, project.id);
    }
}

void FrameFilterFields::setFilter(const ClearmlFilter &filter)
{
    m_before = filter;
    const QSignalBlocker quiet(this);
    if (!filter.project.isEmpty())
        addProject(filter.project, filter.project);
    m_project->setCurrentIndex(m_project->findData(filter.project));
    m_withSubprojects->setChecked(filter.withSubprojects);
    m_tags->setText(filter.tags.join(u", "_s));
    m_tags->setEnabled(!filter.areTagsFixed);
    m_tagMatch->setEnabled(!filter.areTagsFixed);
    if (filter.areTagsFixed)
        m_tags->setPlaceholderText(tr("Written in the text, with tags left out"));
    m_tagMatch->setCurrentIndex(filter.allTags ? 1 : 0);
    for (QCheckBox *box : std::as_const(m_statuses))
        box->setChecked(filter.statuses.contains(box->property("status").toString()));
    m_withoutArchived->setChecked(filter.withoutArchived);
    if (m_order->findData(filter.order) < 0)
        m_order->addItem(filter.order, filter.order);
    m_order->setCurrentIndex(m_order->findData(filter.order));
    m_most->setValue(filter.most);
}

ClearmlFilter FrameFilterFields::filter() const
{
    ClearmlFilter filter = m_before;
    filter.project = m_project->currentData().toString();
    filter.withSubprojects = m_withSubprojects->isChecked();
    // A tag may hold a comma; as long as the field says the same, it is the same.
    if (m_tags->text() != m_before.tags.join(u", "_s)) {
        filter.tags.clear();
        for (const QString &tag : m_tags->text().split(u',', Qt::SkipEmptyParts)) {
            if (!tag.trimmed().isEmpty())
                filter.tags.append(tag.trimmed());
        }
    }
    filter.allTags = m_tagMatch->currentData().toBool();
    for (const QCheckBox *box : m_statuses) {
        const QString status = box->property("status").toString();
        if (box->isChecked() && !filter.statuses.contains(status))
            filter.statuses.append(status);
        else if (!box->isChecked())
            filter.statuses.removeAll(status);
    }
    filter.withoutArchived = m_withoutArchived->isChecked();
    filter.order = m_order->currentData().toString();
    filter.most = m_most->value();
    return filter;
}

} // namespace plotleaf
