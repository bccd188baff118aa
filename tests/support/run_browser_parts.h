#pragma once

#include "core/panels/source_catalog.h"
#include "fakes/fake_run_source.h"
#include "support/run_browser_fixture.h"
#include "ui/runs/run_chart.h"
#include "ui/runs/scalar_card.h"
#include "ui/runs/scalars_tab.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTabWidget>
#include <QToolButton>

namespace plotleaf::test {

// What tests of the run browser look for in it.

/// The first card of the metric, once its curves are drawn.
inline ScalarCard *shownCard(RunBrowserFixture &fixture, const QString &title)
{
    ScalarCard *found = nullptr;
    const auto isDrawn = [&] {
        const auto cards = fixture.browser->findChildren<ScalarCard *>();
        for (ScalarCard *card : cards) {
            if (card->title() == title && card->isVisible())
                found = card;
        }
        return found && found->chart() && !found->chart()->curves().isEmpty() &&
               found->chart()->message().isEmpty();
    };
    if (!RunBrowserFixture::waitFor(isDrawn))
        qFatal("no curves of %s", qPrintable(title));
    return found;
}

/// A folder with one run.
inline RunPlace folderPlace()
{
    const auto source = std::make_shared<FakeRunSource>();
    source->addRun(QStringLiteral("mine"));
    source->addSeries(QStringLiteral("mine"), QStringLiteral("train/loss"), {3, 2, 1});
    source->addSeries(QStringLiteral("mine"), QStringLiteral("train/acc"), {1, 2, 3});
    return {QStringLiteral("folder:/runs"),
            QStringLiteral("/runs"),
            std::make_shared<SourceCatalog>(source),
            {}};
}

inline QStringList titles(const RunBrowserFixture &fixture)
{
    QStringList found;
    for (const ScalarCard *card : fixture.child<ScalarsTab>("scalarsTab")->cards())
        found.append(card->title());
    return found;
}

/// The code that a button puts into the report.
inline QString embedded(RunBrowserFixture &fixture, const QWidget *button)
{
    QSignalSpy wanted(fixture.browser.get(), &RunBrowser::insertWanted);
    button->findChild<QToolButton *>(QStringLiteral("embed"))->click();
    return wanted.isEmpty() ? QString() : wanted.first().first().toString();
}

inline void openTab(const RunBrowserFixture &fixture, int index)
{
    fixture.child<QTabWidget>("runTabs")->setCurrentIndex(index);
}

inline QString messageOf(const QWidget *tab)
{
    return tab->findChild<QLabel *>(QStringLiteral("messageTitle"))->text();
}

} // namespace plotleaf::test
