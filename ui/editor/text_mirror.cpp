#include "ui/editor/text_mirror.h"

#include <QTextBlock>
#include <QTextDocument>

namespace plotleaf {

TextMirror::TextMirror(QTextDocument &document, QObject *parent)
    : QObject(parent), m_document(document)
{
    m_text = documentText(0, document.characterCount());
    m_text.chop(1);
    connect(&document, &QTextDocument::contentsChange, this, &TextMirror::contentsChanged);
}

void TextMirror::contentsChanged(int position, int removed, int added)
{
    // A document ends with a separator that is not part of its text, yet changes are counted with
    // it.
    m_text += u'\n';
    m_text.replace(position, removed, documentText(position, added));
    // QTextDocument::clear() forgets it in its count; whatever else might, the text is taken anew.
    if (m_text.size() != m_document.characterCount())
        m_text = documentText(0, m_document.characterCount());
    m_text.chop(1);
}

QString TextMirror::documentText(int position, int length) const
{
    QString text;
    text.reserve(length);
    const int end = position + length;
    for (QTextBlock block = m_document.findBlock(position); block.isValid(); block = block.next()) {
        const QString line = block.text();
        const int from = qMax(0, position - block.position());
        const int to = qMin(int(line.size()), end - block.position());
        text += QStringView(line).mid(from, to - from);
        if (block.position() + block.length() > end)
            break;
        text += u'\n';
    }
    return text;
}

} // namespace plotleaf
