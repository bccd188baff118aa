#pragma once

#include <QByteArray>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRect>
#include <QTemporaryDir>

namespace plotleaf::bench {

/// A screen nobody sees (Xvfb) whose pixels are read from memory, and hands for it (xdotool): what
/// a program under test cannot tell from a person. Reading takes no turn of the X server, so
/// looking does not slow down what is looked at.
///
/// Ends the process with a message when a tool is missing.
class VirtualScreen
{
public:
    static constexpr QSize size{1600, 1000};

    VirtualScreen();
    ~VirtualScreen();

    /// For DISPLAY.
    const QString &display() const { return m_display; }
    /// The pixels as they are now and as they will be: the image looks at the screen's own memory.
    const QImage &pixels() const { return m_pixels; }

    /// One xdotool command; sent at once, done within a fraction of a millisecond.
    void act(const QByteArray &command);
    /// Makes the program's only window fill the screen and gives it the keyboard.
    void fillWithWindow();

private:
    QTemporaryDir m_folder;
    QProcess m_server;
    QProcess m_hands;
    QFile m_memory;
    QImage m_pixels;
    QString m_display;
};

} // namespace plotleaf::bench
