#include "core/store/database_error.h"

#include <QCoreApplication>

namespace plotleaf {

namespace {

// SQLite's primary result codes (rescode.html); the library's header is no dependency of ours.
constexpr int sqliteBusy = 5;
constexpr int sqliteLocked = 6;
constexpr int sqliteReadOnly = 8;
constexpr int sqliteCorrupt = 11;
constexpr int sqliteFull = 13;
constexpr int sqliteCannotOpen = 14;
constexpr int sqliteNotADatabase = 26;

QString trDatabaseError(const char *text)
{
    return QCoreApplication::translate("plotleaf::Database", text);
}

QString messageFor(int code, const QString &text)
{
    switch (code) {
    case sqliteBusy:
    case sqliteLocked:
        return trDatabaseError(QT_TRANSLATE_NOOP(
            "plotleaf::Database", "The library has been in use by another program for too long."));
    case sqliteReadOnly:
        return trDatabaseError(QT_TRANSLATE_NOOP("plotleaf::Database",
                                                 "The library's folder does not allow writing."));
    case sqliteFull:
        return trDatabaseError(QT_TRANSLATE_NOOP("plotleaf::Database", "The disk is full."));
    case sqliteCannotOpen:
        return trDatabaseError(
            QT_TRANSLATE_NOOP("plotleaf::Database", "The library's file cannot be opened."));
    case sqliteCorrupt:
    case sqliteNotADatabase:
        return trDatabaseError(QT_TRANSLATE_NOOP(
            "plotleaf::Database", "The library's file is damaged and cannot be read."));
    default:
        return trDatabaseError(
                   QT_TRANSLATE_NOOP("plotleaf::Database", "The disk reports an error: %1"))
            .arg(text);
    }
}

} // namespace

Error databaseError(const QSqlError &error, const QString &context)
{
    // The driver gives the extended code; its low byte is the primary one.
    const int code = error.nativeErrorCode().toInt() & 0xff;
    const bool isDamage = code == sqliteCorrupt || code == sqliteNotADatabase;
    return {
        isDamage ? ErrorCode::Damaged : ErrorCode::Io, messageFor(code, error.databaseText()),
        QStringLiteral("SQLite %1: %2 (%3)").arg(error.nativeErrorCode(), error.text(), context)};
}

Error injectedDatabaseError()
{
    return {
        ErrorCode::Io,
        trDatabaseError(QT_TRANSLATE_NOOP("plotleaf::Database", "The disk reports an error: %1"))
            .arg(QStringLiteral("injected failure")),
        QStringLiteral("injected failure")};
}

} // namespace plotleaf
