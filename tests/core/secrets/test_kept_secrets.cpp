#include "core/secrets/kept_secrets.h"
#include "support/clearml_fixture.h"

#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

/// A key store that may be locked.
class Lockable final : public SecretStore
{
public:
    bool isLocked = false;

    bool isLasting() const override { return true; }
    QCoro::Task<Result<QString>> read(const QString &key) override
    {
        return isLocked ? failed<QString>() : m_secrets.read(key);
    }
    QCoro::Task<Result<void>> write(const QString &key, const QString &secret) override
    {
        return isLocked ? failed<void>() : m_secrets.write(key, secret);
    }
    QCoro::Task<Result<void>> remove(const QString &key) override
    {
        return isLocked ? failed<void>() : m_secrets.remove(key);
    }

private:
    template <typename T>
    static QCoro::Task<Result<T>> failed()
    {
        co_return Error{ErrorCode::Io, u"locked"_s, {}};
    }
    MemorySecretStore m_secrets;
};

} // namespace

class TestKeptSecrets : public QObject
{
    Q_OBJECT

private slots:
    void theSystemKeepsThem()
    {
        const auto system = std::make_shared<Lockable>();
        QVERIFY(awaitTask(KeptSecrets(system).write(u"a"_s, u"one"_s)));
        KeptSecrets next(system); // the next start
        QCOMPARE(*awaitTask(next.read(u"a"_s)), u"one"_s);
        QVERIFY(next.isLasting());
    }

    void withoutTheSystemTheyLastUntilTheEnd()
    {
        const auto system = std::make_shared<Lockable>();
        system->isLocked = true;
        KeptSecrets secrets(system);
        QVERIFY(awaitTask(secrets.write(u"a"_s, u"one"_s)));
        QVERIFY(!secrets.isLasting());
        QCOMPARE(*awaitTask(secrets.read(u"a"_s)), u"one"_s);
        const auto next = awaitTask(KeptSecrets(system).read(u"a"_s));
        QCOMPARE(next.error().code, ErrorCode::Io); // not that there is none
        QCOMPARE(next.error().message, u"locked"_s);
    }

    void theNewestIsRead()
    {
        const auto system = std::make_shared<Lockable>();
        KeptSecrets secrets(system);
        QVERIFY(awaitTask(secrets.write(u"a"_s, u"old"_s)));
        system->isLocked = true;
        QVERIFY(awaitTask(secrets.write(u"a"_s, u"new"_s)));
        system->isLocked = false;
        QCOMPARE(*awaitTask(secrets.read(u"a"_s)), u"new"_s);
        QVERIFY(awaitTask(secrets.write(u"a"_s, u"newest"_s)));
        QCOMPARE(*awaitTask(secrets.read(u"a"_s)), u"newest"_s);
        QVERIFY(awaitTask(secrets.remove(u"a"_s)));
        QVERIFY(!awaitTask(secrets.read(u"a"_s)));
    }
};

QTEST_GUILESS_MAIN(TestKeptSecrets)
#include "test_kept_secrets.moc"
