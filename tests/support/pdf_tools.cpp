#include "support/pdf_tools.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryFile>

#include <functional>

using namespace Qt::StringLiterals;

namespace plotleaf::test {

namespace {

struct ToolOutput
{
    int exitCode = 0;
    QByteArray out;
    QByteArray err;
};

/// Runs `program` with `%` among its arguments standing for a file that holds the PDF.
ToolOutput runTool(const QString &program, QStringList arguments, const QByteArray &pdf)
{
    QTemporaryFile file;
    if (!file.open() || file.write(pdf) != pdf.size() || !file.flush())
        qFatal("no temporary file");
    arguments.replaceInStrings(u"%"_s, file.fileName());
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000))
        qFatal("%s does not run: %s", qPrintable(program), qPrintable(process.errorString()));
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QStringList tableLines(const QByteArray &table)
{
    const QStringList lines = QString::fromUtf8(table).split(u'\n', Qt::SkipEmptyParts);
    return lines.mid(2);
}

} // namespace

QString pdfText(const QByteArray &pdf, int page)
{
    QStringList arguments{u"-layout"_s};
    if (page > 0)
        arguments += {u"-f"_s, QString::number(page), u"-l"_s, QString::number(page)};
    return QString::fromUtf8(
        runTool(u"pdftotext"_s, arguments + QStringList{u"%"_s, u"-"_s}, pdf).out);
}

QMap<QString, QString> pdfInfo(const QByteArray &pdf)
{
    QMap<QString, QString> info;
    const QString table = QString::fromUtf8(runTool(u"pdfinfo"_s, {u"%"_s}, pdf).out);
    for (const QString &line : table.split(u'\n', Qt::SkipEmptyParts))
        info.insert(line.section(u':', 0, 0), line.section(u':', 1).trimmed());
    return info;
}

QString pdfFaults(const QByteArray &pdf)
{
    const ToolOutput output = runTool(u"qpdf"_s, {u"--check"_s, u"%"_s}, pdf);
    return output.exitCode == 0 ? QString() : QString::fromUtf8(output.out + output.err);
}

QJsonObject pdfJson(const QByteArray &pdf)
{
    return QJsonDocument::fromJson(runTool(u"qpdf"_s, {u"--json"_s, u"%"_s}, pdf).out).object();
}

QJsonObject pdfCatalogue(const QByteArray &pdf)
{
    const QJsonObject objects = pdfJson(pdf).value("qpdf"_L1).toArray().at(1).toObject();
    for (const QJsonValue object : objects) {
        QJsonObject value = object.toObject().value("value"_L1).toObject();
        if (value.value("/Type"_L1).toString() == "/Catalog"_L1)
            return value;
    }
    return {};
}

QStringList pdfOutline(const QByteArray &pdf)
{
    QStringList lines;
    const std::function<void(const QJsonArray &, int)> append = [&](const QJsonArray &items,
                                                                    int depth) {
        for (const QJsonValue item : items) {
            lines += QString(depth * 2, u' ') + item["title"_L1].toString() + u" @ "_s +
                     QString::number(item["destpageposfrom1"_L1].toInt());
            append(item["kids"_L1].toArray(), depth + 1);
        }
    };
    append(pdfJson(pdf).value("outlines"_L1).toArray(), 0);
    return lines;
}

QStringList pdfOuterLinks(const QByteArray &pdf)
{
    QStringList links;
    const QJsonObject objects = pdfJson(pdf).value("qpdf"_L1).toArray().at(1).toObject();
    for (const QJsonValue object : objects) {
        const QJsonObject action = object["value"_L1]["/A"_L1].toObject();
        if (action.contains("/URI"_L1))
            links += action.value("/URI"_L1).toString().mid(2); // "u:…"
    }
    links.sort();
    return links;
}

QStringList pdfFonts(const QByteArray &pdf)
{
    return tableLines(runTool(u"pdffonts"_s, {u"%"_s}, pdf).out);
}

QStringList pdfImages(const QByteArray &pdf)
{
    return tableLines(runTool(u"pdfimages"_s, {u"-list"_s, u"%"_s}, pdf).out);
}

} // namespace plotleaf::test
