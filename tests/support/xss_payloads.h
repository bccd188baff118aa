#pragma once

#include "support/test_paths.h"

#include <QByteArrayList>
#include <QFile>

namespace plotleaf::test {

/// One payload a line (tests/data/xss/payloads.txt says how), for a server on this machine that
/// nobody may contact. A script that has run makes the title of the page `hit`.
inline QByteArrayList readPayloads(quint16 port)
{
    QFile file(testData() + QStringLiteral("/xss/payloads.txt"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no payloads");
    QByteArrayList payloads;
    for (QByteArray line : file.readAll().split('\n')) {
        if (line.isEmpty() || line.startsWith("%%"))
            continue;
        line.replace("{{js}}", "document.title=`hit`");
        line.replace("{{host}}", QByteArray("127.0.0.1:" + QByteArray::number(port)));
        line.replace("{{nl}}", "\n");
        payloads += line;
    }
    return payloads;
}

/// Everything that a reader or the browser might do with what is shown, done by script.
inline QString provokeEverything()
{
    return QStringLiteral(R"js((() => {
        const kinds = ['click', 'auxclick', 'dblclick', 'mouseover', 'mouseenter', 'pointerdown',
                       'focus', 'blur', 'error', 'load', 'toggle', 'submit', 'animationstart',
                       'transitionend', 'wheel', 'input', 'change', 'keydown', 'dragover', 'drop'];
        const elements = document.querySelectorAll('main *');
        for (const element of elements)
            for (const kind of kinds) element.dispatchEvent(new Event(kind, {bubbles: kind !== 'error', cancelable: true}));
        for (const element of elements) element.click?.();
        return elements.length;
    })())js");
}

} // namespace plotleaf::test
