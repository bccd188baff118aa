#include "app/cli/asking_secrets.h"

#include "app/cli/terminal.h"
#include "core/secrets/keychain_store.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr int mostAsks = 3;

struct AskingSecretsTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::AskingSecrets)
};

} // namespace

QCoro::Task<Result<QString>> AskingSecrets::read(const QString &key)
{
    return readOrAsk(key);
}

QCoro::Task<Result<void>> AskingSecrets::write(const QString &key, const QString &secret)
{
    return m_system->write(key, secret);
}

QCoro::Task<Result<void>> AskingSecrets::remove(const QString &key)
{
    return m_system->remove(key);
}

QCoro::Task<Result<QString>> AskingSecrets::readOrAsk(QString key)
{
    if (!m_isRefused && m_asked.first == key)
        co_return QString(m_asked.second);
    if (!m_isRefused) {
        auto reading = m_system->read(key);
        const Result<QString> kept = co_await reading;
        if (kept)
            co_return kept;
        // A system without a key store has no secrets in it.
        if (!Terminal::canAsk())
            co_return Error{ErrorCode::NotFound, kept.error().message, kept.error().detail};
    }
    co_return ask(key);
}

Result<QString> AskingSecrets::ask(const QString &key)
{
    ++m_asks;
    m_isRefused = false;
    const QString user = key.section(u'@', 0, -2);
    const QString server = key.section(u'@', -1);
    const auto secret = Terminal::askSecret(
        AskingSecretsTexts::tr("Secret key, or password, of %1 at %2:").arg(user, server));
    if (!secret || secret->isEmpty())
        return Error{
            ErrorCode::NotSignedIn, AskingSecretsTexts::tr("No secret key was given."), {}};
    m_asked = {key, *secret};
    return *secret;
}

bool AskingSecrets::askAgain()
{
    if (!Terminal::canAsk() || m_asks >= mostAsks)
        return false;
    m_isRefused = true;
    return true;
}

QCoro::Task<Result<void>> AskingSecrets::keep()
{
    if (m_asked.first.isEmpty())
        co_return Result<void>();
    auto writing = m_system->write(m_asked.first, m_asked.second);
    co_return co_await writing;
}

std::shared_ptr<SecretStore> systemKeyStore()
{
    return std::make_shared<KeychainStore>(u"Plotleaf"_s);
}

std::shared_ptr<AskingSecrets> systemSecrets()
{
    return std::make_shared<AskingSecrets>(systemKeyStore());
}

} // namespace plotleaf
