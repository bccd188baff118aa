#include "ui/widgets/command_palette.h"

#include "ui/theme/theme.h"
#include "ui/widgets/list_navigation.h"
#include "ui/widgets/look.h"
#include "ui/widgets/palette_delegate.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QTimer>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <algorithm>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int paletteWidth = 580;
constexpr int paletteHeight = 420;
constexpr int paletteTop = 70;

QString withoutMnemonic(const QString &text)
{
    QString plain;
    for (int i = 0; i < text.size(); ++i) {
        const bool doubled = text.at(i) == u'&' && i + 1 < text.size() && text.at(i + 1) == u'&';
        if (doubled)
            ++i;
        if (text.at(i) != u'&' || doubled)
            plain.append(text.at(i));
    }
    return plain;
}

/// Whether what it holds is commands. A menu of widgets, such as a grid to pick from, stands for
/// the one command of its own action.
bool holdsCommands(const QMenu &menu)
{
    const QList<QAction *> actions = menu.actions();
    return actions.isEmpty() || std::any_of(actions.begin(), actions.end(), [](QAction *action) {
               return !qobject_cast<QWidgetAction *>(action);
           });
}

void collectCommands(const QList<QAction *> &actions,
                     const QString &path,
                     QList<PaletteCommand> &commands)
{
    for (QAction *action : actions) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        const QString name = withoutMnemonic(action->text());
        const QString full = path.isEmpty() ? name : path + u" › "_s + name;
        QMenu *menu = action->menu();
        if (menu)
            emit menu->aboutToShow(); // menus that are filled when opened
        if (menu && holdsCommands(*menu)) {
            collectCommands(menu->actions(), full, commands);
        } else {
            commands.append({action, full});
        }
    }
}

/// Points for one word of the query; -1 when its letters do not all occur in order.
int wordScore(const QString &word, const QString &text)
{
    if (const auto place = text.indexOf(word); place >= 0) {
        const bool startsWord = place == 0 || !text.at(place - 1).isLetterOrNumber();
        return (startsWord ? 100 : 60) + int(word.size());
    }
    int points = 0;
    qsizetype from = 0;
    for (const QChar letter : word) {
        const auto place = text.indexOf(letter, from);
        if (place < 0)
            return -1;
        points += place == 0 || !text.at(place - 1).isLetterOrNumber() ? 5 : 1;
        from = place + 1;
    }
    return points;
}

} // namespace

QList<PaletteCommand> paletteCommands(const QMenuBar &menuBar)
{
    QList<PaletteCommand> commands;
    collectCommands(menuBar.actions(), {}, commands);
    return commands;
}

int paletteScore(const QString &query, const QString &text)
{
    int score = 0;
    const QString folded = text.toCaseFolded();
    for (const QString &word : query.toCaseFolded().split(u' ', Qt::SkipEmptyParts)) {
        const int points = wordScore(word, folded);
        if (points < 0)
            return -1;
        score += points;
    }
    return score;
}

CommandPalette::CommandPalette(Theme &theme, QList<PaletteCommand> commands, QWidget *parent)
    : QDialog(parent, Qt::Popup)
    , m_theme(theme)
    , m_commands(std::move(commands))
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setObjectName(u"commandPalette"_s);
    setAccessibleName(tr("Command palette"));
    setAttribute(Qt::WA_DeleteOnClose);
    setLook(this, u"popup"_s);
    m_search->setObjectName(u"commandSearch"_s);
    m_search->setAccessibleName(tr("Find a command"));
    m_search->setPlaceholderText(tr("What do you want to do?"));
    m_search->addAction(theme.icon(u"command"_s, ColorRole::Muted), QLineEdit::LeadingPosition);
    m_list->setObjectName(u"commandList"_s);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setItemDelegate(new PaletteDelegate(theme, PaletteDelegate::Icons::Shown, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::s, Spacing::s, Spacing::s, Spacing::s);
    column->setSpacing(Spacing::s);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(new ListNavigation(m_search, m_list, ListNavigation::Enter::Activates),
            &ListNavigation::activated, this, &CommandPalette::runCurrent);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
    const int width = std::min(paletteWidth, parent->width() - 2 * Spacing::xl);
    resize(width, std::min(paletteHeight, parent->height() - paletteTop - Spacing::xl));
    move(parent->mapToGlobal(QPoint((parent->width() - width) / 2, paletteTop)));
    setFocusProxy(m_search);
    m_search->setFocus();
    fill({});
}

void CommandPalette::fill(const QString &query)
{
    std::vector<std::pair<int, const PaletteCommand *>> found;
    for (const PaletteCommand &command : std::as_const(m_commands)) {
        if (const int score = paletteScore(query, command.path); score >= 0)
            found.emplace_back(command.action->isEnabled() ? score : score - 1000, &command);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    m_list->clear();
    for (const auto &[score, command] : found) {
        auto *item = new QListWidgetItem(command->path, m_list);
        item->setIcon(command->action->icon());
        item->setData(PaletteDelegate::ShortcutRole,
                      command->action->shortcut().toString(QKeySequence::NativeText));
        item->setData(PaletteDelegate::CommandRole, int(command - m_commands.constData()));
        if (!command->action->isEnabled())
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::runCurrent()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || !item->flags().testFlag(Qt::ItemIsEnabled))
        return;
    const QPointer<QAction> action =
        m_commands.at(item->data(PaletteDelegate::CommandRole).toInt()).action;
    // After the palette has gone, so that what the action opens does not come up behind it.
    QTimer::singleShot(0, qApp, [action] {
        if (action)
            action->trigger();
    });
    close();
}

} // namespace plotleaf
