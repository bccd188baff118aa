#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace plotleaf {

/// What a ClearML token says, read without verifying it: only the server needs to (clearml.md 1.4).
struct ClearmlToken
{
    QByteArray text; ///< goes into the header as it is
    QString user;    ///< id
    QString userName;
    QString company; ///< id
    QString companyName;
    QString role;
    QString serverVersion;
    QString apiVersion;
    QDateTime issued;  ///< by the server's clock; may be invalid
    QDateTime expires; ///< by the server's clock; may be invalid

    /// How long it holds from its issue on; nothing where it does not say.
    qint64 lifetimeSeconds() const
    {
        return issued.isValid() && expires.isValid() ? issued.secsTo(expires) : 0;
    }
};

/// Errors: Damaged (not a JSON web token).
Result<ClearmlToken> readClearmlToken(const QByteArray &text);

} // namespace plotleaf
