#include "ui/editor/code_language.h"

#include <QStringList>

#include <algorithm>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

using F = CodeLanguage::Feature;

/// Word lists as people read them: separated by spaces.
struct LanguageRow
{
    const char *names;
    const char *keywords;
    const char *types;
    const char *lineComment;
    const char *lineComment2;
    const char *blockOpen;
    const char *blockClose;
    int features;
};

constexpr LanguageRow languageRows[] = {
    {"python py python3 ipython",
     "and as assert async await break case class continue def del elif else except finally for "
     "from global if import "
     "in is lambda match nonlocal not or pass raise return try while with yield",
     "False None True bool bytes dict enumerate float frozenset int len list map object open print "
     "range self set "
     "sorted str sum super tuple type zip",
     "#", "", "", "", F::TripleQuotes | F::SingleQuoteStrings | F::Decorators},
    {"cpp c c++ cc cxx h hpp cuda cu",
     "alignas alignof auto break case catch class co_await co_return co_yield concept const "
     "consteval constexpr "
     "const_cast continue decltype default delete do dynamic_cast else enum explicit export extern "
     "final for friend "
     "goto if inline mutable namespace new noexcept nullptr operator override private protected "
     "public register "
     "reinterpret_cast requires return sizeof static static_assert static_cast struct switch "
     "template this throw try "
     "typedef typeid typename union using virtual volatile while",
     "bool char char16_t char32_t char8_t double false float int int16_t int32_t int64_t int8_t "
     "long short signed "
     "size_t std string true uint16_t uint32_t uint64_t uint8_t unsigned vector void wchar_t",
     "//", "", "/*", "*/", F::SingleQuoteStrings | F::Preprocessor},
    {"java kotlin kt scala csharp cs c#",
     "abstract assert async await break case catch class const continue data def default do else "
     "enum extends final "
     "finally for foreach fun goto if implements import in instanceof interface internal is "
     "lateinit let match "
     "namespace native new object open out override package private protected public readonly "
     "record ref return "
     "sealed static super switch synchronized this throw throws trait transient try typealias "
     "using val var virtual "
     "void volatile when where while with yield",
     "Any Boolean Byte Char Double Float Int Integer List Long Map Object Set Short String Unit "
     "bool boolean byte char "
     "decimal double false float int long null object short string true",
     "//", "", "/*", "*/", F::SingleQuoteStrings | F::Decorators},
    {"javascript js jsx mjs typescript ts tsx",
     "abstract as async await break case catch class const continue debugger declare default "
     "delete do else enum "
     "export extends finally for from function get if implements import in instanceof interface "
     "keyof let namespace "
     "new of private protected public readonly return satisfies set static super switch this throw "
     "try type typeof "
     "var void while with yield",
     "Array Map NaN Object Promise Set any boolean console false never null number string symbol "
     "true undefined "
     "unknown window document",
     "//", "", "/*", "*/", F::SingleQuoteStrings | F::BacktickStrings | F::Decorators},
    {"json jsonc json5 jsonl", "", "false null true", "//", "", "/*", "*/", F::ColonKeys},
    {"yaml yml panel runset", "", "false no null off on true yes", "#", "", "", "",
     F::ColonKeys | F::SingleQuoteStrings},
    {"toml ini cfg conf properties", "", "false off on true", "#", ";", "", "",
     F::EqualsKeys | F::SingleQuoteStrings},
    {"bash sh shell zsh console fish",
     "break case continue do done elif else esac exit export fi for function if in local readonly "
     "return select set "
     "shift then trap unset until while",
     "apt awk cat cd chmod cp curl cut docker echo exec false find git grep head kill ls mkdir mv "
     "pip printf python "
     "python3 pwd read rm sed sort source sudo tail tar tee test touch tr true wget xargs",
     "#", "", "", "", F::SingleQuoteStrings | F::DollarVariables},
    {"sql postgresql postgres mysql sqlite",
     "add all alter and as asc begin between by case check column commit constraint create cross "
     "default delete desc "
     "distinct drop else end except exists foreign from full group having if in index inner insert "
     "intersect into is "
     "join key left like limit not null offset on or order outer over partition primary references "
     "returning right "
     "rollback select set table then transaction trigger union unique update using values view "
     "when where window with",
     "avg bigint blob boolean char coalesce count date decimal double false float int integer json "
     "max min numeric "
     "real smallint sum text timestamp true uuid varchar",
     "--", "", "/*", "*/", F::SingleQuoteStrings | F::CaseInsensitive},
    {"rust rs",
     "as async await break const continue crate dyn else enum extern fn for if impl in let loop "
     "match mod move mut pub "
     "ref return self static struct super trait type unsafe use where while",
     "Box Err None Ok Option Result Self Some String Vec bool char f32 f64 false i128 i16 i32 i64 "
     "i8 isize str true "
     "u128 u16 u32 u64 u8 usize",
     "//", "", "/*", "*/", 0},
    {"go golang",
     "break case chan const continue default defer else fallthrough for func go goto if import "
     "interface map package "
     "range return select struct switch type var",
     "any append bool byte cap complex128 complex64 copy error false float32 float64 int int16 "
     "int32 int64 int8 iota "
     "len make new nil panic rune string true uint uint16 uint32 uint64 uint8 uintptr",
     "//", "", "/*", "*/", F::SingleQuoteStrings | F::BacktickStrings},
    {"julia jl r",
     "abstract begin break const continue do else elseif end export finally for function global if "
     "import in let "
     "library local macro module mutable next primitive quote repeat return struct try using where "
     "while",
     "Any Bool FALSE Float32 Float64 Inf Int Int64 NA NULL NaN String TRUE Vector false missing "
     "nothing true",
     "#", "", "", "", F::TripleQuotes | F::Decorators},
    {"lua",
     "and break do else elseif end for function goto if in local not or repeat return then until "
     "while",
     "false nil true", "--", "", "--[[", "]]", F::SingleQuoteStrings},
    {"css scss less", "", "auto block flex grid important inherit inline none solid", "//", "",
     "/*", "*/", F::ColonKeys | F::SingleQuoteStrings | F::Decorators},
    {"dockerfile docker makefile make cmake",
     "ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM LABEL RUN SHELL USER VOLUME WORKDIR else elseif "
     "endforeach endif "
     "endfunction foreach function if ifdef ifeq include set",
     "FALSE OFF ON PRIVATE PUBLIC TRUE", "#", "", "", "",
     F::SingleQuoteStrings | F::DollarVariables},
    {"diff patch", "", "", "", "", "", "", F::Diff},
};

std::vector<QString> splitWords(const char *list)
{
    const QStringList parts = QString::fromLatin1(list).split(u' ', Qt::SkipEmptyParts);
    std::vector<QString> words(parts.begin(), parts.end());
    std::sort(words.begin(), words.end());
    return words;
}

const std::vector<CodeLanguage> &allLanguages()
{
    static const std::vector<CodeLanguage> languages = [] {
        std::vector<CodeLanguage> made;
        for (const LanguageRow &row : languageRows)
            made.push_back({splitWords(row.names), splitWords(row.keywords), splitWords(row.types),
                            QString::fromLatin1(row.lineComment),
                            QString::fromLatin1(row.lineComment2),
                            QString::fromLatin1(row.blockOpen), QString::fromLatin1(row.blockClose),
                            row.features});
        return made;
    }();
    return languages;
}

bool containsWord(const std::vector<QString> &words, QStringView word)
{
    const auto found = std::lower_bound(words.begin(), words.end(), word,
                                        [](const QString &a, QStringView b) { return a < b; });
    return found != words.end() && *found == word;
}

} // namespace

bool CodeLanguage::isKeyword(QStringView word) const
{
    return has(CaseInsensitive) ? containsWord(keywords, word.toString().toLower())
                                : containsWord(keywords, word);
}

bool CodeLanguage::isType(QStringView word) const
{
    return has(CaseInsensitive) ? containsWord(types, word.toString().toLower())
                                : containsWord(types, word);
}

int codeLanguageIndex(QStringView info)
{
    const QStringView trimmed = info.trimmed();
    qsizetype end = 0;
    while (end < trimmed.size() && !trimmed.at(end).isSpace() && trimmed.at(end) != u'{' &&
           trimmed.at(end) != u',')
        ++end;
    const QString name = trimmed.left(end).toString().toLower();
    const std::vector<CodeLanguage> &languages = allLanguages();
    for (size_t i = 0; i < languages.size(); ++i) {
        if (containsWord(languages[i].names, name))
            return int(i) + 1;
    }
    return 0;
}

const CodeLanguage &codeLanguage(int index)
{
    return allLanguages()[size_t(index) - 1];
}

} // namespace plotleaf
