#pragma once

#include <QString>

#include <functional>

class QObject;
class QWidget;

namespace plotleaf {

class Theme;

/// What a person is asked before something that cannot be undone.
struct Question
{
    QString name; ///< object name of the box
    QString text;
    QString explanation;
    QString yes; ///< the button that does it, in the words of what it does
};

/// Asks over `window`, without blocking; nothing happens unless the person wants it. `confirmed` is
/// called on the GUI thread while `context` exists.
void ask(const Question &question,
         Theme &theme,
         QWidget *window,
         const QObject *context,
         const std::function<void()> &confirmed);

} // namespace plotleaf
