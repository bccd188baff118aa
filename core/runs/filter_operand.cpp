#include "core/runs/filter_operand.h"

#include "core/runs/constant_arithmetic.h"
#include "core/runs/nearest_names.h"
#include "core/runs/safe_pattern.h"

#include <QCoreApplication>
#include <QLocale>

namespace plotleaf {

namespace {

struct OperandText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::RunFilter)
};

class FilterOperandReader
{
public:
    FilterOperandReader(FilterCursor &cursor, const QString &text, FilterDialect dialect)
        : m_cursor(cursor), m_text(text), m_dialect(dialect)
    {
    }

    bool operand(FilterComparison &made)
    {
        if (made.op == FilterOperator::In)
            return list(made);
        if (made.op == FilterOperator::Match)
            return pattern(made);
        return value(made);
    }

private:
    bool pattern(FilterComparison &made)
    {
        const FilterToken written = m_cursor.take();
        if (!written.is(FilterToken::Kind::Text) && !written.is(FilterToken::Kind::Word)) {
            m_cursor.fail(written, OperandText::tr("expected a regular expression in quotes."));
            return false;
        }
        const Result<QRegularExpression> compiled = compileSafePattern(written.text);
        if (!compiled) {
            m_cursor.fail(written, compiled.error().message);
            return false;
        }
        made.pattern = *compiled;
        made.values.emplace_back(written.text);
        return true;
    }

    bool list(FilterComparison &made)
    {
        const bool square = m_cursor.here().is(FilterToken::Kind::OpenList);
        if (!square && !m_cursor.here().is(FilterToken::Kind::Open)) {
            m_cursor.fail(m_cursor.here(), OperandText::tr("expected a list, such as [a, b]."));
            return false;
        }
        const auto closing = square ? FilterToken::Kind::CloseList : FilterToken::Kind::Close;
        do {
            m_cursor.take();
            if (!value(made))
                return false;
        } while (m_cursor.here().is(FilterToken::Kind::Comma));
        if (!m_cursor.here().is(closing)) {
            m_cursor.fail(m_cursor.here(), OperandText::tr("expected “,” or the end of the list."));
            return false;
        }
        m_cursor.take();
        return true;
    }

    bool value(FilterComparison &made)
    {
        FilterToken written = m_cursor.take();
        const bool isWord = written.is(FilterToken::Kind::Word);
        if (isWord && m_cursor.here().is(FilterToken::Kind::Open)) {
            m_cursor.fail(written,
                          OperandText::tr("a field is compared with a value, not with another."));
            return false;
        }
        if (m_dialect == FilterDialect::Wandb && !joinPython(written))
            return false;
        if (written.is(FilterToken::Kind::Text))
            return quotedValue(made, written);
        if (!isWord) {
            m_cursor.fail(written, OperandText::tr("expected a value, such as 0.1 or \"text\"."));
            return false;
        }
        return wordValue(made, written, word(written));
    }

    /// What Python makes one value of: texts one behind the other, and arithmetic.
    bool joinPython(FilterToken &written)
    {
        if (written.is(FilterToken::Kind::Text))
            return joinTexts(written);
        if (!written.is(FilterToken::Kind::Word) || written.text == QLatin1String("now"))
            return true;
        const bool isAlone = !m_cursor.here().is(FilterToken::Kind::Word) ||
                             m_cursor.here().isKeyword("and") || m_cursor.here().isKeyword("or");
        while (m_cursor.here().is(FilterToken::Kind::Word) && !m_cursor.here().isKeyword("and") &&
               !m_cursor.here().isKeyword("or")) {
            const FilterToken next = m_cursor.take();
            written.text += QLatin1Char(' ') + next.text;
            written.length = next.start + next.length - written.start;
        }
        if (const auto number = constantArithmetic(written.text))
            written.text = QString::number(*number, 'g', QLocale::FloatingPointShortest);
        else if (!isAlone)
            m_cursor.fail(written,
                          OperandText::tr("this is neither a value nor arithmetic on numbers."));
        return !m_cursor.mistake();
    }

    bool joinTexts(FilterToken &written)
    {
        if (!hasPlainEscapes(written))
            return false;
        while (m_cursor.here().is(FilterToken::Kind::Text)) {
            const FilterToken next = m_cursor.take();
            if (!hasPlainEscapes(next))
                return false;
            written.text += next.text;
            written.length = next.start + next.length - written.start;
        }
        return true;
    }

    /// Python knows more of them than we do.
    bool hasPlainEscapes(const FilterToken &written)
    {
        const QString raw = m_text.mid(written.start, written.length);
        for (qsizetype at = raw.indexOf(u'\\'); at >= 0; at = raw.indexOf(u'\\', at + 2)) {
            if (at + 1 < raw.size() && !QStringView(u"\\'\"").contains(raw[at + 1])) {
                m_cursor.fail(
                    written, OperandText::tr("of a text's escapes, only those of quotes and of the "
                                             "backslash are read."));
                return false;
            }
        }
        return true;
    }

    /// “now - 7d” may be written with spaces, which makes three words of it.
    QString word(const FilterToken &first)
    {
        QString text = first.text;
        if (text != QLatin1String("now"))
            return text;
        if (m_cursor.here().is(FilterToken::Kind::Word) &&
            QStringView(u"+-").contains(m_cursor.here().text[0]))
            text += m_cursor.take().text;
        if (text.size() == 4 && m_cursor.here().is(FilterToken::Kind::Word))
            text += m_cursor.take().text;
        return text;
    }

    static bool isTimeField(const RunField &field)
    {
        return field.kind == RunField::Kind::Created || field.kind == RunField::Kind::Updated;
    }

    bool quotedValue(FilterComparison &made, const FilterToken &written)
    {
        if (isTimeField(made.field))
            return timeValue(made, written, written.text);
        if (made.field.kind == RunField::Kind::State)
            return stateValue(made, written, written.text);
        made.values.emplace_back(written.text);
        return true;
    }

    bool wordValue(FilterComparison &made, const FilterToken &written, const QString &text)
    {
        if (written.isKeyword("null") || written.isKeyword("none"))
            made.values.emplace_back();
        else if (isTimeField(made.field))
            return timeValue(made, written, text);
        else if (made.field.kind == RunField::Kind::State)
            return stateValue(made, written, text);
        else if (written.isKeyword("true") || written.isKeyword("false"))
            made.values.emplace_back(written.isKeyword("true"));
        else
            made.values.push_back(plainValue(made.field, text));
        return true;
    }

    static FilterValue plainValue(const RunField &field, const QString &text)
    {
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        if (isNumber)
            return number;
        if (field.kind == RunField::Kind::Duration) {
            if (const auto seconds = parseDuration(text))
                return *seconds;
        }
        return text;
    }

    bool timeValue(FilterComparison &made, const FilterToken &written, const QString &text)
    {
        const auto time = parseFilterTime(text);
        if (!time) {
            m_cursor.fail(written,
                          OperandText::tr("expected a time, such as now-7d or 2026-11-21."));
            return false;
        }
        made.values.emplace_back(*time);
        return true;
    }

    /// W&B has more of them.
    static QStringList statesLike(const QString &state)
    {
        static const QStringList failed{QStringLiteral("crashed"), QStringLiteral("killed"),
                                        QStringLiteral("preempted")};
        static const QStringList running{QStringLiteral("pending"), QStringLiteral("preempting")};
        if (failed.contains(state))
            return {runStateName(RunState::Failed)};
        if (running.contains(state))
            return {runStateName(RunState::Running)};
        return nearestNames(state, runStateNames());
    }

    bool stateValue(FilterComparison &made, const FilterToken &written, const QString &text)
    {
        const QString state = text.toLower();
        if (made.op != FilterOperator::Contains && !runStateNames().contains(state)) {
            m_cursor.fail(written,
                          OperandText::tr("“%1” is not a state. States: %2.")
                              .arg(text, runStateNames().join(QStringLiteral(", "))),
                          statesLike(state));
            return false;
        }
        made.values.emplace_back(state);
        return true;
    }

    FilterCursor &m_cursor;
    const QString &m_text;
    const FilterDialect m_dialect;
};

} // namespace

bool readFilterOperand(FilterCursor &cursor,
                       const QString &text,
                       FilterDialect dialect,
                       FilterComparison &made)
{
    return FilterOperandReader(cursor, text, dialect).operand(made);
}

} // namespace plotleaf
