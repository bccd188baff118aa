#pragma once

#include <QCoreApplication>
#include <QTranslator>

namespace plotleaf::test {

/// A translation into a language without any text but its own code, while it lives.
class OtherLanguage final : public QTranslator
{
public:
    explicit OtherLanguage(QString code) : m_code(std::move(code))
    {
        QCoreApplication::installTranslator(this);
    }
    ~OtherLanguage() override { QCoreApplication::removeTranslator(this); }

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        const bool isCode =
            qstrcmp(context, "plotleaf::ProgramData") == 0 && qstrcmp(source, "en") == 0;
        return isCode ? m_code : QString();
    }

private:
    QString m_code;
};

} // namespace plotleaf::test
