#include "ui/editor/paste_rules.h"

#include "ui/editor/inline_commands.h"

#include <QRegularExpression>

namespace plotleaf {

namespace {

/// Whether the selection is where a link or a picture says what it leads to: in `](…)`.
bool isInTarget(const Passage &passage)
{
    static const QRegularExpression target(QStringLiteral("\\]\\(([^()\\n]*)\\)"));
    const LineSpan line = lineAt(passage.text, passage.selectionStart());
    const QString source = passage.text.mid(line.start, line.end - line.start);
    QRegularExpressionMatchIterator matches = target.globalMatch(source);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (passage.selectionStart() >= line.start + match.capturedStart(1) &&
            passage.selectionEnd() <= line.start + match.capturedEnd(1))
            return true;
    }
    return false;
}

} // namespace

std::optional<QUrl> addressIn(const QString &text)
{
    const QString trimmed = text.trimmed();
    for (const QChar c : trimmed) {
        if (c.isSpace())
            return std::nullopt;
    }
    QUrl url(trimmed, QUrl::StrictMode);
    const bool isWeb =
        (url.scheme() == QStringLiteral("http") || url.scheme() == QStringLiteral("https")) &&
        !url.host().isEmpty();
    const bool isMail = url.scheme() == QStringLiteral("mailto") && url.path().contains(u'@');
    if (!url.isValid() || (!isWeb && !isMail))
        return std::nullopt;
    return url;
}

std::optional<Passage> pasteAsLink(const Passage &passage, const QString &text)
{
    const QString selected = passage.selectedText();
    if (selected.trimmed().isEmpty() || selected.contains(u'\n') || addressIn(selected) ||
        !addressIn(text) || isInTarget(passage))
        return std::nullopt;
    QString target = text.trimmed();
    // A bracket in the address would end the link.
    target.replace(u'(', QStringLiteral("%28")).replace(u')', QStringLiteral("%29"));
    return inline_commands::toggleLink(passage, target);
}

} // namespace plotleaf
