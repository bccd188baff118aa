#pragma once

#include "ui/report/scroll_mapping.h"

#include <QObject>

#include <optional>

namespace plotleaf {

class ReportPreview;
class SourceEditor;

/// Keeps source and preview at the same place. Whichever the person moves leads; the other follows
/// and never answers back. While typing, the preview keeps the cursor's line at the height where it
/// is in the source, and moves only when that line or height changed, so that it stands still under
/// ordinary keys. GUI thread.
class ScrollSync : public QObject
{
    Q_OBJECT

public:
    ScrollSync(SourceEditor &editor, ReportPreview &preview, QObject *parent = nullptr);

    void setEnabled(bool enabled);
    /// The preview shows a newer text.
    void previewChanged();

private:
    void sourceScrolled();
    void previewScrolled(double line);
    void textChanged();
    void lead(const ScrollTarget &target);
    ScrollTarget sourceTarget() const;

    SourceEditor &m_editor;
    ReportPreview &m_preview;
    std::optional<ScrollTarget> m_last; ///< where the preview was sent last
    bool m_enabled = true;
    bool m_following = false; ///< the source is being moved by us
    bool m_typing = false;    ///< the last thing done in the source was a change
};

} // namespace plotleaf
