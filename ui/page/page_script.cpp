#include "ui/page/page_script.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace plotleaf {

QString PageScript::literal(const QString &text)
{
    QString literal;
    literal.reserve(text.size() + text.size() / 8 + 2);
    literal += u'\'';
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'\'':
        case u'\\':
            literal += u'\\';
            literal += c;
            break;
        case u'\n':
        case u'\r':
        case u'<':
        case u'\u2028':
        case u'\u2029':
            literal += u"\\u%1"_s.arg(c.unicode(), 4, 16, QLatin1Char('0'));
            break;
        default:
            literal += c;
        }
    }
    literal += u'\'';
    return literal;
}

QString PageScript::call(const QString &function, const QJsonArray &arguments)
{
    const QByteArray json = QJsonDocument(arguments).toJson(QJsonDocument::Compact);
    return u"(()=>{try{globalThis.plotleaf."_s + function + u"(...JSON.parse("_s +
           literal(QString::fromUtf8(json)) +
           u"));return''}catch(e){return String(e&&e.stack||e)}})()"_s;
}

} // namespace plotleaf
