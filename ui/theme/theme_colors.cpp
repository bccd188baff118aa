#include "ui/theme/theme_colors.h"

#include <array>

namespace plotleaf {

namespace {

struct ThemeColorRow
{
    const char *name;
    QRgb light;
    QRgb dark;
};

// In the order of ColorRole.
// clang-format off
constexpr std::array themeColorRows = {
    ThemeColorRow{"Window",                0xfff3f6f5, 0xff131817},
    ThemeColorRow{"Surface",               0xffffffff, 0xff1a201f},
    ThemeColorRow{"Card",                  0xffffffff, 0xff1f2725},
    ThemeColorRow{"CardHover",             0xfffafcfb, 0xff25302d},
    ThemeColorRow{"Field",                 0xffffffff, 0xff151b1a},
    ThemeColorRow{"Border",                0xffdce3e0, 0xff2d3836},
    ThemeColorRow{"BorderStrong",          0xffb4c0bb, 0xff4a5a56},
    ThemeColorRow{"Text",                  0xff16211d, 0xffe3eae7},
    ThemeColorRow{"Muted",                 0xff55645f, 0xff9dada8},
    ThemeColorRow{"Disabled",              0xff9ba8a3, 0xff60706b},
    ThemeColorRow{"Accent",                0xff0f766e, 0xff2bb5a2},
    ThemeColorRow{"AccentHover",           0xff0b5f58, 0xff45c9b7},
    ThemeColorRow{"AccentText",            0xffffffff, 0xff04201c},
    ThemeColorRow{"AccentSoft",            0xffd9f0eb, 0xff163c37},
    ThemeColorRow{"Danger",                0xffb42318, 0xfff2766d},
    ThemeColorRow{"DangerSoft",            0xfffde8e6, 0xff44201d},
    ThemeColorRow{"Success",               0xff187a3b, 0xff5fca83},
    ThemeColorRow{"SuccessSoft",           0xffdef3e4, 0xff17361f},
    ThemeColorRow{"Warning",               0xff92570a, 0xffe9b44c},
    ThemeColorRow{"WarningSoft",           0xfffdf0d5, 0xff3d2f12},
    ThemeColorRow{"Link",                  0xff0b6a9c, 0xff6cbdf0},
    ThemeColorRow{"Focus",                 0xff0f766e, 0xff2bb5a2},
    ThemeColorRow{"Hover",                 0xffe8eeeb, 0xff29332f},
    ThemeColorRow{"Pressed",               0xffdae3df, 0xff33403b},
    ThemeColorRow{"Selection",             0xffbfe5dd, 0xff1d5a51},
    ThemeColorRow{"SelectionText",         0xff10201c, 0xffeef6f3},
    ThemeColorRow{"SearchHit",             0xffffe596, 0xff6b5410},
    ThemeColorRow{"Tooltip",               0xff22302c, 0xff33403c},
    ThemeColorRow{"TooltipText",           0xfff2f7f5, 0xffeaf1ee},
    ThemeColorRow{"ScrollHandle",          0xffb9c5c0, 0xff47564f},
    ThemeColorRow{"EditorBackground",      0xffffffff, 0xff151b1a},
    ThemeColorRow{"EditorText",            0xff1b2723, 0xffdde5e2},
    ThemeColorRow{"EditorCurrentLine",     0xfff1f6f4, 0xff1c2422},
    ThemeColorRow{"EditorGutter",          0xfff7f9f8, 0xff171d1c},
    ThemeColorRow{"EditorGutterText",      0xff7d8b86, 0xff71817b},
    ThemeColorRow{"EditorLocked",          0xfff7f9f8, 0xff181e1d},
    ThemeColorRow{"SyntaxHeading",         0xff0f5f8a, 0xff79c0f0},
    ThemeColorRow{"SyntaxStrong",          0xff16211d, 0xfff2f7f5},
    ThemeColorRow{"SyntaxEmphasis",        0xff33443e, 0xffcbd7d2},
    ThemeColorRow{"SyntaxMarker",          0xff76857f, 0xff7d8e88},
    ThemeColorRow{"SyntaxCode",            0xff9c3a1f, 0xffeaa284},
    ThemeColorRow{"SyntaxCodeBackground",  0xfff3f6f5, 0xff1d2524},
    ThemeColorRow{"SyntaxLink",            0xff0b6a9c, 0xff6cbdf0},
    ThemeColorRow{"SyntaxQuote",           0xff55645f, 0xff9dada8},
    ThemeColorRow{"SyntaxList",            0xff0f766e, 0xff2bb5a2},
    ThemeColorRow{"SyntaxHtml",            0xff7a4a9e, 0xffc79be6},
    ThemeColorRow{"SyntaxMath",            0xff8a4b08, 0xffe0b06a},
    ThemeColorRow{"SyntaxPanel",           0xff0f766e, 0xff2bb5a2},
    ThemeColorRow{"SyntaxKeyword",         0xff8430a6, 0xffcf96ea},
    ThemeColorRow{"SyntaxType",            0xff0f6f7d, 0xff69c7d4},
    ThemeColorRow{"SyntaxFunction",        0xff1f5fb0, 0xff82b4f5},
    ThemeColorRow{"SyntaxString",          0xff2f7030, 0xff90cb8a},
    ThemeColorRow{"SyntaxNumber",          0xff9a4a00, 0xffeba56b},
    ThemeColorRow{"SyntaxComment",         0xff5d6b64, 0xff82928b},
    ThemeColorRow{"SyntaxKey",             0xff1f5fb0, 0xff82b4f5},
    ThemeColorRow{"SyntaxError",           0xffb42318, 0xfff2766d},
};
// clang-format on
static_assert(themeColorRows.size() == static_cast<size_t>(ColorRole::Count));

// clang-format off
constexpr std::array<QRgb, 10> lightLines = {
    0xff3582cd, 0xffca7e19, 0xff22a46b, 0xffca67a3, 0xff505511,
    0xff5442cb, 0xffd13637, 0xff0e716f, 0xff5e3a34, 0xff2b4667};
constexpr std::array<QRgb, 10> darkLines = {
    0xff41a4e7, 0xffde4529, 0xff52e596, 0xffe431b8, 0xffe2c542,
    0xff6871ec, 0xffe84780, 0xff9df3e5, 0xffd17762, 0xffa3b1bd};
// clang-format on

} // namespace

QColor themeColor(ColorRole role, bool dark)
{
    const ThemeColorRow &row = themeColorRows.at(static_cast<size_t>(role));
    return QColor::fromRgb(dark ? row.dark : row.light);
}

QColor themeLineColor(int index, bool dark)
{
    const auto &lines = dark ? darkLines : lightLines;
    return QColor::fromRgb(lines[static_cast<size_t>(index) % lines.size()]);
}

QColor paperColor()
{
    return Qt::white;
}

const char *colorRoleName(ColorRole role)
{
    return themeColorRows.at(static_cast<size_t>(role)).name;
}

} // namespace plotleaf
