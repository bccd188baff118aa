#include "core/store/schema.h"

namespace plotleaf {

namespace {

/// `position` orders reports by their last change: milliseconds since 1970, moved up to stay unique
/// and growing. It is the document number of the search index, so that hits come out newest first
/// without sorting.
///
/// A revision is packed against the revision `base`; `depth` counts how many bases have to be
/// unpacked before it.
///
/// `reports_by_position` and `reports_by_name` hold every column that a list filters by: a list is
/// one ordered scan of a narrow index and reads only the rows that it shows.
Migration firstSchema()
{
    return {
        1,
        QStringLiteral("0.1.0"),
        {
            QStringLiteral(R"(CREATE TABLE projects (
                num INTEGER PRIMARY KEY,
                path TEXT NOT NULL UNIQUE))"),
            QStringLiteral(R"(CREATE TABLE reports (
                num INTEGER PRIMARY KEY,
                id TEXT NOT NULL UNIQUE,
                position INTEGER NOT NULL UNIQUE,
                project INTEGER NOT NULL REFERENCES projects(num),
                name TEXT NOT NULL,
                name_key TEXT NOT NULL,
                description TEXT NOT NULL,
                tags TEXT NOT NULL,
                author TEXT NOT NULL,
                published INTEGER NOT NULL,
                archived INTEGER NOT NULL,
                created INTEGER NOT NULL,
                updated INTEGER NOT NULL))"),
            QStringLiteral("CREATE INDEX reports_by_position ON reports"
                           "(position, archived, published, project, author)"),
            QStringLiteral("CREATE INDEX reports_by_name ON reports"
                           "(name_key, position, archived, published, project, author)"),
            QStringLiteral("CREATE INDEX reports_by_project ON reports"
                           "(project, archived, published, updated)"),
            QStringLiteral("CREATE INDEX reports_by_author ON reports(author)"),
            QStringLiteral(R"(CREATE TABLE report_texts (
                report INTEGER PRIMARY KEY REFERENCES reports(num) ON DELETE CASCADE,
                text TEXT NOT NULL))"),
            QStringLiteral(R"(CREATE TABLE report_tags (
                tag TEXT NOT NULL,
                report INTEGER NOT NULL REFERENCES reports(num) ON DELETE CASCADE,
                PRIMARY KEY (tag, report)) WITHOUT ROWID)"),
            QStringLiteral("CREATE INDEX report_tags_by_report ON report_tags(report)"),
            QStringLiteral(R"(CREATE TABLE revisions (
                num INTEGER PRIMARY KEY,
                id TEXT NOT NULL UNIQUE,
                report INTEGER NOT NULL REFERENCES reports(num) ON DELETE CASCADE,
                saved INTEGER NOT NULL,
                bytes INTEGER NOT NULL,
                reason TEXT NOT NULL,
                base INTEGER,
                depth INTEGER NOT NULL,
                text BLOB NOT NULL))"),
            QStringLiteral("CREATE INDEX revisions_by_report ON revisions(report)"),
            QStringLiteral(R"(CREATE TABLE journal (
                report INTEGER NOT NULL REFERENCES reports(num) ON DELETE CASCADE,
                session TEXT NOT NULL,
                written INTEGER NOT NULL,
                text BLOB NOT NULL,
                PRIMARY KEY (report, session)))"),
            QStringLiteral(R"(CREATE TABLE assets (
                report INTEGER NOT NULL REFERENCES reports(num) ON DELETE CASCADE,
                name TEXT NOT NULL,
                sha256 TEXT NOT NULL,
                mime_type TEXT NOT NULL,
                bytes INTEGER NOT NULL,
                width INTEGER NOT NULL,
                height INTEGER NOT NULL,
                PRIMARY KEY (report, name)))"),
            QStringLiteral("CREATE INDEX assets_by_sha256 ON assets(sha256)"),
            QStringLiteral("CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL)"),
            // The column `filing` is not searched for by people, see search_index.h.
            QStringLiteral(R"(CREATE VIEW search_content AS
                SELECT r.position AS position, r.name AS name, r.description AS description,
                       t.text AS text, r.tags AS tags,
                       CASE r.archived WHEN 0 THEN '' ELSE char(0xE000) || 'plotleafarchived' END
                           AS filing
                FROM reports r JOIN report_texts t ON t.report = r.num)"),
            // Without positions of words (detail) the index is a third as large and single letters
            // are found at once. So: symbols and emoji count as letters, so that they are found.
            QStringLiteral(R"(CREATE VIRTUAL TABLE search USING fts5(
                name, description, text, tags, filing,
                content = 'search_content', content_rowid = 'position',
                detail = none, prefix = '1 2 3 4',
                tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So'"))"),
        },
    };
}

} // namespace

const std::vector<Migration> &libraryMigrations()
{
    static const std::vector<Migration> migrations{firstSchema()};
    return migrations;
}

} // namespace plotleaf
