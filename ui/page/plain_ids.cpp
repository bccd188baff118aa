#include "ui/page/plain_ids.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

using IdMap = QHash<QString, QString>;

IdMap numberedIds(const QVector<MarkdownHeading> &outline)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9._-]+$"_s);
    IdMap ids;
    for (const MarkdownHeading &heading : outline) {
        if (!plain.match(heading.id).hasMatch())
            ids.insert(heading.id, u"pl-place-%1"_s.arg(ids.size() + 1));
    }
    return ids;
}

/// An attribute's value as it was meant: `&amp;` and %C3%BC taken back.
QString attributeText(QString value, bool isAddress)
{
    value.replace("&lt;"_L1, "<"_L1).replace("&gt;"_L1, ">"_L1);
    value.replace("&quot;"_L1, "\""_L1).replace("&#39;"_L1, "'"_L1).replace("&amp;"_L1, "&"_L1);
    return isAddress ? QString::fromUtf8(QByteArray::fromPercentEncoding(value.toUtf8())) : value;
}

QByteArray withIds(const QByteArray &html, const IdMap &ids)
{
    static const QRegularExpression place(u"(<h[1-6] id=|<a href=)\"(#?)([^\"]*)\""_s);
    const QString text = QString::fromUtf8(html);
    QString result;
    qsizetype copied = 0;
    for (auto found = place.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const bool isLink = match.capturedView(1).startsWith("<a"_L1);
        const auto id = ids.constFind(attributeText(match.captured(3), isLink));
        if (isLink != !match.capturedView(2).isEmpty() || id == ids.constEnd())
            continue;
        result += QStringView(text).mid(copied, match.capturedStart(3) - copied);
        result += *id;
        copied = match.capturedEnd(3);
    }
    return (result + QStringView(text).mid(copied)).toUtf8();
}

} // namespace

MarkdownDocumentPtr withPlainIds(const MarkdownDocumentPtr &document)
{
    const IdMap ids = numberedIds(document->outline);
    if (ids.isEmpty())
        return document;
    auto plain = std::make_shared<MarkdownDocument>(*document);
    for (MarkdownHeading &heading : plain->outline)
        heading.id = ids.value(heading.id, heading.id);
    for (MarkdownBlock &block : plain->blocks)
        block.html = withIds(block.html, ids);
    return plain;
}

} // namespace plotleaf
