#pragma once

#include "core/base/id_source.h"
#include "ui/runs/run_embed_wish.h"
#include "ui/runs/run_place.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QSplitter;
class QStackedLayout;
class QToolButton;

namespace plotleaf {

class RunDetail;
class RunListPane;
class RunProjectTree;
struct ReportViewServices;

/// A window to look through the runs of servers and to put what one sees into a report. Nothing in
/// it blocks; it says in words what is on its way, missing or wrong. Lives on the GUI thread.
class RunBrowser : public QWidget
{
    Q_OBJECT

public:
    /// Everything that `services` refers to must outlive the browser.
    explicit RunBrowser(const ReportViewServices &services, QWidget *parent = nullptr);
    ~RunBrowser() override;

    /// In the order of the choice. The one that was looked at stays, where it is among them.
    void setPlaces(const QVector<RunPlace> &places);
    /// Looks at this one; nothing happens where it is not there.
    void choosePlace(const QString &id);
    /// Says what became of an embed.
    void tell(const QString &text);

    QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &layout);

signals:
    /// Into the report at its cursor; whoever has one answers with tell().
    void insertWanted(const QString &code);
    void addServerWanted();
    /// A folder with runs shall be a place too.
    void folderWanted();

protected:
    /// Escape closes the window where nothing inside has a use for it.
    void keyPressEvent(QKeyEvent *event) override;

private:
    void compose(const ReportViewServices &services);
    QToolButton *makeMorePlaces(const ReportViewServices &services);
    void placeChosen();
    void embed(const EmbedWish &wish);
    void reload();
    const RunPlace *place() const;

    RandomIdSource m_ids;
    QVector<RunPlace> m_places;
    std::shared_ptr<RunCatalog> m_catalog; ///< of the place that is shown
    QStackedLayout *m_stack;
    QSplitter *m_splitter;
    QComboBox *m_place;
    RunProjectTree *m_projects;
    RunListPane *m_list;
    RunDetail *m_detail;
    QLabel *m_told;
    QTimer m_choosing; ///< who walks through the list with the keys is not asked for at each step
};

} // namespace plotleaf
