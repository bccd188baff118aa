#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace plotleaf {

struct FilterMistake;
struct YamlNode;

/// Something in a fence that cannot be used.
struct PanelProblem
{
    int line = 0; ///< of the report, counted from 1
    QString message;
    QStringList suggestions = {}; ///< what could be written instead, nearest first
    /// Where in the line, counted from 1 as the fence holds it; 0: the whole line is meant.
    int column = 0;
    int length = 0; ///< characters from there, on this line; 0: something is missing there
};

/// Collects what is wrong with one fence, so that people see all of it at once.
class PanelProblems
{
public:
    /// `fenceLine`: the opening fence's line in the report, counted from 0. `prefix` goes before
    /// each message. `yaml`: the fence's text, for columns.
    explicit PanelProblems(int fenceLine, QString prefix = {}, QString yaml = {})
        : m_fenceLine(fenceLine), m_prefix(std::move(prefix)), m_yaml(std::move(yaml))
    {
    }

    /// `line`: counted from 0 within the fence, as YamlNode has it.
    void add(int line, const QString &message, const QStringList &suggestions = {});
    /// A mistake in the text of `node`, which starts at its character `offset`. `message`: where
    /// the mistake's own does not name the place.
    void addMistake(const YamlNode &node,
                    qsizetype offset,
                    const FilterMistake &mistake,
                    const QString &message);
    /// A name that is none of `accepted`: names them all and the nearest.
    void
    addUnknown(int line, const QString &message, const QString &name, const QStringList &accepted);
    /// An empty list for a part of the same fence.
    PanelProblems nested() const { return PanelProblems(m_fenceLine, m_prefix, m_yaml); }
    void append(const PanelProblems &other) { m_list += other.m_list; }

    bool isEmpty() const { return m_list.isEmpty(); }
    const QVector<PanelProblem> &list() const { return m_list; }

private:
    int m_fenceLine;
    QString m_prefix;
    QString m_yaml;
    QVector<PanelProblem> m_list;
};

} // namespace plotleaf
