#pragma once

#include "core/runs/filter_lexer.h"

#include <cstddef>
#include <optional>
#include <utility>

namespace plotleaf {

/// The tokens of a filter one after the other, and the first mistake that whoever reads them met.
/// Past the end is End for ever.
class FilterCursor
{
public:
    /// `tokens`: as lexFilter() makes them.
    explicit FilterCursor(QVector<FilterToken> tokens) : m_tokens(std::move(tokens)) {}

    const FilterToken &here() const { return ahead(0); }
    const FilterToken &ahead(qsizetype count) const
    {
        return m_tokens[qMin(m_at + count, m_tokens.size() - 1)];
    }
    const FilterToken &take()
    {
        const FilterToken &taken = here();
        if (m_at + 1 < m_tokens.size())
            ++m_at;
        return taken;
    }
    bool takeKeyword(const char *keyword)
    {
        const bool found = here().isKeyword(keyword);
        if (found)
            take();
        return found;
    }

    /// What is wrong after the first mistake does not count. Null, for rules that answer a node.
    std::nullptr_t
    fail(const FilterToken &at, const QString &message, const QStringList &suggestions = {})
    {
        if (!m_mistake)
            m_mistake = filterMistake(at, message, suggestions);
        return nullptr;
    }
    const std::optional<FilterMistake> &mistake() const { return m_mistake; }

private:
    QVector<FilterToken> m_tokens;
    qsizetype m_at = 0;
    std::optional<FilterMistake> m_mistake;
};

} // namespace plotleaf
