#include "core/report/text_addresses.h"

#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <algorithm>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

/// What is written in a text, without what only protects it there.
QString plainAddress(const QString &written)
{
    QString plain;
    for (qsizetype i = 0; i < written.size(); ++i) {
        const bool escapes =
            written.at(i) == u'\\' && i + 1 < written.size() && written.at(i + 1).isPunct();
        plain += written.at(escapes ? ++i : i);
    }
    return QUrl::fromPercentEncoding(plain.replace("&amp;"_L1, "&"_L1).toUtf8());
}

/// Labels are compared without case and with any white space alike.
QString foldedLabel(QStringView label)
{
    return label.toString().simplified().toCaseFolded();
}

class AddressScanner
{
public:
    // Qt looks at all of a text before each match, unless it is told that it is well-formed.
    explicit AddressScanner(const QString &text) : m_text(text)
    {
        if (text.isValidUtf16())
            m_options |= QRegularExpression::DontCheckSubjectStringMatchOption;
    }

    QVector<TextAddress> run()
    {
        while (m_at < m_text.size()) {
            const bool isLineStart = m_at == 0 || m_text.at(m_at - 1) == u'\n';
            if (isLineStart && (skipFence() || readDefinition()))
                continue;
            if (isLineStart)
                forgetBracketsAtBlankLine();
            readCharacter();
        }
        for (const Definition &definition : std::as_const(m_definitions)) {
            TextAddress address = definition.address;
            if (m_pictureLabels.contains(definition.label))
                address.kind = TextAddress::Kind::Picture;
            m_found.append(address);
        }
        std::sort(m_found.begin(), m_found.end(),
                  [](const TextAddress &a, const TextAddress &b) { return a.start < b.start; });
        return m_found;
    }

private:
    struct Bracket
    {
        qsizetype start; ///< behind the bracket
        bool isPicture;
    };
    struct Definition
    {
        QString label;
        TextAddress address;
    };

    QRegularExpressionMatch match(const QRegularExpression &pattern) const
    {
        return pattern.match(m_text, m_at, QRegularExpression::NormalMatch,
                             m_options | QRegularExpression::AnchorAtOffsetMatchOption);
    }

    bool skipFence()
    {
        static const QRegularExpression open(
            u"[ \\t>]*(?:[-+*][ \\t]+)?(`{3,}(?=[^`\\n]*(?:\\n|$))|~{3,})"_s);
        const auto opened = match(open);
        if (!opened.hasMatch())
            return false;
        const QString fence = opened.captured(1);
        const QRegularExpression close(
            u"\\n[ \\t>]*%1{%2,}[ \\t]*(?=\\r?(?:\\n|$))"_s.arg(fence.at(0)).arg(fence.size()));
        const auto closed =
            close.match(m_text, opened.capturedEnd(), QRegularExpression::NormalMatch, m_options);
        m_at = closed.hasMatch() ? closed.capturedEnd() : m_text.size();
        m_brackets.clear();
        return true;
    }

    bool readDefinition()
    {
        static const QRegularExpression definition(
            u" {0,3}\\[(?!\\^)((?:[^\\[\\]\\\\]|\\\\.)+)\\]:[ \\t]*\\n?[ \\t]*(<[^<>\\n]*>|[^\\s<]\\S*)"_s);
        const auto found = match(definition);
        if (!found.hasMatch())
            return false;
        m_definitions.append(
            {foldedLabel(found.capturedView(1)),
             addressAt(TextAddress::Kind::Link, found.capturedStart(2), found.capturedEnd(2))});
        m_at = found.capturedEnd();
        return true;
    }

    void forgetBracketsAtBlankLine()
    {
        static const QRegularExpression blank(u"[ \\t]*\\r?\\n"_s);
        if (match(blank).hasMatch())
            m_brackets.clear();
    }

    void readCharacter()
    {
        const QChar character = m_text.at(m_at);
        if (character == u'\\') {
            m_at += 2;
            m_escaped = m_at - 1;
        } else if (character == u'`') {
            skipCode();
        } else if (character == u'[') {
            const bool isPicture = m_at > 0 && m_text.at(m_at - 1) == u'!' && m_escaped != m_at - 1;
            m_brackets.append({m_at + 1, isPicture});
            ++m_at;
        } else if (character == u']') {
            closeBracket();
        } else if (character == u'<') {
            readElement();
        } else {
            ++m_at;
        }
    }

    /// Code ends with as many ticks as it began with; without an end they are only ticks.
    void skipCode()
    {
        static const QRegularExpression ticks(u"`+"_s);
        static const QRegularExpression stop(u"`+|\\n[ \\t]*\\r?\\n"_s);
        const qsizetype wanted = match(ticks).capturedLength();
        m_at += wanted;
        for (auto stops =
                 stop.globalMatch(m_text, m_at, QRegularExpression::NormalMatch, m_options);
             stops.hasNext();) {
            const auto found = stops.next();
            if (found.capturedView().startsWith(u'\n'))
                return;
            if (found.capturedLength() == wanted) {
                m_at = found.capturedEnd();
                return;
            }
        }
    }

    void closeBracket()
    {
        const qsizetype end = m_at++;
        if (m_brackets.isEmpty())
            return;
        const Bracket bracket = m_brackets.takeLast();
        if (m_at < m_text.size() && m_text.at(m_at) == u'(' && readDestination(bracket))
            return;
        if (bracket.isPicture)
            readPictureLabel(QStringView(m_text).mid(bracket.start, end - bracket.start));
    }

    bool readDestination(const Bracket &bracket)
    {
        static const QRegularExpression destination(
            u"\\([ \\t]*\\n?[ \\t]*(<(?:[^<>\\\\\\n]|\\\\.)*>|(?:\\\\.|[^\\s()\\\\]|\\((?:\\\\.|[^\\s()\\\\])*\\))+)(?=\\s*\\)|\\s+[\"'(])"_s);
        const auto found = match(destination);
        if (!found.hasMatch())
            return false;
        m_found.append(
            addressAt(bracket.isPicture ? TextAddress::Kind::Picture : TextAddress::Kind::Link,
                      found.capturedStart(1), found.capturedEnd(1)));
        m_at = found.capturedEnd();
        return true;
    }

    /// `![text][label]`, `![label][]` and `![label]`.
    void readPictureLabel(QStringView text)
    {
        static const QRegularExpression label(u"\\[([^\\[\\]]*)\\]"_s);
        const auto found = match(label);
        const QStringView named = found.capturedView(1).trimmed();
        m_pictureLabels.insert(foldedLabel(named.isEmpty() ? text : named));
        if (found.hasMatch())
            m_at = found.capturedEnd();
    }

    void readElement()
    {
        static const QRegularExpression image(
            u"<img\\b[^<>]*?\\bsrc\\s*=\\s*(?:\"([^\"<>]*)\"|'([^'<>]*)')"_s,
            QRegularExpression::CaseInsensitiveOption);
        const auto found = match(image);
        if (!found.hasMatch()) {
            ++m_at;
            return;
        }
        const int group = found.hasCaptured(2) ? 2 : 1;
        m_found.append(addressAt(TextAddress::Kind::Picture, found.capturedStart(group),
                                 found.capturedEnd(group)));
        m_at = found.capturedEnd();
    }

    TextAddress addressAt(TextAddress::Kind kind, qsizetype start, qsizetype end) const
    {
        if (start < end && m_text.at(start) == u'<' && m_text.at(end - 1) == u'>') {
            ++start;
            --end;
        }
        return {kind, start, end - start, plainAddress(m_text.mid(start, end - start))};
    }

    const QString &m_text;
    QRegularExpression::MatchOptions m_options;
    qsizetype m_at = 0;
    qsizetype m_escaped = -1; ///< the last character that stands behind a backslash
    QVector<Bracket> m_brackets;
    QVector<Definition> m_definitions;
    QSet<QString> m_pictureLabels;
    QVector<TextAddress> m_found;
};

} // namespace

QVector<TextAddress> textAddresses(const QString &text)
{
    return AddressScanner(text).run();
}

QString withReplacedAddresses(const QString &text,
                              const std::function<QString(const TextAddress &)> &replacement)
{
    QString changed;
    qsizetype copied = 0;
    for (const TextAddress &address : textAddresses(text)) {
        const QString other = replacement(address);
        if (other.isEmpty())
            continue;
        changed += QStringView(text).mid(copied, address.start - copied);
        changed += other;
        copied = address.start + address.length;
    }
    return changed + QStringView(text).mid(copied);
}

QString addressInText(const QString &path)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(path, "/:"));
}

} // namespace plotleaf
