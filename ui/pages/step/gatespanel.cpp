// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/step/gatespanel.h"

#include "ui/look/measures.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/choicewords.h"
#include "ui/words/processwords.h"
#include "ui/words/words.h"

#include <QVBoxLayout>

namespace adit {

namespace {

QString linkWord(const Destination &destination, const Standard &standard)
{
    if (destination.page.isEmpty())
        return {};
    if (destination.page.startsWith(QLatin1String("step:"))) {
        const ProcessStep *step = standard.process().step(destination.page.mid(5));
        return step ? step->code + QLatin1Char(' ') + step->shortTitle.in(catalogueLanguage()) : QString();
    }
    if (destination.page == QLatin1String("assess"))
        return GatesPanel::tr("Assess");
    if (destination.page == QLatin1String("details"))
        return GatesPanel::tr("Site and audit");
    return destination.list ? kindWords(*destination.list) : QString();
}

SectionHeader *newHead(const QString &title, QWidget *parent)
{
    auto *head = new SectionHeader(title, parent);
    head->setRuled(true);
    return head;
}

QVBoxLayout *newColumn()
{
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    return column;
}

} // namespace

GatesPanel::GatesPanel(QWidget *parent)
    : QWidget(parent)
    , m_missingHead(newHead({}, this))
    , m_missing(newColumn())
    , m_doneHead(newHead(tr("Done"), this))
    , m_done(newColumn())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_missingHead);
    layout->addLayout(m_missing);
    layout->addSpacing(grid::group);
    layout->addWidget(m_doneHead);
    layout->addLayout(m_done);
    layout->addStretch(1);
}

GatesPanel::Face GatesPanel::faceOf(const GateState &gate, const CaseView &view)
{
    const QString title = gate.gate->title.in(catalogueLanguage());
    const QString tip = certaintyWords(gate.gate->certainty);
    const QString name = QStringLiteral("gate-") + gate.gate->code;
    if (gate.isMet())
        return {name, GateRow::Mark::Met, {title, {}, {}, tip}};
    if (gate.wasPassed)
        return {name, GateRow::Mark::Passed, {title, tr("Passed by %1: %2").arg(gate.passedBy, gate.reason), {}, tip}};
    const Destination destination = destinationOf(gate, view.standard);
    const QString detail = missingWords(gate, view) +
                           (gate.gate->overridable ? QString() : QLatin1Char('\n') + tr("Nobody may pass this one."));
    const bool isWrong = gateCheckInfo(gate.gate->check).judgesWork;
    return {name,
            isWrong ? GateRow::Mark::Warning : GateRow::Mark::Missing,
            {title, detail, linkWord(destination, view.standard), tip},
            destination};
}

void GatesPanel::show(const std::vector<const GateState *> &gates, const CaseView &view, bool opens)
{
    std::vector<Face> faces;
    faces.reserve(gates.size());
    for (const GateState *gate : gates)
        faces.push_back(faceOf(*gate, view));
    if (faces != m_shown) {
        m_shown = std::move(faces);
        emptyLayout(m_missing);
        emptyLayout(m_done);
        for (const Face &face : m_shown)
            addRow(face);
    }
    m_missingHead->setTitle(m_missing->count() == 0 ? (opens ? tr("This step can open") : tr("Nothing is missing"))
                            : opens                 ? tr("Missing before this step can open")
                                                    : tr("Missing before this step can close"));
    m_missingHead->setDetail(m_missing->count() == 0 ? QString() : QString::number(m_missing->count()));
    m_doneHead->setVisible(m_done->count() > 0);
    m_doneHead->setDetail(QString::number(m_done->count()));
}

void GatesPanel::addRow(const Face &face)
{
    auto *row = new GateRow(face.mark, face.words, this);
    if (face.isDone())
        return m_done->addWidget(row);
    row->setObjectName(face.name);
    connect(row, &GateRow::followed, this, [this, destination = face.destination] { Q_EMIT wanted(destination); });
    m_missing->addWidget(row);
}

bool GatesPanel::focusFirst()
{
    for (int i = 0; i < m_missing->count(); ++i)
        if (auto *link = m_missing->itemAt(i)->widget()->findChild<Button *>(QStringLiteral("gateLink"))) {
            link->setFocus(Qt::OtherFocusReason);
            return true;
        }
    return false;
}

} // namespace adit
