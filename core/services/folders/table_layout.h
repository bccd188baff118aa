#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plotleaf {

/// How a table of a training is written into a text file. The user documentation
/// (resources/help/panels.md, "Tables") says what people may rely on.
struct TableLayout
{
    enum class Kind {
        Delimited, ///< CSV and its kin, the first row names the columns
        JsonLines, ///< an object a line; names of nested values are joined with dots
        JsonState, ///< Hugging Face's trainer_state.json: a list of objects, `log_history`
    };

    Kind kind = Kind::Delimited;
    char delimiter = ',';
    std::string step; ///< the column that counts the training's steps
    std::string wall; ///< the column with the time; empty: none
    std::string run;  ///< the column that says whose row it is; empty: all are of one run
};

/// Which of some columns are what.
struct TableRoles
{
    std::optional<size_t> step;
    std::optional<size_t> wall;
    std::optional<size_t> run;
};
/// By their names: case, blanks around them, and what stands before the last slash or dot are no
/// matter.
TableRoles tableRoles(const std::vector<std::string> &names);

/// The names of the columns as they are used: blanks around them cut off, the second of a name as
/// "name.1" (pandas does the same). An empty name stays so: the column is not read.
std::vector<std::string> columnNames(const std::vector<std::string_view> &header);

/// What the beginning of a file says.
struct TableLook
{
    std::optional<TableLayout> layout; ///< nothing: it is not the table of a training
    bool mayBeOne = false;             ///< more of the file is needed to tell
};
/// `head`: in UTF-8, without byte order mark.
TableLook lookAtTable(const QString &fileName, std::string_view head);

/// Seconds since 1970 UTC, or since the training began where it is less than three years: a number
/// of seconds, milli-, micro- or nanoseconds, or a date of ISO 8601, with blank or T, in local time
/// where it names no zone.
std::optional<double> tableTime(std::string_view text);
std::optional<double> tableTime(double number);
/// Whether this is a time since the training began.
bool isElapsed(double time);

} // namespace plotleaf
