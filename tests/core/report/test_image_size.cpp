#include "core/report/image_size.h"

#include <QRandomGenerator>
#include <QTest>

using namespace plotleaf;

/// Headers as real programs write them (GIMP, cwebp, ImageMagick), cut off behind what is read.
class ImageSizeTest : public QObject
{
    Q_OBJECT

private slots:
    void readsHeaders_data();
    void readsHeaders();
    void survivesAnyBytes();
};

void ImageSizeTest::readsHeaders_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<QSize>("size");
    QTest::newRow("png") << QByteArray("89504e470d0a1a0a0000000d49484452000002800000016708")
                         << QSize(640, 359);
    QTest::newRow("jpeg")
        << QByteArray(
               "ffd8ffe000104a46494600010101004800480000ffdb0004ffffffc000110801670280030122")
        << QSize(640, 359);
    QTest::newRow("progressive jpeg with fill bytes")
        << QByteArray("ffd8ffffffe00004abcdffc2001108000a00140301220000") << QSize(20, 10);
    QTest::newRow("gif") << QByteArray("47494638396180026701f700") << QSize(640, 359);
    QTest::newRow("bmp") << QByteArray(
                                "424d36000000000000003600000028000000800200009900feff01001800")
                         << QSize(640, 130919);
    QTest::newRow("bmp, top row first")
        << QByteArray("424d3600000000000000360000002800000002000000fdffffff01001800")
        << QSize(2, 3);
    QTest::newRow("webp lossy")
        << QByteArray("52494646000000005745425056503820000000000000009d012a8002670100")
        << QSize(640, 359);
    QTest::newRow("webp lossless")
        << QByteArray("5249464600000000574542505650384c000000002f7fc25900") << QSize(640, 360);
    QTest::newRow("webp extended")
        << QByteArray("524946460000000057454250565038580a000000000000007f0200660100")
        << QSize(640, 359);
    QTest::newRow("text") << QByteArray("68656c6c6f20776f726c64") << QSize(0, 0);
    QTest::newRow("nothing") << QByteArray() << QSize(0, 0);
    QTest::newRow("png cut off") << QByteArray("89504e470d0a1a0a0000000d4948445200") << QSize(0, 0);
    QTest::newRow("endless jpeg") << QByteArray("ffd8ffe00000ffe00000ffe00000ffe00000")
                                  << QSize(0, 0);
}

void ImageSizeTest::readsHeaders()
{
    QFETCH(QByteArray, hex);
    QTEST(imageSize(QByteArray::fromHex(hex)), "size");
}

void ImageSizeTest::survivesAnyBytes()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QByteArray starts[] = {
        "\x89PNG\r\n\x1a\n", "\xff\xd8\xff",    "GIF8", "BM", "RIFF0000WEBPVP8 ",
        "RIFF0000WEBPVP8L",  "RIFF0000WEBPVP8X"};
    for (int i = 0; i < 20'000; ++i) {
        QByteArray bytes = starts[random.bounded(int(std::size(starts)))];
        const int length = random.bounded(60);
        for (int j = 0; j < length; ++j)
            bytes.append(static_cast<char>(random.bounded(256)));
        const QSize size = imageSize(bytes);
        QVERIFY(size == QSize(0, 0) || (size.width() > 0 && size.height() > 0));
    }
}

QTEST_GUILESS_MAIN(ImageSizeTest)
#include "test_image_size.moc"
