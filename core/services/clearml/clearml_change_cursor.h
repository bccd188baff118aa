#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace plotleaf {

/// How far the list of changes has been read, so that nothing is missed while others write.
///
/// The server's own scrolling counts rows: a report deleted between two pieces makes it skip one.
/// So the list goes from the latest change back (*down*), each piece beginning at the time at which
/// the one before ended. What is changed meanwhile jumps to the front, behind our back; when the
/// end is reached, the list goes *up* again from where it began.
class ClearmlChangeCursor
{
public:
    static constexpr int pieceSize = 500; ///< the server's most

    /// The beginning; `since` may be invalid.
    explicit ClearmlChangeCursor(const QDateTime &since) : m_since(since) {}
    /// Errors: InvalidInput (not what text() made).
    static Result<ClearmlChangeCursor> fromText(const QString &text);
    QString text() const;

    /// Adds filter, order and paging to the body of a list.
    void addTo(QJsonObject &body) const;
    /// Goes on behind a piece that held `count` reports, the last one changed at `last`, the first
    /// at `first`. False: that was the last piece.
    bool advance(qsizetype count, const QDateTime &first, const QDateTime &last);

private:
    enum class Direction { Down, Up };

    void moveTo(const QDateTime &last);

    Direction m_direction = Direction::Down;
    QDateTime m_since; ///< oldest change asked for; invalid: all
    QDateTime m_top;   ///< latest change seen when the list began
    QDateTime m_from;  ///< where the next piece begins
    int m_page = 0;    ///< more than a piece may have changed within one millisecond
};

} // namespace plotleaf
