// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <future>
#include <memory>
#include <optional>

namespace adit {

/// One piece of work at a time beside the window, on a thread of the program's pool. What comes of it is handed over in
/// the window's thread, unless nobody wants it any more: then the work is told so, and nobody waits for its end. Hence
/// it must hold nothing but values.
class Background final
{
public:
    using Stopped = const std::atomic_bool &;

    Background() = default;
    ~Background() { stop(); }
    Background(const Background &) = delete;
    Background &operator=(const Background &) = delete;

    /// Work that still runs is stopped first.
    template <typename T>
    void run(const std::function<T(Stopped)> &work, const std::function<void(T &)> &then)
    {
        const auto outcome = std::make_shared<std::optional<T>>();
        start([work, outcome](Stopped stopped) { outcome->emplace(work(stopped)); },
              [then, outcome] { then(**outcome); });
    }
    void stop();
    /// The same, and waits for the end of the work: only where that is short.
    void stopAndWait();
    bool isBusy() const { return m_stopped != nullptr; }

private:
    using Work = std::function<void(Stopped)>;
    void start(const Work &work, const std::function<void()> &then);

    std::shared_ptr<std::atomic_bool> m_stopped;
    std::shared_future<void> m_end;
};

} // namespace adit
