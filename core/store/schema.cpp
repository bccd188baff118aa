#include "core/store/schema.h"

#include "core/store/search_index.h"
#include "core/store/transaction.h"

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

/// Workspaces: reports of a server beside those of this computer. Secrets are never in here.
///
/// `synced` has a row for each report of a server's workspace. Its base is the state of the server
/// that the local one was last equal to. `edited` counts local changes since then; whatever changes
/// a report, the triggers count it, and who has made base and report equal sets it to 0. `wanted`:
/// the version of the server (ms) whose text is still to be read. `problem` is SyncProblem.
QStringList syncedTables()
{
    return {
        QStringLiteral(R"(CREATE TABLE synced (
            report INTEGER PRIMARY KEY REFERENCES reports(num) ON DELETE CASCADE,
            workspace INTEGER NOT NULL REFERENCES workspaces(num),
            remote TEXT,
            create_key TEXT NOT NULL,
            base_fields TEXT NOT NULL,
            base_text BLOB NOT NULL,
            base_changed INTEGER NOT NULL,
            wanted INTEGER NOT NULL,
            edited INTEGER NOT NULL,
            problem INTEGER NOT NULL,
            reason TEXT NOT NULL))"),
        QStringLiteral("CREATE UNIQUE INDEX synced_by_remote ON synced(workspace, remote)"),
        QStringLiteral("CREATE INDEX synced_wanted ON synced(workspace, wanted) WHERE wanted > 0"),
        QStringLiteral("CREATE INDEX synced_edited ON synced(workspace) WHERE edited > 0"),
        QStringLiteral("CREATE INDEX synced_problem ON synced(workspace) WHERE problem > 0"),
        // A refusal (3) may end with the next change.
        QStringLiteral(R"(CREATE TRIGGER text_edited AFTER UPDATE OF text ON report_texts BEGIN
            UPDATE synced SET edited = edited + 1, problem = iif(problem = 3, 0, problem)
            WHERE report = NEW.report; END)"),
        QStringLiteral(R"(CREATE TRIGGER fields_edited
            AFTER UPDATE OF project, name, description, tags, published, archived ON reports BEGIN
            UPDATE synced SET edited = edited + 1, problem = iif(problem = 3, 0, problem)
            WHERE report = NEW.num; END)"),
        // What both sides of a conflict grew from, and the other side.
        QStringLiteral(R"(CREATE TABLE merges (
            report INTEGER PRIMARY KEY REFERENCES reports(num) ON DELETE CASCADE,
            base BLOB NOT NULL,
            theirs BLOB NOT NULL,
            author TEXT NOT NULL))"),
        // Reports deleted here that the server still has, in the version that was deleted.
        QStringLiteral(R"(CREATE TABLE tombstones (
            workspace INTEGER NOT NULL REFERENCES workspaces(num),
            remote TEXT NOT NULL,
            changed INTEGER NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (workspace, remote)) WITHOUT ROWID)"),
    };
}

/// Beginnings of up to eight letters are found at once; longer ones begin few words, which FTS5
/// then gathers. Phrases need the positions of words, and those in an index of beginnings would
/// make it several times as large and slow: so they have an index of their own, without beginnings.
QStringList searchTables()
{
    return {
        QStringLiteral("DROP TABLE search"),
        QStringLiteral(R"(CREATE VIRTUAL TABLE search USING fts5(
            name, description, text, tags, filing,
            content = 'search_content', content_rowid = 'position',
            detail = none, prefix = '1 2 3 4 5 6 7 8',
            tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So'"))"),
        QStringLiteral(R"(CREATE VIRTUAL TABLE phrases USING fts5(
            name, description, text, tags, filing,
            content = 'search_content', content_rowid = 'position', columnsize = 0,
            tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So'"))"),
        QStringLiteral("INSERT INTO search(search) VALUES ('rebuild')"),
        QStringLiteral("INSERT INTO phrases(phrases) VALUES ('rebuild')"),
    };
}

/// A project path belongs to a workspace, so the table of projects is made anew.
Migration secondSchema()
{
    return {
        2,
        QStringLiteral("0.2.0"),
        QStringList{
            QStringLiteral(R"(CREATE TABLE workspaces (
                num INTEGER PRIMARY KEY,
                id TEXT NOT NULL UNIQUE,
                kind TEXT NOT NULL,
                name TEXT NOT NULL,
                address TEXT NOT NULL,
                settings TEXT NOT NULL,
                mark INTEGER NOT NULL))"),
            QStringLiteral("INSERT INTO workspaces(num, id, kind, name, address, settings, mark) "
                           "VALUES (1, 'local', 'local', '', '', '{}', 0)"),
            QStringLiteral(R"(CREATE TABLE projects_of_workspaces (
                num INTEGER PRIMARY KEY,
                workspace INTEGER NOT NULL REFERENCES workspaces(num),
                path TEXT NOT NULL,
                UNIQUE (workspace, path)))"),
            QStringLiteral("INSERT INTO projects_of_workspaces(num, workspace, path) "
                           "SELECT num, 1, path FROM projects"),
            QStringLiteral("DROP TABLE projects"),
            QStringLiteral("ALTER TABLE projects_of_workspaces RENAME TO projects"),
        } + syncedTables() +
            searchTables(),
    };
}

/// `address`: where the report's server has the asset; empty: nowhere. `reason` of `synced` also
/// says why a report waits that nobody refuses; a refusal that ends takes its reason along.
Migration thirdSchema()
{
    return {
        3,
        QStringLiteral("0.2.0"),
        {
            QStringLiteral("ALTER TABLE assets ADD COLUMN address TEXT NOT NULL DEFAULT ''"),
            QStringLiteral("DROP TRIGGER text_edited"),
            QStringLiteral("DROP TRIGGER fields_edited"),
            QStringLiteral(R"(CREATE TRIGGER text_edited AFTER UPDATE OF text ON report_texts BEGIN
                UPDATE synced SET edited = edited + 1, problem = iif(problem = 3, 0, problem),
                    reason = iif(problem = 3, '', reason)
                WHERE report = NEW.report; END)"),
            QStringLiteral(R"(CREATE TRIGGER fields_edited
                AFTER UPDATE OF project, name, description, tags, published, archived ON reports
                BEGIN
                UPDATE synced SET edited = edited + 1, problem = iif(problem = 3, 0, problem),
                    reason = iif(problem = 3, '', reason)
                WHERE report = NEW.num; END)"),
        },
    };
}

/// `saved`: the conflict was met when saving, so its `base` is no state of the server and no
/// ancestor of a merge with it. Of those that wait already it is not known, and so taken for one.
Migration fourthSchema()
{
    return {
        4,
        QStringLiteral("0.2.0"),
        {QStringLiteral("ALTER TABLE merges ADD COLUMN saved INTEGER NOT NULL DEFAULT 1")},
    };
}

void indexAnew(Transaction &transaction)
{
    SearchIndex::keepPartsOfAll(transaction);
    transaction.run(QStringLiteral("INSERT INTO search(search) VALUES ('rebuild')"));
    transaction.run(QStringLiteral("INSERT INTO phrases(phrases) VALUES ('rebuild')"));
}

/// `parts` of a report with text in a script without spaces, see search_parts.h; others have no
/// row.
Migration fifthSchema()
{
    return {
        5,
        QStringLiteral("0.2.0"),
        {
            QStringLiteral("DROP TABLE search"),
            QStringLiteral("DROP TABLE phrases"),
            QStringLiteral("DROP VIEW search_content"),
            QStringLiteral(R"(CREATE TABLE report_parts (
                report INTEGER PRIMARY KEY REFERENCES reports(num) ON DELETE CASCADE,
                parts TEXT NOT NULL))"),
            QStringLiteral(R"(CREATE VIEW search_content AS
                SELECT r.position AS position, r.name AS name, r.description AS description,
                       t.text AS text, r.tags AS tags,
                       CASE r.archived WHEN 0 THEN '' ELSE char(0xE000) || 'plotleafarchived' END
                           AS filing,
                       coalesce(p.parts, '') AS parts
                FROM reports r JOIN report_texts t ON t.report = r.num
                LEFT JOIN report_parts p ON p.report = r.num)"),
            QStringLiteral(R"(CREATE VIRTUAL TABLE search USING fts5(
                name, description, text, tags, filing, parts,
                content = 'search_content', content_rowid = 'position',
                detail = none, prefix = '1 2 3 4 5 6 7 8',
                tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So'"))"),
            QStringLiteral(R"(CREATE VIRTUAL TABLE phrases USING fts5(
                name, description, text, tags, filing, parts,
                content = 'search_content', content_rowid = 'position', columnsize = 0,
                tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So'"))"),
        },
        indexAnew,
    };
}

} // namespace

const std::vector<Migration> &libraryMigrations()
{
    static const std::vector<Migration> migrations{firstSchema(), secondSchema(), thirdSchema(),
                                                   fourthSchema(), fifthSchema()};
    return migrations;
}

} // namespace plotleaf
