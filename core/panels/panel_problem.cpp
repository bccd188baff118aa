#include "core/panels/panel_problem.h"

#include "core/panels/panel_yaml.h"
#include "core/panels/yaml_place.h"
#include "core/runs/filter_mistake.h"
#include "core/runs/nearest_names.h"

#include <QCoreApplication>

namespace plotleaf {

namespace {

struct ProblemText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::PanelProblem)
};

} // namespace

void PanelProblems::add(int line, const QString &message, const QStringList &suggestions)
{
    // The YAML starts on the line after the fence, and people count from 1.
    const int reportLine = m_fenceLine + line + 2;
    m_list.push_back({reportLine, m_prefix + message, suggestions});
}

void PanelProblems::addMistake(const YamlNode &node,
                               qsizetype offset,
                               const FilterMistake &mistake,
                               const QString &message)
{
    add(node.line, message, mistake.suggestions);
    const auto start = placeInScalar(m_yaml, node, offset + mistake.start);
    if (!start)
        return;
    PanelProblem &problem = m_list.last();
    problem.line += start->line - node.line;
    problem.column = start->column + 1;
    const auto end = placeInScalar(m_yaml, node, offset + mistake.start + mistake.length);
    if (end && end->line == start->line)
        problem.length = end->column - start->column;
}

void PanelProblems::addUnknown(int line,
                               const QString &message,
                               const QString &name,
                               const QStringList &accepted)
{
    const QStringList nearest = nearestNames(name, accepted, 1);
    QString text = message;
    if (!nearest.isEmpty())
        text += QLatin1Char(' ') + ProblemText::tr("Did you mean “%1”?").arg(nearest.first());
    text += QLatin1Char(' ') +
            ProblemText::tr("Accepted: %1.").arg(accepted.join(QStringLiteral(", ")));
    add(line, text, nearest);
}

} // namespace plotleaf
