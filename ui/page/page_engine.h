#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace plotleaf {

/// What has to be set up once per process before WebEngine starts; used through ReportPage.
namespace PageEngine {

/// The switches that keep Chromium off the network, added behind `present` (the user's own stay).
/// Preconnect and WebRTC pass a request interceptor, hence switches (reference/qt.md 3).
QByteArray withOfflineSwitches(const QByteArray &present);

/// True where OpenGL is surely drawn by the processor: then Qt Quick's software backend is faster
/// and smaller.
bool isGlSoftware();

/// Registers the scheme `plotleaf:` and sets the environment. Before the application object is
/// made.
void initialize();

/// Why WebEngine cannot start here at all, in words for people; nothing when it can.
std::optional<QString> obstacle();

} // namespace PageEngine
} // namespace plotleaf
