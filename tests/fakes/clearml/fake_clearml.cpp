#include "fakes/clearml/fake_clearml.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace plotleaf::test {

namespace {

constexpr auto apiVersion = "2.34"_L1;

QString base64(const QJsonObject &object)
{
    return QString::fromLatin1(
        QJsonDocument(object)
            .toJson(QJsonDocument::Compact)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

FakeAnswer envelopeOf(const QString &endpoint,
                      const CallResult &result,
                      const QString &id,
                      const QJsonValue &actual,
                      const QJsonValue &requested = QString(apiVersion))
{
    const auto *error = std::get_if<CallError>(&result);
    const QJsonObject meta = {{u"id"_s, id},
                              {u"trx"_s, id},
                              {u"endpoint"_s, QJsonObject{{u"name"_s, endpoint},
                                                          {u"requested_version"_s, requested},
                                                          {u"actual_version"_s, actual}}},
                              {u"result_code"_s, error ? error->code : 200},
                              {u"result_subcode"_s, error ? error->subcode : 0},
                              {u"result_msg"_s, error ? error->message : u"OK"_s},
                              {u"error_stack"_s, QJsonValue::Null},
                              {u"error_data"_s, QJsonObject()}};
    const QJsonObject data = error ? QJsonObject() : std::get<QJsonObject>(result);
    return {error ? error->code : 200,
            "application/json",
            QJsonDocument(QJsonObject{{u"meta"_s, meta}, {u"data"_s, data}}).toJson(),
            {}};
}

QJsonValue argumentValue(const QString &text)
{
    static const QRegularExpression number(u"^\\d+(\\.\\d*)?$|^\\d*\\.\\d+$"_s);
    if (number.match(text).hasMatch())
        return text.contains(u'.') ? QJsonValue(text.toDouble()) : QJsonValue(text.toLongLong());
    if (text == "true"_L1 || text == "True"_L1 || text == "TRUE"_L1)
        return true;
    if (text == "false"_L1 || text == "False"_L1 || text == "FALSE"_L1)
        return false;
    return text;
}

void setAt(QJsonObject &object, const QString &path, const QJsonValue &value)
{
    const qsizetype dot = path.indexOf(u'.');
    if (dot < 0) {
        object[path] = value;
        return;
    }
    QJsonObject inner = object[path.left(dot)].toObject();
    setAt(inner, path.mid(dot + 1), value);
    object[path.left(dot)] = inner;
}

/// Query arguments over the body (clearml.md 1.3).
QJsonObject merged(QJsonObject body, const QByteArray &query)
{
    QUrlQuery arguments(QString::fromLatin1(QByteArray(query).replace('+', "%20")));
    QMap<QString, QJsonArray> values;
    QStringList lists;
    for (const auto &[rawKey, value] : arguments.queryItems(QUrl::FullyDecoded)) {
        QString key = rawKey;
        if (key.endsWith("[]"_L1)) {
            key.chop(2);
            lists << key;
        }
        values[key].append(argumentValue(value));
    }
    for (auto it = values.begin(); it != values.end(); ++it) {
        const bool isList = it->size() > 1 || lists.contains(it.key());
        setAt(body, it.key(), isList ? QJsonValue(*it) : it->first());
    }
    return body;
}

} // namespace

FakeClearml::FakeClearml(std::unique_ptr<QTcpServer> server)
    : http([this](const FakeRequest &request) { return answer(request); }, std::move(server))
{
}

FakeClearml::~FakeClearml() = default;

void FakeClearml::checkSchema() const
{
    QCOMPARE(schemaProblems, QStringList());
}

FakeAnswer FakeClearml::answer(const FakeRequest &request)
{
    if (request.path == "/configuration.json")
        return {200, "application/json", QJsonDocument(configuration).toJson(), {}};
    if (request.path.startsWith("/files/") || request.path == "/files")
        return file(request, request.path.mid(6));
    if (request.path.startsWith("/api/"))
        return api(request, request.path.mid(4));
    if (request.path == "/" || request.path.startsWith("/reports/") || !request.path.contains('.'))
        return file(request, request.path);
    return api(request, request.path);
}

FakeAnswer FakeClearml::api(const FakeRequest &request, const QByteArray &path)
{
    static const QRegularExpression form(u"^/(?:v(\\d+\\.?\\d+)/)?([a-z_]+\\.[a-z_]+)/?$"_s);
    const QString text = QString::fromLatin1(path);
    const auto match = form.match(text);
    const QString id = world.newId();
    if (!match.hasMatch())
        return envelopeOf({}, CallError{400, 0, u"Invalid request path %1"_s.arg(text)}, id,
                          QJsonValue::Null, 1.0);
    const QString endpoint = match.captured(2);
    const bool isOwn = endpoint == "auth.login"_L1 || endpoint == "login.supported_modes"_L1;
    if (!isOwn && !m_actions.contains(endpoint))
        return envelopeOf(endpoint,
                          CallError{404, 0,
                                    u"Unable to find endpoint for name %1 and version %2"_s.arg(
                                        endpoint, apiVersion)},
                          id, QJsonValue::Null);
    if (request.headers.contains("content-encoding"))
        return {415, "text/plain", "Content encoding is not supported", {}};
    const QString actual = endpoint == "users.get_all_ex"_L1 ? u"2.8"_s : u"1.0"_s;
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!request.body.isEmpty() && !document.isObject())
        return envelopeOf(endpoint,
                          CallError{400, 0,
                                    u"The browser (or proxy) sent a request that this "
                                    "server could not understand."_s},
                          id, actual);
    return envelopeOf(
        endpoint, perform(endpoint, merged(document.object(), request.query), request), id, actual);
}

CallResult
FakeClearml::perform(const QString &endpoint, const QJsonObject &body, const FakeRequest &request)
{
    calls << endpoint;
    lastBody[endpoint] = body;
    lastHeaders[endpoint] = request.headers;
    if (isChecking)
        schemaProblems << m_schema.problems(endpoint, body);
    if (endpoint == "auth.login"_L1)
        return login(request, body);
    if (endpoint == "login.supported_modes"_L1)
        return QJsonObject{{u"basic"_s, QJsonObject{{u"enabled"_s, hasPasswords}}}};
    if (const std::optional<CallError> error = unauthorized(request))
        return *error;
    CallContext call{world, m_scrolls, world.me, body};
    return m_actions[endpoint](call);
}

std::optional<CallError> FakeClearml::unauthorized(const FakeRequest &request) const
{
    const QByteArray header = request.headers.value("authorization");
    if (header.isEmpty())
        return CallError{401, 20, u"Unauthorized (missing credentials)"_s};
    if (header.startsWith("Basic ")) {
        const QByteArray pair = QByteArray::fromBase64(header.mid(6));
        if (pair == (accessKey + u':' + secretKey).toUtf8())
            return std::nullopt;
        return CallError{401, 22,
                         u"Unauthorized (invalid credentials) (failed to locate provided "
                         "credentials)"_s};
    }
    if (!header.startsWith("Bearer "))
        return CallError{401, 10, u"Unauthorized (bad authentication header type)"_s};
    const QByteArrayList parts = header.mid(7).split('.');
    if (parts.size() != 3)
        return CallError{401, 30,
                         u"Invalid token (invalid jwt token): reason=Not enough segments"_s};
    const int number = parts[2].toInt();
    if (number <= m_validFrom || number > m_tokens)
        return CallError{401, 30, u"Invalid token (revoked token)"_s};
    return std::nullopt;
}

/// The signature is only the number under which the token was given out.
CallResult FakeClearml::login(const FakeRequest &request, const QJsonObject &body)
{
    if (const std::optional<CallError> error = unauthorized(request))
        return *error;
    if (body["expiration_sec"_L1].toInt() > 31'536'000)
        return CallError{400, 12, u"Validation error"_s};
    const qint64 now = world.tick().toSecsSinceEpoch() + clockAhead;
    const QJsonObject claims = {
        {u"iat"_s, now},
        {u"exp"_s, now + tokenLifetime},
        {u"api_version"_s, QString(apiVersion)},
        {u"server_version"_s, u"2.3.0"_s},
        {u"identity"_s, QJsonObject{{u"user"_s, world.me},
                                    {u"user_name"_s, world.users[world.me]["name"_L1]},
                                    {u"company"_s, world.company},
                                    {u"company_name"_s, u"clearml"_s},
                                    {u"role"_s, u"user"_s}}}};
    const QString token = base64({{u"alg"_s, u"HS256"_s}}) + u'.' + base64(claims) + u'.' +
                          QString::number(++m_tokens);
    return QJsonObject{{u"token"_s, token}};
}

FakeAnswer FakeClearml::file(const FakeRequest &request, const QByteArray &path)
{
    if (path == "/" && request.method == "GET")
        return {200, "text/html", "OK", {}};
    if (unauthorized(request) || request.headers.value("authorization").startsWith("Basic"))
        return {401, "text/plain", "Unauthorized", {}};
    if (request.method == "POST") {
        static const QRegularExpression part(u"name=\"([^\"]+)\"; filename=[^\\r]*\\r\\n"_s);
        const auto match = part.match(QString::fromLatin1(request.body));
        const qsizetype start = request.body.indexOf("\r\n\r\n") + 4;
        const qsizetype end = request.body.lastIndexOf("\r\n--");
        QByteArray name = match.captured(1).toLatin1();
        while (name.startsWith('/'))
            name.remove(0, 1);
        if (name.isEmpty() || name.contains(".."))
            return {404, "text/html", "Not found", {}};
        world.files[name] = request.body.mid(start, end - start);
        return {200, "text/html", QJsonDocument(QJsonArray{QString::fromUtf8(name)}).toJson(), {}};
    }
    QByteArray name = QByteArray::fromPercentEncoding(path);
    while (name.startsWith('/'))
        name.remove(0, 1);
    if (!world.files.contains(name))
        return {404, "text/html", "Not found", {}};
    if (request.method == "DELETE") {
        world.files.remove(name);
        return {200, "text/html", name, {}};
    }
    return {200, "image/png", world.files[name], {}};
}

} // namespace plotleaf::test
