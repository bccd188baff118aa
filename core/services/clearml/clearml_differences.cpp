#include "core/services/clearml/clearml_differences.h"

#include "core/services/clearml/clearml_text_check.h"
#include "core/services/clearml/clearml_view.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

using DifferenceKind = ClearmlDifference::Kind;

/// What the parser puts into a block's HTML where there is one of these.
struct Mark
{
    DifferenceKind kind;
    const char *html;
    const char *source; ///< finds its line within the block; null: the block's first
};

constexpr std::array blockMarks = {
    Mark{DifferenceKind::Formula, "class=\"pl-math", "\\$|```math|~~~math"},
    Mark{DifferenceKind::Diagram, "class=\"pl-diagram\"", "(```|~~~) *mermaid"},
    Mark{DifferenceKind::Chart, "class=\"language-vega", "(```|~~~) *vega"},
    Mark{DifferenceKind::Footnote, "class=\"footnote-ref\"", "\\[\\^"},
    Mark{DifferenceKind::Contents, "class=\"pl-toc\"", nullptr},
    Mark{DifferenceKind::Alert, "class=\"pl-alert ", "\\[!"},
    Mark{DifferenceKind::ReportLink, "href=\"plotleaf-report:", "plotleaf-report:"},
    Mark{DifferenceKind::OwnImage, "plotleaf://asset/", "asset:"},
};

class DifferenceFinder
{
public:
    DifferenceFinder(const MarkdownDocument &document,
                     const QString &text,
                     const QUrl &web,
                     bool sendsImages)
        : m_document(document)
        , m_text(text)
        , m_lines(text.split(u'\n'))
        , m_web(web)
        , m_sendsImages(sendsImages)
    {
    }

    QVector<ClearmlDifference> run()
    {
        for (const MarkdownHeading &heading : m_document.outline)
            m_anchors.insert(heading.id.toUtf8());
        for (const MarkdownBlock &block : m_document.blocks)
            readBlock(block);
        for (const MarkdownPanel &panel : m_document.panels)
            readPanel(panel);
        readFrames();
        std::stable_sort(
            m_found.begin(), m_found.end(),
            [](const ClearmlDifference &a, const ClearmlDifference &b) { return a.line < b.line; });
        return m_found;
    }

private:
    void add(DifferenceKind kind, int line) { m_found.append({kind, line}); }

    /// The first line of a block that the pattern is found in.
    int lineOf(const MarkdownBlock &block, const QRegularExpression &pattern) const
    {
        const int last = std::min<int>(block.lastLine, int(m_lines.size()) - 1);
        for (int line = block.firstLine; line <= last; ++line) {
            if (m_lines.at(line).contains(pattern))
                return line;
        }
        return block.firstLine;
    }

    void readBlock(const MarkdownBlock &block)
    {
        for (const Mark &mark : blockMarks) {
            const bool isSent = mark.kind == DifferenceKind::OwnImage && m_sendsImages;
            if (isSent || !block.html.contains(mark.html))
                continue;
            add(mark.kind, mark.source
                               ? lineOf(block, QRegularExpression(QLatin1String(mark.source)))
                               : block.firstLine);
        }
        readAnchors(block);
        if (block.html.contains("<pre><code"))
            readFences(block);
        if (block.html.contains("<iframe"))
            add(DifferenceKind::ForeignFrame, lineOf(block, QRegularExpression(u"<iframe"_s)));
    }

    /// Elements with an id of their own are found there too.
    void readAnchors(const MarkdownBlock &block)
    {
        const QByteArray link("href=\"#");
        if (block.html.contains("class=\"pl-toc\""))
            return;
        for (qsizetype at = block.html.indexOf(link); at >= 0;
             at = block.html.indexOf(link, at + 1)) {
            const qsizetype start = at + link.size();
            const QByteArray target = block.html.mid(start, block.html.indexOf('"', start) - start);
            if (m_anchors.contains(QByteArray::fromPercentEncoding(target)))
                return add(DifferenceKind::Anchor, lineOf(block, QRegularExpression(u"\\(#|#"_s)));
        }
    }

    void readFences(const MarkdownBlock &block)
    {
        static const QRegularExpression fence(u"^[ >]*(?:[-+*] +|\\d+[.)] +)?(`{3,}|~{3,}) *"
                                              u"([\\w+#.-]+)( +\\S[^`]*)?$"_s);
        const int last = std::min<int>(block.lastLine, int(m_lines.size()) - 1);
        QString open;
        for (int line = block.firstLine; line <= last; ++line) {
            if (!open.isEmpty()) {
                if (m_lines.at(line).trimmed().startsWith(open))
                    open.clear();
                continue;
            }
            const auto match = fence.match(m_lines.at(line));
            if (!match.hasMatch())
                continue;
            open = match.captured(1);
            if (match.hasCaptured(3))
                add(DifferenceKind::CodeLanguage, line);
        }
    }

    void readPanel(const MarkdownPanel &panel)
    {
        if (panel.info != "iframe"_L1)
            return add(DifferenceKind::Panel, panel.firstLine);
        const QString address = QString(panel.source).replace(u"&amp;"_s, u"&"_s);
        if (!isClearmlFrameShown({}, address))
            add(DifferenceKind::OldFrame, panel.firstLine);
        else if (!isClearmlFrameShown(m_web, address))
            add(DifferenceKind::ForeignFrame, panel.firstLine);
        if (address.contains("plotleaf."_L1))
            add(DifferenceKind::FrameOption, panel.firstLine);
    }

    void readFrames()
    {
        RandomIdSource ids; // of names that nobody asks for here
        for (const ClearmlMend &mend : clearmlMends(m_text, ids))
            add(mend.kind == ClearmlMend::Kind::BlankLine ? DifferenceKind::TextBehindFrame
                                                          : DifferenceKind::FrameName,
                mend.line);
    }

    const MarkdownDocument &m_document;
    const QString &m_text;
    const QStringList m_lines;
    const QUrl &m_web;
    const bool m_sendsImages;
    QSet<QByteArray> m_anchors;
    QVector<ClearmlDifference> m_found;
};

} // namespace

QVector<ClearmlDifference> clearmlDifferences(const MarkdownDocument &document,
                                              const QString &text,
                                              const QUrl &web,
                                              bool sendsImages)
{
    return DifferenceFinder(document, text, web, sendsImages).run();
}

} // namespace plotleaf
