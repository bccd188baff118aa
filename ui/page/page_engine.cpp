#include "ui/page/page_engine.h"

#include "core/base/resource_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QWebEngineUrlScheme>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr char chromiumFlags[] = "QTWEBENGINE_CHROMIUM_FLAGS";
constexpr char sandboxSwitch[] = "QTWEBENGINE_DISABLE_SANDBOX";

void registerPlotleafScheme()
{
    if (!QWebEngineUrlScheme::schemeByName("plotleaf").name().isEmpty())
        return;
    QWebEngineUrlScheme scheme("plotleaf");
    scheme.setSyntax(QWebEngineUrlScheme::Syntax::Host);
    scheme.setFlags(QWebEngineUrlScheme::SecureScheme | QWebEngineUrlScheme::CorsEnabled);
    QWebEngineUrlScheme::registerScheme(scheme);
}

} // namespace

QByteArray PageEngine::withOfflineSwitches(const QByteArray &present)
{
    // Chromium takes the last of equal switches, so ours stand behind the user's.
    QByteArray flags = present.trimmed();
    for (const QByteArray &flag :
         {QByteArrayLiteral("--proxy-server=127.0.0.1:9"),
          QByteArrayLiteral("--proxy-bypass-list=<-loopback>"),
          QByteArrayLiteral("--force-webrtc-ip-handling-policy=disable_non_proxied_udp")}) {
        if (!flags.split(' ').contains(flag))
            flags += (flags.isEmpty() ? "" : " ") + flag;
    }
    return flags;
}

bool PageEngine::isGlSoftware()
{
#ifdef Q_OS_LINUX
    if (qEnvironmentVariableIntValue("LIBGL_ALWAYS_SOFTWARE") == 1)
        return true;
    return QDir(u"/dev/dri"_s).entryList({u"renderD*"_s}, QDir::System).isEmpty();
#else
    return false;
#endif
}

void PageEngine::initialize()
{
    registerPlotleafScheme();
    qputenv(chromiumFlags, withOfflineSwitches(qgetenv(chromiumFlags)));
    if (!qEnvironmentVariableIsSet("QT_QUICK_BACKEND") && isGlSoftware())
        qputenv("QT_QUICK_BACKEND", "software");
}

std::optional<QString> PageEngine::obstacle()
{
    if (const auto opened = openResourceFile(); !opened)
        return opened.error().message;
#ifdef Q_OS_LINUX
    if (geteuid() == 0 && qEnvironmentVariableIntValue(sandboxSwitch) == 0 &&
        !qgetenv(chromiumFlags).contains("--no-sandbox")) {
        return QCoreApplication::translate(
            "plotleaf::PageEngine",
            "The web engine's sandbox does not work for the user root. Start Plotleaf as an "
            "ordinary user, or set QTWEBENGINE_DISABLE_SANDBOX=1 to go without the sandbox.");
    }
#endif
    return std::nullopt;
}

} // namespace plotleaf
