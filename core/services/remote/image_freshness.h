#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>

class QNetworkReply;
class QNetworkRequest;

namespace plotleaf {

/// How long a picture that a server gave is good for, and how to ask whether it still is (RFC
/// 9111). As long as the server says, but not less than five minutes, because the page asks again
/// while somebody types, and not more than a week; an hour where it says nothing.
class ImageFreshness
{
public:
    /// Of a picture of which nothing is known: not fresh.
    ImageFreshness() = default;
    /// As the server says in an answer.
    ImageFreshness(const QNetworkReply &reply, const QDateTime &now);
    /// Of a picture that came without such words.
    explicit ImageFreshness(const QDateTime &now);

    bool isFresh(const QDateTime &now) const;
    /// Not to be asked again for a while, because it was in vain.
    ImageFreshness putOff(const QDateTime &now) const;
    /// The same picture, by an answer that says only that it has not changed.
    ImageFreshness renewed(const QNetworkReply &reply, const QDateTime &now) const;
    /// So that the answer is empty when nothing has changed.
    void askForChanges(QNetworkRequest &request) const;

    QByteArray toJson() const;
    /// Nothing known where it cannot be read.
    static ImageFreshness fromJson(const QByteArray &json);

private:
    QByteArray m_tag;      ///< ETag
    QByteArray m_modified; ///< Last-Modified
    QDateTime m_checked;
    std::chrono::seconds m_lasts{0};
};

} // namespace plotleaf
