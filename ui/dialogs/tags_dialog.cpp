#include "ui/dialogs/tags_dialog.h"

#include "core/base/when_done.h"
#include "core/report/report_names.h"
#include "core/store/library.h"
#include "ui/theme/theme.h"
#include "ui/widgets/clear_button.h"
#include "ui/widgets/look.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int tagsDialogWidth = 400;

} // namespace

TagsDialog::TagsDialog(Library &library, Theme &theme, const ReportSummary &report, QWidget *parent)
    : DialogFrame(theme, u"tagsDialog"_s, tr("Tags"), parent)
    , m_field(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    m_field->setObjectName(u"tagField"_s);
    m_field->setPlaceholderText(tr("Find a tag or type a new one"));
    addClearButton(*m_field, theme);
    m_list->setObjectName(u"tagList"_s);
    m_list->setAccessibleName(tr("Tags of the report"));
    setLook(m_list, u"list"_s);
    auto *add = new QPushButton(tr("&Add"), this);
    add->setObjectName(u"addTagButton"_s);
    add->setAutoDefault(false);
    auto *fieldRow = new QWidget(this);
    auto *row = new QHBoxLayout(fieldRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::s);
    row->addWidget(m_field, 1);
    row->addWidget(add);
    fieldRow->setFocusProxy(m_field);
    addField(tr("&Tags of “%1”").arg(QString(report.name).replace(u'&', u"&&"_s)), fieldRow);
    m_field->setAccessibleName(tr("New tag"));
    m_list->setMinimumHeight(8 * (fontMetrics().height() + 2 * Spacing::xs));
    setMinimumWidth(tagsDialogWidth);

    for (const QString &tag : report.tags)
        setChecked(tag, true);
    whenDone(library.tags(), this, [this](const Result<QStringList> &all) {
        for (const QString &tag : all ? *all : QStringList()) {
            if (m_list->findItems(tag, Qt::MatchExactly | Qt::MatchCaseSensitive).isEmpty())
                setChecked(tag, false);
        }
    });
    connect(add, &QPushButton::clicked, this, &TagsDialog::addTyped);
    connect(m_field, &QLineEdit::textChanged, this, &TagsDialog::narrow);
    static_cast<QVBoxLayout *>(layout())->insertWidget(2, m_list, 1);
    addButtons(tr("Save tags"));
    m_field->setFocus();
}

void TagsDialog::setChecked(const QString &tag, bool checked)
{
    const auto known = m_list->findItems(tag, Qt::MatchExactly | Qt::MatchCaseSensitive);
    QListWidgetItem *item = known.isEmpty() ? new QListWidgetItem(tag, m_list) : known.first();
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(checked ? Qt::Checked : Qt::Unchecked);
}

void TagsDialog::addTyped()
{
    // A comma between two tags is how many people type several.
    for (const QString &part : m_field->text().split(u',')) {
        if (const QString tag = part.simplified(); !tag.isEmpty())
            setChecked(tag, true);
    }
    m_field->clear();
    m_field->setFocus();
}

void TagsDialog::narrow(const QString &text)
{
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setHidden(
            !m_list->item(row)->text().contains(text.simplified(), Qt::CaseInsensitive));
}

void TagsDialog::accept()
{
    addTyped();
    DialogFrame::accept();
}

QStringList TagsDialog::tags() const
{
    QStringList tags;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            tags.append(m_list->item(row)->text());
    }
    return normalisedTags(tags);
}

} // namespace plotleaf
