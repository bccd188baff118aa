#pragma once

#include "core/base/result.h"
#include "core/services/folders/run_location.h"

#include <QByteArray>
#include <QJsonObject>
#include <QVariantMap>

namespace plotleaf {

// What trainings keep of their configuration in files of YAML or JSON. Hostile text is read in
// bounded time and memory. Any thread.

/// A JSON object, in which Python's bare NaN and Infinity are numbers. Errors: Damaged.
Result<QJsonObject> jsonObject(const QByteArray &text);

/// A JSON value as people configure it. The words "NaN", "Infinity" and "-Infinity" are numbers.
QVariant jsonVariant(const QJsonValue &value);

/// The same values with maps taken apart, names joined with dots; lists stay. At most 10,000; null
/// is left out.
QVariantMap flattened(const QVariantMap &nested);

/// Names of files that loggers put beside what they log (lower case): hparams.yaml, config.yaml,
/// config.json, params.json, args.yaml.
const QStringList &configFileNames();

/// What those of `files` hold, flattened. Where two name a value, the earlier in configFileNames()
/// is right. What cannot be read is passed over.
QVariantMap configBeside(const QString &folder, const QVector<RunFile> &files);

} // namespace plotleaf
