// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/evidenceintake.h"

#include "core/edits/draft.h"
#include "core/edits/recordrules.h"
#include "core/evidence/filereader.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>
#include <algorithm>
#include <utility>

namespace adit {

namespace {

using Outcome = Result<TakenFile>;

Outcome readPicture(const QString &name, const QImage &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !picture.save(&buffer, "PNG"))
        return Error{ErrorCode::InvalidValue, name, QCoreApplication::translate("EvidenceIntake", "a picture")};
    return takenFrom(name, bytes);
}

/// As far as the type of a file says it.
QString mediumOf(const QString &mime)
{
    if (mime.startsWith(QLatin1String("image/")))
        return QStringLiteral("photo");
    if (mime.startsWith(QLatin1String("audio/")) || mime.startsWith(QLatin1String("video/")))
        return QStringLiteral("recording");
    if (mime == QLatin1String("text/csv") || mime.contains(QLatin1String("spreadsheet")))
        return QStringLiteral("data");
    return QStringLiteral("document");
}

void setUnlessGiven(RecordInput &input, const FieldInfo &field, const QString &value)
{
    const auto given = std::ranges::find(input.values, &field, [](const auto &pair) { return pair.first; });
    if (given == input.values.end())
        input.values.emplace_back(&field, value);
}

} // namespace

std::vector<IntakeSource> intakeSources(const QStringList &paths)
{
    std::vector<IntakeSource> sources;
    for (const QString &path : paths)
        sources.push_back({QFileInfo(path).fileName(), path});
    return sources;
}

std::vector<IntakeSource> intakeSources(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls())
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    if (!paths.isEmpty() || !data.hasImage())
        return intakeSources(paths);
    return {{EvidenceIntake::tr("Pasted picture.png"), {}, qvariant_cast<QImage>(data.imageData())}};
}

EvidenceIntake::EvidenceIntake(CaseDocument &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    m_poll.setInterval(100);
    connect(&m_poll, &QTimer::timeout, this, &EvidenceIntake::changed);
}

EvidenceIntake::~EvidenceIntake()
{
    if (count(State::Keeping) > 0)
        m_work.stopAndWait();
    m_giveBack.stopAndWait();
}

QString EvidenceIntake::titleOf(const QString &fileName)
{
    const QString title = QFileInfo(fileName).completeBaseName().simplified();
    return title.isEmpty() ? fileName : title;
}

int EvidenceIntake::count(State state) const
{
    return static_cast<int>(std::ranges::count(m_items, state, &Item::state));
}

bool EvidenceIntake::isBusy() const
{
    return m_work.isBusy();
}

double EvidenceIntake::progress() const
{
    if (m_items.empty())
        return 0;
    double done = 0;
    for (const Item &item : m_items)
        done += item.state == State::Waiting   ? 0
                : item.state == State::Reading ? 0.5 * m_share->load()
                : item.state == State::Keeping
                    ? 1 - 0.5 * double(m_part + 1) / double(CaseDocument::partsOf(item.facts.bytes))
                    : 1;
    return done / double(m_items.size());
}

void EvidenceIntake::add(const std::vector<IntakeSource> &sources)
{
    for (const IntakeSource &source : sources)
        m_items.push_back({source});
    if (!isBusy())
        next();
    Q_EMIT changed();
}

void EvidenceIntake::next()
{
    const auto waiting = std::ranges::find(m_items, State::Waiting, &Item::state);
    m_poll.stop();
    if (waiting == m_items.end()) {
        Q_EMIT changed();
        Q_EMIT finished();
        return;
    }
    m_current = static_cast<std::size_t>(waiting - m_items.begin());
    readCurrent();
}

void EvidenceIntake::readCurrent()
{
    current().state = State::Reading;
    m_share = std::make_shared<std::atomic<double>>(0);
    m_poll.start();
    m_work.run<Outcome>(
        [source = current().source, share = m_share](Background::Stopped stopped) {
            return source.path.isEmpty() ? readPicture(source.name, source.picture)
                                         : readEvidence(source.path, [&](double part) {
                                               *share = part;
                                               return !stopped;
                                           });
        },
        [this](Outcome &outcome) {
            current().source.picture = {};
            if (outcome)
                return takeIn(*outcome);
            current().state = State::Refused;
            current().error = outcome.error();
            next();
        });
}

void EvidenceIntake::takeIn(TakenFile &file)
{
    Item &item = current();
    item.facts = file.facts;
    item.isPhotoDataBroken = file.isPhotoDataBroken;
    const QStringList held = evidenceWith(m_document.assessment(), file.facts.sha256);
    const bool isTwin = std::any_of(m_items.begin(), m_items.begin() + static_cast<std::ptrdiff_t>(m_current),
                                    [&](const Item &other) { return other.facts.sha256 == file.facts.sha256; });
    item.heldAs = held.value(0);
    m_document.contentDoor().want(file.facts.sha256);
    if (m_document.hasContent(file.facts.sha256)) {
        item.state = held.isEmpty() && !isTwin ? State::Ready : State::Held;
        return next();
    }
    item.state = State::Keeping;
    m_bytes = std::move(file.bytes);
    m_part = CaseDocument::partsOf(m_bytes.size()) - 1;
    keepPart();
}

void EvidenceIntake::keepPart()
{
    m_work.run<Result<>>([door = m_document.contentDoor(), digest = current().facts.sha256, bytes = m_bytes,
                          part = m_part](Background::Stopped) { return door.keepPart(digest, bytes, part); },
                         [this](const Result<> &kept) { partKept(kept); });
}

void EvidenceIntake::partKept(const Result<> &kept)
{
    if (!kept) {
        stop();
        Q_EMIT failed(kept.error());
        Q_EMIT changed();
        Q_EMIT finished();
        return;
    }
    if (--m_part >= 0)
        return keepPart();
    if (!m_document.hasContent(current().facts.sha256)) { // work went on in a copy meanwhile: once more, into that
        m_document.contentDoor().want(current().facts.sha256);
        m_part = CaseDocument::partsOf(m_bytes.size()) - 1;
        return keepPart();
    }
    m_bytes.clear();
    // Evidence whose bytes a backup had left out has them again.
    current().state = current().heldAs.isEmpty() ? State::Ready : State::Held;
    next();
}

/// What is not ready will not be.
void EvidenceIntake::stop()
{
    if (count(State::Keeping) > 0)
        m_work.stopAndWait(); // else its part would come in after the others were taken out
    m_work.stop();
    m_poll.stop();
    m_bytes.clear();
    const auto isUnfinished = [](const Item &item) {
        return item.state == State::Waiting || item.state == State::Reading || item.state == State::Keeping;
    };
    for (const Item &item : m_items)
        if (item.state == State::Keeping)
            m_unwanted.append(item.facts.sha256);
    letGo(isUnfinished);
    std::erase_if(m_items, isUnfinished);
    if (!m_giveBack.isBusy())
        giveBackPart();
}

void EvidenceIntake::letGo(const std::function<bool(const Item &)> &which)
{
    for (const Item &item : m_items)
        if (!item.facts.sha256.isEmpty() && which(item))
            m_document.contentDoor().unwant(item.facts.sha256);
}

void EvidenceIntake::giveBack()
{
    for (const Item &item : m_items)
        if (item.state == State::Ready)
            m_unwanted.append(item.facts.sha256);
    letGo([](const Item &item) { return item.state == State::Ready || item.state == State::Held; });
    std::erase_if(m_items, [](const Item &item) { return item.state == State::Ready || item.state == State::Held; });
    stop();
    m_items.clear();
    Q_EMIT changed();
}

void EvidenceIntake::giveBackPart()
{
    if (m_unwanted.isEmpty())
        return;
    m_giveBack.run<Result<bool>>([door = m_document.contentDoor(),
                                  digest = m_unwanted.front()](Background::Stopped) { return door.dropPart(digest); },
                                 [this](const Result<bool> &isLeft) {
                                     // Where it cannot be done, the next opening of the case does it.
                                     if (!isLeft || !*isLeft)
                                         m_unwanted.removeFirst();
                                     giveBackPart();
                                 });
}

void EvidenceIntake::forget()
{
    letGo([](const Item &) { return true; });
    m_items.clear();
    Q_EMIT changed();
}

Result<Edit> EvidenceIntake::edit(const RecordInput &common) const
{
    Draft draft(m_document.view(), Verb::AddEvidence, {});
    const FieldInfo &requirements = infoOf(field::evidence::requirements);
    const auto links = std::ranges::find(common.sets, &requirements, [](const auto &set) { return set.first; });
    for (const Item &item : m_items) {
        if (item.state == State::Ready) {
            RecordInput input = common;
            input.values.emplace_back(&infoOf(field::evidence::state), QStringLiteral("taken"));
            setUnlessGiven(input, infoOf(field::evidence::title), titleOf(item.facts.name));
            setUnlessGiven(input, infoOf(field::evidence::medium), mediumOf(item.facts.mime));
            ADIT_TRY_ASSIGN(Edit made, addTakenEvidence(draft.view(), m_document.newEntity(EntityKind::Evidence),
                                                        std::move(input), item.facts));
            draft.add(std::move(made));
        } else if (item.state == State::Held && links != common.sets.end()) {
            const auto held = refByLabel(draft.view().assessment, EntityKind::Evidence, item.heldAs);
            if (!held)
                continue;
            QStringList all = draft.view().assessment.find(held->kind, held->id)->members(requirements.index);
            all.append(links->second);
            all.removeDuplicates();
            ADIT_TRY_ASSIGN(Edit made, changeRecord(draft.view(), *held, {{}, {{&requirements, all}}}));
            draft.add(std::move(made));
        }
    }
    return draft.edit();
}

} // namespace adit
