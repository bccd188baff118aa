#include "core/panels/yaml_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace plotleaf {

QString yamlText(const QString &text)
{
    // A slash at the beginning: regular expressions stand between two.
    static const QRegularExpression plain(
        u"^[\\p{L}_/](?:[\\p{L}\\p{N}_./ -]*[\\p{L}\\p{N}_./-])?$"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression word(u"^(?:true|false|yes|no|on|off|null|y|n)$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    if (plain.match(text).hasMatch() && !word.match(text).hasMatch())
        return text;
    // What JSON escapes in a string, YAML reads in double quotes.
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

QString yamlList(const QStringList &texts)
{
    QStringList parts;
    for (const QString &text : texts)
        parts << yamlText(text);
    return u'[' + parts.join(u", "_s) + u']';
}

QString yamlTexts(const QStringList &texts)
{
    return texts.size() == 1 ? yamlText(texts.first()) : yamlList(texts);
}

} // namespace plotleaf
