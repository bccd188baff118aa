#include "core/store/text_codec.h"

#include <QTest>

using namespace plotleaf;

class TextCodecTest : public QObject
{
    Q_OBJECT

private slots:
    void unpacksWhatItPacked_data();
    void unpacksWhatItPacked();
    void costsOnlyWhatChanged();
    void noticesDamage();
    void keepsAByteOrderMark();
};

void TextCodecTest::unpacksWhatItPacked_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("reference");
    const QByteArray prose =
        QByteArray("Some lines of a report, again and again.\n").repeated(9'000);
    QTest::newRow("empty") << QByteArray("") << QByteArray();
    QTest::newRow("short") << QByteArray("a") << QByteArray();
    QTest::newRow("long") << prose << QByteArray();
    QTest::newRow("zero bytes") << QByteArray(1000, '\0') << QByteArray("x");
    QTest::newRow("against itself") << prose << prose;
    QTest::newRow("against something else") << QByteArray("short") << prose;
    QTest::newRow("empty against something") << QByteArray("") << prose;
}

void TextCodecTest::unpacksWhatItPacked()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, reference);
    for (const Compression compression : {Compression::Fast, Compression::Small}) {
        const auto frame = packText(text, compression, reference);
        QVERIFY(frame.isOk());
        QCOMPARE(*unpackText(*frame, reference), text);
    }
}

void TextCodecTest::costsOnlyWhatChanged()
{
    // Text that does not compress by itself.
    QByteArray before;
    for (quint32 i = 0, x = 1; i < 300'000; ++i, x = x * 1664525 + 1013904223)
        before.append(static_cast<char>('!' + (x >> 24) % 90));
    QByteArray after = before;
    after.insert(150'000, "one more sentence");
    const auto alone = packText(after, Compression::Small);
    const auto against = packText(after, Compression::Small, before);
    QVERIFY(alone->size() > 200'000);
    QVERIFY2(against->size() < 1'000, qPrintable(QString::number(against->size())));
}

void TextCodecTest::noticesDamage()
{
    const QByteArray text = QByteArray("Some lines of a report.\n").repeated(100);
    const auto frame = packText(text, Compression::Small, "reference of the text");
    QVERIFY(!unpackText(*frame, "another reference....") || frame->size() < 10);
    for (qsizetype at = 0; at < frame->size(); ++at) {
        QByteArray damaged = *frame;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x20);
        const auto unpacked = unpackText(damaged, "reference of the text");
        QVERIFY2(!unpacked || *unpacked == text, qPrintable(QString::number(at)));
        const auto cut = unpackText(frame->left(at), "reference of the text");
        QVERIFY(!cut);
        QCOMPARE(cut.error().code, ErrorCode::Damaged);
    }
}

void TextCodecTest::keepsAByteOrderMark()
{
    const QString text = QStringLiteral("\ufeffText");
    QCOMPARE(textFromUtf8(text.toUtf8()), text);
}

QTEST_GUILESS_MAIN(TextCodecTest)
#include "test_text_codec.moc"
