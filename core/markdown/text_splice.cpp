#include "core/markdown/text_splice.h"

#include <algorithm>

namespace plotleaf {

TextSplice spliceBetween(const QByteArray &before, const QByteArray &after)
{
    const auto [oldEnd, newEnd] =
        std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    const qsizetype head = oldEnd - before.begin();
    const qsizetype most = std::min(before.size(), after.size()) - head;
    const auto tails = std::mismatch(before.rbegin(), before.rbegin() + most, after.rbegin());
    const qsizetype tail = tails.first - before.rbegin();
    return {.offset = head,
            .removed = before.size() - head - tail,
            .inserted = after.sliced(head, after.size() - head - tail)};
}

Result<QByteArray> applySplice(const QByteArray &text, const TextSplice &splice)
{
    if (splice.offset < 0 || splice.removed < 0 || splice.offset > text.size() - splice.removed)
        return Error{ErrorCode::Damaged, {}, QStringLiteral("the splice does not fit the text")};
    QByteArray result;
    result.reserve(text.size() - splice.removed + splice.inserted.size());
    result += QByteArrayView(text).first(splice.offset);
    result += splice.inserted;
    result += QByteArrayView(text).sliced(splice.offset + splice.removed);
    return result;
}

} // namespace plotleaf
