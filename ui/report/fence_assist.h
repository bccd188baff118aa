#pragma once

#include "core/panels/panel_completion.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

class QCompleter;
class QStandardItemModel;

namespace plotleaf {

class PanelFeeds;
class SourceEditor;
class Theme;

/// Offers what can be written while somebody writes in a `panel` or `runset` fence: keys, their
/// values, and the names that the fence's runs hold. By itself once a word has begun, and at any
/// place when asked to. GUI thread; runs are asked without blocking.
class FenceAssist : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this. `sources`: what `source:` may name beside folders, asked each time.
    FenceAssist(SourceEditor &editor,
                PanelFeeds &feeds,
                Theme &theme,
                std::function<QStringList()> sources,
                QObject *parent = nullptr);

    /// At the cursor, whatever stands there.
    void offer();
    bool isOffering() const;

private:
    /// A fence around the cursor.
    struct Fence
    {
        FencePlace place;
        int firstLine = 0; ///< of the text, of the opening fence
    };

    std::optional<Fence> fenceAtCursor() const;
    void textChanged(int position, int removed, int added);
    void look(bool isAsked);
    void show(const PanelCompletion &completion);
    void askNames(const Fence &fence);
    void take(const QModelIndex &index);
    void hide();

    SourceEditor &m_editor;
    PanelFeeds &m_feeds;
    Theme &m_theme;
    const std::function<QStringList()> m_sources;
    const PanelKinds m_kinds;
    QCompleter *m_completer;
    QStandardItemModel *m_model;
    PanelNames m_names;
    QString m_namesOf; ///< the text, without the line that is written, whose runs are in m_names
    int m_start = 0;   ///< column of what a candidate replaces
    bool m_isTaking = false;
};

} // namespace plotleaf
