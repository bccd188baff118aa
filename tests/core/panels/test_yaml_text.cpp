#include "core/panels/panel_yaml.h"
#include "core/panels/yaml_text.h"

#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

/// Whatever is written so is read as what it was.
class YamlTextTest : public QObject
{
    Q_OBJECT

private slots:
    void isReadAsWhatItWas_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u"val/loss"_s,
                                    u"learning rate"_s,
                                    u"a: b"_s,
                                    u"a # b"_s,
                                    u"yes"_s,
                                    u"3"_s,
                                    u"-x"_s,
                                    u"[a]"_s,
                                    u"a, b"_s,
                                    u"\"q\""_s,
                                    u"back\\slash"_s,
                                    u"two\nlines"_s,
                                    u""_s,
                                    u" a "_s,
                                    u"/acc$/"_s,
                                    u"größe"_s,
                                    u"'"_s,
                                    u"null"_s,
                                    u"a]"_s,
                                    u"@b"_s,
                                    u"100%"_s})
            QTest::newRow(qPrintable(text)) << text;
    }

    void isReadAsWhatItWas()
    {
        QFETCH(QString, text);
        const YamlDocument alone = parseYaml(u"key: "_s + yamlText(text));
        QVERIFY2(!alone.problem, qPrintable(yamlText(text)));
        QCOMPARE(alone.root.entries.front().value.text, text);
        const YamlDocument list = parseYaml(u"key: "_s + yamlTexts({text, u"b"_s}));
        QVERIFY2(!list.problem, qPrintable(yamlTexts({text, u"b"_s})));
        QCOMPARE(list.root.entries.front().value.items.front().text, text);
    }

    void whatNeedsNoQuotesHasNone()
    {
        QCOMPARE(yamlText(u"val/loss"_s), u"val/loss"_s);
        QCOMPARE(yamlText(u"learning rate"_s), u"learning rate"_s);
        QCOMPARE(yamlTexts({u"a"_s}), u"a"_s);
        QCOMPARE(yamlTexts({u"a"_s, u"b"_s}), u"[a, b]"_s);
    }
};

QTEST_GUILESS_MAIN(YamlTextTest)
#include "test_yaml_text.moc"
