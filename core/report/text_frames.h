#pragma once

#include <QString>
#include <QVector>

namespace plotleaf {

/// An `<iframe>` of a Markdown text, and where.
struct TextFrame
{
    qsizetype start = 0;  ///< of "<iframe"
    qsizetype length = 0; ///< to behind "</iframe>", or of the tag alone where that is missing
    qsizetype tagLength = 0;
    int line = 0;        ///< from 0
    bool isCode = false; ///< it stands in code, where it is only a text
};

/// The frames of a text in its order. Reads tags as HTML does, and code (fences, code spans,
/// indented lines) as GFM 0.29 does, but looks at one place after the other and knows no nesting of
/// blocks. Tags of more than 16,384 characters are none. Any thread.
QVector<TextFrame> textFrames(const QString &text);

/// An attribute of a tag as it is written there.
struct TagAttribute
{
    qsizetype start = 0; ///< of its name, within the tag
    qsizetype length = 0;
    QString name;             ///< lower case
    qsizetype valueStart = 0; ///< without quotes
    qsizetype valueLength = 0;
    QChar quote; ///< null: none
};

/// The attributes of a start tag, "<iframe src=…>", in their order.
QVector<TagAttribute> tagAttributes(QStringView tag);

/// Behind the ">" of the tag that begins at `at`, quotes heeded; -1: it does not end.
qsizetype tagEnd(QStringView text, qsizetype at);

} // namespace plotleaf
