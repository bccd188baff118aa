#include "core/services/clearml/hocon_reader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QStringList>

#include <optional>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr qsizetype largestHocon = 1024 * 1024;
constexpr int deepestHocon = 64;

/// A recursive descent over the text; the first failure ends it.
class HoconParser
{
public:
    using Environment = std::function<QString(const QString &)>;

    HoconParser(const QString &text, const Environment &environment)
        : m_text(text), m_environment(environment)
    {
    }

    Result<QJsonObject> parse()
    {
        skipSpace(true);
        const bool hasBraces = take(u'{');
        QJsonObject result;
        members(result, hasBraces, 1);
        skipSpace(true);
        if (!m_error && m_at < m_text.size())
            fail();
        if (m_error)
            return *m_error;
        return result;
    }

private:
    QChar here() const { return m_at < m_text.size() ? m_text.at(m_at) : QChar(); }
    bool startsWith(QStringView what) const
    {
        return QStringView(m_text).mid(m_at).startsWith(what);
    }
    bool take(QChar c)
    {
        if (m_at >= m_text.size() || here() != c)
            return false;
        ++m_at;
        return true;
    }

    void fail()
    {
        if (m_error)
            return;
        const auto line = QStringView(m_text).left(m_at).count(u'\n') + 1;
        m_error = Error{ErrorCode::Damaged,
                        QCoreApplication::translate("plotleaf::ClearmlConfig",
                                                    "Line %1 of the configuration cannot be read.")
                            .arg(line),
                        {}};
        m_at = m_text.size();
    }

    void tooDeep()
    {
        if (m_error)
            return;
        m_error = Error{ErrorCode::LimitExceeded,
                        QCoreApplication::translate("plotleaf::ClearmlConfig",
                                                    "The configuration is nested too deep."),
                        {}};
        m_at = m_text.size();
    }

    /// Spaces and comments; also line breaks if `lines`.
    void skipSpace(bool lines)
    {
        while (m_at < m_text.size()) {
            if (here() == u'#' || startsWith(u"//")) {
                while (m_at < m_text.size() && here() != u'\n')
                    ++m_at;
            } else if (here().isSpace() && (lines || here() != u'\n')) {
                ++m_at;
            } else {
                return;
            }
        }
    }

    void members(QJsonObject &object, bool inBraces, int depth)
    {
        if (depth > deepestHocon)
            return tooDeep();
        while (!m_error) {
            skipSpace(true);
            while (take(u','))
                skipSpace(true);
            if (inBraces && take(u'}'))
                return;
            if (m_at >= m_text.size()) {
                if (inBraces)
                    fail();
                return;
            }
            member(object, depth);
        }
    }

    void member(QJsonObject &object, int depth)
    {
        const QStringList path = keyPath(depth);
        if (m_error)
            return;
        // What stands behind the key is as deep as the key leads.
        const int inner = depth + int(path.size()) - 1;
        skipSpace(false);
        if (here() == u'{') {
            setAt(object, path, 0, value(inner));
            return;
        }
        if (!take(u':') && !take(u'=')) {
            fail();
            return;
        }
        skipSpace(true);
        setAt(object, path, 0, value(inner));
    }

    /// a.b."c.d" is {"a", "b", "c.d"}
    QStringList keyPath(int depth)
    {
        QStringList path;
        do {
            if (path.size() + depth > deepestHocon) {
                tooDeep();
                return path;
            }
            if (here() == u'"') {
                path << quoted();
                continue;
            }
            const qsizetype start = m_at;
            while (m_at < m_text.size() && !u".:={}[],\"#\n"_s.contains(here()))
                ++m_at;
            path << m_text.mid(start, m_at - start).trimmed();
            if (path.last().isEmpty())
                fail();
        } while (!m_error && take(u'.'));
        return path;
    }

    /// Replaces a value; adds to an object. `from`: where in the path we are.
    static void
    setAt(QJsonObject &object, const QStringList &path, qsizetype from, const QJsonValue &value)
    {
        const QString &key = path[from];
        const auto there = object.find(key);
        const bool isLast = from + 1 == path.size();
        if (isLast && !(value.isObject() && there != object.end() && there->isObject())) {
            if (!value.isUndefined())
                object[key] = value;
            return;
        }
        QJsonObject inner;
        if (there != object.end()) {
            inner = there->toObject();
            *there = QJsonValue(); // or each key added would copy all those before it
        }
        if (isLast) {
            const QJsonObject added = value.toObject();
            for (auto it = added.begin(); it != added.end(); ++it)
                setAt(inner, {it.key()}, 0, it.value());
        } else {
            setAt(inner, path, from + 1, value);
        }
        object[key] = inner;
    }

    QJsonValue value(int depth)
    {
        if (take(u'{')) {
            QJsonObject object;
            members(object, true, depth + 1);
            return object;
        }
        if (take(u'['))
            return list(depth + 1);
        return scalar();
    }

    QJsonValue list(int depth)
    {
        QJsonArray result;
        while (!m_error) {
            skipSpace(true);
            while (take(u','))
                skipSpace(true);
            if (take(u']'))
                return result;
            if (m_at >= m_text.size() || depth > deepestHocon) {
                fail();
                return {};
            }
            result.append(value(depth));
        }
        return result;
    }

    /// What stands on the rest of the line, joined. Undefined: nothing but variables that are not
    /// there.
    QJsonValue scalar()
    {
        QString joined;
        bool isPlain = true;
        bool isThere = false;
        const qsizetype start = m_at;
        while (!m_error && m_at < m_text.size()) {
            const QChar c = here();
            // "//" within a word is an address and no comment.
            const bool afterSpace = m_at == start || m_text.at(m_at - 1).isSpace();
            if (u",}]\n#"_s.contains(c) || (afterSpace && startsWith(u"//")))
                break;
            if (c == u'"') {
                joined += quoted();
                isPlain = false;
                isThere = true;
            } else if (startsWith(u"${")) {
                const QString found = variable();
                isThere = isThere || !found.isNull();
                joined += found;
                isPlain = false;
            } else {
                joined += c;
                isThere = isThere || !c.isSpace();
                ++m_at;
            }
        }
        if (m_at == start)
            fail();
        const bool onlyVariables = !isPlain && !isThere;
        return onlyVariables ? QJsonValue(QJsonValue::Undefined) : typed(joined.trimmed(), isPlain);
    }

    static QJsonValue typed(const QString &text, bool isPlain)
    {
        if (!isPlain)
            return text;
        const QString lower = text.toLower();
        if (lower == "true"_L1 || lower == "false"_L1)
            return lower == "true"_L1;
        if (lower == "null"_L1)
            return QJsonValue::Null;
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        return isNumber ? QJsonValue(number) : QJsonValue(text);
    }

    /// ${NAME} or ${?NAME}; null when there is no such variable.
    QString variable()
    {
        const qsizetype end = m_text.indexOf(u'}', m_at);
        if (end < 0) {
            fail();
            return {};
        }
        const QString inside = m_text.mid(m_at + 2, end - m_at - 2);
        m_at = end + 1;
        const QString name = inside.startsWith(u'?') ? inside.mid(1) : inside;
        return m_environment ? m_environment(name.trimmed()) : QString();
    }

    QString quoted()
    {
        constexpr QStringView triple = u"\"\"\"";
        if (startsWith(triple)) {
            const qsizetype end = m_text.indexOf(triple, m_at + triple.size());
            if (end < 0) {
                fail();
                return {};
            }
            const QString inside = m_text.mid(m_at + 3, end - m_at - 3);
            m_at = end + 3;
            return inside.isNull() ? u""_s : inside;
        }
        ++m_at;
        QString result = u""_s;
        while (m_at < m_text.size() && here() != u'\n') {
            const QChar c = m_text.at(m_at++);
            if (c == u'"')
                return result;
            result += c == u'\\' ? escaped() : c;
        }
        fail();
        return {};
    }

    QChar escaped()
    {
        const QChar c = m_at < m_text.size() ? m_text.at(m_at++) : QChar();
        switch (c.unicode()) {
        case u'n':
            return u'\n';
        case u't':
            return u'\t';
        case u'r':
            return u'\r';
        case u'u': {
            const auto code = QStringView(m_text).mid(m_at, 4).toUShort(nullptr, 16);
            m_at = qMin(m_at + 4, m_text.size());
            return QChar(code);
        }
        default:
            return c;
        }
    }

    const QString &m_text;
    const Environment &m_environment;
    qsizetype m_at = 0;
    std::optional<Error> m_error;
};

} // namespace

Result<QJsonObject> readHocon(const QString &text,
                              const std::function<QString(const QString &)> &environment)
{
    if (text.size() > largestHocon) {
        return Error{ErrorCode::LimitExceeded,
                     QCoreApplication::translate("plotleaf::ClearmlConfig",
                                                 "This is too large for a configuration."),
                     {}};
    }
    return HoconParser(text, environment).parse();
}

} // namespace plotleaf
