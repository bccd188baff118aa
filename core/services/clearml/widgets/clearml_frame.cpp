#include "core/services/clearml/widgets/clearml_frame.h"

#include "core/report/text_frames.h"
#include "core/services/clearml/widgets/clearml_address.h"
#include "core/services/clearml/widgets/clearml_embed_code.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

/// The first of that name counts, as in HTML.
std::optional<TagAttribute> attributeCalled(const QString &code, const QString &name)
{
    const qsizetype end = tagEnd(code, 0);
    const QVector<TagAttribute> all =
        tagAttributes(QStringView(code).left(std::max(end, qsizetype(0))));
    const auto found = std::ranges::find(all, name, &TagAttribute::name);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

} // namespace

ClearmlFrame::ClearmlFrame(QString code, ClearmlWidget widget)
    : m_code(std::move(code)), m_widget(std::move(widget))
{
}

Result<ClearmlFrame> ClearmlFrame::read(const QString &code)
{
    const QVector<TextFrame> frames = textFrames(code);
    if (frames.size() != 1 || frames.first().start != 0 || frames.first().isCode) {
        return Error{
            ErrorCode::InvalidInput,
            QCoreApplication::translate("plotleaf::ClearmlWidget", "This is not a single frame."),
            code.left(200)};
    }
    const std::optional<TagAttribute> source = attributeCalled(code, u"src"_s);
    const Result<ClearmlWidget> widget =
        readClearmlWidget(source ? code.mid(source->valueStart, source->valueLength) : QString());
    if (!widget)
        return widget.error();
    return ClearmlFrame(code, *widget);
}

ClearmlFrame ClearmlFrame::make(const ClearmlWidget &widget, const QUrl &web, IdSource &ids)
{
    ClearmlEmbed empty;
    ClearmlWidget written;
    empty.type = written.type = widget.type;
    empty.isModel = written.isModel = widget.isModel;
    if (widget.type == ClearmlWidget::Type::Scalar)
        empty.xAxis = written.xAxis = widget.xAxis;
    ClearmlFrame frame(clearmlEmbedCode(empty, web, ids), written);
    ClearmlWidget wanted = widget;
    wanted.web = web;
    frame.setWidget(wanted);
    return frame;
}

QString ClearmlFrame::attribute(const QString &name) const
{
    const std::optional<TagAttribute> found = attributeCalled(m_code, name);
    return found ? m_code.mid(found->valueStart, found->valueLength) : QString();
}

void ClearmlFrame::setAttribute(const QString &name, const QString &value)
{
    const std::optional<TagAttribute> found = attributeCalled(m_code, name);
    const QString written = name + u"=\""_s + value + u'"';
    if (!found)
        m_code.insert("<iframe"_L1.size(), u' ' + written);
    else if (found->quote.isNull())
        m_code.replace(found->start, found->length, written);
    else
        m_code.replace(found->valueStart, found->valueLength, value);
}

void ClearmlFrame::setWidget(const ClearmlWidget &changed)
{
    const std::optional<TagAttribute> source = attributeCalled(m_code, u"src"_s);
    if (!source)
        return;
    const QString before = m_code.mid(source->valueStart, source->valueLength);
    QString address = changedClearmlAddress(before, m_widget, changed);
    m_widget = changed;
    if (address == before)
        return;
    // URLs leave single quotes as they are.
    if (source->quote == u'\'')
        address.replace(u'\'', "%27"_L1);
    setAttribute(u"src"_s, address);
}

} // namespace plotleaf
