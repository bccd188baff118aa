#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace plotleaf {

/// What kind of thing went wrong, for code that has to decide; people read Error::message.
enum class ErrorCode {
    Cancelled,
    InvalidInput, ///< what was asked makes no sense: a name too short, a query that does not parse
    NotFound,     ///< the report, folder, run or metric is not there (any more)
    AlreadyExists,
    NotAllowed, ///< the state forbids it: text of a published report, deleting one not archived
    Damaged,    ///< data that cannot be read as what it claims to be
    TooNew,     ///< written by a newer Plotleaf
    Io,         ///< disk or database
    Network,
    Timeout,
    NotSignedIn, ///< the server does not accept who we say we are: ask for credentials, then again
    NotTrusted,  ///< the server cannot prove who it is (TLS): nothing was sent
    LimitExceeded, ///< input larger than we are willing to work on
};

/// A failure. `message` is a translated sentence for people; `detail` is for logs and bug reports.
struct Error
{
    ErrorCode code = ErrorCode::Io;
    QString message;
    QString detail;
};

/// A value or an Error; what every fallible function of Plotleaf returns.
/// Copyable when T is, so that it can travel through QFuture.
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool isOk() const { return m_state.index() == 0; }
    explicit operator bool() const { return isOk(); }

    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    T value() && { return std::get<0>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    /// Precondition: !isOk().
    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    bool isOk() const { return !m_error.has_value(); }
    explicit operator bool() const { return isOk(); }

    /// Precondition: !isOk().
    const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace plotleaf
