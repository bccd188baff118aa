#include "ui/report/report_status_line.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/sync_look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace plotleaf {

namespace {

struct StateLook
{
    QString icon;
    ColorRole color;
    QString text;
    QString explanation;
};

StateLook lookOf(OpenReport::State state, const QString &problem)
{
    switch (state) {
    case OpenReport::State::Journaled:
        return {
            QStringLiteral("circle-check"), ColorRole::Muted, ReportStatusLine::tr("On disk"),
            ReportStatusLine::tr(
                "All that is typed is safe on disk. It becomes a version of the report at the next "
                "pause.")};
    case OpenReport::State::Changed:
        return {QStringLiteral("pencil"), ColorRole::Muted, ReportStatusLine::tr("Typing…"),
                ReportStatusLine::tr("The last quarter of a second is not on disk yet.")};
    case OpenReport::State::Failed:
        return {QStringLiteral("triangle-alert"), ColorRole::Danger,
                ReportStatusLine::tr("Not saved"), problem};
    case OpenReport::State::Saved:
        break;
    }
    return {QStringLiteral("circle-check"), ColorRole::Success, ReportStatusLine::tr("Saved"),
            ReportStatusLine::tr("The text is saved as a version of the report.")};
}

} // namespace

ReportStatusLine::ReportStatusLine(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new PlainLabel(this))
    , m_saved(new PlainLabel(this))
    , m_syncIcon(new PlainLabel(this))
    , m_sync(new PlainLabel(this))
    , m_words(new PlainLabel(this))
    , m_cursor(new QToolButton(this))
{
    setObjectName(QStringLiteral("reportStatus"));
    setFont(theme.font(FontRole::Small));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Spacing::m, Spacing::xs, Spacing::s, Spacing::xs);
    row->setSpacing(Spacing::xs);
    m_saved->setObjectName(QStringLiteral("savedState"));
    m_words->setObjectName(QStringLiteral("wordCount"));
    m_cursor->setObjectName(QStringLiteral("cursorPlace"));
    m_sync->setObjectName(QStringLiteral("syncState"));
    for (QLabel *label : {m_saved, m_sync, m_words})
        label->setProperty("look", QStringLiteral("muted"));
    m_cursor->setAutoRaise(true);
    m_cursor->setToolTip(tr("Go to line (Ctrl+G)"));
    connect(m_cursor, &QToolButton::clicked, this, &ReportStatusLine::goToLineWanted);
    row->addWidget(m_icon);
    row->addWidget(m_saved);
    row->addSpacing(Spacing::s);
    row->addWidget(m_syncIcon);
    row->addWidget(m_sync);
    row->addStretch();
    row->addWidget(m_words);
    row->addSpacing(Spacing::s);
    row->addWidget(m_cursor);
    connect(&theme, &Theme::changed, this, [this] {
        setFont(m_theme.font(FontRole::Small));
        showState();
    });
    setWords(0);
    setCursor(0, 0, 0);
    showState();
}

void ReportStatusLine::setState(OpenReport::State state, const QString &problem)
{
    m_state = state;
    m_problem = problem;
    showState();
}

void ReportStatusLine::setLocked(bool locked)
{
    m_locked = locked;
    showState();
}

void ReportStatusLine::setSync(const SyncStatus &sync)
{
    m_syncStatus = sync;
    showState();
}

void ReportStatusLine::showState()
{
    showSync();
    StateLook look = lookOf(m_state, m_problem);
    const bool isSaved = m_state == OpenReport::State::Saved;
    for (QLabel *label : {m_icon, m_saved})
        label->setVisible(!isSaved || !m_syncStatus.isTextMissing);
    if (m_locked && isSaved)
        look = {QStringLiteral("lock"), ColorRole::Muted, tr("Published"),
                tr("A published report's text is locked.")};
    m_icon->setPixmap(m_theme.icon(look.icon, look.color).pixmap(IconSize::s));
    m_saved->setText(look.text);
    for (QLabel *label : {m_saved, m_icon})
        label->setToolTip(plainToolTip(look.explanation));
}

void ReportStatusLine::showSync()
{
    const auto look = syncLook(m_syncStatus);
    for (QLabel *label : {m_syncIcon, m_sync}) {
        label->setVisible(look.has_value());
        label->setToolTip(look ? plainToolTip(look->explanation) : QString());
    }
    if (!look)
        return;
    m_syncIcon->setPixmap(m_theme.icon(look->icon, look->color).pixmap(IconSize::s));
    m_sync->setText(look->text);
    m_sync->setAccessibleDescription(look->explanation);
}

void ReportStatusLine::setWords(int words)
{
    m_words->setText(words == 1 ? tr("1 word") : tr("%1 words").arg(QLocale().toString(words)));
}

void ReportStatusLine::setCursor(int line, int column, int selected)
{
    QString place = tr("Line %1, column %2").arg(line + 1).arg(column + 1);
    if (selected > 0)
        place += tr(" · %1 selected").arg(selected);
    m_cursor->setText(place);
}

} // namespace plotleaf
