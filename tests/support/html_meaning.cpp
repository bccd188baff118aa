#include "support/html_meaning.h"

#include <QMap>
#include <QRegularExpression>

namespace plotleaf::test {

namespace {

QString decoded(QString text)
{
    text.replace(QStringLiteral("&lt;"), QStringLiteral("<"));
    text.replace(QStringLiteral("&gt;"), QStringLiteral(">"));
    text.replace(QStringLiteral("&quot;"), QStringLiteral("\""));
    text.replace(QStringLiteral("&copy;"), QStringLiteral("\u00a9"));
    text.replace(QStringLiteral("&amp;"), QStringLiteral("&"));
    return text;
}

/// `<p>`, `<a href="x" title="y">`: attributes in alphabetical order.
QString tagMeaning(const QString &tag, const QStringList &ignored)
{
    static const QRegularExpression name(QStringLiteral("^</?[a-zA-Z][a-zA-Z0-9-]*"));
    static const QRegularExpression attribute(
        QStringLiteral("([a-zA-Z-]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'))?"));
    const auto head = name.match(tag);
    QMap<QString, QString> attributes;
    auto it = attribute.globalMatch(
        tag.mid(head.capturedEnd()).chopped(tag.endsWith(QStringLiteral("/>")) ? 2 : 1));
    while (it.hasNext()) {
        const auto match = it.next();
        if (!ignored.contains(match.captured(1)))
            attributes.insert(match.captured(1), decoded(match.captured(2) + match.captured(3)));
    }
    QString result = head.captured().toLower();
    for (auto entry = attributes.cbegin(); entry != attributes.cend(); ++entry)
        result += QStringLiteral(" %1=\"%2\"").arg(entry.key(), entry.value());
    return result + u'>';
}

bool isInline(const QString &tag)
{
    static const QRegularExpression inlineTag(
        QStringLiteral("^</?(a|b|code|del|em|i|img|input|span|strong|sub|sup)\\b"));
    return inlineTag.match(tag).hasMatch();
}

void addText(QStringList &tokens, QString text, bool preformatted)
{
    text = decoded(text);
    if (preformatted && text.endsWith(u'\n'))
        text.chop(1);
    if (!preformatted)
        text.replace(QRegularExpression(QStringLiteral("\\s+")), QStringLiteral(" "));
    const bool isSpace = text == QStringLiteral(" ");
    if (!text.isEmpty() && (!isSpace || (!tokens.isEmpty() && isInline(tokens.last()))))
        tokens += text;
}

/// Spaces at the edges of a block are not seen.
QStringList withoutEdges(const QStringList &tokens)
{
    QStringList result;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        QString token = tokens[i];
        if (!token.startsWith(u'<')) {
            const bool afterBlock =
                i == 0 || (tokens[i - 1].startsWith(u'<') && !isInline(tokens[i - 1]));
            const bool beforeBlock = i + 1 == tokens.size() ||
                                     (tokens[i + 1].startsWith(u'<') && !isInline(tokens[i + 1]));
            if (afterBlock)
                token.replace(QRegularExpression(QStringLiteral("^\\s+")), QString());
            if (beforeBlock)
                token.replace(QRegularExpression(QStringLiteral("\\s+$")), QString());
        }
        if (!token.isEmpty())
            result += token;
    }
    return result;
}

} // namespace

QStringList htmlMeaning(const QByteArray &html, const QStringList &ignored)
{
    static const QRegularExpression tag(QStringLiteral("</?[a-zA-Z][^>]*>"));
    const QString text = QString::fromUtf8(html);
    QStringList tokens;
    qsizetype done = 0;
    int preformatted = 0;
    auto it = tag.globalMatch(text);
    while (it.hasNext()) {
        const auto match = it.next();
        addText(tokens, text.mid(done, match.capturedStart() - done), preformatted > 0);
        tokens += tagMeaning(match.captured(), ignored);
        done = match.capturedEnd();
        if (match.captured().startsWith(QStringLiteral("<pre")))
            ++preformatted;
        else if (match.captured() == QStringLiteral("</pre>"))
            --preformatted;
    }
    addText(tokens, text.mid(done), false);
    return withoutEdges(tokens);
}

} // namespace plotleaf::test
