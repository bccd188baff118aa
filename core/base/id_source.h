#pragma once

#include <QString>

namespace plotleaf {

/// Where new identifiers come from, so that tests own the randomness. Callable from any thread.
class IdSource
{
public:
    virtual ~IdSource() = default;

    /// 32 lower-case hexadecimal digits, the form that ClearML's servers use too.
    virtual QString next() = 0;
};

/// Random identifiers (UUID version 4 without dashes).
class RandomIdSource final : public IdSource
{
public:
    QString next() override;
};

} // namespace plotleaf
