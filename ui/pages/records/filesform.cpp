// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/filesform.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptylayout.h"
#include "ui/words/errorwords.h"
#include "ui/words/rulewords.h"
#include "ui/words/words.h"

#include <QDir>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

constexpr std::size_t mostRows = 6;

/// What happened to one file, in a few words.
QString stateWords(const EvidenceIntake::Item &item)
{
    switch (item.state) {
    case EvidenceIntake::State::Waiting:
        return FilesForm::tr("waiting");
    case EvidenceIntake::State::Reading:
        return FilesForm::tr("being read");
    case EvidenceIntake::State::Keeping:
        return FilesForm::tr("being stored");
    case EvidenceIntake::State::Held:
        return item.heldAs.isEmpty() ? FilesForm::tr("twice among these: taken once")
                                     : FilesForm::tr("held already as %1: linked, not stored twice").arg(item.heldAs);
    case EvidenceIntake::State::Ready:
    case EvidenceIntake::State::Refused:
        break;
    }
    QStringList parts{QLocale().formattedDataSize(item.facts.bytes, 1, QLocale::DataSizeSIFormat)};
    if (!item.facts.takenAt.isEmpty())
        parts.append(
            FilesForm::tr("photo of %1").arg(dateWords(dateFromIso(item.facts.takenAt.left(10)).value_or(QDate()))));
    if (!item.facts.takenWhere.isEmpty())
        parts.append(FilesForm::tr("with its place"));
    if (item.isPhotoDataBroken)
        parts.append(FilesForm::tr("its camera data cannot be read"));
    return parts.join(QStringLiteral(" · "));
}

/// Why a file was not taken. The words of storage are about writing, and this is about reading.
QString refusalWords(const EvidenceIntake::Item &item)
{
    switch (item.error->code) {
    case ErrorCode::FileMissing:
        return FilesForm::tr("%1: it is no longer there.").arg(item.source.name);
    case ErrorCode::InvalidValue:
        return FilesForm::tr("%1: expected is %2.").arg(item.source.name, withRuleWords(item.error->detail));
    default:
        return FilesForm::tr("%1: it could not be read whole (%2).")
            .arg(item.source.name, withRuleWords(item.error->detail));
    }
}

} // namespace

FilesForm::FilesForm(Editor &editor, QWidget *parent)
    : QScrollArea(parent)
    , m_editor(editor)
    , m_intake(editor.document())
    , m_title(nullptr)
    , m_refused(nullptr)
    , m_files(new QVBoxLayout)
    , m_more(nullptr)
    , m_progress(nullptr)
    , m_add(nullptr)
{
    setObjectName(QStringLiteral("filesForm"));
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    content->setProperty("ground", QStringLiteral("alternate"));
    content->setAttribute(Qt::WA_StyledBackground);
    m_title = newLabel(content, {}, Type::Heading, Role::Text);
    auto *close = new Button(Button::Kind::Flat, {}, content);
    close->setObjectName(QStringLiteral("dropFiles"));
    close->setIconName(QStringLiteral("close"));
    close->setToolTip(tr("Stop, and take none of them"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(close);
    m_refused = new Banner(content);
    m_refused->setObjectName(QStringLiteral("refusedFiles"));
    m_refused->hide();
    m_files->setSpacing(grid::unit);
    m_more = newLabel(content, {}, Type::Small, Role::ThirdText);
    m_progress = new QProgressBar(content);
    m_progress->setObjectName(QStringLiteral("filesProgress"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(grid::unit);
    auto *fields = new QGridLayout;
    fields->setVerticalSpacing(grid::unit);
    fields->setColumnStretch(0, 1);
    using namespace field::evidence;
    for (const FieldInfo *field :
         {&infoOf(field::evidence::title), &infoOf(requirements), &infoOf(source), &infoOf(received),
          &infoOf(effective), &infoOf(medium), &infoOf(confidentiality), &infoOf(note)})
        addRow(*field, fields);
    m_add = new Button(Button::Kind::Primary, tr("Add"), content);
    m_add->setObjectName(QStringLiteral("addFilesNow"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(grid::group, 14, grid::group, grid::group);
    layout->setSpacing(grid::inside);
    layout->addLayout(head);
    layout->addWidget(m_refused);
    layout->addLayout(m_files);
    layout->addWidget(m_more);
    layout->addWidget(m_progress);
    layout->addLayout(fields);
    layout->addSpacing(grid::inside);
    layout->addLayout(buttons);
    layout->addStretch(1);
    setWidget(content);
    connect(close, &Button::clicked, this, &FilesForm::forgetPending);
    connect(m_add, &Button::clicked, this, &FilesForm::addNow);
    connect(m_refused, &Banner::dismissed, m_refused, &QWidget::hide);
    connect(&m_intake, &EvidenceIntake::changed, this, &FilesForm::refresh);
    connect(&m_intake, &EvidenceIntake::finished, this, &FilesForm::refreshRefused);
    connect(&m_intake, &EvidenceIntake::failed, &editor, &Editor::failed);
}

void FilesForm::addRow(const FieldInfo &field, QGridLayout *grid)
{
    FieldEditor editor = newFieldEditor(
        field, m_editor.document(), [](const FieldInfo &, const QStringList &) {}, this);
    auto *label = newLabel(this, fieldLabel(field), Type::Small, Role::SecondText);
    label->setBuddy(editor.widget);
    if (&field == &infoOf(field::evidence::title))
        m_titleLabel = label;
    const int row = 2 * static_cast<int>(m_fields.size());
    grid->addWidget(label, row, 0);
    grid->addWidget(editor.widget, row + 1, 0);
    m_fields.push_back(std::move(editor));
}

void FilesForm::begin(const QStringList &requirements)
{
    Record likely(EntityKind::Evidence);
    likely.set(infoOf(field::evidence::received).index, toIso(m_editor.document().today()));
    for (const QString &code : requirements)
        likely.setMember(infoOf(field::evidence::requirements).index, code, true);
    m_refused->hide();
    for (const FieldEditor &editor : m_fields) {
        editor.forget();
        editor.show(likely);
    }
}

void FilesForm::take(const std::vector<IntakeSource> &sources, const QStringList &requirements)
{
    if (isEmpty())
        begin(requirements);
    m_intake.add(sources);
}

void FilesForm::refresh()
{
    using State = EvidenceIntake::State;
    const auto &items = m_intake.items();
    const int taken = static_cast<int>(items.size()) - m_intake.count(State::Refused);
    m_title->setText(tr("Add %n file(s)", nullptr, taken));
    emptyLayout(m_files);
    std::size_t shown = 0;
    for (const auto &item : items) {
        if (item.state == State::Refused || shown == mostRows)
            continue;
        ++shown;
        auto *name = new ElidedLabel(item.source.name, this);
        auto *state = new ElidedLabel(stateWords(item), this);
        state->setLook(Type::Small, item.isPhotoDataBroken ? Role::Partially : Role::ThirdText);
        m_files->addWidget(name);
        m_files->addWidget(state);
    }
    m_more->setText(tr("and %n more", nullptr, taken - static_cast<int>(shown)));
    m_more->setVisible(taken > static_cast<int>(shown));
    m_progress->setVisible(m_intake.isBusy());
    m_progress->setValue(qRound(1000 * m_intake.progress()));
    const bool isOne = m_intake.count(State::Ready) + m_intake.count(State::Waiting) + m_intake.count(State::Reading) +
                           m_intake.count(State::Keeping) ==
                       1;
    m_titleLabel->setVisible(isOne);
    m_fields.front().widget->setVisible(isOne);
    const auto one = std::ranges::find_if(
        items, [](const auto &item) { return item.state != State::Refused && item.state != State::Held; });
    if (auto *title = qobject_cast<QLineEdit *>(m_fields.front().widget); title && one != items.end())
        title->setPlaceholderText(EvidenceIntake::titleOf(one->source.name));
    m_add->setEnabled(!m_intake.isBusy() && m_intake.count(State::Ready) + m_intake.count(State::Held) > 0);
}

void FilesForm::refreshRefused()
{
    QStringList why;
    for (const auto &item : m_intake.items())
        if (item.state == EvidenceIntake::State::Refused)
            why.append(refusalWords(item));
    if (why.isEmpty())
        return;
    const int count = static_cast<int>(why.size());
    if (why.size() > static_cast<qsizetype>(mostRows)) {
        why.resize(mostRows);
        why.append(QStringLiteral("…"));
    }
    m_refused->showMessage(Banner::Tone::Warn,
                           tr("%n file(s) could not be taken in; the others are here.", nullptr, count),
                           why.join(QLatin1Char('\n')));
    m_refused->show();
}

RecordInput FilesForm::typed() const
{
    RecordInput input;
    const bool isOne = !m_fields.front().widget->isHidden();
    for (const FieldEditor &editor : m_fields) {
        QStringList value = editor.typed();
        value.removeAll(QString());
        if (!value.isEmpty() && (isOne || &editor != &m_fields.front()))
            adit::take(input, *editor.field, value);
    }
    return input;
}

void FilesForm::addNow()
{
    const auto edit = m_intake.edit(typed());
    if (!m_editor.submit(edit))
        return;
    QStringList labels;
    for (const Change &change : edit->changes)
        if (change.field == &infoOf(field::evidence::sha256))
            labels.append(change.entity.code);
    m_intake.forget();
    Q_EMIT added(labels);
}

bool FilesForm::commitPending()
{
    using State = EvidenceIntake::State;
    if (m_intake.items().empty() || m_intake.count(State::Refused) == static_cast<int>(m_intake.items().size())) {
        return true;
    }
    m_editor.submit(Error{ErrorCode::NotConfirmed, m_title->text()});
    return false;
}

void FilesForm::forgetPending()
{
    if (isEmpty())
        return;
    m_intake.giveBack();
    for (const FieldEditor &editor : m_fields)
        editor.forget();
    Q_EMIT closed();
}

} // namespace adit
