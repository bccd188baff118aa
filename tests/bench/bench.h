#pragma once

#include <QElapsedTimer>
#include <QString>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <vector>

namespace plotleaf::bench {

/// Durations of one thing, in milliseconds.
class Samples
{
public:
    void add(double milliseconds) { m_values.push_back(milliseconds); }

    /// Times `work` once. With PLOTLEAF_BENCH_CPU set: the processor time of all threads of this
    /// process, which other processes do not change, instead of what a clock on the wall shows.
    template <typename Work>
    void time(Work work)
    {
        static const bool isProcessorTime = qEnvironmentVariableIsSet("PLOTLEAF_BENCH_CPU");
        QElapsedTimer timer;
        timer.start();
        const std::clock_t before = std::clock();
        work();
        if (isProcessorTime)
            add(static_cast<double>(std::clock() - before) * 1e3 / CLOCKS_PER_SEC);
        else
            add(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }

    /// The value below which the given part (0…1) of the samples lies.
    double quantile(double part) const
    {
        if (m_values.empty())
            return 0;
        std::vector<double> sorted = m_values;
        std::sort(sorted.begin(), sorted.end());
        const auto last = static_cast<double>(sorted.size() - 1);
        return sorted[static_cast<size_t>(std::lround(part * last))];
    }

    size_t count() const { return m_values.size(); }

private:
    std::vector<double> m_values;
};

/// The line that ./test --bench collects: name | median | p99 | unit | n
inline void printRow(const QString &name, const Samples &samples)
{
    std::printf("%s | %.3f | %.3f | ms | %zu\n", qPrintable(name), samples.quantile(0.5),
                samples.quantile(0.99), samples.count());
    std::fflush(stdout);
}

/// The same line for a single figure, such as a size.
inline void printValue(const QString &name, double value, const char *unit)
{
    std::printf("%s | %.3f | %.3f | %s | 1\n", qPrintable(name), value, value, unit);
    std::fflush(stdout);
}

} // namespace plotleaf::bench
