#pragma once

#include "core/runs/run.h"

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QVector>

namespace plotleaf {

/// Servers keep models beside the tasks that made them; folders have runs only.
enum class RunKind { Run, Model };

/// A project in a catalog's tree.
struct RunProject
{
    QString id;
    QString path;      ///< "vision/resnet"
    int runs = 0;      ///< in it and below, archived ones left out, as the server counts
    int children = 0;  ///< projects directly below
    QDateTime updated; ///< UTC; may be invalid

    QString name() const { return path.section(u'/', -1); }
};

/// Which runs a list shows. Archived and hidden ones never are in it.
struct RunListQuery
{
    enum class Order { Updated, Created, Name };

    RunKind kind = RunKind::Run;
    QString tenant;           ///< see RunPick
    QString project;          ///< id of a RunProject; empty: all there are
    bool withChildren = true; ///< also the projects below
    /// A part of the name, the id, a tag or the description; case does not count. Empty: all.
    QString text;
    bool textIsPattern = false; ///< `text` is a regular expression
    QStringList tags;
    bool allTags = false;     ///< all of them, not one of them
    QVector<RunState> states; ///< one of these; empty: any
    Order order = Order::Updated;
    bool descending = true;
    int page = 0;
    int pageSize = 50; ///< 1 to 500
};

/// What a list knows of a run without asking for its data.
struct RunCard
{
    RunId id;
    RunKind kind = RunKind::Run;
    QString name;
    QString project; ///< path
    RunState state = RunState::Unknown;
    QString status; ///< the server's own word, "in_progress"; may be empty
    QStringList tags;
    QString user; ///< name; may be empty
    QString description;
    QDateTime created;         ///< UTC; may be invalid
    QDateTime updated;         ///< UTC; may be invalid
    qint64 lastIteration = -1; ///< -1: not known
};

/// A page of a list. Servers do not say how many there are in all. Where runs change between two
/// pages, one may come twice.
struct RunPage
{
    QVector<RunCard> runs;
    bool hasMore = false; ///< another page may hold some
};

} // namespace plotleaf
