#include "core/report/markdown_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

class MarkdownFileTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &bytes)
    {
        QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return path;
    }

    MarkdownFile read(const QByteArray &bytes)
    {
        auto file = readMarkdownFile(write(u"report.md"_s, bytes));
        if (!file)
            qFatal("%s", qPrintable(file.error().message));
        return std::move(*file);
    }

private slots:
    void frontMatterIsRead()
    {
        const MarkdownFile file = read("---\n"
                                       "title: Größe\n"
                                       "author: [Ana, Ben]\n"
                                       "description: \"a: b\"\n"
                                       "project: vision/resnet\n"
                                       "tags: b, a, b\n"
                                       "date: 2026-11-21\n"
                                       "lang: de\n"
                                       "unknown: {x: 1}\n"
                                       "---\n"
                                       "# Text\n");
        const ReportSummary &summary = file.report.summary;
        QCOMPARE(summary.name, u"Größe"_s);
        QCOMPARE(summary.author, u"Ana, Ben"_s);
        QCOMPARE(summary.description, u"a: b"_s);
        QCOMPARE(summary.project, u"vision/resnet"_s);
        QCOMPARE(summary.tags, (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(summary.updated.toLocalTime().date(), QDate(2026, 11, 21));
        QCOMPARE(file.language, u"de"_s);
        QCOMPARE(file.folder, QDir(m_folder.path()).absolutePath());
    }

    void encodings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("UTF-8") << QByteArray("Gr\xc3\xb6\xc3\x9f"
                                             "e \xe2\x82\xac");
        QTest::newRow("UTF-8 with a mark") << QByteArray("\xef\xbb\xbf"
                                                         "Gr\xc3\xb6\xc3\x9f"
                                                         "e \xe2\x82\xac");
        QTest::newRow("UTF-16 little endian")
            << QByteArray("\xff\xfeG\0r\0\xf6\0\xdf\0e\0 \0\xac\x20", 16);
        QTest::newRow("UTF-16 big endian")
            << QByteArray("\xfe\xff\0G\0r\0\xf6\0\xdf\0e\0 \x20\xac", 16);
    }

    void encodings()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(read(bytes).report.text, u"Größe €"_s);
    }

    void whatIsNoUnicodeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("Latin-1") << QByteArray("Gr\xf6\xdf"
                                               "e");
        QTest::newRow("PNG") << QByteArray("\x89PNG\r\n\x1a\n");
        QTest::newRow("cut short") << QByteArray("Gr\xc3");
    }

    void whatIsNoUnicodeIsRefused()
    {
        QFETCH(QByteArray, bytes);
        const auto file = readMarkdownFile(write(u"bad.md"_s, bytes));
        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::InvalidInput);
        QVERIFY(file.error().message.contains(u"bad.md"_s));
    }

    void linesStayWhereTheyAre()
    {
        const MarkdownFile file = read("---\r\nname: x y z\r\n---\r\n# Text\r\n");
        QCOMPARE(file.report.text, u"\n\n\n# Text\r\n"_s);
    }

    void otherTextsStayAsTheyAre_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("none") << QByteArray("# Text\n");
        QTest::newRow("two rules") << QByteArray("---\nnot a mapping\n---\n");
        QTest::newRow("a list") << QByteArray("---\n- a\n- b\n---\n");
        QTest::newRow("never closed") << QByteArray("---\nname: x\n\ntext\n");
        QTest::newRow("broken") << QByteArray("---\nname: [\n---\ntext\n");
        QTest::newRow("not at the top") << QByteArray("\n---\nname: x\n---\n");
        QTest::newRow("empty") << QByteArray();
    }

    void otherTextsStayAsTheyAre()
    {
        QFETCH(QByteArray, text);
        const MarkdownFile file = read(text);
        QCOMPARE(file.report.text, QString::fromUtf8(text));
        QCOMPARE(file.report.summary.name, QString());
    }

    void strangeValuesArePassedOver()
    {
        const MarkdownFile file = read("---\ntitle: {a: b}\ntags: [1, [2], x]\ndate: soon\n---\n");
        QCOMPARE(file.report.summary.name, QString());
        QCOMPARE(file.report.summary.tags, (QStringList{u"1"_s, u"x"_s}));
        QVERIFY(file.report.summary.updated.isValid());
    }

    void missingFilesAreNamed()
    {
        const auto file = readMarkdownFile(m_folder.filePath(u"none.md"_s));
        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::NotFound);
        QVERIFY(file.error().message.contains(u"none.md"_s));
    }

    void filesBelow()
    {
        const QString inside = write(u"sub/a b.png"_s, "x");
        QCOMPARE(fileBelow(m_folder.path(), u"sub/a b.png"_s),
                 QFileInfo(inside).canonicalFilePath());
        QCOMPARE(fileBelow(m_folder.path(), u"sub"_s), QString());
        QCOMPARE(fileBelow(m_folder.path(), u"none.png"_s), QString());
    }

    void nothingOutsideIsReached()
    {
        write(u"secret.png"_s, "x");
        write(u"sub/in.png"_s, "x");
        const QString sub = m_folder.filePath(u"sub"_s);
        QVERIFY(QFile::link(m_folder.filePath(u"secret.png"_s), sub + u"/link.png"_s));
        QVERIFY(!fileBelow(sub, u"in.png"_s).isEmpty());
        for (const QString &name :
             {u"../secret.png"_s, u"link.png"_s, u"./../secret.png"_s,
              m_folder.filePath(u"secret.png"_s), u"/etc/passwd"_s, QString()})
            QCOMPARE(fileBelow(sub, name), QString());
        QCOMPARE(fileBelow(QString(), u"etc/passwd"_s), QString());
    }
};

QTEST_GUILESS_MAIN(MarkdownFileTest)
#include "test_markdown_file.moc"
