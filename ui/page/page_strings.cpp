#include "ui/page/page_strings.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct PageStrings
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::PageStrings)
};

} // namespace

// The names are those of resources/web/src/strings.ts; a test compares the two lists.
QJsonObject pageStrings()
{
    return {
        {u"blockedImage"_s, PageStrings::tr("Image from %1 is not loaded")},
        {u"loadImage"_s, PageStrings::tr("Load image")},
        {u"remoteImageFailed"_s, PageStrings::tr("Image from %1 could not be loaded")},
        {u"tryAgain"_s, PageStrings::tr("Try again")},
        {u"missingImage"_s, PageStrings::tr("Image cannot be shown: %1")},
        {u"frameNotShown"_s, PageStrings::tr("This frame is not shown yet: %1")},
        {u"copyCode"_s, PageStrings::tr("Copy")},
        {u"copied"_s, PageStrings::tr("Copied")},
        {u"headingLink"_s, PageStrings::tr("Link to this heading")},
        {u"mathError"_s, PageStrings::tr("Formula not understood: %1")},
        {u"diagramError"_s, PageStrings::tr("Diagram not understood: %1")},
        {u"chartError"_s, PageStrings::tr("Chart not understood: %1")},
        {u"filmFailed"_s, PageStrings::tr("This film cannot be played here.")},
        {u"panelWaiting"_s, PageStrings::tr("Waiting for data")},
        {u"panelLive"_s, PageStrings::tr("Live", "data that still arrives")},
        {u"panelAsOf"_s, PageStrings::tr("As of %1", "a time")},
        {u"openOriginal"_s, PageStrings::tr("Open the original")},
        {u"plotError"_s, PageStrings::tr("Plot cannot be drawn: %1")},
        {u"plotNeedsWebGl"_s,
         PageStrings::tr("This 3D plot needs WebGL, which is not available here.")},
        {u"noRows"_s, PageStrings::tr("No rows")},
        {u"noData"_s, PageStrings::tr("No data")},
        {u"step"_s, PageStrings::tr("step %1")},
    };
}

} // namespace plotleaf
