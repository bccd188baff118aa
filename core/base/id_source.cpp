#include "core/base/id_source.h"

#include <QUuid>

namespace plotleaf {

QString RandomIdSource::next()
{
    return QUuid::createUuid().toString(QUuid::Id128);
}

} // namespace plotleaf
