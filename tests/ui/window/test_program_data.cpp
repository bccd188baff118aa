// Here and not in tests/core because only builds with a GUI copy the texts beside the program.
#include "core/base/program_data.h"
#include "support/other_language.h"
#include "support/test_paths.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

/// The keys and types of the panels in a text, which no translation may change.
QStringList panelLines(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    QStringList lines;
    bool inside = false;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.startsWith(u"```"_s))
            inside = line == u"```panel"_s;
        else if (inside && !line.startsWith(u"title:"_s))
            lines.append(line);
    }
    return lines;
}

} // namespace

class TestProgramData : public QObject
{
    Q_OBJECT

private slots:
    void speaksEnglishWithoutATranslation() { QCOMPARE(programLanguage(), u"en"_s); }

    void textsComeInTheProgramsLanguage()
    {
        QVERIFY(localProgramData(u"demo/welcome.md"_s).endsWith(u"/demo/welcome.md"_s));
        const OtherLanguage german(u"de"_s);
        QCOMPARE(programLanguage(), u"de"_s);
        QVERIFY(localProgramData(u"demo/welcome.md"_s).endsWith(u"/demo/de/welcome.md"_s));
        // What nobody translated is English.
        QVERIFY(localProgramData(u"demo/runs"_s).endsWith(u"/demo/runs"_s));
        QCOMPARE(localProgramData(u"demo/nothing.md"_s), QString());
    }

    void unknownLanguagesAreEnglish()
    {
        const OtherLanguage welsh(u"cy"_s);
        QVERIFY(localProgramData(u"demo/welcome.md"_s).endsWith(u"/demo/welcome.md"_s));
    }

    void translatedTextsShowTheSamePanels()
    {
        const QString root = sourceDir() + u"/resources/"_s;
        int texts = 0;
        for (const QString &folder : {u"demo/"_s, u"help/"_s, u"templates/"_s}) {
            QDirIterator english(root + folder, {u"*.md"_s}, QDir::Files);
            while (english.hasNext()) {
                const QString path = english.next();
                if (english.fileName() == u"README.md"_s)
                    continue;
                const QString german = root + folder + u"de/"_s + english.fileName();
                QVERIFY2(QFile::exists(german), qPrintable(german));
                QCOMPARE(panelLines(german), panelLines(path));
                ++texts;
            }
        }
        QVERIFY2(texts >= 7, "no text was compared");
    }
};

QTEST_GUILESS_MAIN(TestProgramData)
#include "test_program_data.moc"
