#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QString>

#include <utility>

namespace plotleaf {

/// An opaque identifier that cannot be mixed up with another kind of identifier.
template <typename Tag>
class Id
{
public:
    Id() = default;
    explicit Id(QString value) : m_value(std::move(value)) {}

    const QString &toString() const { return m_value; }
    bool isEmpty() const { return m_value.isEmpty(); }

    friend bool operator==(const Id &a, const Id &b) { return a.m_value == b.m_value; }
    friend auto operator<=>(const Id &a, const Id &b) { return a.m_value.compare(b.m_value) <=> 0; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.m_value, seed); }

private:
    QString m_value;
};

using ReportId = Id<struct ReportIdTag>;
using RevisionId = Id<struct RevisionIdTag>;
using RunId = Id<struct RunIdTag>;

} // namespace plotleaf

Q_DECLARE_METATYPE(plotleaf::ReportId)
Q_DECLARE_METATYPE(plotleaf::RevisionId)
Q_DECLARE_METATYPE(plotleaf::RunId)
