#pragma once

#include <QJsonArray>
#include <QJsonValue>
#include <QObject>
#include <QString>

namespace plotleaf {

/// The object that the page calls over QWebChannel as `host` (resources/web/PROTOCOL.md). It has no
/// properties: their change signals are batched for 50 ms. Each slot only tells whoever listens.
class PageHost : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

public slots:
    void ready() { emit pageReady(); }
    void need(const QString &part) { emit partNeeded(part); }
    void shown(double version) { emit versionShown(static_cast<qint64>(version)); }
    void panelVisible(const QString &key, bool visible, double width)
    {
        emit panelVisibleChanged(key, visible, static_cast<int>(width));
    }
    /// Not numbers when the zoom is undone: JSON has no NaN, it arrives as null.
    void panelRange(const QString &key, const QJsonValue &x0, const QJsonValue &x1)
    {
        emit panelRangeChanged(key, x0, x1);
    }
    void scrolled(double line) { emit readerScrolled(line); }
    void link(const QString &href) { emit linkClicked(href); }
    void taskToggled(const QJsonValue &line, bool checked)
    {
        if (line.isDouble())
            emit taskClicked(line.toInt(), checked);
    }
    void consentAsked(const QString &url) { emit consentWanted(url); }
    void imagesBlocked(double count, const QJsonArray &hosts)
    {
        emit imagesBlockedChanged(static_cast<int>(count), hosts);
    }
    void copyAsked(const QString &text) { emit copyWanted(text); }
    void drawn(const QString &json) { emit everythingDrawn(json); }
    void failed(const QString &message) { emit pageFailed(message); }

signals:
    void pageReady();
    void partNeeded(const QString &part);
    void versionShown(qint64 version);
    void panelVisibleChanged(const QString &key, bool visible, int width);
    void panelRangeChanged(const QString &key, const QJsonValue &x0, const QJsonValue &x1);
    void readerScrolled(double line);
    void linkClicked(const QString &href);
    void taskClicked(int line, bool checked);
    void consentWanted(const QString &url);
    void imagesBlockedChanged(int count, const QJsonArray &hosts);
    void copyWanted(const QString &text);
    void everythingDrawn(const QString &json);
    void pageFailed(const QString &message);
};

} // namespace plotleaf
