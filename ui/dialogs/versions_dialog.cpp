#include "ui/dialogs/versions_dialog.h"

#include "core/base/when_done.h"
#include "core/report/revision_reason.h"
#include "core/store/library.h"
#include "ui/theme/theme.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/relative_time.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTextBlock>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <algorithm>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize versionsDialogSize(980, 640);
constexpr int listPart = 2; // of the width, to
constexpr int textPart = 5;

enum VersionColumn { VersionTimeColumn, VersionReasonColumn, VersionSizeColumn };

QString marked(const DiffLine &line)
{
    switch (line.kind) {
    case DiffLine::Kind::Removed:
        return u"− "_s + line.text;
    case DiffLine::Kind::Added:
        return u"+ "_s + line.text;
    case DiffLine::Kind::Gap:
        return u"⋯"_s;
    case DiffLine::Kind::Same:
        break;
    }
    return u"  "_s + line.text;
}

} // namespace

VersionsDialog::VersionsDialog(Library &library,
                               Theme &theme,
                               const Report &report,
                               QWidget *parent)
    : DialogFrame(
          theme, u"versionsDialog"_s, tr("Versions of “%1”").arg(report.summary.name), parent)
    , m_library(library)
    , m_report(report)
    , m_list(new QTreeWidget(this))
    , m_against(new QComboBox(this))
    , m_text(new QPlainTextEdit(this))
    , m_told(new PlainLabel(this))
    , m_copy(new QPushButton(tr("&Copy text"), this))
    , m_restore(new QPushButton(tr("&Restore this version"), this))
{
    auto *panes = new QSplitter(this);
    panes->addWidget(makeList());
    panes->addWidget(makeText());
    panes->setStretchFactor(0, listPart);
    panes->setStretchFactor(1, textPart);
    panes->setChildrenCollapsible(false);
    column()->addWidget(panes, 1);
    makeButtons();
    resize(versionsDialogSize);
    showChosen();
    whenDone(m_library.revisions(report.summary.id), this,
             [this](const Result<QVector<Revision>> &versions) {
                 if (versions)
                     fill(*versions);
                 else
                     showProblem(versions.error().message);
             });
}

QWidget *VersionsDialog::makeList()
{
    m_list->setObjectName(u"versionList"_s);
    m_list->setAccessibleName(tr("Versions"));
    m_list->setHeaderLabels({tr("Saved"), tr("Why"), tr("Size")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(VersionReasonColumn, QHeaderView::Stretch);
    setLook(m_list, u"list"_s);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &VersionsDialog::showChosen);
    return m_list;
}

QWidget *VersionsDialog::makeText()
{
    auto *pane = new QWidget(this);
    m_against->setObjectName(u"versionAgainst"_s);
    m_against->setAccessibleName(tr("What is shown of the version"));
    m_against->addItem(tr("What changed since this version"), int(Against::TextNow));
    m_against->addItem(tr("What this version changed"), int(Against::VersionBefore));
    m_against->addItem(tr("The whole text"), int(Against::Nothing));
    connect(m_against, &QComboBox::currentIndexChanged, this, &VersionsDialog::showChosen);
    m_text->setObjectName(u"versionText"_s);
    m_text->setAccessibleName(tr("Text of the version"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(theme().font(FontRole::Editor));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLook(m_text, u"field"_s);
    m_told->setObjectName(u"versionTold"_s);
    setLook(m_told, u"muted"_s);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(Spacing::s, 0, 0, 0);
    layout->setSpacing(Spacing::s);
    layout->addWidget(m_against, 0, Qt::AlignLeft);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_told);
    return pane;
}

void VersionsDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    m_copy->setObjectName(u"copyVersion"_s);
    m_copy->setAutoDefault(false);
    m_restore->setObjectName(u"restoreVersion"_s);
    m_restore->setAutoDefault(false);
    buttons->addButton(m_copy, QDialogButtonBox::ActionRole);
    buttons->addButton(m_restore, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_chosenText); });
    connect(m_restore, &QPushButton::clicked, this, &VersionsDialog::restore);
    layout()->addWidget(buttons);
}

void VersionsDialog::fill(const QVector<Revision> &versions)
{
    m_versions = versions;
    const QLocale locale;
    for (const Revision &version : versions) {
        auto *row = new QTreeWidgetItem(
            m_list, {locale.toString(version.saved.toLocalTime(), QLocale::ShortFormat),
                     revisionReason(version.reason), locale.formattedDataSize(version.bytes)});
        row->setToolTip(VersionTimeColumn, exactTime(version.saved));
        row->setTextAlignment(VersionSizeColumn, Qt::AlignRight | Qt::AlignVCenter);
    }
    if (versions.isEmpty())
        return showChosen();
    m_list->setCurrentItem(m_list->topLevelItem(0));
    m_list->setFocus();
}

int VersionsDialog::chosen() const
{
    return m_list->indexOfTopLevelItem(m_list->currentItem());
}

void VersionsDialog::showChosen()
{
    ++m_question;
    m_copy->setEnabled(false);
    m_restore->setEnabled(false);
    m_text->clear();
    m_told->clear();
    const int version = chosen();
    if (version < 0) {
        m_told->setText(tr("Every save keeps a version. There is none yet."));
        return;
    }
    withText(version, [this, version](const QString &text) {
        m_chosenText = text;
        m_copy->setEnabled(true);
        const bool isLocked = m_report.summary.status == ReportStatus::Published;
        m_restore->setEnabled(!isLocked && text != m_report.text);
        m_restore->setToolTip(isLocked ? tr("The report is published: its text is locked.")
                                       : QString());
        switch (Against(m_against->currentData().toInt())) {
        case Against::TextNow:
            return compare(text, m_report.text);
        case Against::VersionBefore:
            if (version + 1 == int(m_versions.size()))
                return compare(QString(), text);
            return withText(version + 1,
                            [this, text](const QString &before) { compare(before, text); });
        case Against::Nothing:
            showText(text);
        }
    });
}

void VersionsDialog::withText(int version, const std::function<void(const QString &)> &then)
{
    whenDone(m_library.revisionText(m_versions[version].id), this,
             [this, then, question = m_question](const Result<QString> &text) {
                 if (question != m_question)
                     return;
                 showProblem(text ? QString() : text.error().message);
                 if (text)
                     then(*text);
             });
}

void VersionsDialog::showText(const QString &text)
{
    m_text->setExtraSelections({});
    m_text->setPlainText(text);
    m_told->setText(text.isEmpty() ? tr("This version is empty.") : QString());
}

void VersionsDialog::compare(const QString &before, const QString &after)
{
    whenDone(QtConcurrent::run([before, after] { return diffLines(before, after); }), this,
             [this, question = m_question](const QVector<DiffLine> &lines) {
                 if (question == m_question)
                     showDifference(lines);
             });
}

void VersionsDialog::showDifference(const QVector<DiffLine> &lines)
{
    QStringList shown;
    shown.reserve(lines.size());
    for (const DiffLine &line : lines)
        shown.append(marked(line));
    m_text->setPlainText(shown.join(u'\n'));

    QList<QTextEdit::ExtraSelection> marks;
    QTextBlock block = m_text->document()->firstBlock();
    int removed = 0;
    int added = 0;
    for (const DiffLine &line : lines) {
        if (line.kind == DiffLine::Kind::Removed || line.kind == DiffLine::Kind::Added) {
            const bool isAdded = line.kind == DiffLine::Kind::Added;
            ++(isAdded ? added : removed);
            QTextEdit::ExtraSelection mark;
            mark.cursor = QTextCursor(block);
            mark.format.setBackground(
                theme().color(isAdded ? ColorRole::SuccessSoft : ColorRole::DangerSoft));
            mark.format.setProperty(QTextFormat::FullWidthSelection, true);
            marks.append(mark);
        }
        block = block.next();
    }
    m_text->setExtraSelections(marks);
    m_told->setText(lines.isEmpty() ? tr("The texts are equal.")
                                    : tr("%n line(s) added", nullptr, added) + u", "_s +
                                          tr("%n line(s) removed", nullptr, removed));
}

void VersionsDialog::restore()
{
    emit restoreRequested(m_chosenText, m_versions[chosen()].saved);
    accept();
}

} // namespace plotleaf
