#include "ui/editor/cheat_sheet.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plain_text.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace plotleaf {

namespace {

struct CheatRow
{
    const char *source; ///< empty: `meaning` is a title
    const char *meaning;
};

constexpr CheatRow cheatRows[] = {
    {"", QT_TRANSLATE_NOOP("plotleaf::CheatSheet", "Text")},
    {"# Title\n## Section", QT_TRANSLATE_NOOP("plotleaf::CheatSheet", "Headings, levels 1 to 6")},
    {"**bold**  *italic*  ~~gone~~", QT_TRANSLATE_NOOP("plotleaf::CheatSheet", "Emphasis")},
    {"`code`", QT_TRANSLATE_NOOP("plotleaf::CheatSheet", "Code in a line")},
    {"[text](https://…)",
     QT_TRANSLATE_NOOP("plotleaf::CheatSheet", "Link; paste an address over selected words")},
    {"![text](asset:picture.png)",
     QT_TRANSLATE_NOOP("plotleaf::CheatSheet", "Image; paste or drop one")},
    {"Said so.[^1]\n\n[^1]: Where.", QT_TRANSLATE_NOOP("plotleaf::CheatSheet", "Footnote")},
    {"", QT_TRANSLATE_NOOP("plotleaf::CheatSheet", "Blocks")},
    {"- one\n- two",
     QT_TRANSLATE_NOOP("plotleaf::CheatSheet", "List; 1. numbers it, Tab goes deeper")},
    {"- [ ] to do\n- [x] done",
     QT_TRANSLATE_NOOP("plotleaf::CheatSheet", "Task list; boxes can be clicked")},
    {"> quoted", QT_TRANSLATE_NOOP("plotleaf::CheatSheet", "Quote")},
    {"> [!NOTE]\n> Mind this.",
     QT_TRANSLATE_NOOP("plotleaf::CheatSheet", "Box: NOTE, TIP, IMPORTANT, WARNING, CAUTION")},
    {"```python\nprint(1)\n```",
     QT_TRANSLATE_NOOP("plotleaf::CheatSheet", "Code block with its language")},
    {"| a | b |\n|---|--:|\n| 1 | 2 |",
     QT_TRANSLATE_NOOP("plotleaf::CheatSheet", "Table; the colon says how a column is aligned")},
    {"---", QT_TRANSLATE_NOOP("plotleaf::CheatSheet", "Rule")},
    {"[TOC]", QT_TRANSLATE_NOOP("plotleaf::CheatSheet", "Contents")},
    {"", QT_TRANSLATE_NOOP("plotleaf::CheatSheet", "Science")},
    {"$x^2$\n$$\\sum_i x_i$$",
     QT_TRANSLATE_NOOP("plotleaf::CheatSheet", "Formula in a line, and on its own")},
    {"```mermaid\ngraph LR; A-->B\n```", QT_TRANSLATE_NOOP("plotleaf::CheatSheet", "Diagram")},
    {"```panel\ntype: line\nruns:\n  source: folder:runs\ny: train/loss\n```",
     QT_TRANSLATE_NOOP("plotleaf::CheatSheet", "Live plot of the runs in a folder")},
};

void addCheatRow(QGridLayout &grid, const CheatRow &row, const Theme &theme)
{
    const int at = grid.rowCount();
    const bool isTitle = *row.source == '\0';
    auto *meaning = new PlainLabel(CheatSheet::tr(row.meaning));
    meaning->setWordWrap(true);
    meaning->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    if (isTitle) {
        meaning->setFont(theme.font(FontRole::Strong));
        grid.addWidget(meaning, at, 0, 1, 2);
        return;
    }
    auto *source = new PlainLabel(QString::fromUtf8(row.source));
    source->setFont(theme.font(FontRole::Monospace));
    source->setTextInteractionFlags(Qt::TextSelectableByMouse);
    source->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    grid.addWidget(source, at, 0);
    grid.addWidget(meaning, at, 1);
}

} // namespace

CheatSheet::CheatSheet(const Theme &theme, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("cheatSheet"));
    setWindowTitle(tr("Markdown at a glance"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *content = new QWidget(this);
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(Spacing::xl, Spacing::l, Spacing::xl, Spacing::l);
    grid->setHorizontalSpacing(Spacing::xl);
    grid->setVerticalSpacing(Spacing::m);
    grid->setColumnStretch(1, 1);
    for (const CheatRow &row : cheatRows)
        addCheatRow(*grid, row, theme);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    // The dialog's own background, behind the scroll bar too.
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);
    resize(640, 720);
}

} // namespace plotleaf
