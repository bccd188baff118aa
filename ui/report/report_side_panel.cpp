#include "ui/report/report_side_panel.h"

#include "core/report/report_names.h"
#include "ui/report/outline_view.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plain_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace plotleaf {

namespace {

constexpr int descriptionPauseMs = 800;
constexpr int descriptionLines = 4;

QStringList tagsIn(const QString &text)
{
    return normalisedTags(text.split(u','));
}

} // namespace

ReportSidePanel::ReportSidePanel(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_outline(new OutlineView(this))
    , m_noHeadings(new PlainLabel(tr("Headings appear here."), this))
{
    setObjectName(QStringLiteral("sidePanel"));
    setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::l, Spacing::m, Spacing::l, Spacing::m);
    column->setSpacing(Spacing::xs);
    addTitle(column, tr("Outline"));
    m_noHeadings->setProperty("look", QStringLiteral("muted"));
    column->addWidget(m_noHeadings);
    column->addWidget(m_outline, 1);
    m_outline->hide();
    column->addStretch(0);
    addDescription(column);
    addPlace(column);
    setFocusProxy(m_description);
    connect(m_outline, &OutlineView::lineChosen, this, &ReportSidePanel::lineChosen);
    m_descriptionPause.setSingleShot(true);
    m_descriptionPause.setInterval(descriptionPauseMs);
    connect(&m_descriptionPause, &QTimer::timeout, this, &ReportSidePanel::commitDescription);
}

/// A field that has the keyboard when it is destroyed says that editing is finished.
ReportSidePanel::~ReportSidePanel()
{
    m_tags->disconnect(this);
    m_description->removeEventFilter(this);
}

QLabel *ReportSidePanel::addTitle(QVBoxLayout *column, const QString &text)
{
    auto *title = new PlainLabel(text, this);
    title->setFont(m_theme.font(FontRole::Strong));
    column->addSpacing(column->isEmpty() ? 0 : Spacing::m);
    column->addWidget(title);
    connect(&m_theme, &Theme::changed, title,
            [this, title] { title->setFont(m_theme.font(FontRole::Strong)); });
    return title;
}

void ReportSidePanel::addDescription(QVBoxLayout *column)
{
    QLabel *title = addTitle(column, tr("&Description"));
    m_description = new QPlainTextEdit(this);
    m_description->setObjectName(QStringLiteral("description"));
    m_description->setAccessibleName(tr("Description"));
    m_description->setPlaceholderText(tr("One or two sentences for the library's card"));
    m_description->setProperty("look", QStringLiteral("field"));
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(m_description->fontMetrics().lineSpacing() * descriptionLines +
                                  Spacing::xl);
    title->setBuddy(m_description);
    column->addWidget(m_description);
    connect(m_description, &QPlainTextEdit::textChanged, &m_descriptionPause,
            qOverload<>(&QTimer::start));
    m_description->installEventFilter(this);

    title = addTitle(column, tr("&Tags"));
    m_tags = new QLineEdit(this);
    m_tags->setObjectName(QStringLiteral("tags"));
    m_tags->setAccessibleName(tr("Tags"));
    m_tags->setPlaceholderText(tr("separated by commas"));
    title->setBuddy(m_tags);
    column->addWidget(m_tags);
    connect(m_tags, &QLineEdit::editingFinished, this, &ReportSidePanel::commitTags);
}

void ReportSidePanel::addPlace(QVBoxLayout *column)
{
    const auto addRow = [this, column](QLabel *&label, const QString &button, const QString &name,
                                       auto signal) {
        auto *row = new QHBoxLayout;
        label = new PlainLabel(this);
        label->setWordWrap(true);
        auto *change = new QPushButton(button, this);
        change->setObjectName(name);
        change->setProperty("look", QStringLiteral("flat"));
        row->addWidget(label, 1);
        row->addWidget(change);
        column->addLayout(row);
        connect(change, &QPushButton::clicked, this, signal);
    };
    addTitle(column, tr("Name"));
    addRow(m_name, tr("Rename…"), QStringLiteral("renameReport"),
           &ReportSidePanel::renameRequested);
    addTitle(column, tr("Project"));
    addRow(m_project, tr("Move…"), QStringLiteral("moveReport"), &ReportSidePanel::moveRequested);
    m_dates = new PlainLabel(this);
    m_dates->setProperty("look", QStringLiteral("muted"));
    m_dates->setWordWrap(true);
    column->addSpacing(Spacing::s);
    column->addWidget(m_dates);
}

// A field that a person writes in keeps what is in it. What they wrote is measured against what the
// field was filled with, not against what came from elsewhere since: that is not theirs to undo.
void ReportSidePanel::setSummary(const ReportSummary &summary)
{
    m_summary = summary;
    if (m_description->toPlainText() == m_filledDescription || !m_description->hasFocus())
        fillDescription();
    if (tagsIn(m_tags->text()) == m_filledTags || !m_tags->hasFocus())
        fillTags();
    m_name->setText(summary.name);
    m_project->setText(summary.project.isEmpty() ? tr("No project") : summary.project);
    const QLocale locale;
    QStringList lines{
        tr("Created %1").arg(locale.toString(summary.created.toLocalTime(), QLocale::ShortFormat)),
        tr("Changed %1").arg(locale.toString(summary.updated.toLocalTime(), QLocale::ShortFormat))};
    if (!summary.author.isEmpty())
        lines.append(tr("By %1").arg(summary.author));
    m_dates->setText(lines.join(u'\n'));
}

void ReportSidePanel::setHeadings(const QVector<MarkdownHeading> &headings)
{
    m_outline->setHeadings(headings);
    m_outline->setVisible(!headings.isEmpty());
    m_noHeadings->setVisible(headings.isEmpty());
    setFocusProxy(headings.isEmpty() ? static_cast<QWidget *>(m_description) : m_outline);
}

void ReportSidePanel::setCurrentLine(int line)
{
    m_outline->setCurrentLine(line);
}

void ReportSidePanel::commit()
{
    commitDescription();
    commitTags();
}

bool ReportSidePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_description && event->type() == QEvent::FocusOut)
        commitDescription();
    return QWidget::eventFilter(watched, event);
}

void ReportSidePanel::fillDescription()
{
    m_filledDescription = m_summary.description;
    if (m_description->toPlainText() != m_filledDescription)
        m_description->setPlainText(m_filledDescription);
    m_descriptionPause.stop();
}

void ReportSidePanel::fillTags()
{
    m_filledTags = m_summary.tags;
    if (tagsIn(m_tags->text()) != m_filledTags)
        m_tags->setText(m_filledTags.join(QStringLiteral(", ")));
}

void ReportSidePanel::commitDescription()
{
    m_descriptionPause.stop();
    const QString description = m_description->toPlainText();
    if (description == m_filledDescription)
        return;
    m_filledDescription = description;
    m_summary.description = description;
    emit descriptionChanged(description);
}

void ReportSidePanel::commitTags()
{
    const QStringList written = tagsIn(m_tags->text());
    if (written == m_filledTags)
        return;
    QStringList tags = m_summary.tags;
    for (const QString &tag : std::as_const(m_filledTags)) {
        if (!written.contains(tag))
            tags.removeAll(tag);
    }
    tags = normalisedTags(tags + written);
    m_summary.tags = tags;
    fillTags();
    emit tagsChanged(tags);
}

} // namespace plotleaf
