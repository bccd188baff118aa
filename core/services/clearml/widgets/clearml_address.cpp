#include "core/services/clearml/widgets/clearml_address.h"

#include "core/services/clearml/widgets/clearml_embed_code.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

/// One "key=value" with the ampersand before it, as written.
struct WrittenParameter
{
    QString separator;
    QString text;

    QString key() const { return decoded(text.section(u'=', 0, 0)); }
    QString value() const { return decoded(text.section(u'=', 1)); }

    static QString decoded(QString text)
    {
        return QUrl::fromPercentEncoding(text.replace(u'+', u' ').toUtf8());
    }
};

/// The order in which the web app writes what it knows; the rest comes behind.
constexpr std::array writtenOrder = {"type"_L1,  "objectType"_L1, "series"_L1,  "value_type"_L1,
                                     "xaxis"_L1, "objects"_L1,    "metrics"_L1, "variants"_L1};

qsizetype rankOf(const QString &key)
{
    const auto *found = std::ranges::find_if(
        writtenOrder, [&key](QLatin1StringView known) { return known == key; });
    return std::distance(writtenOrder.begin(), found);
}

/// In the first half of the address values are written as a form's.
bool isFormKey(const QString &key)
{
    return rankOf(key) < rankOf(u"objects"_s);
}

class AddressEditor
{
public:
    explicit AddressEditor(const QString &address)
    {
        const qsizetype question = address.indexOf(u'?');
        const qsizetype hash = address.indexOf(u'#', std::max(question, qsizetype(0)));
        m_tail = hash < 0 ? QString() : address.mid(hash);
        const QString front = hash < 0 ? address : address.left(hash);
        m_head = question < 0 ? front + u'?' : front.left(question + 1);
        readParameters(question < 0 ? QString() : front.mid(question + 1));
    }

    /// Replaces all values of a key; none: the key goes.
    void set(const QString &key, const QStringList &values)
    {
        qsizetype last = -1;
        qsizetype next = 0;
        for (qsizetype i = 0; i < m_parameters.size(); ++i) {
            if (m_parameters[i].key() != key)
                continue;
            if (next == values.size()) {
                m_parameters.remove(i--);
                continue;
            }
            if (m_parameters[i].value() != values[next])
                m_parameters[i].text = written(key, values[next]);
            ++next;
            last = i;
        }
        qsizetype place = last < 0 ? placeOf(key) : last + 1;
        for (; next < values.size(); ++next)
            m_parameters.insert(place++, {m_ampersand, written(key, values[next])});
    }

    bool has(const QString &key) const
    {
        return std::ranges::any_of(m_parameters, [&key](const WrittenParameter &parameter) {
            return parameter.key() == key;
        });
    }

    QString address() const
    {
        QString query;
        for (qsizetype i = 0; i < m_parameters.size(); ++i)
            query += (i == 0 ? QString() : m_parameters[i].separator) + m_parameters[i].text;
        return m_head + query + m_tail;
    }

private:
    void readParameters(const QString &query)
    {
        constexpr auto escaped = "amp;"_L1;
        QString separator;
        for (QString part : query.split(u'&')) {
            if (part.startsWith(escaped) && !separator.isEmpty()) {
                part = part.mid(escaped.size());
                separator = u"&amp;"_s;
                m_ampersand = separator;
            }
            m_parameters.append({separator, part});
            separator = u"&"_s;
        }
        if (query.isEmpty())
            m_parameters.clear();
    }

    static QString written(const QString &key, const QString &value)
    {
        QString name = clearmlComponent(key).replace("%5B%5D"_L1, "[]"_L1);
        return name + u'=' + (isFormKey(key) ? clearmlFormValue(value) : clearmlComponent(value));
    }

    qsizetype placeOf(const QString &key) const
    {
        const qsizetype rank = rankOf(key);
        if (rank == qsizetype(writtenOrder.size()))
            return m_parameters.size();
        qsizetype place = 0;
        for (qsizetype i = 0; i < m_parameters.size(); ++i) {
            if (rankOf(m_parameters[i].key()) < rank)
                place = i + 1;
        }
        return place;
    }

    QString m_head;
    QString m_tail;
    QString m_ampersand = u"&"_s;
    QVector<WrittenParameter> m_parameters;
};

QStringList writtenObjects(const ClearmlWidget &widget)
{
    const bool isPadded = widget.isCompared && widget.objects.size() == 1;
    return isPadded ? QStringList{widget.objects.first(), QString()} : widget.objects;
}

void changeObjects(AddressEditor &editor, const ClearmlWidget &before, const ClearmlWidget &after)
{
    if (writtenObjects(before) == writtenObjects(after))
        return;
    editor.set(u"tasks"_s, {}); // as it was written once
    editor.set(u"objects"_s, writtenObjects(after));
}

void changeKind(AddressEditor &editor, const ClearmlWidget &before, const ClearmlWidget &after)
{
    if (before.type != after.type)
        editor.set(u"type"_s, {clearmlTypeName(after.type)});
    if (before.isModel == after.isModel)
        return;
    editor.set(u"models"_s, {}); // its presence alone would mean models
    editor.set(u"objectType"_s, {after.isModel ? u"model"_s : u"task"_s});
}

/// A list with one value may be written without brackets where the value holds a comma, which
/// would part it in brackets.
QString writtenKey(const AddressEditor &editor, const QString &key, const QStringList &values)
{
    QString list = key + u"[]"_s;
    if (values.size() > 1)
        return list;
    const bool isList = editor.has(list) || (isClearmlListKey(key) && !editor.has(key));
    return isList && !values.value(0).contains(u',') ? list : key;
}

void changeQuery(AddressEditor &editor, const ClearmlWidget &before, const ClearmlWidget &after)
{
    const auto valuesOf = [](const ClearmlWidget &widget, const QString &key) {
        const auto found = std::ranges::find_if(
            widget.query, [&key](const auto &entry) { return entry.first == key; });
        return found == widget.query.end() ? QStringList() : found->second;
    };
    QStringList keys;
    for (const ClearmlWidget *widget : {&before, &after}) {
        for (const auto &entry : widget->query)
            keys << entry.first;
    }
    keys.removeDuplicates();
    for (const QString &key : std::as_const(keys)) {
        const QStringList values = valuesOf(after, key);
        if (values == valuesOf(before, key))
            continue;
        const QString chosen = writtenKey(editor, key, values);
        editor.set(chosen.endsWith("[]"_L1) ? key : key + u"[]"_s, {});
        editor.set(chosen, values);
    }
}

void changeOptions(AddressEditor &editor, const ClearmlWidget &before, const ClearmlWidget &after)
{
    QStringList names = before.options.keys() + after.options.keys();
    names.removeDuplicates();
    names.sort();
    for (const QString &name : std::as_const(names)) {
        const bool isSame = before.options.contains(name) == after.options.contains(name) &&
                            before.options.value(name) == after.options.value(name);
        if (isSame)
            continue;
        const bool isKept = after.options.contains(name);
        editor.set(u"plotleaf."_s + name,
                   isKept ? QStringList{after.options.value(name)} : QStringList());
    }
}

void changeText(AddressEditor &editor,
                const QString &key,
                const QString &before,
                const QString &after)
{
    if (before != after)
        editor.set(key, after.isEmpty() ? QStringList() : QStringList{after});
}

QString lightText(const ClearmlWidget &widget)
{
    return !widget.isLight ? QString() : *widget.isLight ? u"true"_s : u"false"_s;
}

} // namespace

QString changedClearmlAddress(const QString &address,
                              const ClearmlWidget &before,
                              const ClearmlWidget &after)
{
    AddressEditor editor(address);
    changeKind(editor, before, after);
    changeObjects(editor, before, after);
    if (before.series != after.series)
        editor.set(u"series"_s, after.series);
    if (before.metrics != after.metrics)
        editor.set(u"metrics"_s, after.metrics);
    if (before.variants != after.variants)
        editor.set(u"variants"_s, after.variants);
    changeText(editor, u"xaxis"_s, before.xAxis, after.xAxis);
    changeText(editor, u"value_type"_s, before.valueType, after.valueType);
    changeText(editor, u"company"_s, before.company, after.company);
    changeText(editor, u"light"_s, lightText(before), lightText(after));
    changeQuery(editor, before, after);
    changeOptions(editor, before, after);
    return editor.address();
}

} // namespace plotleaf
