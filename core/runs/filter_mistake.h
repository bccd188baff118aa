#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace plotleaf {

/// What cannot be used in a filter, an order or a group as somebody wrote it, and where: what an
/// editor underlines.
struct FilterMistake
{
    ErrorCode code = ErrorCode::InvalidInput;
    QString message;         ///< a sentence without the place
    int start = 0;           ///< first character, counted from 0
    int length = 0;          ///< 0: something is missing there
    bool isAtEnd = false;    ///< the text ends too early
    QStringList suggestions; ///< what could stand in the place instead, nearest first

    /// "At character 12 of the filter: …"
    Error toError() const;
};

} // namespace plotleaf
