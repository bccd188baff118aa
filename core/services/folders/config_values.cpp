#include "core/services/folders/config_values.h"

#include "core/services/folders/growing_file.h"
#include "core/services/folders/yaml_map.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <limits>

namespace plotleaf {

namespace {

constexpr qint64 maxConfigBytes = 256 * 1024;
constexpr qsizetype maxConfigValues = 10'000;

struct NotStrict
{
    QLatin1String word;
    double number;
};
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::array<NotStrict, 3> notStrict{
    {{QLatin1String("-Infinity"), -infinity},
     {QLatin1String("Infinity"), infinity},
     {QLatin1String("NaN"), std::numeric_limits<double>::quiet_NaN()}}};

/// The text with its bare words in quotes: Qt's reader is fast and safe, and strict.
QByteArray quotedWords(const QByteArray &json)
{
    QByteArray strict;
    strict.reserve(json.size() + 16);
    bool inText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inText && c == '\\' && i + 1 < json.size()) {
            strict.append(c).append(json[++i]);
            continue;
        }
        inText = inText != (c == '"');
        const auto isHere = [&](const NotStrict &each) {
            return QByteArrayView(json).sliced(i).startsWith(
                QByteArrayView(each.word.data(), each.word.size()));
        };
        const auto bare = inText || (c != 'N' && c != 'I' && c != '-')
                              ? notStrict.end()
                              : std::ranges::find_if(notStrict, isHere);
        if (bare == notStrict.end()) {
            strict.append(c);
            continue;
        }
        strict.append('"').append(bare->word.data(), bare->word.size()).append('"');
        i += bare->word.size() - 1;
    }
    return strict;
}

void flattenInto(QVariantMap &flat, const QString &prefix, const QVariantMap &nested, int depth)
{
    for (auto it = nested.begin(); it != nested.end() && flat.size() < maxConfigValues; ++it) {
        const QString name = prefix.isEmpty() ? it.key() : QString(prefix + u'.' + it.key());
        if (it->userType() == QMetaType::QVariantMap && depth < 32)
            flattenInto(flat, name, it->toMap(), depth + 1);
        else if (it->isValid() && !it->isNull())
            flat.insert(name, *it);
    }
}

QVariantMap configIn(const QString &path)
{
    const auto text = wholeFile(path, maxConfigBytes);
    if (!text)
        return {};
    if (path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive)) {
        const auto object = jsonObject(*text);
        return object ? jsonVariant(*object).toMap() : QVariantMap();
    }
    const auto map = yamlMap(*text);
    return map ? *map : QVariantMap();
}

} // namespace

Result<QJsonObject> jsonObject(const QByteArray &text)
{
    const bool mayHoldWords = text.contains("NaN") || text.contains("Infinity");
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(mayHoldWords ? quotedWords(text) : text, &error);
    if (!document.isObject())
        return Error{
            ErrorCode::Damaged,
            QCoreApplication::translate("plotleaf::ConfigValues", "This cannot be read as JSON."),
            error.errorString()};
    return document.object();
}

QVariant jsonVariant(const QJsonValue &value)
{
    if (value.isString()) {
        const QString text = value.toString();
        const auto word = std::ranges::find(notStrict, text, &NotStrict::word);
        return word == notStrict.end() ? QVariant(text) : QVariant(word->number);
    }
    if (value.isArray()) {
        QVariantList list;
        const QJsonArray array = value.toArray();
        for (const QJsonValue element : array)
            list.append(jsonVariant(element));
        return list;
    }
    if (value.isObject()) {
        QVariantMap map;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            map.insert(it.key(), jsonVariant(it.value()));
        return map;
    }
    return value.isNull() ? QVariant() : value.toVariant();
}

QVariantMap flattened(const QVariantMap &nested)
{
    QVariantMap flat;
    flattenInto(flat, {}, nested, 0);
    return flat;
}

const QStringList &configFileNames()
{
    static const QStringList names{QStringLiteral("hparams.yaml"), QStringLiteral("config.yaml"),
                                   QStringLiteral("config.json"), QStringLiteral("params.json"),
                                   QStringLiteral("args.yaml")};
    return names;
}

QVariantMap configBeside(const QString &folder, const QVector<RunFile> &files)
{
    QVariantMap config;
    for (const QString &name : configFileNames()) {
        for (const RunFile &file : files) {
            if (file.name.compare(name, Qt::CaseInsensitive) != 0)
                continue;
            QVariantMap found = flattened(configIn(folder + u'/' + file.name));
            found.insert(config);
            config = found;
        }
    }
    return config;
}

} // namespace plotleaf
