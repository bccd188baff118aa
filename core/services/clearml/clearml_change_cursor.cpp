#include "core/services/clearml/clearml_change_cursor.h"

#include "core/services/clearml/clearml_documents.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr qsizetype cursorParts = 5;

QString millisecondsText(const QDateTime &time)
{
    return time.isValid() ? QString::number(time.toMSecsSinceEpoch()) : QString();
}

QDateTime millisecondsTime(const QString &text)
{
    return text.isEmpty() ? QDateTime()
                          : QDateTime::fromMSecsSinceEpoch(text.toLongLong(), Qt::UTC);
}

} // namespace

Result<ClearmlChangeCursor> ClearmlChangeCursor::fromText(const QString &text)
{
    const QStringList parts = text.split(u' ');
    if (parts.size() != cursorParts) {
        return Error{ErrorCode::InvalidInput,
                     QCoreApplication::translate("plotleaf::ClearmlReports",
                                                 "The list of reports cannot go on from there."),
                     text};
    }
    ClearmlChangeCursor cursor(millisecondsTime(parts[1]));
    cursor.m_direction = parts[0] == "up"_L1 ? Direction::Up : Direction::Down;
    cursor.m_top = millisecondsTime(parts[2]);
    cursor.m_from = millisecondsTime(parts[3]);
    cursor.m_page = parts[4].toInt();
    return cursor;
}

QString ClearmlChangeCursor::text() const
{
    return QStringList{m_direction == Direction::Up ? u"up"_s : u"down"_s,
                       millisecondsText(m_since), millisecondsText(m_top), millisecondsText(m_from),
                       QString::number(m_page)}
        .join(u' ');
}

void ClearmlChangeCursor::addTo(QJsonObject &body) const
{
    const bool down = m_direction == Direction::Down;
    QJsonArray limits;
    if (down && m_since.isValid())
        limits.append(QString(u">="_s + clearmlTimeText(m_since)));
    if (m_from.isValid())
        limits.append(QString((down ? u"<="_s : u">="_s) + clearmlTimeText(m_from)));
    if (!limits.isEmpty())
        body["last_change"_L1] = limits;
    body["order_by"_L1] = QJsonArray{down ? u"-last_change"_s : u"last_change"_s};
    body["page"_L1] = m_page;
    body["page_size"_L1] = pieceSize;
}

bool ClearmlChangeCursor::advance(qsizetype count, const QDateTime &first, const QDateTime &last)
{
    if (!m_top.isValid() && count > 0)
        m_top = first;
    if (count >= pieceSize) {
        moveTo(last);
        return true;
    }
    // A list of one piece was read at one moment: nothing can have slipped by.
    if (m_direction == Direction::Up || !m_from.isValid())
        return false;
    m_direction = Direction::Up;
    m_from = m_top;
    m_page = 0;
    return true;
}

void ClearmlChangeCursor::moveTo(const QDateTime &last)
{
    m_page = last == m_from ? m_page + 1 : 0;
    m_from = last;
}

} // namespace plotleaf
