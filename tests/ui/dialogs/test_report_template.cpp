#include "core/report/markdown_file.h"
#include "support/test_paths.h"
#include "ui/dialogs/report_template.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

class TestReportTemplate : public QObject
{
    Q_OBJECT

private slots:
    void blankOneIsAlwaysThere();
    void areReadFromFolders();
    void frontMatterNamesThem();
    void comeInTheProgramsLanguage();
    void shippedOnesHaveNames();

private:
    static void write(const QTemporaryDir &folder, const QString &name, const QByteArray &text)
    {
        const QString path = folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("the test cannot write");
    }
    static QStringList names(const QVector<ReportTemplate> &templates)
    {
        QStringList all;
        for (const ReportTemplate &one : templates)
            all.append(one.name);
        return all;
    }
};

void TestReportTemplate::blankOneIsAlwaysThere()
{
    const auto templates = reportTemplates({{}, u"/no/such/folder"_s}, u"de"_s);
    QCOMPARE(names(templates), QStringList{u"Blank"_s});
    QCOMPARE(templates.first().text, QString());
}

void TestReportTemplate::areReadFromFolders()
{
    const QTemporaryDir shipped;
    const QTemporaryDir own;
    write(shipped, u"weekly-update.md"_s, "# Week\n");
    write(shipped, u"empty.md"_s, "\n");
    write(shipped, u"notes.txt"_s, "no template");
    write(own, u"b.md"_s, "Mine\n");
    write(own, u"a.md"_s, "Mine too\n");
    const auto templates = reportTemplates({shipped.path(), own.path()}, {});
    QCOMPARE(names(templates), QStringList({u"Blank"_s, u"Weekly update"_s, u"A"_s, u"B"_s}));
    QCOMPARE(templates.at(1).text, u"# Week\n"_s);
}

void TestReportTemplate::frontMatterNamesThem()
{
    const QTemporaryDir folder;
    write(folder, u"x.md"_s, "---\ntitle: Something else\n---\n\n# Heading\n\n---\n");
    write(folder, u"y.md"_s, "---\ntitle: Nothing more\n---\n");
    const auto templates = reportTemplates({folder.path()}, {});
    QCOMPARE(names(templates), QStringList({u"Blank"_s, u"Something else"_s}));
    QCOMPARE(templates.last().text, u"# Heading\n\n---\n"_s);
}

void TestReportTemplate::comeInTheProgramsLanguage()
{
    const QTemporaryDir folder;
    write(folder, u"a.md"_s, "---\ntitle: First\n---\nEnglish\n");
    write(folder, u"b.md"_s, "---\ntitle: Second\n---\nEnglish\n");
    write(folder, u"de/a.md"_s, "---\ntitle: Erste\n---\nDeutsch\n");
    write(folder, u"de/only-german.md"_s, "Nur hier\n");
    const auto german = reportTemplates({folder.path()}, u"de"_s);
    QCOMPARE(names(german), QStringList({u"Blank"_s, u"Erste"_s, u"Second"_s}));
    QCOMPARE(german.at(1).text, u"Deutsch\n"_s);
    QCOMPARE(names(reportTemplates({folder.path()}, u"en"_s)),
             QStringList({u"Blank"_s, u"First"_s, u"Second"_s}));
}

void TestReportTemplate::shippedOnesHaveNames()
{
    const QDir english(sourceDir() + u"/resources/templates"_s);
    int count = 0;
    for (const QDir &folder : {english, QDir(english.filePath(u"de"_s))}) {
        for (const QString &name : folder.entryList({u"*.md"_s}, QDir::Files)) {
            const Result<MarkdownFile> file = readMarkdownFile(folder.filePath(name));
            QVERIFY(file);
            QVERIFY2(!file->report.summary.name.isEmpty(), qPrintable(folder.filePath(name)));
            ++count;
        }
    }
    QVERIFY(count >= 8);
}

QTEST_GUILESS_MAIN(TestReportTemplate)
#include "test_report_template.moc"
