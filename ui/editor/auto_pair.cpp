#include "ui/editor/auto_pair.h"

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

QChar closerOf(QChar opener)
{
    switch (opener.unicode()) {
    case u'(':
        return u')';
    case u'[':
        return u']';
    case u'{':
        return u'}';
    case u'<':
        return u'>';
    default:
        return opener;
    }
}

bool wrapsSelection(QChar c)
{
    return u"([{<\"'`*_~$"_s.contains(c);
}

/// Pairs that are closed while typing. Quotes and asterisks are not: in prose they stand alone too
/// often.
bool isPaired(QChar c)
{
    return u"([{`"_s.contains(c);
}

QChar charBefore(const Passage &passage)
{
    return passage.position > 0 ? passage.text.at(passage.position - 1) : QChar(u'\n');
}

QChar charAfter(const Passage &passage)
{
    return passage.position < passage.text.size() ? passage.text.at(passage.position)
                                                  : QChar(u'\n');
}

Passage wrapped(const Passage &passage, QChar typed)
{
    Passage result = passage;
    result.text.insert(passage.selectionEnd(), closerOf(typed));
    result.text.insert(passage.selectionStart(), typed);
    ++result.anchor;
    ++result.position;
    return result;
}

} // namespace

std::optional<Passage> autoPair(const Passage &passage, QChar typed)
{
    if (passage.hasSelection()) {
        if (wrapsSelection(typed) && !passage.selectedText().contains(u'\n'))
            return wrapped(passage, typed);
        return std::nullopt;
    }
    const QChar before = charBefore(passage);
    const QChar after = charAfter(passage);
    const bool stepsOver = after == typed && u")]}`"_s.contains(typed);
    if (stepsOver) {
        Passage result = passage;
        result.anchor = result.position = passage.position + 1;
        return result;
    }
    const bool roomAfter = after.isSpace() || u")]}>,.;:"_s.contains(after);
    const bool startsCode = typed != u'`' || (before != u'`' && !before.isLetterOrNumber());
    if (!isPaired(typed) || before == u'\\' || !roomAfter || !startsCode)
        return std::nullopt;
    Passage result = passage;
    result.text.insert(passage.position, QString(typed) + closerOf(typed));
    result.anchor = result.position = passage.position + 1;
    return result;
}

std::optional<Passage> deleteEmptyPair(const Passage &passage)
{
    if (passage.hasSelection() || !isPaired(charBefore(passage)) ||
        closerOf(charBefore(passage)) != charAfter(passage))
        return std::nullopt;
    Passage result = passage;
    result.text.remove(passage.position - 1, 2);
    result.anchor = result.position = passage.position - 1;
    return result;
}

} // namespace plotleaf
