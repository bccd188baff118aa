#pragma once

#include "core/markdown/helper_protocol.h"

#include <QtGlobal>

namespace plotleaf {

/// What one text may cost from the first attempt to the answer: processor time of the helper, so
/// that what is shown does not depend on what else the machine does, and memory. On a quiet machine
/// a text of up to 300 KB is answered within 2 s, whatever is in it.
///
/// Honest text needs about 30 ms for each megabyte and at most 100 bytes of tree and blocks for
/// each of its own; the limits leave room for slow machines. Code that is not optimised gets three
/// times as long, sanitizers more of both.
class ParseBudget
{
public:
    explicit ParseBudget(qsizetype textBytes);

    /// For the whole text as it comes.
    helper::Limits whole() const;
    /// For one part of it by itself.
    helper::Limits part(qsizetype bytes) const;
    /// For a text whose parts are harmless, and which ought to be so too.
    helper::Limits rest() const;

    void spend(int cpuMicroseconds) { m_spentMicroseconds += cpuMicroseconds; }
    int spentMilliseconds() const { return int(m_spentMicroseconds / 1000); }

    /// Whether bad parts may still be looked for: what is left is more than showing the rest needs.
    bool maySearch() const;
    /// Whether it may be tried how much of a text whose parts are harmless can be shown.
    bool mayBisect() const;

private:
    int leftMilliseconds() const { return m_totalMilliseconds - spentMilliseconds(); }

    qsizetype m_bytes;
    int m_totalMilliseconds;
    qint64 m_spentMicroseconds = 0;
};

} // namespace plotleaf
