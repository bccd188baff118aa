#include "ui/page/title_block.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct TitleBlock
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::TitleBlock)
};

constexpr int fewestHeadings = 3;

QString headingLink(const MarkdownHeading &heading)
{
    return u"<a href=\"#%1\">%2</a>"_s.arg(heading.id.toHtmlEscaped(),
                                           heading.text.toHtmlEscaped());
}

/// A text that starts with its own title as a heading: the title block takes that heading's place.
bool startsWithTitle(const MarkdownDocument &document, const QString &name)
{
    if (document.outline.isEmpty() || document.blocks.isEmpty())
        return false;
    const MarkdownHeading &heading = document.outline.first();
    const MarkdownBlock &block = document.blocks.first();
    return heading.level == 1 && heading.line == block.firstLine && heading.text == name &&
           block.html.trimmed().endsWith("</h1>");
}

/// The long form of the language, without the day of the week.
QString dateText(const QDateTime &time, const QLocale &locale)
{
    static const QRegularExpression weekday(u"[,.]?\\s*dddd[,.]?\\s*"_s);
    QString format = locale.dateFormat(QLocale::LongFormat);
    return locale.toString(time.toLocalTime().date(), format.remove(weekday));
}

QString titleBlockHtml(const ReportSummary &summary, const QString &id, const QString &language)
{
    QString html = u"<header class=\"pl-title\"><h1"_s;
    if (!id.isEmpty())
        html += u" id=\"%1\""_s.arg(id.toHtmlEscaped());
    html += u'>' + summary.name.toHtmlEscaped() + u"</h1>"_s;
    const QLocale locale = language.isEmpty() ? QLocale() : QLocale(language);
    QStringList facts{summary.author, summary.project};
    if (summary.updated.isValid())
        facts.insert(1, dateText(summary.updated, locale));
    facts.removeAll(QString());
    if (!facts.isEmpty())
        html +=
            u"<p class=\"pl-title-facts\">"_s + facts.join(u" · "_s).toHtmlEscaped() + u"</p>"_s;
    if (!summary.description.isEmpty()) {
        html += u"<p class=\"pl-title-description\">"_s + summary.description.toHtmlEscaped() +
                u"</p>"_s;
    }
    if (!summary.tags.isEmpty()) {
        html += u"<p class=\"pl-title-tags\">"_s;
        for (const QString &tag : summary.tags)
            html += u"<span class=\"pl-tag\">"_s + tag.toHtmlEscaped() + u"</span> "_s;
        html += u"</p>"_s;
    }
    return html + u"</header>"_s;
}

bool wantsContents(const MarkdownDocument &document)
{
    return document.outline.size() >= fewestHeadings &&
           std::none_of(
               document.blocks.begin(), document.blocks.end(),
               [](const MarkdownBlock &block) { return block.html.contains("class=\"pl-toc\""); });
}

QString contentsHtml(const QVector<MarkdownHeading> &outline)
{
    QString html = u"<nav class=\"pl-contents\"><p class=\"pl-contents-title\">"_s +
                   TitleBlock::tr("Contents") + u"</p>"_s;
    int top = 6;
    for (const MarkdownHeading &heading : outline)
        top = std::min(top, heading.level);
    for (const MarkdownHeading &heading : outline) {
        html += u"<p class=\"pl-contents-%1\">"_s.arg(heading.level - top + 1) +
                headingLink(heading) + u"</p>"_s;
    }
    return html + u"</nav>"_s;
}

/// Invisible: Chromium makes a named destination of everything that some link of the page leads to.
QString placesHtml(const QVector<MarkdownHeading> &outline)
{
    QString html = u"<nav class=\"pl-places\" hidden>"_s;
    for (const MarkdownHeading &heading : outline)
        html += headingLink(heading);
    return html + u"</nav>"_s;
}

MarkdownBlock frontBlock(quint64 number, const QString &html)
{
    MarkdownBlock block;
    block.hash = number;
    block.html = html.toUtf8();
    return block;
}

} // namespace

QVector<MarkdownHeading> listedHeadings(const PrintedReport &report, bool title)
{
    QVector<MarkdownHeading> listed = report.document->outline;
    if (title && startsWithTitle(*report.document, report.summary.name))
        listed.removeFirst();
    return listed;
}

MarkdownDocumentPtr withFrontParts(const PrintedReport &report, const FrontParts &parts)
{
    auto printed = std::make_shared<MarkdownDocument>(*report.document);
    QVector<MarkdownBlock> front;
    const bool contents = parts.contents && wantsContents(*printed);
    if (parts.places)
        front += frontBlock(1, placesHtml(printed->outline));
    if (parts.title) {
        QString id;
        if (startsWithTitle(*printed, report.summary.name)) {
            id = printed->outline.first().id;
            printed->blocks.removeFirst();
        }
        front += frontBlock(2, titleBlockHtml(report.summary, id, report.language));
    }
    if (contents)
        front += frontBlock(3, contentsHtml(listedHeadings(report, parts.title)));
    printed->blocks = front + printed->blocks;
    return printed;
}

} // namespace plotleaf
