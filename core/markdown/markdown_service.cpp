#include "core/markdown/markdown_service.h"

#include "core/markdown/markdown_host.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QMutex>
#include <QPromise>
#include <QThread>
#include <QWaitCondition>

#include <deque>
#include <optional>

namespace plotleaf {

namespace {

Q_LOGGING_CATEGORY(markdownLog, "plotleaf.markdown")

/// Beside the program, in a build tree's or an installation's folder for helpers.
QString findHelper()
{
#ifdef Q_OS_WIN
    const QString name = QStringLiteral("plotleaf-markdown.exe");
#else
    const QString name = QStringLiteral("plotleaf-markdown");
#endif
    const QDir program(QCoreApplication::applicationDirPath());
    const QStringList folders = {QStringLiteral("."), QStringLiteral("../bin"),
                                 QStringLiteral("../" PLOTLEAF_HELPER_DIR)};
    for (const QString &folder : folders) {
        QString path = QDir::cleanPath(program.filePath(folder + u'/' + name));
        if (QFileInfo(path).isExecutable())
            return path;
    }
    return program.filePath(name);
}

} // namespace

/// The thread that waits for the helper, and what waits for the thread.
class MarkdownService::Private
{
public:
    using Answer = Result<MarkdownDocumentPtr>;

    struct Text
    {
        QString text;
        qint64 version = 0;
        MarkdownOptions options;
    };

    struct LoneText
    {
        Text text;
        QPromise<Answer> promise;
    };

    Private(MarkdownService *service, const QString &helperPath)
        : m_service(service)
        , m_host(helperPath.isEmpty() ? findHelper() : helperPath)
        , m_thread(QThread::create([this] { work(); }))
    {
        m_thread->setObjectName(QStringLiteral("MarkdownService"));
        m_thread->start();
    }

    ~Private()
    {
        {
            const QMutexLocker lock(&m_mutex);
            m_ends = true;
            m_wake.wakeOne();
        }
        m_host.cancel();
        m_thread->wait();
    }

    void put(Text text)
    {
        const QMutexLocker lock(&m_mutex);
        m_newest = std::move(text);
        m_wake.wakeOne();
    }

    QFuture<Answer> putLone(Text text)
    {
        LoneText lone{std::move(text), {}};
        lone.promise.start();
        auto future = lone.promise.future();
        const QMutexLocker lock(&m_mutex);
        m_lone.push_back(std::move(lone));
        m_wake.wakeOne();
        return future;
    }

private:
    void work();
    /// Waits for something to do; false when the service ends.
    bool next(std::optional<Text> &newest, std::optional<LoneText> &lone);
    Answer render(const Text &text)
    {
        Answer answer = m_host.render(text.text.toUtf8(), text.options, text.version);
        // The document says which lines are not shown; why it took its time, only the log does.
        if (m_host.deaths() > 0)
            qCInfo(markdownLog,
                   "the parser died over a text %d time(s), to find out why took %d ms",
                   m_host.deaths(), m_host.spentMilliseconds());
        return answer;
    }
    void report(const Answer &answer);

    MarkdownService *m_service;
    MarkdownHost m_host;
    QMutex m_mutex;
    QWaitCondition m_wake;
    // Guarded by m_mutex.
    std::optional<Text> m_newest;
    std::deque<LoneText> m_lone;
    bool m_ends = false;
    // Last: the thread uses all of the above.
    std::unique_ptr<QThread> m_thread;
};

bool MarkdownService::Private::next(std::optional<Text> &newest, std::optional<LoneText> &lone)
{
    newest.reset();
    lone.reset();
    const QMutexLocker lock(&m_mutex);
    while (!m_ends && !m_newest && m_lone.empty())
        m_wake.wait(&m_mutex);
    if (m_newest) {
        newest = std::exchange(m_newest, std::nullopt);
    } else if (!m_lone.empty()) {
        lone = std::move(m_lone.front());
        m_lone.pop_front();
    }
    return !m_ends;
}

void MarkdownService::Private::work()
{
    // An error here comes again, and is reported, with the first text.
    (void)m_host.prewarm();
    std::optional<Text> newest;
    std::optional<LoneText> lone;
    while (next(newest, lone)) {
        if (newest)
            report(render(*newest));
        if (lone) {
            lone->promise.addResult(render(lone->text));
            lone->promise.finish();
        }
    }
    m_host.stop();
    const QMutexLocker lock(&m_mutex);
    for (LoneText &left : m_lone) {
        left.promise.addResult(Error{ErrorCode::Cancelled, {}, {}});
        left.promise.finish();
    }
}

void MarkdownService::Private::report(const Answer &answer)
{
    MarkdownService *service = m_service;
    if (answer)
        QMetaObject::invokeMethod(
            service, [service, document = *answer] { emit service->rendered(document); });
    else if (answer.error().code != ErrorCode::Cancelled)
        QMetaObject::invokeMethod(service, [service, message = answer.error().message] {
            emit service->failed(message);
        });
}

MarkdownService::MarkdownService(const QString &helperPath, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, helperPath))
{
}

MarkdownService::~MarkdownService() = default;

void MarkdownService::render(const QString &text, qint64 version, const MarkdownOptions &options)
{
    d->put({text, version, options});
}

QFuture<Result<MarkdownDocumentPtr>> MarkdownService::renderOnce(const QString &text,
                                                                 const MarkdownOptions &options)
{
    return d->putLone({text, 0, options});
}

} // namespace plotleaf
