// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/commands.h"
#include "core/document/othercase.h"
#include "core/edits/recordrules.h"
#include "core/review/calibration.h"
#include "core/review/similarity.h"

#include <QJsonArray>
#include <cmath>

namespace adit::cli {

namespace {

struct CalibrationOptions
{
    std::string path, label, requirement, rating, rater, reason, with;
    std::vector<std::string> raters;
    int count = 20;
    quint64 seed = 1;
};

using Run = int (*)(CaseDocument &, const CalibrationOptions &, const Console &);

int applied(CaseDocument &document, const Result<Edit> &edit, const QString &id, const Console &console)
{
    const auto changes = edit ? document.apply(*edit) : Result<ChangeSet>(edit.error());
    if (!changes)
        return console.fail(changes.error());
    console.say(id);
    console.answer({{QStringLiteral("id"), id}, {QStringLiteral("changed"), !changes->items.empty()}});
    return Done;
}

int draw(CaseDocument &document, const CalibrationOptions &options, const Console &console)
{
    QStringList raters;
    for (const std::string &rater : options.raters)
        raters.append(fromUtf8(rater));
    const EntityRef entity = document.newEntity(EntityKind::Calibration);
    const QStringList drawn = drawRequirements(document.standard(), document.ratedItems(), options.count, options.seed);
    return applied(document, drawCalibration(document.view(), entity, drawn, raters, todayOf(document, console)),
                   entity.code, console);
}

int rateOne(CaseDocument &document, const CalibrationOptions &options, const Console &console)
{
    const EntityRef entity = document.newEntity(EntityKind::BlindRating);
    const BlindInput input{fromUtf8(options.label), fromUtf8(options.requirement), fromUtf8(options.rater),
                           fromUtf8(options.rating), fromUtf8(options.reason)};
    return applied(document, rateBlind(document.view(), entity, input, todayOf(document, console)), input.calibration,
                   console);
}

int openOne(CaseDocument &document, const CalibrationOptions &options, const Console &console)
{
    const QString label = fromUtf8(options.label);
    return applied(document, layOpen(document.view(), label, todayOf(document, console)), label, console);
}

QJsonObject jsonOf(const Agreement &agreement)
{
    return {{QStringLiteral("rated"), agreement.rated},
            {QStringLiteral("same"), agreement.same},
            {QStringLiteral("kappa"), agreement.kappa ? QJsonValue(*agreement.kappa) : QJsonValue()},
            {QStringLiteral("drift"), agreement.drift}};
}

QString wordsFor(const Agreement &agreement)
{
    return QStringLiteral("%1 of %2 the same, kappa %3, drift %4")
        .arg(agreement.same)
        .arg(agreement.rated)
        .arg(agreement.kappa ? QString::number(*agreement.kappa, 'f', 2) : QStringLiteral("–"),
             QString::number(agreement.drift, 'f', 2));
}

QJsonObject tell(const CaseDocument &document, const CalibrationState &state, const QString &rater,
                 const Console &console)
{
    const auto &scale = document.standard().scale();
    const auto code = [&](const std::optional<int> &step) {
        return step ? scale[static_cast<std::size_t>(*step)].code : QStringLiteral("–");
    };
    const auto json = [&](const std::optional<int> &step) { return step ? QJsonValue(code(step)) : QJsonValue(); };
    const QString label = (*state.record)[field::calibration::label];
    console.say(QStringLiteral("%1  %2 and %3, %4")
                    .arg(label, state.raters[0], state.raters[1],
                         state.isOpen ? QStringLiteral("laid open") : QStringLiteral("not laid open")));
    QJsonArray pairs;
    for (const RatingPair &pair : state.seenBy(rater)) {
        console.say(QStringLiteral("  %1  %2  %3%4")
                        .arg(pair.requirement, code(pair.first), code(pair.second),
                             pair.differs() ? QStringLiteral("  differ") : QString()));
        pairs.append(QJsonObject{{QStringLiteral("requirement"), pair.requirement},
                                 {QStringLiteral("first"), json(pair.first)},
                                 {QStringLiteral("second"), json(pair.second)}});
    }
    QJsonObject answer{{QStringLiteral("id"), label},
                       {QStringLiteral("drawn"), state.record->text(field::calibration::drawn.index)},
                       {QStringLiteral("opened"), state.record->text(field::calibration::opened.index)},
                       {QStringLiteral("raters"), QJsonArray::fromStringList(state.raters)},
                       {QStringLiteral("pairs"), pairs}};
    if (!state.isOpen)
        return answer;
    const int steps = ratableSteps(document.standard());
    const Agreement whole = agreementOf(state.pairs, steps);
    console.say(QStringLiteral("  ") + wordsFor(whole));
    QJsonArray chapters;
    for (const QString &chapter : state.chapters()) {
        const Agreement agreement = agreementOf(state.ofChapter(chapter), steps);
        console.say(QStringLiteral("  %1  %2").arg(chapter, wordsFor(agreement)));
        QJsonObject one = jsonOf(agreement);
        one.insert(QStringLiteral("chapter"), chapter);
        chapters.append(one);
    }
    answer.insert(QStringLiteral("agreement"), jsonOf(whole));
    answer.insert(QStringLiteral("chapters"), chapters);
    return answer;
}

int show(CaseDocument &document, const CalibrationOptions &options, const Console &console)
{
    const QString wanted = fromUtf8(options.label);
    QJsonArray calibrations;
    for (const Record *record : recordsInOrder(document.assessment(), EntityKind::Calibration)) {
        const QString label = (*record)[field::calibration::label];
        const auto state = calibrationOf(document.view(), label);
        if (state && (wanted.isEmpty() || wanted == label))
            calibrations.append(tell(document, *state, fromUtf8(options.rater), console));
    }
    if (!wanted.isEmpty() && calibrations.isEmpty())
        return console.fail({ErrorCode::InvalidValue, QStringLiteral("calibration: ") + wanted,
                             QStringLiteral("the number of a calibration")});
    console.answer({{QStringLiteral("calibrations"), calibrations}});
    return Done;
}

int similar(CaseDocument &document, const CalibrationOptions &options, const Console &console)
{
    std::vector<FindingText> earlier;
    if (!options.with.empty()) {
        const auto other = assessmentIn(fromUtf8(options.with));
        if (!other)
            return console.fail(other.error());
        earlier = findingTexts(*other);
    }
    QJsonArray list;
    for (const SimilarFindings &pair : similarFindings(findingTexts(document.assessment()), earlier)) {
        console.say(QStringLiteral("%1  %2%3  %4 %")
                        .arg(pair.requirement, pair.other, pair.isEarlier ? QStringLiteral(" (earlier)") : QString())
                        .arg(std::lround(pair.share * 100)));
        list.append(QJsonObject{{QStringLiteral("requirement"), pair.requirement},
                                {QStringLiteral("other"), pair.other},
                                {QStringLiteral("earlier"), pair.isEarlier},
                                {QStringLiteral("share"), pair.share}});
    }
    if (list.isEmpty())
        console.say(QStringLiteral("No findings that say nearly the same."));
    console.answer({{QStringLiteral("similar"), list}});
    return list.isEmpty() ? Done : AnswerIsNo;
}

std::shared_ptr<CalibrationOptions> addCommand(CLI::App &group, Action &chosen, const char *name, const char *help,
                                               Run run, CLI::App *&command)
{
    auto options = std::make_shared<CalibrationOptions>();
    command = group.add_subcommand(name, help);
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    command->callback([&chosen, options, run] {
        chosen = [options, run](const Console &console) {
            const auto document = openCase(options->path, console);
            return document ? run(**document, *options, console) : console.fail(document.error());
        };
    });
    return options;
}

} // namespace

void addCalibrationCommands(CLI::App &program, Action &chosen)
{
    CLI::App *group =
        commandGroup(program, "calibration", "Requirements that two auditors rate without knowing of each other");
    CLI::App *command = nullptr;
    auto drawn = addCommand(*group, chosen, "draw", "Draw requirements for two raters", draw, command);
    command->add_option("--raters", drawn->raters, "Two members of the team: T-A02 T-A03")->required()->expected(2);
    command->add_option("--count", drawn->count, "How many")->check(CLI::Range(1, 1000));
    command->add_option("--seed", drawn->seed, "Which ones follows from it");
    auto rated = addCommand(*group, chosen, "rate", "Rate one of them", rateOne, command);
    command->add_option("calibration", rated->label, "Which calibration: B-A01")->required();
    command->add_option("requirement", rated->requirement, "Which requirement")->required();
    command->add_option("rating", rated->rating, "Code of the scale")->required();
    command->add_option("--rater", rated->rater, "Who rates: T-A02")->required();
    command->add_option("--reason", rated->reason, "Why");
    auto opened = addCommand(*group, chosen, "open", "Lay open what both gave", openOne, command);
    command->add_option("calibration", opened->label, "Which calibration: B-A01")->required();
    auto shown = addCommand(*group, chosen, "show", "What was given, and how far both agree", show, command);
    command->add_option("calibration", shown->label, "Which calibration (default: all)");
    command->add_option("--rater", shown->rater, "Who looks: before they are laid open, one sees one's own");
    auto compared = addCommand(program, chosen, "similar", "Findings that say nearly the same", similar, command);
    command->add_option("--with", compared->with, "An earlier assessment of the mine");
}

} // namespace adit::cli
