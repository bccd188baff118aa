#pragma once

#include "core/report/text_merge.h"

#include <QObject>
#include <QVector>

namespace plotleaf {

class SourceEditor;
class Theme;

/// The result of a merge while a person edits it: knows where in the editor's text the conflicts
/// are, however the text changes around and in them, and which of them are decided. A conflict is
/// decided when one of the choices was taken, when something in it was edited, or when it was said
/// to be right as it stands.
///
/// Lives on the GUI thread. Conflicts are counted from 0.
class MergeRegions : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the regions.
    MergeRegions(SourceEditor &editor, const Theme &theme, QObject *parent = nullptr);

    /// Loads the merge into the editor, with my lines in each conflict.
    void load(const TextMerge &merge);

    int count() const { return int(m_regions.size()); }
    int openCount() const;
    bool isDecided(int conflict) const { return m_regions[conflict].isDecided; }
    const MergePiece &piece(int conflict) const { return m_regions[conflict].piece; }
    /// What stands in the place of the conflict now.
    QString regionText(int conflict) const;
    /// The first open conflict after `conflict`, going round; -1 when all are decided.
    int nextOpen(int conflict) const;

    void take(int conflict, MergeChoice choice);
    /// Right as it stands.
    void accept(int conflict);
    /// Puts the cursor to the conflict's beginning and shows it.
    void reveal(int conflict);

    /// The whole text as it stands.
    QString text() const;

signals:
    /// A conflict was decided, or its text was changed.
    void changed();

private:
    struct Region
    {
        int start = 0; ///< [start, end) of the editor's text
        int end = 0;
        MergePiece piece;
        bool isDecided = false;

        bool isTouchedBy(int position, int removed) const
        {
            return position <= end && position + removed >= start;
        }
    };

    void contentsChanged(int position, int removed, int added);
    void setDecided(int conflict);
    void mark();

    SourceEditor &m_editor;
    const Theme &m_theme;
    QVector<Region> m_regions;
    bool m_isLoading = false;
};

} // namespace plotleaf
