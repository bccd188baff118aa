#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

namespace plotleaf::test {

/// What other people's programs read in a PDF: poppler (pdftotext, pdfinfo, pdffonts, pdfimages)
/// and qpdf.

/// Text of one page (from 1), or of all (0), laid out as on paper.
QString pdfText(const QByteArray &pdf, int page = 0);
/// pdfinfo's table, key to value.
QMap<QString, QString> pdfInfo(const QByteArray &pdf);
/// Complaints of `qpdf --check`; empty when it finds none.
QString pdfFaults(const QByteArray &pdf);
/// `qpdf --json` (version 2).
QJsonObject pdfJson(const QByteArray &pdf);
/// The catalogue.
QJsonObject pdfCatalogue(const QByteArray &pdf);
/// Bookmarks as "title @ page", indented by two spaces for each level.
QStringList pdfOutline(const QByteArray &pdf);
/// Addresses of links that lead out, sorted.
QStringList pdfOuterLinks(const QByteArray &pdf);
/// Lines of `pdffonts` and `pdfimages -list` without their heads.
QStringList pdfFonts(const QByteArray &pdf);
QStringList pdfImages(const QByteArray &pdf);

} // namespace plotleaf::test
