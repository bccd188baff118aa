#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace plotleaf {

/// Something in a fence that cannot be used.
struct PanelProblem
{
    int line = 0; ///< of the report, counted from 1
    QString message;
    QStringList suggestions; ///< what could be written instead, nearest first
};

/// Collects what is wrong with one fence, so that people see all of it at once.
class PanelProblems
{
public:
    /// `fenceLine`: the opening fence's line in the report, counted from 0. `prefix` goes before
    /// each message.
    explicit PanelProblems(int fenceLine, QString prefix = {})
        : m_fenceLine(fenceLine), m_prefix(std::move(prefix))
    {
    }

    /// `line`: counted from 0 within the fence, as YamlNode has it.
    void add(int line, const QString &message, const QStringList &suggestions = {});
    /// A name that is none of `accepted`: names them all and the nearest.
    void
    addUnknown(int line, const QString &message, const QString &name, const QStringList &accepted);
    /// An empty list for a part of the same fence.
    PanelProblems nested() const { return PanelProblems(m_fenceLine, m_prefix); }
    void append(const PanelProblems &other) { m_list += other.m_list; }

    bool isEmpty() const { return m_list.isEmpty(); }
    const QVector<PanelProblem> &list() const { return m_list; }

private:
    int m_fenceLine;
    QString m_prefix;
    QVector<PanelProblem> m_list;
};

} // namespace plotleaf
