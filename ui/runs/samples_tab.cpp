#include "ui/runs/samples_tab.h"

#include "ui/runs/embed_button.h"
#include "ui/theme/theme.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QBuffer>
#include <QImageReader>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>
#include <QtConcurrent/QtConcurrentRun>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int sampleEdge = 180; ///< pixels
constexpr int newestIterations = 8;
constexpr int newestCompared = 2;   ///< of each run
constexpr int sampleBeginning = 40; ///< characters of a text under its sign
constexpr int sampleTextRole = Qt::UserRole;
constexpr qsizetype mostSampleText = 256 * 1024; ///< bytes that are read here

QString sampleText(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes.left(mostSampleText));
    return bytes.size() > mostSampleText ? text + u"\n…"_s : text;
}

/// A picture from a file that came from elsewhere, no larger than it is shown.
QImage sampleImage(QByteArray bytes, const QSize &most)
{
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && (size.width() > most.width() || size.height() > most.height()))
        reader.setScaledSize(size.scaled(most, Qt::KeepAspectRatio));
    return reader.read();
}

} // namespace

SamplesTab::SamplesTab(Theme &theme, QWidget *parent)
    : RunTab(theme, parent)
    , m_list(new QListWidget(this))
    , m_title(new PlainLabel(this))
    , m_embed(new EmbedButton(theme, tr("the sample"), this))
    , m_told(new PlainLabel(this))
    , m_samples(new QListWidget(this))
    , m_text(new QPlainTextEdit(this))
{
    setObjectName(u"samplesTab"_s);
    m_list->setObjectName(u"sampleNames"_s);
    m_list->setAccessibleName(tr("Debug samples"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_title->setFont(theme.font(FontRole::Strong));
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_samples->setObjectName(u"samples"_s);
    m_samples->setAccessibleName(tr("The newest"));
    m_samples->setViewMode(QListView::IconMode);
    m_samples->setResizeMode(QListView::Adjust);
    m_samples->setMovement(QListView::Static);
    m_samples->setIconSize(QSize(sampleEdge, sampleEdge));
    m_samples->setGridSize(QSize(sampleEdge + Spacing::l, sampleEdge + Spacing::xxl));
    m_samples->setWordWrap(true);
    m_samples->setFrameShape(QFrame::NoFrame);
    m_told->setObjectName(u"samplesTold"_s);
    m_told->setAlignment(Qt::AlignCenter);
    m_told->setWordWrap(true);
    setLook(m_told, u"muted"_s);
    m_text->setObjectName(u"sampleText"_s);
    m_text->setAccessibleName(tr("Text of the sample"));
    m_text->setReadOnly(true);
    m_text->setFont(theme.font(FontRole::Monospace));
    m_text->hide();
    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(Spacing::m, Spacing::s, Spacing::m, Spacing::s);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_embed);
    column->addLayout(head);
    column->addWidget(m_told, 1);
    column->addWidget(m_samples, 1);
    column->addWidget(m_text, 1);
    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_list);
    splitter->addWidget(right);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({200, 600});
    setContent(splitter);
    connect(m_list, &QListWidget::currentRowChanged, this, &SamplesTab::showCurrent);
    connect(m_samples, &QListWidget::currentRowChanged, this, &SamplesTab::showText);
    connectEmbed(m_embed, [this] {
        const MetricName name = m_names.value(m_list->currentRow());
        RunEmbed wish = wishFor(RunEmbed::What::Sample);
        wish.metric = name.metric;
        wish.variants = {name.variant};
        return wish;
    });
}

void SamplesTab::clear()
{
    const QSignalBlocker quiet(m_list);
    ++m_shown;
    m_names.clear();
    m_list->clear();
    m_samples->clear();
}

void SamplesTab::load()
{
    ask(runs().catalog->sampleNames(runs().pick()),
        [this](const QVector<MetricName> &names) { fill(names); });
}

void SamplesTab::fill(const QVector<MetricName> &names)
{
    if (names.isEmpty()) {
        showEmpty(tr("No debug samples"),
                  tr("No picture, sound or text has been reported here yet."));
        return;
    }
    m_names = names;
    for (const MetricName &name : names)
        m_list->addItem(name.metric + u" / "_s + name.variant);
    m_list->setCurrentRow(0);
    showContent();
}

void SamplesTab::showCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_names.size())
        return;
    m_samples->clear();
    tell(tr("Looking for samples…"));
    m_title->setText(m_list->currentItem()->text());
    m_embed->setWhat(m_list->currentItem()->text());
    const quint64 shown = ++m_shown;
    const int iterations = runs().isCompared() ? newestCompared : newestIterations;
    // What cannot be had of one name is told in its place: others may be there.
    const QFuture<Result<QVector<RunSample>>> samples =
        runs().catalog->samples(runs().pick(), m_names.at(row), iterations);
    whenDone(samples, this,
             [this, shown, held = runs().catalog](const Result<QVector<RunSample>> &answer) {
                 if (shown != m_shown)
                     return;
                 if (answer)
                     showSamples(*answer);
                 else
                     tell(answer.error().message);
             });
}

void SamplesTab::tell(const QString &text)
{
    m_told->setText(text);
    m_told->setVisible(!text.isEmpty());
    m_samples->setVisible(text.isEmpty());
    if (!text.isEmpty())
        m_text->hide();
}

void SamplesTab::showText()
{
    const QListWidgetItem *item = m_samples->currentItem();
    const QString text = item ? item->data(sampleTextRole).toString() : QString();
    m_text->setPlainText(text);
    m_text->setVisible(!text.isEmpty());
}

void SamplesTab::showSamples(const QVector<RunSample> &samples)
{
    tell(samples.isEmpty() ? tr("No sample of this name is there any more.") : QString());
    for (qsizetype i = 0; i < samples.size(); ++i) {
        const RunSample &sample = samples[i];
        QString caption = tr("step %1").arg(sample.iteration);
        if (runs().isCompared())
            caption += u" · "_s + runs().label(sample.run);
        auto *item =
            new QListWidgetItem(theme().icon(u"image"_s, ColorRole::Muted), caption, m_samples);
        item->setTextAlignment(Qt::AlignHCenter | Qt::AlignTop);
        if (sample.kind == MediaKind::Video || sample.kind == MediaKind::Html) {
            showHint(*item, *sample.kind); // large, and of no use here
            continue;
        }
        // A file that cannot be had is told in its own place.
        const QFuture<Result<MediaSample>> file = runs().catalog->sampleFile(sample);
        whenDone(file, this,
                 [this, shown = m_shown, row = int(i)](const Result<MediaSample> &answer) {
                     if (shown == m_shown)
                         showFile(row, answer);
                 });
    }
}

/// Of what only a report's page can show.
void SamplesTab::showHint(QListWidgetItem &item, MediaKind kind) const
{
    const bool isPage = kind == MediaKind::Html;
    item.setIcon(theme().icon(isPage ? u"file-text"_s : u"play"_s, ColorRole::Muted));
    item.setToolTip(isPage                     ? tr("Pages are shown in the report.")
                    : kind == MediaKind::Video ? tr("Films are played in the report.")
                                               : tr("Sounds are played in the report."));
}

void SamplesTab::showFile(int row, const Result<MediaSample> &file)
{
    QListWidgetItem *item = m_samples->item(row);
    if (!file) {
        item->setIcon(theme().icon(u"triangle-alert"_s, ColorRole::Danger));
        item->setToolTip(plainToolTip(file.error().message));
        item->setText(item->text() + u'\n' + file.error().message);
        return;
    }
    if (file->kind == MediaKind::Text) {
        item->setIcon(theme().icon(u"file-text"_s, ColorRole::Muted));
        const QString text = sampleText(file->bytes);
        item->setData(sampleTextRole, text);
        const QString beginning = text.section(u'\n', 0, 0, QString::SectionSkipEmpty).trimmed();
        item->setText(item->text() + u'\n' + beginning.left(sampleBeginning));
        if (m_samples->currentRow() < 0)
            m_samples->setCurrentRow(row);
        else
            showText();
        return;
    }
    if (file->kind != MediaKind::Image) {
        showHint(*item, file->kind);
        return;
    }
    const QSize most = QSize(sampleEdge, sampleEdge) * devicePixelRatioF();
    const QFuture<QImage> image = QtConcurrent::run(sampleImage, file->bytes, most);
    whenDone(image, this, [this, shown = m_shown, row](const QImage &picture) {
        if (shown != m_shown)
            return;
        QPixmap pixmap = QPixmap::fromImage(picture);
        pixmap.setDevicePixelRatio(devicePixelRatioF());
        if (picture.isNull())
            m_samples->item(row)->setToolTip(tr("This is no picture that Plotleaf can read."));
        else
            m_samples->item(row)->setIcon(QIcon(pixmap));
    });
}

} // namespace plotleaf
