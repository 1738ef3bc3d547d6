// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/copyintake.h"

#include <utility>

namespace adit {

namespace {

constexpr int pollMilliseconds = 100;

} // namespace

CopyIntake::CopyIntake(CaseDocument &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_share(std::make_shared<std::atomic<double>>(0))
{
    m_poll.setInterval(pollMilliseconds);
    connect(&m_poll, &QTimer::timeout, this, &CopyIntake::progressed);
}

CopyIntake::~CopyIntake()
{
    m_work.stopAndWait();
}

IncomingWork::Progress CopyIntake::counter(Background::Stopped stopped) const
{
    return [share = m_share, &stopped](double done) {
        share->store(done);
        return !stopped;
    };
}

void CopyIntake::read(const QString &path, Forks forks)
{
    m_incoming.reset();
    m_path = path;
    m_share->store(0);
    m_poll.start();
    using Outcome = Result<std::unique_ptr<IncomingCopy>>;
    m_work.run<Outcome>(
        [this, path, forks, profile = m_document.surroundings().profile](Background::Stopped stopped) {
            return IncomingCopy::read(m_document, path, profile.get(), forks, counter(stopped));
        },
        [this](Outcome &outcome) {
            m_poll.stop();
            if (!outcome) {
                Q_EMIT failed(outcome.error());
                return;
            }
            m_incoming = std::move(*outcome);
            Q_EMIT ready();
        });
}

void CopyIntake::take()
{
    if (!m_incoming || isBusy())
        return;
    m_share->store(0);
    m_poll.start();
    m_work.run<Result<>>([this, incoming = m_incoming](
                             Background::Stopped stopped) { return incoming->work().bringContents(counter(stopped)); },
                         [this](Result<> &brought) {
                             m_poll.stop();
                             if (brought)
                                 finish();
                             else
                                 Q_EMIT failed(brought.error());
                         });
}

void CopyIntake::finish()
{
    const auto incoming = std::exchange(m_incoming, nullptr);
    if (const auto merged = incoming->mergeInto(m_document); !merged)
        Q_EMIT failed(merged.error());
    else
        Q_EMIT taken(incoming->preview());
}

void CopyIntake::drop()
{
    m_work.stopAndWait();
    m_poll.stop();
    m_incoming.reset();
}

} // namespace adit
