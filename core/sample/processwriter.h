// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"

#include <QJsonObject>
#include <QMap>
#include <functional>
#include <map>

namespace adit {

/// Puts into an open case what a sample tells of the audit as such: milestones, the team and its plan, meetings,
/// requests, outreach, comments, nonconformities. Things have keys in the sample and get their numbers here.
class ProcessWriter
{
public:
    using Work = std::function<Result<>()>;

    /// `labels`: numbers by the sample's own keys; people, evidence and interviews are in it when their turn comes.
    ProcessWriter(CaseDocument &document, QJsonObject process, QMap<QString, QString> &labels);

    /// What is to be written on which day. What belongs to the plan is written on `planned`.
    std::multimap<QDate, Work> works(const QDate &planned);

private:
    void addMilestones(const QDate &planned, std::multimap<QDate, Work> &works);
    void addRecords(std::multimap<QDate, Work> &works);
    void addNonconformities(std::multimap<QDate, Work> &works);
    void addTests(std::multimap<QDate, Work> &works);
    void addSteps(std::multimap<QDate, Work> &works);
    Result<> writePlan();
    Result<> writeRecord(const QJsonObject &record);
    Result<> writeNonconformity(const QJsonObject &nonconformity, const QString &state);
    Result<> linkActions(const QString &label, const QStringList &requirements);
    Result<> writeAnswers(const QJsonObject &answers);
    Result<> apply(Result<Edit> edit);

    CaseDocument &m_document;
    const QJsonObject m_process;
    QMap<QString, QString> &m_labels;
};

} // namespace adit
