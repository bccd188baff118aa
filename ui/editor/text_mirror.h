#pragma once

#include <QObject>
#include <QString>

class QTextDocument;

namespace plotleaf {

/// A document's text as one string, kept current from the document's own changes: a key in a text
/// of 1 MB costs a tenth of what QTextDocument::toPlainText() does. Exact where toPlainText() is
/// not (that turns U+00A0 into a space). Lines end with '\n'. GUI thread.
class TextMirror : public QObject
{
    Q_OBJECT

public:
    /// `document` must outlive the mirror. Make it before anything that reads it while handling
    /// contentsChange.
    explicit TextMirror(QTextDocument &document, QObject *parent = nullptr);

    const QString &text() const { return m_text; }

private:
    void contentsChanged(int position, int removed, int added);
    QString documentText(int position, int length) const;

    QTextDocument &m_document;
    QString m_text;
};

} // namespace plotleaf
