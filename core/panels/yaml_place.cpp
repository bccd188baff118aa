#include "core/panels/yaml_place.h"

#include "core/panels/panel_yaml.h"

#include <QHash>
#include <QVector>

#include <algorithm>

namespace plotleaf {

namespace {

/// Reads a scalar once more, as YAML 1.2 describes it (chapters 7.3 and 8.1), and remembers where
/// each character came from. What yaml-cpp understood otherwise has no places.
class ScalarWalk
{
public:
    ScalarWalk(const QString &yaml, qsizetype start, qsizetype size)
        : m_yaml(yaml), m_at(start), m_size(size)
    {
    }

    void run()
    {
        const QChar first = here();
        if (first == u'"' || first == u'\'')
            quoted(first);
        else if (first == u'|' || first == u'>')
            block(first == u'>');
        else
            plain();
        m_places << m_at;
    }

    const QString &text() const { return m_text; }
    /// One for each character of text(), and the one behind the last.
    const QVector<qsizetype> &places() const { return m_places; }

private:
    bool isAtEnd() const { return m_at >= m_yaml.size(); }
    QChar here() const { return isAtEnd() ? QChar() : m_yaml[m_at]; }

    void emitAt(qsizetype place, QStringView text)
    {
        m_text += text;
        m_places.insert(m_places.size(), text.size(), place);
    }

    void emitHere()
    {
        emitAt(m_at, QStringView(m_yaml).mid(m_at, 1));
        ++m_at;
    }

    void plain()
    {
        while (!isAtEnd() && m_text.size() < m_size) {
            if (here() == u'\n')
                fold();
            else
                emitHere();
        }
    }

    void quoted(QChar quote)
    {
        ++m_at;
        while (!isAtEnd()) {
            const bool isDouble = quote == u'"';
            if (here() == quote && (isDouble || m_yaml.mid(m_at + 1, 1) != quote))
                return;
            if (here() == u'\n') {
                fold();
            } else if (here() == u'\\' && isDouble) {
                escape();
            } else {
                if (here() == quote)
                    ++m_at;
                emitHere();
            }
        }
    }

    /// A line end in a plain or quoted scalar: a space, or an end less where there are several.
    void fold()
    {
        while (m_text.endsWith(u' ') || m_text.endsWith(u'\t')) {
            m_text.chop(1);
            m_places.removeLast();
        }
        const qsizetype place = m_at;
        const qsizetype breaks = skipBreaks();
        emitAt(place, breaks == 1 ? QStringLiteral(" ") : QString(breaks - 1, u'\n'));
    }

    qsizetype skipBreaks()
    {
        qsizetype breaks = 0;
        for (; !isAtEnd() && here().isSpace(); ++m_at)
            breaks += here() == u'\n' ? 1 : 0;
        return breaks;
    }

    void escape()
    {
        static const QHash<QChar, int> digits{{u'x', 2}, {u'u', 4}, {u'U', 8}};
        static const QHash<QChar, QChar> letters{{u'n', u'\n'}, {u't', u'\t'}, {u'r', u'\r'},
                                                 {u'0', u'\0'}, {u'b', u'\b'}, {u'f', u'\f'},
                                                 {u'a', u'\a'}, {u'v', u'\v'}, {u'e', u'\x1b'}};
        const qsizetype place = m_at++;
        const QChar letter = here();
        if (letter == u'\n') {
            skipBreaks();
            return;
        }
        ++m_at;
        if (const int count = digits.value(letter)) {
            const char32_t code = m_yaml.mid(m_at, count).toUInt(nullptr, 16);
            m_at += count;
            emitAt(place, QString::fromUcs4(&code, 1));
            return;
        }
        emitAt(place, QString(letters.value(letter, letter)));
    }

    void block(bool folded)
    {
        toNextLine();
        qsizetype indent = -1;
        while (!isAtEnd() && m_text.size() < m_size) {
            qsizetype spaces = 0;
            while (m_yaml.mid(m_at + spaces, 1) == u' ')
                ++spaces;
            if (indent < 0)
                indent = spaces;
            m_at += std::min(spaces, indent);
            while (!isAtEnd() && here() != u'\n')
                emitHere();
            const bool isLast = m_text.size() + 1 >= m_size;
            if (m_text.size() < m_size)
                emitAt(m_at, folded && !isLast ? u" " : u"\n");
            toNextLine();
        }
    }

    void toNextLine()
    {
        while (!isAtEnd() && here() != u'\n')
            ++m_at;
        ++m_at;
    }

    const QString &m_yaml;
    qsizetype m_at;
    const qsizetype m_size; ///< of the scalar's text
    QString m_text;
    QVector<qsizetype> m_places;
};

qsizetype startOfLine(const QString &yaml, int line)
{
    qsizetype start = 0;
    for (; line > 0; --line)
        start = yaml.indexOf(u'\n', start) + 1;
    return start;
}

} // namespace

std::optional<YamlPlace> placeInScalar(const QString &yaml, const YamlNode &node, qsizetype offset)
{
    const qsizetype lineStart = startOfLine(yaml, node.line);
    // yaml-cpp counts bytes.
    const QByteArray before = yaml.mid(lineStart, node.byteColumn).toUtf8().left(node.byteColumn);
    ScalarWalk walk(yaml, lineStart + QString::fromUtf8(before).size(), node.text.size());
    walk.run();
    if (walk.text() != node.text || offset < 0 || offset >= walk.places().size())
        return {};
    const qsizetype place = walk.places()[offset];
    const qsizetype start = place > 0 ? yaml.lastIndexOf(u'\n', place - 1) + 1 : 0;
    return YamlPlace{int(yaml.left(place).count(u'\n')), int(place - start)};
}

} // namespace plotleaf
