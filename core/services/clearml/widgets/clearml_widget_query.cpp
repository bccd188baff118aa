#include "core/services/clearml/widgets/clearml_widget_query.h"

#include "core/panels/media_item.h"
#include "core/services/clearml/clearml_sample_file.h"
#include "core/services/clearml/widgets/clearml_figures.h"
#include "core/services/clearml/widgets/clearml_links.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plotleaf {

Figure clearmlProblem(const Error &error)
{
    return Figure::message(
        u"error"_s,
        QCoreApplication::translate("plotleaf::ClearmlFigure", "This widget cannot be shown"),
        error.message);
}

namespace {

/// One sample with its file; a message where that cannot be had.
QCoro::Task<Figure> sampleFigure(std::shared_ptr<ClearmlClient> client,
                                 ClearmlSample sample,
                                 QString tenant,
                                 std::shared_ptr<MediaShelf> shelf,
                                 std::vector<MediaPin> *pins)
{
    RunSample wanted;
    wanted.name = {sample.metric, sample.variant};
    wanted.iteration = sample.iteration;
    wanted.address = sample.url;
    const Result<MediaSample> file = co_await askClearmlSampleFile(client, wanted, tenant);
    if (!file && file.error().code == ErrorCode::InvalidInput) {
        co_return Figure::message(
            u"warning"_s,
            QCoreApplication::translate("plotleaf::ClearmlFigure", "The file cannot be fetched"),
            file.error().message);
    }
    if (!file)
        co_return clearmlProblem(file.error());
    const Shelve shelve = [&](const QString &type, const QByteArray &bytes) {
        const MediaShelf::Shelved shelved = shelf->put(type, bytes);
        pins->push_back(shelved.pin);
        return shelved.address;
    };
    const QJsonObject item = mediaItem(*file, sample.task, shelve);
    Figure figure;
    figure.kind = Figure::Kind::Media;
    figure.title = sample.metric;
    figure.content = {{u"items"_s, QJsonArray{item}}};
    co_return figure;
}

/// Where the web app shows what was found.
QString
originalPage(const ClearmlClient &client, const ClearmlWidget &widget, const QJsonObject &data)
{
    QStringList ids;
    const QJsonArray tasks = data["tasks"_L1].toArray();
    for (const QJsonValue task : tasks)
        ids.append(task["id"_L1].toString());
    // As the frame names them; the order of the answer says nothing.
    std::stable_sort(ids.begin(), ids.end(), [&widget](const QString &a, const QString &b) {
        return widget.objects.indexOf(a) < widget.objects.indexOf(b);
    });
    return ids.isEmpty() ? QString()
                         : clearmlResourceLink(widget, client.servers().web, ids)
                               .toString(QUrl::FullyEncoded);
}

} // namespace

QCoro::Task<ClearmlWidgetAnswer> drawClearmlWidget(std::shared_ptr<ClearmlClient> client,
                                                   ClearmlWidget widget,
                                                   std::shared_ptr<MediaShelf> shelf,
                                                   Result<QJsonObject> data)
{
    if (!data)
        co_return ClearmlWidgetAnswer{clearmlProblem(data.error()), {}};
    ClearmlWidgetAnswer answer;
    if (widget.type != ClearmlWidget::Type::Sample) {
        answer.figure = clearmlFigure(widget, *data);
        answer.figure.original = originalPage(*client, widget, *data);
        co_return answer;
    }
    const QVector<ClearmlSample> found = clearmlSamples(*data);
    if (found.isEmpty())
        co_return ClearmlWidgetAnswer{clearmlNothingFound(widget, clearmlObjects(*data)), {}};
    Figure figure =
        co_await sampleFigure(client, found.first(), widget.company, shelf, &answer.media);
    answer.figure = std::move(figure);
    answer.figure.original = originalPage(*client, widget, *data);
    co_return answer;
}

} // namespace plotleaf
