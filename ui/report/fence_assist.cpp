#include "ui/report/fence_assist.h"

#include "core/base/when_done.h"
#include "core/panels/panel_feeds.h"
#include "ui/editor/source_editor.h"
#include "ui/theme/theme.h"
#include "ui/widgets/palette_delegate.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTextBlock>

#include <algorithm>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestFence = 200; ///< lines that are looked at above and below the cursor
constexpr int listWidth = 420;
constexpr int listRows = 8;

/// The info string of a line that is a fence; nothing: it is none. Empty: it closes, or opens plain
/// code.
std::optional<QString> fenceInfo(const QString &line)
{
    static const QRegularExpression fence(u"^ {0,3}(?:`{3,}|~{3,}) *([^`]*)$"_s);
    const auto match = fence.match(line);
    return match.hasMatch() ? std::optional(match.captured(1).trimmed()) : std::nullopt;
}

bool isPanelInfo(const QString &info)
{
    const QString word = info.section(u' ', 0, 0);
    return word == "panel"_L1 || word == "runset"_L1;
}

/// What the fence's runs depend on: all of it but the line that is being written.
QString textWithout(const FencePlace &place)
{
    QStringList lines = place.lines;
    lines.removeAt(place.line);
    return lines.join(u'\n');
}

} // namespace

FenceAssist::FenceAssist(SourceEditor &editor,
                         PanelFeeds &feeds,
                         Theme &theme,
                         std::function<QStringList()> sources,
                         QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_feeds(feeds)
    , m_theme(theme)
    , m_sources(std::move(sources))
    , m_completer(new QCompleter(this))
    , m_model(new QStandardItemModel(this))
{
    m_completer->setModel(m_model);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(listRows);
    m_completer->setWidget(&editor);
    m_completer->popup()->setItemDelegate(
        new PaletteDelegate(theme, PaletteDelegate::Icons::None, this));
    m_completer->popup()->setObjectName(u"fenceCompletions"_s);
    m_completer->popup()->setAccessibleName(tr("What can be written here"));
    editor.setCompleter(m_completer);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            &FenceAssist::take);
    connect(editor.document(), &QTextDocument::contentsChange, this, &FenceAssist::textChanged);
}

bool FenceAssist::isOffering() const
{
    return m_completer->popup()->isVisible();
}

std::optional<FenceAssist::Fence> FenceAssist::fenceAtCursor() const
{
    const QTextCursor cursor = m_editor.textCursor();
    QTextBlock opening = cursor.block().previous();
    for (int i = 0; opening.isValid() && !fenceInfo(opening.text()); ++i) {
        if (i == longestFence)
            return std::nullopt;
        opening = opening.previous();
    }
    if (!opening.isValid() || !isPanelInfo(*fenceInfo(opening.text())) ||
        fenceInfo(cursor.block().text()))
        return std::nullopt;
    Fence fence;
    fence.firstLine = opening.blockNumber();
    fence.place.info = *fenceInfo(opening.text());
    fence.place.line = cursor.blockNumber() - opening.blockNumber() - 1;
    fence.place.column = cursor.positionInBlock();
    for (QTextBlock line = opening.next();
         line.isValid() && !fenceInfo(line.text()) && fence.place.lines.size() < 2 * longestFence;
         line = line.next())
        fence.place.lines << line.text();
    return fence;
}

/// Typing offers; so does a correction while something is offered. Whatever else changes the text,
/// from a command to what others wrote, does not.
void FenceAssist::textChanged(int /*position*/, int removed, int added)
{
    if (m_isTaking || !m_editor.hasFocus())
        return;
    const bool isTyped = added == 1 && removed == 0;
    const bool isCorrected = added == 0 && removed == 1 && isOffering();
    if (!isTyped && !isCorrected)
        return hide();
    // The cursor has not moved yet.
    QMetaObject::invokeMethod(
        this, [this] { look(false); }, Qt::QueuedConnection);
}

void FenceAssist::offer()
{
    look(true);
}

void FenceAssist::look(bool isAsked)
{
    const std::optional<Fence> fence = m_editor.isReadOnly() || m_editor.textCursor().hasSelection()
                                           ? std::nullopt
                                           : fenceAtCursor();
    if (!fence)
        return hide();
    if (m_namesOf != textWithout(fence->place))
        m_names = {};
    m_names.runSets = m_feeds.runSetNames();
    m_names.sources = QStringList{u"folder:runs"_s} + m_sources();
    const PanelCompletion completion = completePanel(fence->place, m_kinds, m_names);
    const bool isWord = completion.start < fence->place.column;
    const QString before = fence->place.lines.value(fence->place.line).left(fence->place.column);
    const bool isValueBegun = before.endsWith(": "_L1) || before.endsWith("- "_L1);
    if (completion.wantsNames)
        askNames(*fence);
    if (!isAsked && !isWord && !isValueBegun)
        return hide();
    show(completion);
}

void FenceAssist::askNames(const Fence &fence)
{
    const QString text = textWithout(fence.place);
    if (m_namesOf == text)
        return;
    m_namesOf = text;
    const MarkdownPanel panel{{}, fence.place.info, text, fence.firstLine, fence.firstLine};
    whenDone(m_feeds.runsOf(panel), this, [this, text](const Result<QVector<Run>> &runs) {
        if (!runs || m_namesOf != text)
            return;
        m_names = PanelNames::of(*runs);
        if (m_editor.hasFocus())
            look(isOffering());
    });
}

void FenceAssist::show(const PanelCompletion &completion)
{
    if (completion.candidates.isEmpty())
        return hide();
    m_start = completion.start;
    m_model->clear();
    const QFontMetrics small(m_theme.font(FontRole::Small));
    for (const PanelCompletion::Candidate &candidate : completion.candidates) {
        auto *item = new QStandardItem(candidate.text);
        item->setData(small.elidedText(candidate.detail, Qt::ElideRight, listWidth / 2),
                      PaletteDelegate::ShortcutRole);
        item->setToolTip(candidate.detail);
        m_model->appendRow(item);
    }
    QTextCursor word = m_editor.textCursor();
    word.setPosition(word.block().position() + m_start);
    QRect place = m_editor.cursorRect(word);
    place.translate(m_editor.viewport()->pos());
    place.setWidth(listWidth);
    m_completer->complete(place);
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void FenceAssist::take(const QModelIndex &index)
{
    QTextCursor cursor = m_editor.textCursor();
    const int start = cursor.block().position() + m_start;
    if (start > cursor.position())
        return;
    cursor.setPosition(start, QTextCursor::KeepAnchor);
    m_isTaking = true;
    m_editor.setTextCursor(cursor);
    m_editor.insertText(index.data().toString());
    m_isTaking = false;
    // Behind a key its values are of interest.
    if (index.data().toString().endsWith(": "_L1))
        QMetaObject::invokeMethod(
            this, [this] { look(false); }, Qt::QueuedConnection);
}

void FenceAssist::hide()
{
    if (isOffering())
        m_completer->popup()->hide();
}

} // namespace plotleaf
