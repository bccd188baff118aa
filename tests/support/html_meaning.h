#pragma once

#include <QByteArray>
#include <QStringList>

namespace plotleaf::test {

/// HTML as a list of tags and texts, without what does not change its meaning: white space between
/// blocks, the order of attributes, how an entity or an empty element is spelled, and the
/// attributes named in `ignored`.
QStringList htmlMeaning(const QByteArray &html, const QStringList &ignored = {});

} // namespace plotleaf::test
