#pragma once

#include "support/library_page_fixture.h"

#include <QFile>
#include <QPushButton>
#include <QVector>

namespace plotleaf::test {

/// The library page with what its commands say and open.
class CommandFixture : public LibraryPageFixture
{
public:
    CommandFixture()
    {
        QObject::connect(&notifier, &Notifier::posted, &notifier,
                         [this](const Notice &notice) { told.append(notice); });
        QObject::connect(&commands, &ReportCommands::openRequested, &commands,
                         [this](const ReportId &id) { opened.append(id); });
    }
    bool waitForNotice(const QString &part)
    {
        return QTest::qWaitFor([&] { return !told.isEmpty() && told.last().text.contains(part); },
                               hangMs);
    }
    /// Makes this report the one that the actions are about.
    void select(const ReportId &id) { actions.setTarget(summary(id)); }
    QPushButton *accept() { return child<QPushButton>("acceptButton"); }
    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the test cannot write");
        return file.fileName();
    }

    QVector<Notice> told;
    QVector<ReportId> opened;
};

} // namespace plotleaf::test
