#pragma once

#include "core/services/clearml/widgets/clearml_widget.h"

namespace plotleaf {

/// What a form shows of a widget's dynamic query (clearml.md 4.3). Everything else in a query is
/// left alone.
struct ClearmlFilter
{
    QString project; ///< id; empty: any
    bool withSubprojects = false;
    QStringList tags;
    bool allTags = false; ///< all of them, not one of them
    /// Tags are excluded or combined in ways that this cannot say: they stay as they are.
    bool areTagsFixed = false;
    QStringList statuses;         ///< the server's words; empty: any
    bool withoutArchived = false; ///< the server does not leave them out by itself
    QString order;                ///< "-last_update"; empty: the server's own
    int most = 0;                 ///< how many; 0: as many as there are (500)

    friend bool operator==(const ClearmlFilter &, const ClearmlFilter &) = default;
};

ClearmlFilter readClearmlFilter(const ClearmlWidget &widget);

/// Writes what differs from the widget's filter into its query; the order of keys and what is not
/// of the filter stay.
void setClearmlFilter(ClearmlWidget &widget, const ClearmlFilter &filter);

} // namespace plotleaf
