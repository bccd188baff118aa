#pragma once

#include "core/services/folders/delimited_rows.h"
#include "core/services/folders/growing_file.h"
#include "core/services/folders/table_data.h"
#include "core/services/folders/table_layout.h"

#include <QJsonObject>
#include <QStringDecoder>
#include <QStringList>

#include <optional>
#include <string>

namespace plotleaf {

/// Reads the table in one file into TableData, and again what it gains. Not thread-safe; blocks on
/// the disk.
///
/// A last line without its end waits for it. In two cases it is read nevertheless, as files of
/// finished trainings may end so: where it is a whole JSON object, and where it has all its cells
/// and the file has not grown since the last look, or has never been looked at. Should it
/// grow after all, everything is read anew.
class TableReader
{
public:
    static constexpr qsizetype maxLine = 4 << 20;       ///< bytes; what is longer is passed over
    static constexpr qint64 maxStateFile = 256LL << 20; ///< of a trainer_state.json
    static constexpr qint64 lookedAt = 64 * 1024;       ///< bytes that tell what the file is

    explicit TableReader(QString path);

    /// Reads on. Errors: those of GrowingFile; Damaged also where the table cannot be read on and
    /// has to be read anew, with another reader for which isAnother() was called.
    Result<void> readNew(const std::atomic_bool &cancelled);
    /// This reads anew what another has begun: the last line of the file may be still in the
    /// making.
    void isAnother() { m_isFirst = false; }

    const TableData &data() const { return m_data; }
    TableData &data() { return m_data; }
    /// Whether there may be more to read though the file is the same.
    bool isWaiting() const { return m_isWaiting; }
    /// Grows whenever something new was read.
    quint64 progress() const { return m_progress; }
    /// "metrics.csv: 3 lines could not be read, the first is line 17"; for people.
    QStringList warnings() const;

private:
    Result<void> readRows(const std::atomic_bool &cancelled);
    Result<void> readState();
    bool append(QByteArrayView bytes);
    bool goesOn(std::string_view more);
    void takeLines();
    std::optional<size_t> takeLine(std::string_view text);
    void passOver(std::string_view text);
    void noteBad(int lines);
    void takeTail(bool hasGrown);
    void endQuotes();
    bool takeJson(std::string_view line);
    bool takeObject(const QJsonObject &object);
    void takeRow();
    bool takeCells();
    bool takeCell(size_t column, std::string_view cell);
    void takeHeader();

    GrowingFile m_file;
    bool m_isFirst = true;
    QString m_name; ///< of the file, for people
    std::optional<TableLayout> m_layout;
    std::optional<QStringDecoder> m_decoder; ///< of UTF-16
    std::string m_pending;                   ///< in UTF-8, what no line was made of yet
    bool m_isSkipping = false;               ///< until the end of a line that is too long
    bool m_isWaiting = false;
    bool m_tailTaken = false; ///< of m_pending, which is a whole line but for its end

    std::optional<DelimitedRows> m_rows;
    std::vector<std::optional<size_t>> m_columns; ///< of the header; nothing: not a metric
    TableRoles m_roles;                           ///< among them
    TableData m_data;

    quint64 m_progress = 0;
    qint64 m_line = 0;
    int m_badLines = 0;
    qint64 m_firstBad = 0;
    bool m_hasLongLines = false;
};

/// What the beginning of a file is as a table.
TableLook lookAtTableFile(const QString &path);

} // namespace plotleaf
