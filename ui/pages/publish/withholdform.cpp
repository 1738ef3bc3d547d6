// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/publish/withholdform.h"

#include "core/assessment/target.h"
#include "core/disclosure/redactiondecision.h"
#include "core/disclosure/redactionverbs.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/publish/printedmarks.h"
#include "ui/pages/publish/textchoice.h"
#include "ui/widgets/button.h"
#include "ui/widgets/committextedit.h"
#include "ui/words/choicewords.h"
#include "ui/words/releasewords.h"
#include "ui/words/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QVBoxLayout>
#include <utility>

namespace adit {

WithholdForm::WithholdForm(Editor &editor, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_layout(new QVBoxLayout(this))
    , m_title(newReading(this, {}, Type::Strong, Role::Text))
    , m_choice(new TextChoice(editor.document(), name, this))
    , m_field(new QComboBox(this))
    , m_text(new QPlainTextEdit(this))
    , m_what(newReading(this, {}, Type::Small, Role::SecondText))
    , m_reason(new QComboBox(this))
    , m_reasonWords(newReading(this, {}, Type::Small, Role::SecondText))
    , m_printed(newReading(this, {}, Type::Small, Role::SecondText))
    , m_wording(new CommitTextEdit(this))
    , m_basis(new CommitTextEdit(this))
    , m_request(new CommitTextEdit(this))
    , m_ask(new Button(Button::Kind::Primary, tr("Ask to withhold"), this))
    , m_cancel(new Button(Button::Kind::Plain, tr("Cancel"), this))
{
    nameFields(name);
    m_text->setReadOnly(true);
    m_text->setProperty("card", QStringLiteral("framed"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    const FieldInfo &reasons = infoOf(field::redaction::reason);
    for (const QString &code : choiceCodes(reasons))
        m_reason->addItem(choiceWord(reasons, code), code);
    m_reason->setCurrentIndex(-1);
    m_reason->setPlaceholderText(tr("Choose a reason"));
    build();
    connect(m_choice, &TextChoice::changed, this, &WithholdForm::takeChosen);
    connect(m_field, &QComboBox::activated, this, &WithholdForm::showText);
    connect(m_text, &QPlainTextEdit::selectionChanged, this, &WithholdForm::refreshPassage);
    connect(m_reason, &QComboBox::currentIndexChanged, this, &WithholdForm::refreshReason);
    connect(m_wording, &QPlainTextEdit::textChanged, this, &WithholdForm::refreshReason);
    connect(m_ask, &Button::clicked, this, &WithholdForm::ask);
    connect(m_cancel, &Button::clicked, this, [this] {
        forget();
        hide();
        Q_EMIT cancelled();
    });
    hide();
}

void WithholdForm::nameFields(const QString &name)
{
    const std::pair<QWidget *, const char *> fields[] = {
        {this, "Form"},
        {m_title, "Title"},
        {m_field, "Field"},
        {m_text, "Text"},
        {m_what, "What"},
        {m_reason, "Reason"},
        {m_reasonWords, "ReasonWords"},
        {m_printed, "Printed"},
        {m_wording, "Wording"},
        {m_basis, "Basis"},
        {m_request, "Request"},
        {m_ask, "Ask"},
        {m_cancel, "Cancel"},
    };
    for (const auto &[field, suffix] : fields)
        field->setObjectName(name + QLatin1String(suffix));
}

QLabel *WithholdForm::addField(const QString &name, QWidget *field)
{
    auto *label = newLabel(this, name, Type::Small, Role::SecondText);
    label->setWordWrap(true);
    label->setBuddy(field);
    field->setAccessibleName(name);
    m_layout->addWidget(label);
    m_layout->addWidget(field);
    return label;
}

void WithholdForm::build()
{
    const int lineHeight = m_text->fontMetrics().lineSpacing();
    m_text->setFixedHeight(5 * lineHeight + scaled(font(), 18));
    for (CommitTextEdit *field : {m_wording, m_basis, m_request}) {
        field->setLines(2);
        field->setFixedHeight(field->sizeHint().height());
    }
    m_layout->setContentsMargins(0, grid::unit, 0, grid::unit);
    m_layout->setSpacing(grid::unit);
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_choice);
    m_layout->addWidget(m_field);
    m_field->setAccessibleName(tr("Text"));
    addField(tr("Select the words that are not to be printed; none selected means all of it"), m_text);
    m_layout->addWidget(m_what);
    addField(fieldLabel(infoOf(field::redaction::reason)), m_reason);
    m_layout->addWidget(m_reasonWords);
    m_layout->addWidget(m_printed);
    addField(tr("Other words to print in their place; not needed"), m_wording);
    m_basisLabel = addField(tr("Why the rating can be understood without it"), m_basis);
    addField(fieldLabel(infoOf(field::redaction::request)), m_request);
    auto *note =
        newReading(this, tr("Withheld at once, until somebody else has decided."), Type::Small, Role::ThirdText);
    m_layout->addWidget(note);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid::inside);
    buttons->addWidget(m_ask);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    m_layout->addLayout(buttons);
}

void WithholdForm::begin(const EntityRef &entity, const QString &fieldName, const QString &passage)
{
    forget();
    m_entity = entity;
    m_title->setText(tr("Withhold of %1").arg(textPlaceWords(entity, fieldName)));
    m_choice->hide();
    m_field->hide();
    m_field->clear();
    m_field->addItem(QString(), QVariant(fieldName));
    showText();
    select(passage);
    show();
    refreshReason();
    refreshPassage();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void WithholdForm::beginChoosing(const QString &words)
{
    forget();
    m_title->setText(words.isEmpty() ? tr("Withhold something")
                                     : tr("These words stand in more than one text: choose which"));
    m_choice->show();
    m_field->show();
    m_choice->begin(words);
    takeChosen();
    show();
    refreshReason();
    m_choice->focusSearch();
}

/// The texts of what was chosen in which something is written, that one first; and all of them.
void WithholdForm::takeChosen()
{
    m_field->clear();
    m_entity.reset();
    const WrittenText *text = m_choice->chosen();
    const Record *record = text ? m_editor.document().assessment().find(text->entity.kind, text->entity.id) : nullptr;
    if (record) {
        m_entity = text->entity;
        for (const FieldInfo *field : redactableFields(text->entity.kind))
            if (record->has(field->index))
                m_field->addItem(fieldLabel(*field), QString(field->name));
        if (text->entity.kind == EntityKind::PublicPhoto)
            m_field->addItem(tr("The photo as a whole"), QString());
        else if (m_field->count() > 1)
            m_field->addItem(tr("All its texts"), QString());
        m_field->setCurrentIndex(std::max(0, m_field->findData(QString(text->field->name))));
    }
    m_field->setVisible(m_field->count() > 0);
    showText();
    select(m_choice->searched());
}

/// Words that stand in the text, as they stand there.
void WithholdForm::select(const QString &words)
{
    const QString text = m_text->toPlainText();
    if (words.trimmed().isEmpty())
        return;
    QRegularExpression form = formOfWords(words);
    auto found = form.match(text);
    if (!found.hasMatch()) { // as they were searched for
        form.setPatternOptions(form.patternOptions() | QRegularExpression::CaseInsensitiveOption);
        found = form.match(text);
    }
    if (!found.hasMatch())
        return;
    QTextCursor cursor = m_text->textCursor();
    cursor.setPosition(static_cast<int>(found.capturedStart()));
    cursor.setPosition(static_cast<int>(found.capturedEnd()), QTextCursor::KeepAnchor);
    m_text->setTextCursor(cursor);
}

void WithholdForm::showText()
{
    const Assessment &assessment = m_editor.document().assessment();
    const bool isChosen = m_entity && m_field->count() > 0;
    QStringList texts;
    if (isChosen)
        for (const WrittenText &text : textsOf(assessment, targetOf(*m_entity), m_field->currentData().toString()))
            if (!text.text.isEmpty())
                texts.append(text.text);
    m_text->setPlainText(texts.join(QStringLiteral("\n\n")));
    m_hasText = isChosen;
    refreshPassage();
    refreshReason();
}

void WithholdForm::refreshPassage()
{
    // Line ends within a selection are those of paragraphs.
    m_passage = m_text->textCursor().selectedText().replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
    const int places = placesOf(m_passage, m_text->toPlainText());
    const bool isPicture =
        m_entity && m_entity->kind == EntityKind::PublicPhoto && m_field->currentData().toString().isEmpty();
    m_what->setText(!m_hasText ? QString()
                    : places > 1
                        ? tr("Withheld: “%1”, in all %n places where it stands.", nullptr, places).arg(m_passage)
                    : !m_passage.isEmpty() ? tr("Withheld: “%1”").arg(m_passage)
                    : isPicture            ? tr("The picture is withheld with all that is said of it.")
                                           : tr("All of the text is withheld."));
}

QString WithholdForm::reason() const
{
    return m_reason->currentData().toString();
}

void WithholdForm::refreshReason()
{
    const auto withheld = withheldAs(reason());
    const bool isReworded = m_wording->hasPending();
    m_printed->setText(isReworded || !withheld ? QString() : tr("Printed as %1").arg(printedMark(*withheld)));
    m_printed->setVisible(!m_printed->text().isEmpty());
    m_reasonWords->setText(reasonAdvice(reason()));
    m_reasonWords->setVisible(!m_reasonWords->text().isEmpty());
    const bool isCommercial = reason() == QLatin1String("C");
    m_basis->setVisible(isCommercial);
    m_basisLabel->setVisible(isCommercial);
    m_ask->setEnabled(m_hasText && withheld);
    m_ask->setToolTip(!m_hasText ? tr("Choose a text first") : !withheld ? tr("Choose a reason first") : QString());
}

void WithholdForm::ask()
{
    const auto profile = m_editor.profile();
    if (!profile)
        return m_editor.askForProfile();
    if (!m_entity)
        return;
    CaseDocument &document = m_editor.document();
    if (!m_next)
        m_next = document.newEntity(EntityKind::Redaction);
    const auto edit = askRedaction(document.view(), *m_next,
                                   {.target = targetOf(*m_entity),
                                    .field = m_field->currentData().toString(),
                                    .passage = m_passage,
                                    .reason = reason(),
                                    .wording = m_wording->typed().trimmed(),
                                    .request = m_request->typed().trimmed(),
                                    .scoreBasis = m_basis->isHidden() ? QString() : m_basis->typed().trimmed()},
                                   *profile, document.today());
    if (!m_editor.submit(edit))
        return;
    const QString label = std::exchange(m_next, {})->code;
    forget();
    hide();
    Q_EMIT asked(label);
}

bool WithholdForm::hasPending() const
{
    return !isHidden() && (m_wording->hasPending() || m_basis->hasPending() || m_request->hasPending());
}

void WithholdForm::forget()
{
    for (CommitTextEdit *field : {m_wording, m_basis, m_request})
        field->forget();
    m_reason->setCurrentIndex(-1);
}

} // namespace adit
