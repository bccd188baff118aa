#include "core/markdown/markdown_options.h"

#include <QCoreApplication>

namespace plotleaf {

MarkdownTexts MarkdownTexts::translated()
{
    const auto localized = [](const char *text) {
        return QCoreApplication::translate("plotleaf::MarkdownTexts", text);
    };
    return {
        .note = localized(QT_TRANSLATE_NOOP("plotleaf::MarkdownTexts", "Note")),
        .tip = localized(QT_TRANSLATE_NOOP("plotleaf::MarkdownTexts", "Tip")),
        .important = localized(QT_TRANSLATE_NOOP("plotleaf::MarkdownTexts", "Important")),
        .warning = localized(QT_TRANSLATE_NOOP("plotleaf::MarkdownTexts", "Warning")),
        .caution = localized(QT_TRANSLATE_NOOP("plotleaf::MarkdownTexts", "Caution")),
        .backToText = localized(QT_TRANSLATE_NOOP("plotleaf::MarkdownTexts", "Back to the text")),
        .unparsable = localized(QT_TRANSLATE_NOOP(
            "plotleaf::MarkdownTexts",
            "This part cannot be shown: reading it takes too much time or memory.")),
        .tableTooLarge = localized(QT_TRANSLATE_NOOP(
            "plotleaf::MarkdownTexts",
            "This table cannot be shown: it has very many columns that most rows leave empty.")),
        .expandsTooMuch = localized(QT_TRANSLATE_NOOP(
            "plotleaf::MarkdownTexts",
            "This link definition is too long for the number of times it is used.")),
        .outputTooLarge = localized(
            QT_TRANSLATE_NOOP("plotleaf::MarkdownTexts",
                              "This part cannot be shown: it becomes far larger than its text.")),
    };
}

const QString &MarkdownTexts::of(RefusalReason reason) const
{
    switch (reason) {
    case RefusalReason::TableTooLarge:
        return tableTooLarge;
    case RefusalReason::ExpandsTooMuch:
        return expandsTooMuch;
    case RefusalReason::OutputTooLarge:
        return outputTooLarge;
    case RefusalReason::Unparsable:
        break;
    }
    return unparsable;
}

} // namespace plotleaf
