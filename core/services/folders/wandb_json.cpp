#include "core/services/folders/wandb_json.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <limits>

namespace plotleaf {

namespace {

struct NumberWord
{
    std::string_view word;
    double number;
};
constexpr std::array<NumberWord, 3> numberWords{
    {{"-Infinity", -std::numeric_limits<double>::infinity()},
     {"Infinity", std::numeric_limits<double>::infinity()},
     {"NaN", std::numeric_limits<double>::quiet_NaN()}}};

/// The text with its bare words in quotes, in brackets: QJsonDocument takes no single values.
QByteArray strictJson(std::string_view json)
{
    QByteArray strict;
    strict.reserve(static_cast<qsizetype>(json.size()) + 2);
    strict.append('[');
    bool inText = false;
    for (size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inText && c == '\\' && i + 1 < json.size()) {
            strict.append(c);
            strict.append(json[++i]);
            continue;
        }
        inText = inText != (c == '"');
        const NumberWord *bare = nullptr;
        if (!inText && (c == 'N' || c == 'I' || c == '-')) {
            for (const NumberWord &each : numberWords)
                bare = json.substr(i).starts_with(each.word) ? &each : bare;
        }
        if (!bare) {
            strict.append(c);
            continue;
        }
        strict.append('"');
        strict.append(bare->word.data(), static_cast<qsizetype>(bare->word.size()));
        strict.append('"');
        i += bare->word.size() - 1;
    }
    strict.append(']');
    return strict;
}

QByteArray inBrackets(std::string_view json)
{
    QByteArray text;
    text.reserve(static_cast<qsizetype>(json.size()) + 2);
    return text.append('[').append(json.data(), static_cast<qsizetype>(json.size())).append(']');
}

} // namespace

std::optional<double> wandbNumber(std::string_view json)
{
    if (json.empty())
        return {};
    const char first = json.front();
    if ((first >= '0' && first <= '9') || (first == '-' && json.size() > 1 && json[1] != 'I')) {
        bool ok = false;
        const double number =
            QByteArrayView(json.data(), static_cast<qsizetype>(json.size())).toDouble(&ok);
        return ok ? std::optional(number) : std::nullopt;
    }
    if (first == '"' && json.size() > 2 && json.size() <= 11 && json.back() == '"')
        json = json.substr(1, json.size() - 2);
    for (const NumberWord &each : numberWords) {
        if (json == each.word)
            return each.number;
    }
    if (first != '"' && (json == "true" || json == "false"))
        return json == "true" ? 1 : 0;
    return {};
}

QJsonValue wandbJson(std::string_view json, size_t maxBytes)
{
    if (json.size() > maxBytes)
        return QJsonValue::Undefined;
    const bool mayHoldWords = json.find("NaN") != std::string_view::npos ||
                              json.find("Infinity") != std::string_view::npos;
    const QJsonDocument document =
        QJsonDocument::fromJson(mayHoldWords ? strictJson(json) : inBrackets(json));
    const QJsonArray array = document.array();
    return array.size() == 1 ? array.first() : QJsonValue(QJsonValue::Undefined);
}

QVariant wandbVariant(const QJsonValue &value)
{
    if (value.isString()) {
        const QString text = value.toString();
        for (const NumberWord &each : numberWords) {
            if (text == QLatin1String(each.word.data(), static_cast<qsizetype>(each.word.size())))
                return each.number;
        }
        return text;
    }
    if (value.isArray()) {
        QVariantList list;
        const QJsonArray array = value.toArray();
        for (const QJsonValue element : array)
            list.append(wandbVariant(element));
        return list;
    }
    if (value.isObject()) {
        QVariantMap map;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            map.insert(it.key(), wandbVariant(it.value()));
        return map;
    }
    return value.toVariant();
}

} // namespace plotleaf
