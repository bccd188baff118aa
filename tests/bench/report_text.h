#pragma once

#include <QString>

namespace plotleaf::bench {

/// What reports are made of: 9 blocks in about 900 bytes, panels (that find no runs) among them.
inline QString reportSection(int number)
{
    return QStringLiteral(
               "## Section %1\n\nSome *text* with **marks**, `code`, [a link](https://example.org/"
               "%1) and $a_%1 + b$, long enough to be a paragraph as people write them in a report "
               "about runs.\n\n"
               "- first item with `code`\n- second item, see https://example.org\n- [ ] a task\n\n"
               "| run | loss | accuracy |\n|:----|-----:|:--------:|\n| resnet-%1 | 0.123 | 0.987 "
               "|\n| vgg-%1 | 0.234 | 0.876 |\n\n"
               "```python\nfor epoch in range(%1):\n    train(model, data)\n```\n\n"
               "> A quote of somebody,\n> in two lines.\n\n"
               "```panel\ntype: line\ny: [train/loss, val/loss]\n"
               "runs: {source: folders, project: %1}\n```\n\n"
               "The last paragraph of the section is here for its length: it says nothing at all, "
               "but says it in as many words as it takes to fill a line or two of a window.\n\n")
        .arg(number);
}

/// A report of at least this many bytes, made of such sections.
inline QString reportText(qsizetype bytes)
{
    QString text;
    text.reserve(bytes + 1000);
    for (int i = 0; text.size() < bytes; ++i)
        text += reportSection(i);
    return text;
}

} // namespace plotleaf::bench
