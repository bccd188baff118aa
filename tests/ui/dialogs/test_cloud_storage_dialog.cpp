#include "core/base/translations.h"
#include "core/secrets/kept_secrets.h"
#include "core/services/cloud/cloud_keys.h"
#include "support/library_fixture.h"
#include "ui/dialogs/add_cloud_key_dialog.h"
#include "ui/dialogs/cloud_storage_dialog.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"
#include "ui/widgets/preferences.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

/// A system without a key store.
class NoKeyStore final : public SecretStore
{
public:
    bool isLasting() const override { return true; }
    QCoro::Task<Result<QString>> read(const QString & /*key*/) override { co_return none(); }
    QCoro::Task<Result<void>> write(const QString & /*key*/, const QString & /*secret*/) override
    {
        co_return none();
    }
    QCoro::Task<Result<void>> remove(const QString & /*key*/) override { co_return none(); }

private:
    static Error none() { return {ErrorCode::Io, u"no key store"_s, {}}; }
};

struct DialogFixture : LibraryFixture
{
    std::shared_ptr<SecretStore> secrets = std::make_shared<MemorySecretStore>();
    std::shared_ptr<CloudKeys> keys;
    SystemColorScheme scheme;
    Theme theme{scheme};
    std::unique_ptr<CloudStorageDialog> dialog;

    explicit DialogFixture(std::shared_ptr<SecretStore> store = nullptr)
    {
        if (store)
            secrets = std::move(store);
        keys = std::make_shared<CloudKeys>(*library, secrets, std::make_shared<SystemClock>());
        dialog = std::make_unique<CloudStorageDialog>(*keys, theme);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
    }

    template <typename Widget>
    Widget *in(const char *name) const
    {
        auto *found = dialog->findChild<Widget *>(QLatin1String(name));
        if (!found)
            qFatal("there is no %s", name);
        return found;
    }
    void click(const char *name) const { QTest::mouseClick(in<QPushButton>(name), Qt::LeftButton); }
    void type(const char *name, const QString &text) const { in<QLineEdit>(name)->setText(text); }
    void choose(CloudProvider provider) const
    {
        auto *store = in<QComboBox>("cloudProvider");
        store->setCurrentIndex(store->findData(int(provider)));
    }
    /// Presses Add and waits until it is kept.
    void addIt()
    {
        QSignalSpy kept(dialog->findChild<AddCloudKeyDialog *>(), &QDialog::accepted);
        click("acceptButton");
        if (kept.isEmpty() && !kept.wait(hangMs))
            qFatal("the key is not kept");
    }
    QStringList rows() const
    {
        QStringList rows;
        const auto *list = in<QTreeWidget>("cloudKeys");
        for (int row = 0; row < list->topLevelItemCount(); ++row) {
            const QTreeWidgetItem *item = list->topLevelItem(row);
            rows << item->text(0) + u'|' + item->text(1) + u'|' + item->text(2);
        }
        return rows;
    }
    /// Whether the text can be read anywhere in the dialog.
    bool isSeen(const QString &text) const
    {
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            if (label->text().contains(text))
                return true;
        }
        return rows().join(u'\n').contains(text);
    }
};

} // namespace

/// The keys of cloud stores, as a person gives and removes them.
class TestCloudStorageDialog : public QObject
{
    Q_OBJECT

private slots:
    void keysAreAddedListedRemoved()
    {
        DialogFixture f;
        QVERIFY(!f.in<QTreeWidget>("cloudKeys")->isVisible());
        QVERIFY(!f.in<QPushButton>("removeCloudKey")->isEnabled());
        f.click("addCloudKey");
        f.type("cloudBucket", u" my-bucket "_s);
        f.type("cloudRegion", u"eu-west-1"_s);
        f.type("cloudId", u"AKIA1"_s);
        QVERIFY(!f.in<QPushButton>("acceptButton")->isEnabled());
        f.type("cloudSecret", u"s3cret"_s);
        QCOMPARE(f.in<QLineEdit>("cloudSecret")->echoMode(), QLineEdit::Password);
        QCOMPARE(f.in<QLineEdit>("cloudSession")->echoMode(), QLineEdit::Password);
        f.addIt();
        QCOMPARE(f.rows(), QStringList{u"Amazon S3|my-bucket|AKIA1"_s});
        QVERIFY(!f.isSeen(u"s3cret"_s));
        const CloudKey &key = f.keys->list().first();
        QCOMPARE(key.region, u"eu-west-1"_s);

        f.click("removeCloudKey");
        auto *box = f.dialog->findChild<QMessageBox *>(u"removeCloudKeyBox"_s);
        QVERIFY(box);
        QVERIFY(box->text().contains(u"my-bucket"_s));
        QSignalSpy changed(f.keys.get(), &CloudKeys::changed);
        for (QAbstractButton *button : box->buttons()) {
            if (button->text() == u"Remove"_s)
                button->click();
        }
        QVERIFY(!changed.isEmpty() || changed.wait(hangMs));
        QVERIFY(f.rows().isEmpty());
        QVERIFY(f.keys->list().isEmpty());
    }

    void storesOfOnesOwn()
    {
        DialogFixture f;
        f.click("addCloudKey");
        QVERIFY(!f.in<QLineEdit>("cloudServer")->isVisible());
        f.choose(CloudProvider::OtherS3);
        QVERIFY(f.in<QLineEdit>("cloudServer")->isVisible());
        f.type("cloudId", u"OWN"_s);
        f.type("cloudSecret", u"s3cret"_s);
        f.type("cloudServer", u"minio.lab"_s);
        f.click("acceptButton");
        const auto *add = f.dialog->findChild<AddCloudKeyDialog *>();
        QVERIFY(add && add->isVisible());
        QVERIFY(f.isSeen(u"“minio.lab” is no server with its port"_s));
        f.type("cloudServer", u"minio.lab:9000"_s);
        QVERIFY(!f.in<QCheckBox>("cloudPlain")->isChecked());
        f.in<QCheckBox>("cloudPlain")->click();
        f.addIt();
        QCOMPARE(f.rows(), QStringList{u"Other S3 (MinIO, Ceph, …)|minio.lab:9000|OWN"_s});
        QVERIFY(f.keys->list().first().isPlain);
    }

    void tokensAndKeysOfAzure()
    {
        DialogFixture f;
        f.click("addCloudKey");
        f.choose(CloudProvider::Azure);
        QVERIFY(!f.in<QLineEdit>("cloudId")->isVisible());
        f.type("cloudAccount", u"acc"_s);
        f.type("cloudBucket", u"con"_s);
        f.type("cloudSecret", u"?sv=1&sig=s3cret"_s);
        f.addIt();
        QCOMPARE(f.rows(), QStringList{u"Azure Blob Storage|con at acc.blob.core.windows.net|"
                                       "SAS token"_s});
        QVERIFY(!f.isSeen(u"s3cret"_s));
        f.click("addCloudKey");
        QTRY_COMPARE(f.dialog->findChildren<AddCloudKeyDialog *>().size(), 1);
        f.choose(CloudProvider::Azure);
        f.type("cloudAccount", u"acc"_s);
        f.type("cloudSecret", u"a2V5"_s);
        f.addIt();
        QCOMPARE(f.rows().last(), u"Azure Blob Storage|acc.blob.core.windows.net|acc"_s);
    }

    void whatMakesNoSenseIsSaid()
    {
        DialogFixture f;
        f.click("addCloudKey");
        f.type("cloudId", u"AKIA1"_s);
        f.type("cloudSecret", u"s3cret"_s);
        f.type("cloudBucket", u"../x"_s);
        f.click("acceptButton");
        QVERIFY(f.isSeen(u"“../x” is no bucket"_s));
        f.type("cloudBucket", u"bucket"_s);
        f.type("cloudRegion", u"evil.org/"_s);
        f.click("acceptButton");
        QVERIFY(f.isSeen(u"“evil.org/” is no region"_s));
        QVERIFY(f.keys->list().isEmpty());
    }

    void onlyWhatIsShownCounts()
    {
        DialogFixture f;
        f.click("addCloudKey");
        f.choose(CloudProvider::OtherS3);
        f.type("cloudServer", u"me@minio.lab"_s);
        f.type("cloudRegion", u"evil.org/"_s);
        f.type("cloudSession", u"t0ken"_s);
        f.in<QCheckBox>("cloudPlain")->click();
        f.choose(CloudProvider::Google);
        f.type("cloudId", u"GOOG1"_s);
        f.type("cloudSecret", u"s3cret"_s);
        f.addIt();
        const CloudPlace all{CloudProvider::Google, {}, {}};
        QCOMPARE(f.keys->list(), (QVector<CloudKey>{{all, {}, u"GOOG1"_s, false}}));
    }

    void whatCannotBeKeptIsNotLost()
    {
        DialogFixture f(std::make_shared<NoKeyStore>());
        f.click("addCloudKey");
        f.type("cloudId", u"AKIA1"_s);
        f.type("cloudSecret", u"s3cret"_s);
        f.click("acceptButton");
        // The list says it, too: what counts is the answer to the click.
        QTRY_VERIFY(f.in<QPushButton>("acceptButton")->isEnabled());
        QVERIFY(f.isSeen(u"no key store"_s));
        const auto *add = f.dialog->findChild<AddCloudKeyDialog *>();
        QVERIFY(add && add->isVisible());
        QCOMPARE(f.in<QLineEdit>("cloudSecret")->text(), u"s3cret"_s);
    }

    void withoutAKeyStoreItIsSaid()
    {
        DialogFixture lasting(std::make_shared<KeptSecrets>(std::make_shared<NoKeyStore>()));
        QVERIFY(!lasting.in<QLabel>("cloudKeysForgotten")->isVisible());
        lasting.click("addCloudKey");
        lasting.type("cloudId", u"AKIA1"_s);
        lasting.type("cloudSecret", u"s3cret"_s);
        lasting.addIt();
        QVERIFY(lasting.in<QLabel>("cloudKeysForgotten")->isVisible());
    }

    void settingsLeadThere()
    {
        DialogFixture f;
        const QString file = f.folder.filePath(u"settings.ini"_s);
        Preferences preferences(file);
        SettingsDialog settings(preferences, f.theme, f.folder.path());
        settings.setAttribute(Qt::WA_DeleteOnClose, false);
        settings.addCloudKeys(*f.keys);
        settings.show();
        QTest::mouseClick(settings.findChild<QPushButton *>(u"cloudKeysButton"_s), Qt::LeftButton);
        const auto *opened = settings.findChild<CloudStorageDialog *>();
        QVERIFY(opened && opened->isVisible());
    }

    void everyFieldHasALabelAndALetterOfItsOwn_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("English") << QLocale(QLocale::English);
        QTest::newRow("German") << QLocale(QLocale::German);
    }

    void everyFieldHasALabelAndALetterOfItsOwn()
    {
        QFETCH(QLocale, locale);
        const Translations translations(locale);
        DialogFixture f;
        f.click("addCloudKey");
        const auto *add = f.dialog->findChild<AddCloudKeyDialog *>();
        const QString plain = f.in<QCheckBox>("cloudPlain")->text();
        QSet<QString> letters{plain.mid(plain.indexOf(u'&') + 1, 1).toLower()};
        for (const QLabel *label : add->findChildren<QLabel *>()) {
            const auto at = label->text().indexOf(u'&');
            if (at < 0)
                continue;
            QVERIFY2(label->buddy(), qPrintable(label->text()));
            QVERIFY2(!label->buddy()->accessibleName().isEmpty(), qPrintable(label->text()));
            const QString letter = label->text().mid(at + 1, 1).toLower();
            QVERIFY2(!letters.contains(letter), qPrintable(label->text()));
            letters.insert(letter);
        }
        QVERIFY(letters.size() >= 9);
    }
};

QTEST_MAIN(TestCloudStorageDialog)
#include "test_cloud_storage_dialog.moc"
