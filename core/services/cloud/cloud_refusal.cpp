#include "core/services/cloud/cloud_refusal.h"

#include "core/services/cloud/cloud_request.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct CloudRefusalTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::CloudRefusal)
};

constexpr qsizetype largestRefusal = 64 * 1024;
/// Less than signatures hold for.
constexpr qint64 tolerableClock = 4 * 60; // seconds
constexpr qsizetype shownOfKey = 4;

/// The text of the first element of this name.
QString elementOf(const QByteArray &xml, QLatin1StringView name)
{
    QXmlStreamReader reader(xml.left(largestRefusal));
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == name)
            return reader.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
    }
    return {};
}

/// Codes are one word; whatever else stands there is nothing to be shown.
QString plainCode(const QString &code)
{
    static const QRegularExpression word(u"^[A-Za-z]{1,64}$"_s);
    return word.match(code).hasMatch() ? code : QString();
}

QString nameOf(const CloudKey &key)
{
    return key.id.isEmpty()
               ? CloudRefusalTexts::tr("the SAS token")
               : CloudRefusalTexts::tr("the key %1").arg(u'…' + key.id.right(shownOfKey));
}

Error notFound(const CloudRefusal &refusal, const CloudAddress &address)
{
    const bool isBucket =
        refusal.code == "NoSuchBucket"_L1 || refusal.code == "ContainerNotFound"_L1;
    return {
        ErrorCode::NotFound,
        isBucket
            ? CloudRefusalTexts::tr("There is no bucket %1.").arg(address.place.text())
            : CloudRefusalTexts::tr("The file is not in %1 (any more).").arg(address.place.text()),
        address.text()};
}

bool isAboutTheToken(const QString &code)
{
    return code == "ExpiredToken"_L1 || code == "InvalidToken"_L1;
}

QString
notAllowedWords(const QString &code, const QString &bucket, const CloudCredential &credential)
{
    const CloudKey &key = credential.key;
    if (code == "InvalidAccessKeyId"_L1)
        return CloudRefusalTexts::tr("%1 does not know %2.").arg(bucket, nameOf(key));
    if (code == "SignatureDoesNotMatch"_L1 || code == "AuthenticationFailed"_L1)
        return CloudRefusalTexts::tr("%1 does not accept the secret of %2.")
            .arg(bucket, nameOf(key));
    if (isAboutTheToken(code) && credential.secret.session.isEmpty())
        return CloudRefusalTexts::tr("%1 does not accept %2.").arg(bucket, nameOf(key));
    if (isAboutTheToken(code))
        return CloudRefusalTexts::tr("%1 does not accept the session token of %2: it has ended, or "
                                     "is not valid.")
            .arg(bucket, nameOf(key));
    return CloudRefusalTexts::tr("%1 does not let %2 read the file.").arg(bucket, nameOf(key));
}

bool isAboutTheKey(const CloudRefusal &refusal)
{
    return refusal.status == 401 || refusal.status == 403 || isAboutTheToken(refusal.code);
}

/// Signatures hold for minutes; stores do not always say that it is only the time that is wrong.
bool isAboutTheClock(const CloudRefusal &refusal)
{
    if (refusal.code == "RequestTimeTooSkewed"_L1)
        return true;
    const bool mayBe = refusal.status == 400 || refusal.status == 401 || refusal.status == 403;
    return mayBe && refusal.code != "InvalidAccessKeyId"_L1 &&
           std::abs(refusal.aheadSeconds) > tolerableClock;
}

QString clockWords(const CloudRefusal &refusal, const QString &bucket)
{
    QString words = CloudRefusalTexts::tr("%1 refuses the file because the clock of this "
                                          "computer is wrong.")
                        .arg(bucket);
    const int minutes = static_cast<int>(std::abs(refusal.aheadSeconds) / 60);
    if (minutes == 0)
        return words;
    return words + u' ' +
           (refusal.aheadSeconds > 0
                ? CloudRefusalTexts::tr("It is about %n minute(s) fast.", nullptr, minutes)
                : CloudRefusalTexts::tr("It is about %n minute(s) slow.", nullptr, minutes));
}

} // namespace

CloudRefusal readCloudRefusal(const HttpAnswer &answer, const QDateTime &now)
{
    CloudRefusal refusal;
    refusal.status = answer.status;
    refusal.code = plainCode(elementOf(answer.body, "Code"_L1));
    if (refusal.code.isEmpty())
        refusal.code = plainCode(QString::fromLatin1(answer.header("x-ms-error-code")));
    const QString told = QString::fromLatin1(answer.header("x-amz-bucket-region"));
    const QString region = told.isEmpty() ? elementOf(answer.body, "Region"_L1) : told;
    if (isCloudRegion(region))
        refusal.region = region;
    if (const QDateTime theirs = httpTime(answer.header("Date")); theirs.isValid())
        refusal.aheadSeconds = theirs.secsTo(now);
    return refusal;
}

Error cloudRefused(const CloudRefusal &refusal,
                   const CloudAddress &address,
                   const CloudCredential &credential,
                   const QString &region)
{
    const QString bucket = address.place.text();
    if (refusal.status == 404)
        return notFound(refusal, address);
    if (isAboutTheClock(refusal))
        return {ErrorCode::NotAllowed, clockWords(refusal, bucket), address.text()};
    if (isAboutTheKey(refusal))
        return {ErrorCode::NotAllowed,
                notAllowedWords(refusal.code, bucket, credential) + u' ' +
                    CloudRefusalTexts::tr("See Settings > Cloud storage."),
                address.text()};
    if (!refusal.region.isEmpty() && refusal.region != region)
        return {ErrorCode::NotAllowed,
                CloudRefusalTexts::tr("%1 is in the region %2. Give the key this region: Settings "
                                      "> Cloud storage.")
                    .arg(bucket, refusal.region),
                address.text()};
    const QString number = QString::number(refusal.status);
    return {ErrorCode::Network,
            CloudRefusalTexts::tr("%1 does not give the file (%2).")
                .arg(bucket, refusal.code.isEmpty() ? number : number + u' ' + refusal.code),
            address.text()};
}

} // namespace plotleaf
