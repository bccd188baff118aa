#include "core/services/folders/wandb_side_files.h"

#include "core/services/folders/wandb_json.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <exception>

namespace plotleaf {

namespace {

constexpr qint64 mostYamlBytes = 1 << 20;
constexpr qint64 mostSideJsonBytes = 8 << 20;
// Aliases let a few lines stand for millions of nodes.
constexpr int mostYamlValues = 50'000;

QByteArray sideFile(const QString &path, qint64 maxBytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > maxBytes)
        return {};
    return file.read(std::min(file.size(), maxBytes)); // read() reserves what it is asked for
}

/// A scalar as YAML understands it where it is not quoted.
QJsonValue scalarOf(const YAML::Node &node)
{
    const std::string &text = node.Scalar();
    if (node.Tag() == "!")
        return QString::fromStdString(text);
    if (text == ".nan" || text == ".NaN")
        return QStringLiteral("NaN");
    if (text == ".inf" || text == "+.inf")
        return QStringLiteral("Infinity");
    if (text == "-.inf")
        return QStringLiteral("-Infinity");
    QJsonValue value = wandbJson(text);
    if (value.isDouble() || value.isBool())
        return value;
    return QString::fromStdString(text);
}

QJsonValue jsonOf(const YAML::Node &node, int &left)
{
    if (--left < 0)
        return {};
    if (node.IsScalar())
        return scalarOf(node);
    if (node.IsSequence()) {
        QJsonArray array;
        for (const YAML::Node &element : node)
            array.append(jsonOf(element, left));
        return array;
    }
    QJsonObject object;
    if (node.IsMap()) {
        for (const auto &pair : node) {
            if (pair.first.IsScalar())
                object.insert(QString::fromStdString(pair.first.Scalar()),
                              jsonOf(pair.second, left));
        }
        return object;
    }
    return {};
}

QJsonObject yamlObject(const QByteArray &text)
{
    try {
        int left = mostYamlValues;
        return jsonOf(YAML::Load(text.toStdString()), left).toObject();
    } catch (const std::exception &) {
        return {}; // being written, or no YAML
    }
}

void readConfig(const QString &path, WandbValues &config)
{
    // Each key is a map that has the value, beside what an old W&B described it as.
    const QJsonObject keys = yamlObject(sideFile(path, mostYamlBytes));
    for (auto it = keys.begin(); it != keys.end(); ++it) {
        const QJsonObject entry = it.value().toObject();
        if (entry.contains(QLatin1String("value")))
            config.set(it.key().toStdString(), entry[QLatin1String("value")]);
    }
}

QJsonObject jsonFile(const QString &path)
{
    const QByteArray text = sideFile(path, mostSideJsonBytes);
    return wandbJson({text.constData(), static_cast<size_t>(text.size())}).toObject();
}

} // namespace

QStringList WandbSideFiles::names()
{
    return {QStringLiteral("config.yaml"), QStringLiteral("wandb-summary.json"),
            QStringLiteral("wandb-metadata.json"), QStringLiteral("output.log")};
}

void WandbSideFiles::read(const QString &path)
{
    if (path.endsWith(QLatin1String("/config.yaml"))) {
        readConfig(path, config);
    } else if (path.endsWith(QLatin1String("/wandb-summary.json"))) {
        const QJsonObject values = jsonFile(path);
        for (auto it = values.begin(); it != values.end(); ++it)
            summary.set(it.key().toStdString(), it.value());
    } else if (path.endsWith(QLatin1String("/wandb-metadata.json"))) {
        const QJsonObject metadata = jsonFile(path);
        if (const QString name = metadata[QLatin1String("username")].toString(); !name.isEmpty())
            user = name;
        QDateTime time =
            QDateTime::fromString(metadata[QLatin1String("startedAt")].toString(), Qt::ISODate);
        if (time.timeSpec() == Qt::LocalTime)
            time.setTimeSpec(Qt::UTC); // written without a zone
        if (time.isValid() && !started)
            started = static_cast<double>(time.toMSecsSinceEpoch()) / 1000;
    }
}

QByteArray wandbOutputEnd(const QString &filesFolder, qint64 maxBytes)
{
    QFile file(filesFolder + QStringLiteral("/output.log"));
    if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
        return {}; // opening a pipe that nobody writes to never ends
    const bool isCut = file.size() > maxBytes && file.seek(file.size() - maxBytes);
    QByteArray end = file.read(std::min(file.size(), maxBytes));
    return isCut ? end.mid(end.indexOf('\n') + 1) : end;
}

} // namespace plotleaf
