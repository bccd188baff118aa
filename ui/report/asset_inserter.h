#pragma once

#include "core/base/result.h"
#include "core/report/report.h"

#include <QFuture>
#include <QImage>
#include <QObject>
#include <QTextCursor>

#include <functional>

namespace plotleaf {

class AssetIndex;
class Library;
class SourceEditor;

/// Makes assets of images that are pasted, dropped or picked, and puts `![name](asset:…)` where the
/// cursor was when that was asked, even if it has moved on since. Other files become links with
/// their name as text.
///
/// GUI thread; images are read and packed on a pool.
class AssetInserter : public QObject
{
    Q_OBJECT

public:
    /// Larger files are refused: they would make the report unusable for everybody it is sent to.
    static constexpr qint64 maxAssetBytes = 50LL * 1024 * 1024;

    AssetInserter(SourceEditor &editor,
                  Library &library,
                  AssetIndex &index,
                  std::function<ReportId()> report,
                  QObject *parent = nullptr);

    void insertImage(const QImage &image);
    void insertFiles(const QStringList &paths);

signals:
    /// Something could not be inserted; for people.
    void failed(const QString &message);
    /// An asset has been stored and its text inserted.
    void inserted(const plotleaf::Asset &asset);

private:
    struct Packed
    {
        QString name;
        QByteArray bytes;
    };
    static Result<Packed> packImage(const QImage &image);
    static Result<Packed> readFile(const QString &path);
    static bool isImageFile(const QString &path);
    void insertWhenPacked(const QFuture<Result<Packed>> &packed);
    void store(const Packed &packed, const QTextCursor &place);
    void insertAt(const QTextCursor &place, const QString &text);

    SourceEditor &m_editor;
    Library &m_library;
    AssetIndex &m_index;
    std::function<ReportId()> m_report;
};

} // namespace plotleaf
