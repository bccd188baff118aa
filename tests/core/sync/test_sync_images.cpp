#include "core/services/clearml/clearml_assets.h"
#include "core/services/clearml/clearml_reports.h"
#include "core/services/clearml/clearml_workspace.h"
#include "core/services/remote/remote_images.h"
#include "core/services/server_files.h"
#include "core/sync/report_images.h"
#include "core/sync/sync_round.h"
#include "support/clearml_fixture.h"
#include "support/revision_texts.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

/// The head of a PNG; more of a picture is not looked at.
QByteArray picture(char shade)
{
    QByteArray bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x07\0\0\0\x05", 24);
    return bytes + shade;
}

/// A library in step with a ClearML server, files and all.
struct ImagesFixture : ClearmlFixture
{
    ImagesFixture()
    {
        library = Library::open(folder.path(), clock, ids).value();
        reports = std::make_shared<ClearmlReports>(client);
        assets = std::make_shared<ClearmlAssets>(client);
        const ClearmlPlace place{servers(), server.accessKey, {}, {}};
        workspace = clearmlWorkspace(u"prod"_s, place);
        if (!await(LibrarySync(*library).addWorkspace(workspace)))
            qFatal("the workspace cannot be added");
    }

    Result<SyncRound::Outcome> sync()
    {
        const auto round = std::make_shared<SyncRound>(
            SyncRound::Tools{LibrarySync(*library), reports, workspace.id, assets},
            SyncRound::Wishes{},
            SyncRound::Listeners{[this](const SyncNotice &notice) { notices.append(notice); },
                                 [](int, int) {}});
        return run(SyncRound::run(round));
    }
    void synced()
    {
        const auto outcome = sync();
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
    }

    ReportId addReport(const QString &text)
    {
        clock.advance(1000);
        return await(library->create({{}, u"Pictures"_s, {}, {}, text, workspace.id})).value();
    }
    void write(const ReportId &id, const QString &text)
    {
        clock.advance(1000);
        if (!await(library->save(id, text)))
            qFatal("the text cannot be saved");
    }
    Asset addPicture(const ReportId &id, const QString &name, char shade = 'a')
    {
        return await(library->addAsset(id, name, picture(shade))).value();
    }
    QString text(const ReportId &id) { return await(library->report(id))->text; }
    QStringList revisions(const ReportId &id) { return test::revisionTexts(*library, id); }
    SyncStatus status(const ReportId &id) { return await(library->summary(id))->sync; }
    QString onServer(const ReportId &id)
    {
        return (*await(LibrarySync(*library).remote(id)))->toString();
    }
    QString serverText(const ReportId &id)
    {
        return server.world.report(onServer(id))->value(u"report"_s).toString();
    }
    QString address(const ReportId &id, const QString &name)
    {
        return server.http.url().toString() + u"/files/reports/"_s + onServer(id) + u'/' + name;
    }

    QTemporaryDir folder;
    RandomIdSource ids;
    std::unique_ptr<Library> library;
    std::shared_ptr<ClearmlReports> reports;
    std::shared_ptr<ClearmlAssets> assets;
    Workspace workspace;
    QVector<SyncNotice> notices;
};

} // namespace

/// Pictures of a report on their way to its server.
class TestSyncImages : public QObject
{
    Q_OBJECT

private slots:
    void aNewReportBringsItsPictures()
    {
        ImagesFixture f;
        const ReportId id = f.addReport({});
        f.addPicture(id, u"loss.png"_s);
        f.write(id, u"# Loss\n\n![loss](asset:loss.png)\n"_s);
        f.synced();
        const QString address = f.address(id, u"loss.png"_s);
        const QString expected = u"# Loss\n\n![loss](%1)\n"_s.arg(address);
        QCOMPARE(f.serverText(id), expected);
        QCOMPARE(f.text(id), expected);
        QCOMPARE(f.server.world.report(f.onServer(id))->value(u"report_assets"_s).toArray(),
                 QJsonArray{address});
        QCOMPARE(f.server.world.files.value("reports/" + f.onServer(id).toLatin1() + "/loss.png"),
                 picture('a'));
        QCOMPARE(f.status(id).state, SyncState::Clean);
        QCOMPARE(await(f.library->assets(id))->first().address, address);
        // In step: nothing is left to be said.
        f.server.calls.clear();
        f.synced();
        QVERIFY(!f.server.calls.contains(u"reports.update"_s));
        f.server.checkSchema();
    }

    void picturesOfSeveralKindsAndPlaces()
    {
        ImagesFixture f;
        const ReportId id = f.addReport({});
        f.addPicture(id, u"a.png"_s, 'a');
        f.addPicture(id, u"b.png"_s, 'b');
        f.addPicture(id, u"unused.png"_s, 'c');
        f.write(id, u"![a](asset:a.png) <img src=\"asset:b.png\"> ![again](asset:a.png \"t\")\n\n"
                    u"`![code](asset:a.png)` ![missing](asset:none.png)\n"_s);
        f.synced();
        const QString a = f.address(id, u"a.png"_s);
        const QString b = f.address(id, u"b.png"_s);
        QCOMPARE(f.serverText(id),
                 u"![a](%1) <img src=\"%2\"> ![again](%1 \"t\")\n\n`![code](asset:a.png)` "
                 u"![missing](asset:none.png)\n"_s.arg(a, b));
        QCOMPARE(f.server.world.files.size(), 2);
        f.server.checkSchema();
    }

    void aPictureAddedLaterAndOneOfTheSameName()
    {
        ImagesFixture f;
        const QString remote = f.server.world.addReport(u"Pictures"_s, u"vision"_s, u"![x](y)\n"_s);
        // Somebody's picture that is on no list.
        f.server.world.files["reports/" + remote.toLatin1() + "/loss.png"] = "theirs";
        f.synced();
        const ReportId id = await(f.library->find({}))->hits.first().summary.id;
        f.addPicture(id, u"loss.png"_s);
        f.write(id, u"![x](y)\n\n![loss](asset:loss.png)\n"_s);
        f.synced();
        QCOMPARE(f.serverText(id),
                 u"![x](y)\n\n![loss](%1)\n"_s.arg(f.address(id, u"loss-2.png"_s)));
        QCOMPARE(f.server.world.files.value("reports/" + remote.toLatin1() + "/loss.png"),
                 QByteArray("theirs"));
    }

    void aFilesServerThatFailsHoldsUpThisReportOnly()
    {
        ImagesFixture f;
        const ReportId id = f.addReport({});
        f.addPicture(id, u"loss.png"_s);
        f.write(id, u"![loss](asset:loss.png)\n"_s);
        const ReportId other = f.addReport(u"no pictures"_s);
        f.server.http.add({FakeFault::Kind::Refuse, "/files/", {502, "text/html", "bad gateway"}});
        f.synced();
        QCOMPARE(f.serverText(other), u"no pictures"_s);
        QCOMPARE(f.serverText(id), QString());
        QCOMPARE(f.text(id), u"![loss](asset:loss.png)\n"_s);
        QCOMPARE(f.status(id).state, SyncState::Edited);
        QVERIFY2(f.status(id).reason.contains(u"loss.png"_s), qPrintable(f.status(id).reason));
        QCOMPARE(f.notices.size(), 1);
        QCOMPARE(f.notices.first().kind, SyncNotice::Kind::Waits);
        const auto counts = await(LibrarySync(*f.library).counts(f.workspace.id));
        QCOMPARE(counts->held, 1);
        QCOMPARE(counts->heldBy, f.status(id).reason);
        // The same again is not told again.
        f.server.http.add({FakeFault::Kind::Refuse, "/files/", {502, "text/html", "bad gateway"}});
        f.synced();
        QCOMPARE(f.notices.size(), 1);
        f.synced();
        QCOMPARE(f.serverText(id), u"![loss](%1)\n"_s.arg(f.address(id, u"loss.png"_s)));
        QCOMPARE(f.status(id).state, SyncState::Clean);
        QCOMPARE(f.status(id).reason, QString());
        QCOMPARE(await(LibrarySync(*f.library).counts(f.workspace.id))->held, 0);
    }

    void aRefusalEndsWithTheNextChange()
    {
        ImagesFixture f;
        const ReportId id = f.addReport({});
        f.addPicture(id, u"huge.png"_s);
        f.write(id, u"![huge](asset:huge.png)\n"_s);
        f.server.http.add({FakeFault::Kind::Refuse, "/files/", {413, "text/html", "too large"}});
        f.synced();
        QCOMPARE(f.status(id).state, SyncState::Refused);
        QVERIFY(f.status(id).reason.contains(u"huge.png"_s));
        f.write(id, u"without\n"_s);
        QCOMPARE(f.status(id).reason, QString());
        f.synced();
        QCOMPARE(f.serverText(id), u"without\n"_s);
    }

    /// The answer to the upload is lost, and the one to the list: nothing is there twice.
    void lostAnswersMakeNoSecondFile()
    {
        ImagesFixture f;
        const ReportId id = f.addReport(u"text"_s);
        f.synced();
        f.addPicture(id, u"loss.png"_s);
        f.write(id, u"![loss](asset:loss.png)\n"_s);
        const QByteArray cut = "/reports.update";
        f.server.http.add({FakeFault::Kind::CutAnswer, cut});
        f.synced();
        QCOMPARE(f.status(id).state, SyncState::Edited);
        f.synced();
        QCOMPARE(f.server.world.files.size(), 1);
        QCOMPARE(f.server.world.report(f.onServer(id))->value(u"report_assets"_s).toArray().size(),
                 1);
        QCOMPARE(f.serverText(id), u"![loss](%1)\n"_s.arg(f.address(id, u"loss.png"_s)));
    }

    /// Somebody else wrote meanwhile: merged first, pictures and all.
    void picturesAndAMerge()
    {
        ImagesFixture f;
        const ReportId id = f.addReport(u"one\n\ntwo\n\nthree\n"_s);
        f.synced();
        f.addPicture(id, u"loss.png"_s);
        f.write(id, u"one\n\ntwo\n\n![loss](asset:loss.png)\n"_s);
        f.server.world.editReport(
            f.onServer(id), f.server.world.addUser(u"Ana"_s),
            [](QJsonObject &report) { report[u"report"_s] = u"ONE\n\ntwo\n\nthree\n"_s; });
        f.synced();
        const QString expected = u"ONE\n\ntwo\n\n![loss](%1)\n"_s.arg(f.address(id, u"loss.png"_s));
        QCOMPARE(f.serverText(id), expected);
        QCOMPARE(f.text(id), expected);
    }

    /// Uploads take minutes: what a colleague saves meanwhile is merged, not written over.
    void whatIsWrittenDuringAnUploadIsMerged()
    {
        ImagesFixture f;
        const ReportId id = f.addReport(u"one\n\ntwo\n\nthree\n"_s);
        f.synced();
        f.addPicture(id, u"loss.png"_s);
        f.write(id, u"one\n\ntwo\n\n![loss](asset:loss.png)\n"_s);
        const QString theirs = u"ONE\n\ntwo\n\nthree\n"_s;
        const QString ana = f.server.world.addUser(u"Ana"_s);
        f.whileHeld("/files/", [&] {
            f.server.world.editReport(f.onServer(id), ana,
                                      [&](QJsonObject &report) { report[u"report"_s] = theirs; });
        });
        f.synced();
        const QString expected = u"ONE\n\ntwo\n\n![loss](%1)\n"_s.arg(f.address(id, u"loss.png"_s));
        QCOMPARE(f.serverText(id), expected);
        QCOMPARE(f.text(id), expected);
        QVERIFY(f.revisions(id).contains(theirs));
        // What the upload itself changed there is nobody's text.
        QCOMPARE(f.revisions(id).count(u"one\n\ntwo\n\nthree\n"_s), 1);
    }

    /// The round names the picture by its address while the person types on in the next line.
    void whoTypesBelowAPictureThatIsBeingSentHasNoConflict()
    {
        ImagesFixture f;
        const ReportId id = f.addReport({});
        f.addPicture(id, u"loss.png"_s);
        const QString pasted = u"# Loss\n![loss](asset:loss.png)\n"_s;
        f.write(id, pasted);
        f.synced();
        const auto saved = await(f.library->save(id, pasted + u"falls\n"_s, pasted));
        const QString expected =
            u"# Loss\n![loss](%1)\nfalls\n"_s.arg(f.address(id, u"loss.png"_s));
        QCOMPARE(saved->text, expected);
        QVERIFY(!saved->hadConflict);
        QCOMPARE(f.status(id).state, SyncState::Edited);
        // What was typed while that was saved grew from the same.
        QCOMPARE(
            await(f.library->save(id, pasted + u"falls fast\n"_s, pasted + u"falls\n"_s))->text,
            u"# Loss\n![loss](%1)\nfalls fast\n"_s.arg(f.address(id, u"loss.png"_s)));
        f.synced();
        QCOMPARE(f.serverText(id), f.text(id));
    }

    void publishingTakesPicturesAlong()
    {
        ImagesFixture f;
        const ReportId id = f.addReport({});
        f.addPicture(id, u"loss.png"_s);
        f.write(id, u"![loss](asset:loss.png)\n"_s);
        QVERIFY(await(f.library->publish(id)));
        f.synced();
        QCOMPARE(f.serverText(id), u"![loss](%1)\n"_s.arg(f.address(id, u"loss.png"_s)));
        QCOMPARE(f.server.world.report(f.onServer(id))->value(u"status"_s).toString(),
                 u"published"_s);
        QCOMPARE(f.status(id).state, SyncState::Clean);
    }

    void aCopyHasPicturesOfItsOwn()
    {
        ImagesFixture f;
        const ReportId id = f.addReport({});
        f.addPicture(id, u"loss 1.png"_s);
        const QString own = u"![loss](asset:loss-1.png)\n"_s;
        f.write(id, own);
        f.synced();
        QVERIFY(f.text(id) != own);
        const ReportId here = await(LibrarySync(*f.library).copyTo(id, u"local"_s)).value();
        QCOMPARE(f.text(here), own);
        QCOMPARE(await(f.library->assets(here))->first().address, QString());
        QCOMPARE(await(f.library->summary(here))->workspace, u"local"_s);
        const ReportId there = await(LibrarySync(*f.library).copyTo(here, f.workspace.id)).value();
        f.synced();
        QCOMPARE(f.serverText(there), u"![loss](%1)\n"_s.arg(f.address(there, u"loss-1.png"_s)));
        QCOMPARE(f.server.world.files.size(), 2);
    }

    void theTextBeforeIsAmongTheVersions()
    {
        ImagesFixture f;
        const ReportId id = f.addReport({});
        f.addPicture(id, u"loss.png"_s);
        f.write(id, u"![loss](asset:loss.png)\n"_s);
        f.synced();
        QVERIFY(f.revisions(id).contains(u"![loss](asset:loss.png)\n"_s));
    }

    /// A text of the server shows a picture: it is read with the token, and kept.
    void filesOfTheServerAreReadAsTheirPerson()
    {
        ImagesFixture f;
        f.server.world.files["reports/x/a b.png"] = picture('a');
        Workspaces workspaces(*f.library, f.clock,
                              [&f](Workspace) -> QCoro::Task<Result<OpenedServer>> {
                                  OpenedServer opened;
                                  opened.reports = f.reports;
                                  opened.assets = f.assets;
                                  co_return opened;
                              });
        ServerFiles files(workspaces);
        QTemporaryDir cache;
        RemoteImages images(cache.path(), f.clock);
        images.setOwner([&files](const QUrl &url) { return files.read(url, 1000); });
        QSignalSpy listed(&workspaces, &Workspaces::listChanged);
        workspaces.start();
        QVERIFY(listed.wait(hangMs));
        QCOMPARE(files.hosts(), QStringList{u"127.0.0.1"_s});
        const QUrl url(f.server.http.url().toString() + u"/files//reports/x/a%20b.png"_s);
        const auto image = await(images.fetch(url));
        QVERIFY2(image, image ? "" : qPrintable(image.error().message));
        QCOMPARE(image->bytes, picture('a'));
        f.server.http.setReachable(false);
        QVERIFY(await(images.fetch(url)));
    }

    /// Asked with the token, ClearML would do whatever an address says.
    void addressesThatAreNoFilesAreNotAskedFor_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("a call") << u"/reports.delete?task=1"_s;
        QTest::newRow("a call behind the proxy") << u"/api/reports.delete?task=1"_s;
        QTest::newRow("up from the files") << u"/files/../api/reports.delete"_s;
        QTest::newRow("up, encoded") << u"/files/%2e%2e/api/reports.delete"_s;
        QTest::newRow("up, twice encoded slash") << u"/files/..%2fapi/reports.delete"_s;
        QTest::newRow("a query") << u"/files/a.png?x=1"_s;
        QTest::newRow("nothing") << u"/files/"_s;
    }
    void addressesThatAreNoFilesAreNotAskedFor()
    {
        QFETCH(QString, address);
        ImagesFixture f;
        const auto bytes =
            f.run(f.assets->read(QUrl(f.server.http.url().toString() + address), 1000));
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().code, ErrorCode::InvalidInput);
        QVERIFY(f.server.http.arrivals.isEmpty());
    }

    /// What the text here does not show may stand in the server's, whose change has not come yet.
    void whatTheServersTextShowsIsNotRemoved()
    {
        ImagesFixture f;
        const ReportId id = f.addReport({});
        f.addPicture(id, u"a.png"_s, 'a');
        f.addPicture(id, u"b.png"_s, 'b');
        f.write(id, u"![a](asset:a.png) ![b](asset:b.png)\n"_s);
        f.synced();
        f.write(id, u"none\n"_s);
        f.synced();
        const QString a = f.address(id, u"a.png"_s);
        const QString b = f.address(id, u"b.png"_s);
        f.server.world.editReport(
            f.onServer(id), f.server.world.addUser(u"Ana"_s),
            [&](QJsonObject &report) { report[u"report"_s] = u"![again](%1)\n"_s.arg(a); });
        const auto removed = f.run(removeUnusedReportImages(f.library.get(), id, f.assets, {a, b}));
        QVERIFY2(removed, removed ? "" : qPrintable(removed.error().message));
        QCOMPARE(*removed, 1);
        QCOMPARE(f.server.world.files.size(), 1);
        QCOMPARE(f.server.world.report(f.onServer(id))->value(u"report_assets"_s).toArray(),
                 QJsonArray{a});
        QCOMPARE(await(f.library->assets(id))->size(), 1);
        QCOMPARE(await(f.library->assets(id))->first().name, u"a.png"_s);
        f.server.checkSchema();
    }

    void anUnusedFileIsRemovedHere()
    {
        ImagesFixture f;
        const ReportId id = f.addReport({});
        const Asset asset = f.addPicture(id, u"loss.png"_s);
        QVERIFY(QFile::exists(f.library->assetPath(asset.sha256)));
        QVERIFY(await(f.library->removeAsset(id, asset.name)));
        QVERIFY(await(f.library->assets(id))->isEmpty());
        QVERIFY(!QFile::exists(f.library->assetPath(asset.sha256)));
        const Asset kept = f.addPicture(id, u"kept.png"_s);
        QVERIFY(await(f.library->publish(id)));
        QCOMPARE(await(f.library->removeAsset(id, kept.name)).error().code, ErrorCode::NotAllowed);
    }
};

QTEST_MAIN(TestSyncImages)
#include "test_sync_images.moc"
