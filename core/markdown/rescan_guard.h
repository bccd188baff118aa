#pragma once

#include "core/markdown/markdown_options.h"

#include <QByteArrayView>

namespace plotleaf {

/// Finds paragraphs that cmark-gfm 0.29.0.gfm.6 would read again from thousands of places, and over
/// which it needs time with the square of their length (anchors 3.5): `<![CDATA[`, `<!A ` and `<?`
/// that nothing closes, `www.` in names that are none, links inside images that are still open.
///
/// The time is estimated, by what was measured with 10,000 and 50,000 of each, and the text may
/// need a tenth of a second of it altogether: no text that somebody wrote comes near. What is
/// unknown here meets the helper's limits.
QVector<RefusedLines> findRescannedLines(QByteArrayView text);

} // namespace plotleaf
