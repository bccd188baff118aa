#include "ui/widgets/names_in_words.h"

#include <QCoreApplication>

namespace plotleaf {

using namespace Qt::StringLiterals;

QString namesInWords(const QStringList &names)
{
    constexpr int namesShown = 3;
    const QString shown = names.mid(0, namesShown).join(u", "_s);
    const auto more = names.size() - namesShown;
    return more <= 0 ? shown
                     : QCoreApplication::translate("plotleaf::reportFiles", "%1 and %n more",
                                                   nullptr, int(more))
                           .arg(shown);
}

} // namespace plotleaf
