#pragma once

#include "ui/dialogs/dialog_frame.h"

namespace plotleaf {

/// What this is, its version and those of what it is built on: a bug report needs them.
class AboutDialog : public DialogFrame
{
    Q_OBJECT

public:
    explicit AboutDialog(Theme &theme, QWidget *parent = nullptr);

    /// Plain text, one line each, as copied to the clipboard.
    static QString versions();
};

} // namespace plotleaf
