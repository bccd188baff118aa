#include "ui/dialogs/settings_dialog.h"

#include "ui/dialogs/cloud_storage_dialog.h"
#include "ui/dialogs/image_sites_dialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/preferences.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFontComboBox>
#include <QFormLayout>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int settingsWidth = 540;
constexpr double smallestFont = 7;
constexpr double largestFont = 32;

QFormLayout *settingsForm(QWidget *section, const QString &title, Theme &theme)
{
    auto *column = new QVBoxLayout(section);
    column->setContentsMargins(0, Spacing::s, 0, Spacing::s);
    auto *heading = new PlainLabel(title, section);
    heading->setFont(theme.font(FontRole::Strong));
    column->addWidget(heading);
    auto *form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignLeft);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(Spacing::xl);
    form->setVerticalSpacing(Spacing::s);
    column->addLayout(form);
    return form;
}

/// The fields of all sections begin at the same place.
void alignLabels(const QWidget &dialog)
{
    QWidgetList labels;
    for (const QFormLayout *form : dialog.findChildren<QFormLayout *>()) {
        for (int row = 0; row < form->rowCount(); ++row) {
            if (const QLayoutItem *label = form->itemAt(row, QFormLayout::LabelRole))
                labels.append(label->widget());
        }
    }
    int width = 0;
    for (const QWidget *label : std::as_const(labels))
        width = std::max(width, label->sizeHint().width());
    for (QWidget *label : std::as_const(labels))
        label->setMinimumWidth(width);
}

QDoubleSpinBox *
fontSizeField(Preferences &preferences, Preference preference, double shown, QWidget *parent)
{
    auto *field = new QDoubleSpinBox(parent);
    field->setRange(smallestFont, largestFont);
    field->setDecimals(1);
    field->setSingleStep(0.5);
    field->setSuffix(SettingsDialog::tr(" pt"));
    field->setValue(shown);
    field->setKeyboardTracking(false);
    QObject::connect(
        field, &QDoubleSpinBox::valueChanged, parent,
        [&preferences, preference](double value) { preferences.setValue(preference, value); });
    return field;
}

} // namespace

SettingsDialog::SettingsDialog(Preferences &preferences,
                               Theme &theme,
                               const QString &libraryFolder,
                               QWidget *parent)
    : DialogFrame(theme, u"settingsDialog"_s, tr("Settings"), parent), m_preferences(preferences)
{
    column()->addWidget(makeAppearance());
    column()->addWidget(makeEditor());
    column()->addWidget(makeFolders(libraryFolder));
    column()->addStretch();
    alignLabels(*this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"closeButton"_s);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    layout()->addWidget(buttons);
    setMinimumWidth(settingsWidth);
}

QWidget *SettingsDialog::makeAppearance()
{
    auto *section = new QWidget(this);
    QFormLayout *form = settingsForm(section, tr("Appearance"), theme());
    auto *mode = new QComboBox(section);
    mode->setObjectName(u"themeField"_s);
    mode->addItems({tr("As the system"), tr("Light"), tr("Dark")});
    mode->setCurrentIndex(m_preferences.value(Preference::Theme).toInt());
    connect(mode, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_preferences.setValue(Preference::Theme, index); });
    auto *size =
        fontSizeField(m_preferences, Preference::BodyFontSize, theme().bodyPointSize(), section);
    size->setObjectName(u"fontSizeField"_s);
    form->addRow(tr("&Theme"), mode);
    form->addRow(tr("&Font size"), size);
    return section;
}

QWidget *SettingsDialog::makeEditor()
{
    auto *section = new QWidget(this);
    QFormLayout *form = settingsForm(section, tr("Editor"), theme());
    const QFont font = theme().font(FontRole::Editor);
    auto *family = new QFontComboBox(section);
    family->setObjectName(u"editorFontField"_s);
    family->setFontFilters(QFontComboBox::MonospacedFonts);
    family->setCurrentFont(font);
    connect(family, &QFontComboBox::currentFontChanged, this, [this](const QFont &chosen) {
        m_preferences.setValue(Preference::EditorFontFamily, chosen.family());
    });
    auto *size =
        fontSizeField(m_preferences, Preference::EditorFontSize, font.pointSizeF(), section);
    size->setObjectName(u"editorFontSizeField"_s);
    auto *mode = new QComboBox(section);
    mode->setObjectName(u"reportModeField"_s);
    mode->addItems({tr("Source only"), tr("Source and preview"), tr("Preview only")});
    mode->setCurrentIndex(m_preferences.value(Preference::ReportMode).toInt());
    connect(mode, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_preferences.setValue(Preference::ReportMode, index); });
    auto *reopen = new QCheckBox(tr("At the start, open the reports that &were open"), section);
    reopen->setObjectName(u"reopenField"_s);
    reopen->setChecked(m_preferences.value(Preference::ReopenReports).toBool());
    connect(reopen, &QCheckBox::toggled, this,
            [this](bool on) { m_preferences.setValue(Preference::ReopenReports, on); });
    form->addRow(tr("F&ont"), family);
    form->addRow(tr("S&ize"), size);
    form->addRow(tr("Open &reports with"), mode);
    form->addRow(QString(), reopen);
    return section;
}

void SettingsDialog::addImageSites(RemoteConsents &consents)
{
    auto *sites = new QPushButton(tr("&Choose sites…"), this);
    sites->setObjectName(u"imageSitesButton"_s);
    addWay(tr("Privacy"), tr("Images from the web"), sites,
           [this, &consents] { (new ImageSitesDialog(consents, theme(), this))->open(); });
}

void SettingsDialog::addCloudKeys(CloudKeys &keys)
{
    auto *stores = new QPushButton(tr("&Keys…"), this);
    stores->setObjectName(u"cloudKeysButton"_s);
    addWay(tr("Cloud storage"), tr("Samples in buckets"), stores,
           [this, &keys] { (new CloudStorageDialog(keys, theme(), this))->open(); });
}

void SettingsDialog::addWay(const QString &title,
                            const QString &label,
                            QPushButton *button,
                            const std::function<void()> &open)
{
    auto *section = new QWidget(this);
    QFormLayout *form = settingsForm(section, title, theme());
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, open);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(button);
    form->addRow(new PlainLabel(label, section), row);
    column()->insertWidget(column()->count() - 1, section);
    alignLabels(*this);
}

QWidget *SettingsDialog::makeFolders(const QString &libraryFolder)
{
    auto *section = new QWidget(this);
    QFormLayout *form = settingsForm(section, tr("Folders"), theme());
    auto *row = new QWidget(section);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto *path = new PlainLabel(row);
    path->setText(QDir::toNativeSeparators(libraryFolder));
    path->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    path->setWordWrap(true);
    setLook(path, u"muted"_s);
    auto *open = new QPushButton(tr("&Show"), row);
    open->setObjectName(u"showLibraryFolder"_s);
    open->setAutoDefault(false);
    connect(open, &QPushButton::clicked, this,
            [libraryFolder] { QDesktopServices::openUrl(QUrl::fromLocalFile(libraryFolder)); });
    line->addWidget(path, 1);
    line->addWidget(open);
    form->addRow(tr("Reports are in"), row);
    return section;
}

} // namespace plotleaf
