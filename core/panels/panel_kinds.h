#pragma once

#include "core/panels/panel_kind.h"

#include <vector>

namespace plotleaf {

/// The types of panels there are. Immutable once built; callable from any thread.
class PanelKinds
{
public:
    PanelKinds();

    /// Null when there is no such type.
    std::shared_ptr<const PanelKind> find(const QString &name) const;
    QStringList names() const;
    /// Every key that a fence of this type takes, common ones first.
    PanelOptions optionsOf(const PanelKind &kind) const;

private:
    std::vector<std::shared_ptr<const PanelKind>> m_kinds;
};

} // namespace plotleaf
