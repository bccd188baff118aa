#pragma once

#include "core/exports/markdown_bundle.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

namespace plotleaf {

class Library;

/// Makes a report of a Markdown bundle: creates it, stores its pictures as assets and makes the
/// text name those. Whatever fails on the way, the report with the text as it was read is there.
/// GUI thread. Destroying it stops it after the step under way.
class MarkdownImport : public QObject
{
    Q_OBJECT

public:
    struct Imported
    {
        ReportId id;
        QString name;
        int pictures = 0;
        QVector<MissingPicture> missing;
    };

    MarkdownImport(Library &library, MarkdownBundle bundle, QObject *parent = nullptr);

    /// Once. Errors: those of Library::create and Library::save.
    QFuture<Result<Imported>> start();

private:
    void finish(const Result<Imported> &imported);
    void storePictures(const ReportId &id);
    void stored(const BundledPicture &picture, const Result<Asset> &asset);
    void rewriteText();

    Library &m_library;
    MarkdownBundle m_bundle;
    Imported m_imported;
    QPromise<Result<Imported>> m_promise;
    QHash<QString, QString> m_assetNames;
    qsizetype m_left = 0; ///< pictures not answered for
};

} // namespace plotleaf
