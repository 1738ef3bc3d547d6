// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/mywork.h"

#include "core/edits/recordrules.h"
#include "core/process/nonconformities.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <tuple>

namespace adit {

namespace {

class WorkFinder
{
public:
    WorkFinder(const CaseView &view, const QDate &today, const Record &member)
        : m_view(view)
        , m_today(today)
        , m_label(member[field::team_member::label])
        , m_name(member[field::team_member::name])
        , m_chapters(member[field::team_member::chapters])
    {}

    MyWork find(const std::vector<RatedItem> &items)
    {
        m_work.chapters = m_chapters;
        findUnrated(items);
        findComments();
        findRequests();
        findComplaints();
        findNonconformities();
        findInterviews();
        for (auto *list : {&m_work.toAnswer, &m_work.nonconformities, &m_work.interviews})
            std::ranges::stable_sort(*list, {}, [](const MyWork::Item &item) {
                return std::tuple(!item.day, item.day.value_or(QDate()), item.subject.size(), item.subject);
            });
        return std::move(m_work);
    }

private:
    bool isMe(const QString &names) const
    {
        static const QRegularExpression between(QStringLiteral("[,;/]"));
        return std::ranges::any_of(names.split(between, Qt::SkipEmptyParts), [this](const QString &name) {
            return isSamePerson(name, m_name) || name.trimmed() == m_label;
        });
    }

    bool isMine(const QStringList &requirements) const
    {
        return std::ranges::any_of(requirements, [this](const QString &code) { return isBelow(code, m_chapters); });
    }

    MyWork::Item item(EntityKind kind, const QString &label, const QString &title,
                      const std::optional<QDate> &day = {}) const
    {
        return {kind, label, title.simplified(), day, day && *day < m_today};
    }

    void findUnrated(const std::vector<RatedItem> &items)
    {
        for (std::size_t i = 0; i < items.size(); ++i) {
            const StandardNode &node = m_view.standard.requirement(static_cast<int>(i));
            if (items[i].relevance != RelevanceReason::Relevant || items[i].rating ||
                !isBelow(node.code.toString(), m_chapters))
                continue;
            m_work.unrated.push_back(node.code.toString());
            m_work.unratedCritical += node.critical ? 1 : 0;
        }
    }

    void findComments()
    {
        for (const auto &[id, comment] : m_view.assessment.records(EntityKind::Comment))
            if (!comment.isBlank() && comment[field::comment::state] != QLatin1String("accepted") &&
                comment[field::comment::state] != QLatin1String("rejected") &&
                isBelow(comment[field::comment::requirement], m_chapters))
                m_work.toAnswer.push_back(
                    item(EntityKind::Comment, comment[field::comment::label], comment[field::comment::text]));
    }

    void findRequests()
    {
        for (const auto &[id, request] : m_view.assessment.records(EntityKind::Request)) {
            const QString state = request[field::request::state];
            if (!request.isBlank() && state != QLatin1String("closed") && state != QLatin1String("deferred") &&
                isMine(request[field::request::requirements]))
                m_work.toAnswer.push_back(item(EntityKind::Request, request[field::request::label],
                                               request[field::request::text], request[field::request::due]));
        }
    }

    void findComplaints()
    {
        for (const auto &[id, complaint] : m_view.assessment.records(EntityKind::Complaint))
            if (!complaint.isBlank() && !complaint.has(field::complaint::told) &&
                (complaint[field::complaint::handler] == m_label || complaint[field::complaint::decider] == m_label))
                m_work.toAnswer.push_back(
                    item(EntityKind::Complaint, complaint[field::complaint::label], complaint[field::complaint::text]));
    }

    void findNonconformities()
    {
        QSet<QString> ofMyActions;
        for (const auto &[id, action] : m_view.assessment.records(EntityKind::Action))
            if (!action.has(field::action::done) && isMe(action[field::action::owner]))
                ofMyActions.insert(action[field::action::nonconformity]);
        for (const NonconformityCard &card : nonconformityCards(m_view)) {
            if (card.isClosed() || !(isMe(card.owner) || isMe(card.raisedBy) || ofMyActions.contains(card.entity.code)))
                continue;
            m_work.nonconformities.push_back(item(EntityKind::Nonconformity, card.entity.code, card.title, card.due));
            m_work.nonconformities.back().isLate = card.isOverdue(m_today);
        }
    }

    void findInterviews()
    {
        for (const auto &[id, talk] : m_view.assessment.records(EntityKind::Interview)) {
            if (talk.isBlank() || talk.has(field::interview::cancelled) ||
                (talk.has(field::interview::held) && talk.has(field::interview::summary)) ||
                !isMe(talk[field::interview::conducted_by]))
                continue;
            m_work.interviews.push_back(item(EntityKind::Interview, talk[field::interview::label],
                                             talk[field::interview::people].join(QStringLiteral(", ")),
                                             talk[field::interview::planned]));
        }
    }

    const CaseView &m_view;
    QDate m_today;
    QString m_label;
    QString m_name;
    QStringList m_chapters;
    MyWork m_work;
};

} // namespace

bool MyWork::isEmpty() const
{
    return unrated.empty() && toAnswer.empty() && nonconformities.empty() && interviews.empty();
}

MyWork workOf(const CaseView &view, const std::vector<RatedItem> &items, const QString &member, const QDate &today)
{
    const Record *record = findByLabel(view.assessment, EntityKind::TeamMember, member);
    return record ? WorkFinder(view, today, *record).find(items) : MyWork();
}

QStringList chaptersOf(const Assessment &assessment, const QString &member)
{
    const Record *record = findByLabel(assessment, EntityKind::TeamMember, member);
    return record ? (*record)[field::team_member::chapters] : QStringList();
}

bool isBelow(const QString &node, const QStringList &chapters)
{
    return std::ranges::any_of(chapters, [&](const QString &chapter) {
        return node == chapter || node.startsWith(chapter + QLatin1Char('.'));
    });
}

} // namespace adit
