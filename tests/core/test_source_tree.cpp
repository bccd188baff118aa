#include "support/test_paths.h"

#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// Reads the source tree itself: what DESIGN 2 and 7 promise about it and no compiler checks.
class SourceTreeTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void includesPointDown_data();
    void includesPointDown();
    void typesAreDefinedOnce();
    void filesHoldOneIdea();
    void labelsShowTextAsItIs();
    void namesNoHostOfARegistry();
    void allProgramsFindTheSameLibrary();

private:
    struct SourceFile
    {
        QString path; ///< relative to the source folder
        QString text;
    };
    QVector<SourceFile> filesBelow(const QStringList &folders, const QStringList &patterns) const;
    QStringList upwardIncludes(const QString &folder, const QStringList &mayInclude) const;

    const QString m_root = plotleaf::sourceDir();
};

QVector<SourceTreeTest::SourceFile> SourceTreeTest::filesBelow(const QStringList &folders,
                                                               const QStringList &patterns) const
{
    QVector<SourceFile> files;
    for (const QString &folder : folders) {
        QDirIterator it(m_root + QLatin1Char('/') + folder, patterns, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.fileName().contains(QLatin1String("/node_modules/")) ||
                !file.open(QIODevice::ReadOnly))
                continue;
            files.append(
                {file.fileName().mid(m_root.size() + 1), QString::fromUtf8(file.readAll())});
        }
    }
    return files;
}

void SourceTreeTest::initTestCase()
{
    QVERIFY(filesBelow({QStringLiteral("core")}, {QStringLiteral("*.h")}).size() > 5);
}

void SourceTreeTest::includesPointDown_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QStringList>("mayInclude");

    const auto row = [](const char *folder, const QStringList &below) {
        QTest::newRow(folder) << QString::fromLatin1(folder)
                              << (below + QStringList{QString::fromLatin1(folder)});
    };
    const QStringList base{QStringLiteral("core/base")};
    const QStringList models =
        base + QStringList{QStringLiteral("core/runs"), QStringLiteral("core/report"),
                           QStringLiteral("core/markdown")};
    const QStringList middle =
        models + QStringList{QStringLiteral("core/store"), QStringLiteral("core/panels"),
                             QStringLiteral("core/secrets")};
    row("core/base", {});
    row("core/markdown", base);
    row("core/report", base);
    row("core/runs", base);
    row("core/secrets", base);
    row("core/store", models);
    row("core/panels", models);
    // Where servers are opened for the synchronisation; that knows no service.
    row("core/services", middle + QStringList{QStringLiteral("core/sync")});
    row("core/sync", middle);
    row("core/exports", middle);
    row("ui/page", {QStringLiteral("core")});
    row("ui", {QStringLiteral("core")});
    row("app", {QStringLiteral("core"), QStringLiteral("ui")});
}

void SourceTreeTest::includesPointDown()
{
    QFETCH(QString, folder);
    QFETCH(QStringList, mayInclude);
    const QStringList wrong = upwardIncludes(folder, mayInclude);
    QVERIFY2(wrong.isEmpty(),
             qPrintable(QStringLiteral("not below %1: %2").arg(folder, wrong.join(u'\n'))));
}

QStringList SourceTreeTest::upwardIncludes(const QString &folder,
                                           const QStringList &mayInclude) const
{
    static const QRegularExpression include(
        QStringLiteral("#include \"((?:core|ui|app)/[^\"]+)\""));
    static const QRegularExpression gui(QStringLiteral(
        "#include <(Q(?:Widget|Application|MainWindow|Dialog|WebEngine|Painter|Image|Font)[^>]*|"
        "Qt(?:Gui|Widgets|WebEngine)[^>]*)>"));
    QStringList wrong;
    for (const SourceFile &file :
         filesBelow({folder}, {QStringLiteral("*.h"), QStringLiteral("*.cpp")})) {
        for (auto it = include.globalMatch(file.text); it.hasNext();) {
            const QString header = it.next().captured(1);
            const bool below =
                std::any_of(mayInclude.begin(), mayInclude.end(), [&](const QString &allowed) {
                    return header.startsWith(allowed + QLatin1Char('/'));
                });
            if (!below)
                wrong << file.path + QStringLiteral(" includes ") + header;
        }
        const auto match = gui.match(file.text);
        if (folder.startsWith(QLatin1String("core")) && match.hasMatch())
            wrong << file.path + QStringLiteral(" includes ") + match.captured(1);
    }
    return wrong;
}

/// Two types of one name link without a word, and one is then destroyed as the other.
void SourceTreeTest::typesAreDefinedOnce()
{
    static const QRegularExpression definition(
        QStringLiteral("^(?:class|struct|enum class) (\\w+)(?: final)?(?: :[^;{]*)?\\s*\\{"),
        QRegularExpression::MultilineOption);
    QHash<QString, QString> definedIn;
    for (const SourceFile &file :
         filesBelow({QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")},
                    {QStringLiteral("*.h")})) {
        auto found = definition.globalMatch(file.text);
        while (found.hasNext()) {
            const QString name = found.next().captured(1);
            QVERIFY2(!definedIn.contains(name),
                     qPrintable(QStringLiteral("%1 is defined in %2 and in %3")
                                    .arg(name, definedIn.value(name), file.path)));
            definedIn.insert(name, file.path);
        }
    }
    QVERIFY(definedIn.size() > 200);
}

void SourceTreeTest::filesHoldOneIdea()
{
    constexpr int longest = 800;
    const QStringList folders{
        QStringLiteral("app"),   QStringLiteral("core"),          QStringLiteral("ui"),
        QStringLiteral("tests"), QStringLiteral("resources/web"), QStringLiteral("packaging")};
    const QStringList written{QStringLiteral("*.h"),   QStringLiteral("*.cpp"),
                              QStringLiteral("*.ts"),  QStringLiteral("*.css"),
                              QStringLiteral("*.mjs"), QStringLiteral("*.py"),
                              QStringLiteral("*.sh"),  QStringLiteral("CMakeLists.txt")};
    for (const SourceFile &file : filesBelow(folders, written)) {
        const auto lines = file.text.count(QLatin1Char('\n'));
        QVERIFY2(lines <= longest,
                 qPrintable(QStringLiteral("%1 has %2 lines").arg(file.path).arg(lines)));
    }
}

/// A label that takes text for HTML has local files read by whoever names a report; see PlainLabel.
void SourceTreeTest::labelsShowTextAsItIs()
{
    for (const SourceFile &file : filesBelow({u"ui"_s, u"app"_s}, {u"*.cpp"_s, u"*.h"_s}))
        QVERIFY2(!file.text.contains(u"new QLabel("_s), qPrintable(file.path));
}

void SourceTreeTest::namesNoHostOfARegistry()
{
    static const QRegularExpression resolved(QStringLiteral("\"resolved\"\\s*:"));
    for (const SourceFile &file :
         filesBelow({QStringLiteral("resources/web")},
                    {QStringLiteral("package-lock.json"), QStringLiteral(".npmrc")}))
        QVERIFY2(!resolved.match(file.text).hasMatch(), qPrintable(file.path));
}

/// Where the library is follows from the program's name, so there is one place that gives it.
void SourceTreeTest::allProgramsFindTheSameLibrary()
{
    static const QRegularExpression names(
        QStringLiteral("set(Application|Organization)(Name|Domain)\\("));
    const QStringList folders{QStringLiteral("app"), QStringLiteral("core"), QStringLiteral("ui")};
    QStringList naming;
    for (const SourceFile &file : filesBelow(folders, {QStringLiteral("*.cpp")})) {
        if (names.match(file.text).hasMatch())
            naming += file.path;
    }
    QCOMPARE(naming, QStringList{QStringLiteral("core/base/program.cpp")});
}

QTEST_GUILESS_MAIN(SourceTreeTest)
#include "test_source_tree.moc"
