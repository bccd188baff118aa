#pragma once

#include "core/report/remote_reports.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

namespace plotleaf {

// ClearML's documents, read and written. Callable from any thread.

/// "2026-11-22T00:14:27.820000+00:00", cut to the milliseconds that the server keeps; invalid where
/// it is no time (clearml.md 1.5).
QDateTime readClearmlTime(const QJsonValue &value);
QString clearmlTimeText(const QDateTime &time);

/// The path that people see: "Alpha/.reports" is "Alpha", ".reports" is the root (clearml.md 2.1).
QString shownClearmlProject(const QString &path);

/// What a list asks for and readClearmlCard() reads.
QJsonArray clearmlCardFields();
/// `names`: of users, by id.
RemoteCard readClearmlCard(const QJsonObject &report, const QHash<QString, QString> &names);

QStringList clearmlStrings(const QJsonValue &list);

/// A regular expression of the server (Python, MongoDB) that matches this text and nothing else.
QString exactClearmlPattern(const QString &text);

} // namespace plotleaf
