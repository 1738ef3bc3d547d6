// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <utility>
#include <vector>

namespace adit::bench {

/// Milliseconds of several runs.
struct Figures
{
    double median;
    double p95;
    double worst;
};

/// Runs once to warm up, then `runs` times; `before` each time, outside of what is measured.
template <typename Work, typename Before>
Figures measure(int runs, Work work, Before before)
{
    using namespace std::chrono;
    work();
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        before();
        const auto start = steady_clock::now();
        work();
        times.push_back(duration<double, std::milli>(steady_clock::now() - start).count());
    }
    std::ranges::sort(times);
    return {times[times.size() / 2], times[times.size() * 95 / 100], times.back()};
}

template <typename Work>
Figures measure(int runs, Work work)
{
    return measure(runs, std::move(work), [] {});
}

/// Keeps the compiler from leaving work out whose result nobody reads.
inline void keep(std::size_t value)
{
    asm volatile("" : : "g"(value) : "memory");
}

inline void heading()
{
    std::printf("%-44s %12s %12s %12s   %s\n", "", "median ms", "p95 ms", "worst ms", "promised");
}

inline void report(const char *name, const char *promised, const Figures &figures)
{
    std::printf("%-44s %12.3f %12.3f %12.3f   %s\n", name, figures.median, figures.p95, figures.worst, promised);
    std::fflush(stdout);
}

} // namespace adit::bench
