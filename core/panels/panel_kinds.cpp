#include "core/panels/panel_kinds.h"

namespace plotleaf {

// One line for each file in core/panels/kinds, in the order in which documentation lists them.
#define PLOTLEAF_PANEL_KINDS(kind)                                                                 \
    kind(makeLinePanel) kind(makeScalarPanel) kind(makeTablePanel) kind(makeMediaPanel)            \
        kind(makeFigurePanel)

#define PLOTLEAF_DECLARE(make) std::unique_ptr<PanelKind> make();
PLOTLEAF_PANEL_KINDS(PLOTLEAF_DECLARE)
#undef PLOTLEAF_DECLARE

int PanelKind::usualRuns(const PanelSpec &) const
{
    return 10;
}

std::shared_ptr<const PanelPreparation> PanelKind::prepare(const PanelInput &) const
{
    return {};
}

PanelKinds::PanelKinds()
{
#define PLOTLEAF_ADD(make) m_kinds.push_back(make());
    PLOTLEAF_PANEL_KINDS(PLOTLEAF_ADD)
#undef PLOTLEAF_ADD
}

std::shared_ptr<const PanelKind> PanelKinds::find(const QString &name) const
{
    for (const auto &kind : m_kinds) {
        if (kind->name() == name)
            return kind;
    }
    return nullptr;
}

QStringList PanelKinds::names() const
{
    QStringList names;
    for (const auto &kind : m_kinds)
        names << kind->name();
    return names;
}

PanelOptions PanelKinds::optionsOf(const PanelKind &kind) const
{
    return commonPanelOptions(names()) + kind.options();
}

} // namespace plotleaf
