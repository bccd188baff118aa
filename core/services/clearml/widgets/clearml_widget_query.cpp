#include "core/services/clearml/widgets/clearml_widget_query.h"

#include "core/services/clearml/widgets/clearml_figures.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

Figure errorFigure(const Error &error)
{
    return Figure::message(
        u"error"_s,
        QCoreApplication::translate("plotleaf::ClearmlFigure", "This widget cannot be shown"),
        error.message);
}

/// By extension, as the web app decides (clearml.md 4.5). Empty: not to be played or shown here.
QString mediaKindOf(const QString &url)
{
    const QString suffix = QUrl(url).path().section(u'.', -1).toLower();
    if (QStringList{u"wav"_s, u"mp3"_s, u"flac"_s, u"mid"_s, u"au"_s, u"ra"_s, u"snd"_s, u"ogg"_s}
            .contains(suffix))
        return u"audio"_s;
    if (QStringList{u"txt"_s, u"text"_s}.contains(suffix))
        return u"text"_s;
    if (QStringList{u"html"_s, u"ogv"_s, u"mp4"_s, u"webm"_s, u"m4v"_s, u"avi"_s, u"mov"_s,
                    u"wmv"_s}
            .contains(suffix))
        return {};
    return u"image"_s;
}

QString mimeTypeOf(const QString &kind, const HttpAnswer &answer)
{
    QString told = QString::fromLatin1(answer.header("Content-Type")).section(u';', 0, 0);
    if (told.startsWith(kind + u'/'))
        return told;
    return kind == "audio"_L1 ? u"audio/wav"_s : u"image/png"_s;
}

QString unreachableText(const QString &url)
{
    const QString scheme = QUrl(url).scheme();
    if (scheme == "s3"_L1 || scheme == "gs"_L1 || scheme == "azure"_L1) {
        return QCoreApplication::translate("plotleaf::ClearmlFigure",
                                           "The file is in a cloud store (%1), whose keys Plotleaf "
                                           "does not have.")
            .arg(scheme);
    }
    return QCoreApplication::translate("plotleaf::ClearmlFigure",
                                       "The file is on the computer that made it: %1")
        .arg(url);
}

/// One sample with its file; a message where that cannot be had.
QCoro::Task<Figure> sampleFigure(std::shared_ptr<ClearmlClient> client,
                                 ClearmlSample sample,
                                 std::shared_ptr<MediaShelf> shelf,
                                 std::vector<MediaPin> *pins)
{
    const QUrl url(sample.url);
    if (url.scheme() != "http"_L1 && url.scheme() != "https"_L1) {
        co_return Figure::message(
            u"warning"_s,
            QCoreApplication::translate("plotleaf::ClearmlFigure", "The file cannot be fetched"),
            unreachableText(sample.url));
    }
    const QString kind = mediaKindOf(sample.url);
    HttpRequest request;
    request.url = url;
    const Result<HttpAnswer> answer = co_await client->files(request, ClearmlEffect::Reads);
    if (!answer)
        co_return errorFigure(answer.error());
    QJsonObject item = {{u"kind"_s, kind},
                        {u"caption"_s, sample.variant},
                        {u"step"_s, sample.iteration},
                        {u"run"_s, sample.task}};
    if (kind == "text"_L1) {
        item["text"_L1] = QString::fromUtf8(answer->body);
    } else if (kind.isEmpty()) {
        co_return Figure::message(
            u"info"_s, sample.variant,
            QCoreApplication::translate("plotleaf::ClearmlFigure",
                                        "Films and pages are shown by the web app only."));
    } else {
        const MediaShelf::Shelved shelved = shelf->put(mimeTypeOf(kind, *answer), answer->body);
        pins->push_back(shelved.pin);
        item["src"_L1] = shelved.address;
    }
    Figure figure;
    figure.kind = Figure::Kind::Media;
    figure.title = sample.metric;
    figure.content = {{u"items"_s, QJsonArray{item}}};
    co_return figure;
}

} // namespace

QCoro::Task<ClearmlWidgetAnswer> askClearmlWidget(std::shared_ptr<ClearmlClient> client,
                                                  ClearmlWidget widget,
                                                  std::shared_ptr<MediaShelf> shelf,
                                                  int samples)
{
    const Result<QJsonObject> body = clearmlTaskDataBody(widget, samples);
    if (!body)
        co_return ClearmlWidgetAnswer{errorFigure(body.error()), {}};
    const Result<QJsonObject> data = co_await client->call(u"reports.get_task_data"_s, *body);
    if (!data)
        co_return ClearmlWidgetAnswer{errorFigure(data.error()), {}};
    if (widget.type != ClearmlWidget::Type::Sample)
        co_return ClearmlWidgetAnswer{clearmlFigure(widget, *data), {}};
    const QVector<ClearmlSample> found = clearmlSamples(*data);
    if (found.isEmpty())
        co_return ClearmlWidgetAnswer{clearmlNothingFound(widget, clearmlObjects(*data)), {}};
    ClearmlWidgetAnswer answer;
    Figure figure = co_await sampleFigure(client, found.first(), shelf, &answer.media);
    answer.figure = std::move(figure);
    co_return answer;
}

} // namespace plotleaf
