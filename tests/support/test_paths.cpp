#include "support/test_paths.h"

namespace plotleaf {

QString sourceDir()
{
    return QStringLiteral(PLOTLEAF_SOURCE_DIR);
}

QString testData()
{
    return QStringLiteral(PLOTLEAF_TEST_DATA);
}

QString binDir()
{
    return QStringLiteral(PLOTLEAF_BIN_DIR);
}

} // namespace plotleaf
