#pragma once

namespace plotleaf {

/// What a colour is for. The values of both themes stand in theme_colors.cpp and nowhere else.
enum class ColorRole {
    Window,       ///< behind everything
    Surface,      ///< bars, panes, dialogs, menus
    Card,         ///< a report or project in the library
    CardHover,    ///< the same under the pointer
    Field,        ///< text fields and lists
    Border,       ///< hairlines between surfaces
    BorderStrong, ///< edges of things that can be used: fields, buttons
    Text,
    Muted, ///< secondary text; still readable (contrast at least 4.5)
    Disabled,
    Accent,      ///< the one main action, the current item
    AccentHover, ///< the same under the pointer
    AccentText,  ///< text on Accent
    AccentSoft,  ///< a tinted background with Text or Accent on it
    Danger,
    DangerSoft,
    Success,
    SuccessSoft,
    Warning,
    WarningSoft,
    Link,
    Focus, ///< the ring around what has the keyboard
    Hover, ///< background of flat buttons and rows under the pointer
    Pressed,
    Selection, ///< background of selected text and rows
    SelectionText,
    SearchHit, ///< background of a found word
    Tooltip,
    TooltipText,
    ScrollHandle,

    EditorBackground,
    EditorText,
    EditorCurrentLine,
    EditorGutter,
    EditorGutterText,
    EditorLocked, ///< background of a text that cannot be edited

    SyntaxHeading,
    SyntaxStrong,
    SyntaxEmphasis,
    SyntaxMarker, ///< the characters that only mark: *, #, >, ```
    SyntaxCode,
    SyntaxCodeBackground,
    SyntaxLink,
    SyntaxQuote,
    SyntaxList,
    SyntaxHtml,
    SyntaxMath,
    SyntaxPanel, ///< the fence of a panel
    SyntaxKeyword,
    SyntaxType,
    SyntaxFunction,
    SyntaxString,
    SyntaxNumber,
    SyntaxComment,
    SyntaxKey, ///< keys of YAML and JSON
    SyntaxError,

    Count ///< not a role: how many there are
};

enum class FontRole {
    Body,
    Small,    ///< times, counts, hints
    Strong,   ///< names in lists and cards
    Title,    ///< of a page or dialog
    Editor,   ///< monospaced, in the size that the user chose for the editor
    Monospace ///< monospaced, in the size of Body
};

} // namespace plotleaf
