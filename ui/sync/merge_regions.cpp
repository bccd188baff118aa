#include "ui/sync/merge_regions.h"

#include "ui/editor/source_editor.h"
#include "ui/theme/theme.h"

#include <QScopedValueRollback>
#include <QTextBlock>

#include <algorithm>

namespace plotleaf {

namespace {

QString chosenLines(const MergePiece &piece, MergeChoice choice)
{
    switch (choice) {
    case MergeChoice::Base:
        return piece.base;
    case MergeChoice::Mine:
        return piece.mine;
    case MergeChoice::Theirs:
        return piece.theirs;
    case MergeChoice::MineThenTheirs:
        return piece.mine + piece.theirs;
    }
    return piece.mine;
}

} // namespace

MergeRegions::MergeRegions(SourceEditor &editor, const Theme &theme, QObject *parent)
    : QObject(parent), m_editor(editor), m_theme(theme)
{
    connect(editor.document(), &QTextDocument::contentsChange, this,
            &MergeRegions::contentsChanged);
    connect(&theme, &Theme::changed, this, &MergeRegions::mark);
}

// The pieces hold one line end more than the text does. It stays in the editor, as an empty last
// line, so that a conflict at the end can be replaced by lines like any other; text() takes it off.
void MergeRegions::load(const TextMerge &merge)
{
    QString whole;
    QVector<Region> regions;
    for (const MergePiece &piece : merge.pieces()) {
        const int start = int(whole.size());
        whole += piece.isConflict ? piece.mine : piece.text;
        if (piece.isConflict)
            regions.append({start, int(whole.size()), piece});
    }
    {
        const QScopedValueRollback loading(m_isLoading, true);
        m_editor.loadText(whole);
    }
    m_regions = std::move(regions);
    mark();
    emit changed();
}

int MergeRegions::openCount() const
{
    return int(std::count_if(m_regions.cbegin(), m_regions.cend(),
                             [](const Region &region) { return !region.isDecided; }));
}

QString MergeRegions::regionText(int conflict) const
{
    const Region &region = m_regions[conflict];
    return m_editor.text().mid(region.start, region.end - region.start);
}

int MergeRegions::nextOpen(int conflict) const
{
    for (int step = 1; step <= count(); ++step) {
        const int candidate = (conflict + step) % count();
        if (!isDecided(candidate))
            return candidate;
    }
    return -1;
}

void MergeRegions::take(int conflict, MergeChoice choice)
{
    const int start = m_regions[conflict].start;
    const QString lines = chosenLines(m_regions[conflict].piece, choice);
    if (regionText(conflict) != lines) {
        QTextCursor cursor(m_editor.document());
        cursor.setPosition(start);
        cursor.setPosition(m_regions[conflict].end, QTextCursor::KeepAnchor);
        cursor.insertText(lines);
        m_regions[conflict].start = start;
        m_regions[conflict].end = start + int(lines.size());
    }
    setDecided(conflict);
}

void MergeRegions::accept(int conflict)
{
    setDecided(conflict);
}

void MergeRegions::reveal(int conflict)
{
    const QTextBlock block = m_editor.document()->findBlock(m_regions[conflict].start);
    m_editor.goToLine(block.blockNumber());
    m_editor.centerCursor();
}

QString MergeRegions::text() const
{
    const QString &whole = m_editor.text();
    return whole.endsWith(u'\n') ? whole.chopped(1) : whole;
}

// Positions before the change stay, those behind it move, those in what was removed go to its
// beginning. What is typed at an edge is outside, except in a place without lines, which would
// otherwise stay without them for ever.
void MergeRegions::contentsChanged(int position, int removed, int added)
{
    if (m_isLoading)
        return;
    bool isAnyTouched = false;
    const auto moved = [&](int place) {
        return place >= position + removed ? place + added - removed : position;
    };
    for (Region &region : m_regions) {
        const bool wasEmpty = region.start == region.end;
        const bool touched = region.isTouchedBy(position, removed);
        const int oldStart = region.start;
        if (region.start > position)
            region.start = moved(region.start);
        if (region.end > position || (wasEmpty && oldStart == position))
            region.end = moved(region.end);
        if (touched && (removed > 0 || position < region.end || wasEmpty)) {
            isAnyTouched = isAnyTouched || !region.isDecided;
            region.isDecided = true;
        }
    }
    if (isAnyTouched) {
        mark();
        emit changed();
    }
}

void MergeRegions::setDecided(int conflict)
{
    m_regions[conflict].isDecided = true;
    mark();
    emit changed();
}

void MergeRegions::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const Region &region : std::as_const(m_regions)) {
        const QColor color =
            m_theme.color(region.isDecided ? ColorRole::SuccessSoft : ColorRole::WarningSoft);
        QTextBlock block = m_editor.document()->findBlock(region.start);
        for (; block.isValid() && block.position() < region.end; block = block.next()) {
            QTextEdit::ExtraSelection line;
            line.cursor = QTextCursor(block);
            line.format.setBackground(color);
            line.format.setProperty(QTextFormat::FullWidthSelection, true);
            marks.append(line);
        }
    }
    m_editor.setExtraSelections(marks);
}

} // namespace plotleaf
