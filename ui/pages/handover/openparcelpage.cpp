// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/handover/openparcelpage.h"

#include "core/assessment/rolesight.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/fingerprint.h"
#include "ui/widgets/plainviews.h"
#include "ui/words/errorwords.h"
#include "ui/words/rolewords.h"
#include "ui/words/words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QRegularExpression>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace adit {

OpenParcelPage::OpenParcelPage(ProfileKeeper &keeper, ProfilePage::Tools profileTools, PathChooser chooseCase,
                               QWidget *parent)
    : Page(parent)
    , m_keeper(keeper)
    , m_chooseCase(std::move(chooseCase))
    , m_profile(new ProfilePage(nullptr, keeper, std::move(profileTools), this))
    , m_stack(new QStackedWidget(this))
    , m_problem(new Banner(this))
{
    setObjectName(QStringLiteral("openParcelPage"));
    setProperty("ground", QStringLiteral("base"));
    setAttribute(Qt::WA_StyledBackground);
    m_problem->setObjectName(QStringLiteral("parcelProblem"));
    m_problem->hide();
    m_inside = newPageScroll(buildInside(), this);
    m_stack->addWidget(m_profile);
    m_stack->addWidget(m_inside);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_problem);
    layout->addWidget(m_stack, 1);
    connect(m_problem, &Banner::dismissed, m_problem, &QWidget::hide);
    connect(m_profile, &ProfilePage::ready, this, [this] {
        if (isVisible())
            look();
    });
    connect(m_profile, &ProfilePage::saved, this,
            [this](const QString &path) { m_problem->showMessage(Banner::Tone::Note, tr("Saved."), path); });
    connect(&m_keeper, &ProfileKeeper::changed, this, [this] {
        if (isVisible() && !m_keeper.open())
            refresh(); // it locked itself
    });
}

QWidget *OpenParcelPage::buildInside()
{
    auto *content = new QWidget;
    auto *column = new QWidget(content);
    column->setMaximumWidth(scaled(font(), 640));
    m_site = newReading(column, {}, Type::Title, Role::Text);
    m_site->setObjectName(QStringLiteral("parcelSite"));
    m_file = newReading(column, {}, Type::Small, Role::ThirdText);
    m_facts = new QWidget(column);
    m_grid = new QGridLayout(m_facts);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(grid::page);
    m_grid->setVerticalSpacing(12);
    m_grid->setColumnStretch(1, 1);
    m_save = new Button(Button::Kind::Primary, tr("Save as case…"), column);
    m_save->setObjectName(QStringLiteral("parcelSave"));
    m_cancel = new Button(Button::Kind::Plain, tr("Cancel"), column);
    m_cancel->setObjectName(QStringLiteral("parcelCancel"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid::inside);
    buttons->addWidget(m_save);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_site);
    layout->addWidget(m_file);
    layout->addSpacing(grid::group);
    layout->addWidget(m_facts);
    layout->addSpacing(grid::page);
    layout->addLayout(buttons);
    layout->addStretch(1);
    auto *outer = new QHBoxLayout(content);
    outer->setContentsMargins(32, grid::page, 32, grid::page);
    outer->addWidget(column, 1);
    outer->addStretch(0);
    connect(m_save, &Button::clicked, this, &OpenParcelPage::saveAsCase);
    connect(m_cancel, &Button::clicked, this, &OpenParcelPage::cancelled);
    return content;
}

void OpenParcelPage::begin(const QString &path, const QString &person)
{
    m_path = path;
    m_manifest.reset();
    m_problem->hide();
    m_profile->setName(person);
    refresh();
}

void OpenParcelPage::refresh()
{
    if (m_keeper.open())
        return look();
    m_manifest.reset();
    m_stack->setCurrentWidget(m_profile);
    m_profile->setReason(tr("“%1” opens with the profile that it is sealed to.").arg(QFileInfo(m_path).fileName()));
    focusMain();
}

void OpenParcelPage::look()
{
    const auto profile = m_keeper.open();
    if (!profile || m_path.isEmpty())
        return;
    m_manifest.reset();
    if (auto manifest = lookInto(m_path, *profile))
        m_manifest = std::move(*manifest);
    else
        tell(manifest.error());
    fill();
    m_stack->setCurrentWidget(m_inside);
    focusMain();
}

void OpenParcelPage::tell(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    const ErrorWords words = errorWords(error);
    m_problem->showMessage(Banner::Tone::Block, words.head, words.text);
    if (error.code == ErrorCode::ParcelForeign)
        m_problem->addButton(QStringLiteral("parcelProfile"), tr("My profile and its card"), [this] {
            m_problem->hide();
            m_stack->setCurrentWidget(m_profile);
        });
}

QLabel *OpenParcelPage::newValue(const QString &text)
{
    return newReading(m_facts, text, Type::Body, Role::Text);
}

QLabel *OpenParcelPage::newRemark(const QString &text)
{
    return newReading(m_facts, text, Type::Small, Role::ThirdText);
}

void OpenParcelPage::addRow(const QString &label, const QList<QWidget *> &values)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    for (QWidget *value : values)
        column->addWidget(value);
    m_grid->addWidget(newLabel(m_facts, label, Type::Body, Role::SecondText), m_row, 0, Qt::AlignTop);
    m_grid->addLayout(column, m_row++, 1);
}

void OpenParcelPage::fill()
{
    emptyLayout(m_grid);
    m_row = 0;
    for (QWidget *part : {static_cast<QWidget *>(m_save), m_facts})
        part->setVisible(m_manifest.has_value());
    m_file->setText(QDir::toNativeSeparators(m_path));
    m_site->setText(m_manifest ? m_manifest->site : tr("This parcel stays closed"));
    m_cancel->setText(m_manifest ? tr("Cancel") : tr("Back"));
    m_cancel->updateGeometry();
    if (!m_manifest)
        return;
    const ParcelManifest &manifest = *m_manifest;
    const Handover &handover = manifest.handover;
    const PublicProfile &own = *m_keeper.shown();
    const bool isOwn = manifest.maker.fingerprint() == own.fingerprint();
    auto *maker = newValue(isOwn ? tr("%1 (you)").arg(manifest.maker.name) : manifest.maker.name);
    maker->setObjectName(QStringLiteral("parcelMaker"));
    dress(maker, Type::Strong, Role::Text);
    QLabel *print = newFingerprint(m_facts, manifest.maker.fingerprint(), Role::Text);
    print->setObjectName(QStringLiteral("parcelFingerprint"));
    addRow(tr("Made by"),
           {maker, print, newRemark(tr("Compare these groups with them, by phone say. A name alone proves nothing."))});
    addRow(tr("Made on"), {newValue(dateWords(QDate::fromString(handover.made, Qt::ISODate)))});
    auto *role = newValue(tr("%1, %2").arg(roleWord(handover.role), chapterWords(handover.chapters)));
    role->setObjectName(QStringLiteral("parcelRole"));
    QList<QWidget *> as{role};
    if (const RoleSight *sight = roleSight(handover.role))
        as.append(newRemark(sightWords(*sight) + QLatin1Char(' ') + sightOfNames(*sight)));
    addRow(tr("For"), as);
    const QStringList all = handover.recipients.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    addRow(tr("Sealed to"), {newValue(all.join(QLatin1Char('\n')))});
    auto *inside =
        newValue(tr("%1, %2").arg(tr("%n entries of the journal", nullptr, static_cast<int>(manifest.operations)),
                                  QLocale().formattedDataSize(manifest.bytes, 1, QLocale::DataSizeSIFormat)));
    inside->setObjectName(QStringLiteral("parcelInside"));
    auto *withheld = newRemark(manifest.withheld == 0 ? tr("Nothing is withheld.")
                                                      : tr("%n of them withheld from this role", nullptr,
                                                           static_cast<int>(manifest.withheld)));
    withheld->setObjectName(QStringLiteral("parcelWithheld"));
    addRow(tr("Inside"), {inside, withheld});
}

QString OpenParcelPage::suggestedName() const
{
    static const QRegularExpression unfit(QStringLiteral("[^\\w\\- ]"), QRegularExpression::UseUnicodePropertiesOption);
    const QString site = QString(m_manifest->site).remove(unfit).simplified();
    return QStringLiteral("%1-%2.adit").arg(site, m_manifest->handover.role);
}

void OpenParcelPage::saveAsCase()
{
    const auto profile = m_keeper.open();
    if (!profile || !m_manifest)
        return;
    QString path = m_chooseCase(suggestedName());
    if (path.isEmpty())
        return;
    if (!path.endsWith(QLatin1String(".adit")))
        path += QStringLiteral(".adit");
    m_problem->hide();
    using Outcome = Result<ParcelManifest>;
    m_work.run<Outcome>(
        window(), tr("Opening the parcel"),
        [profile, parcel = m_path, path](const SheetWork::Progress &progress) {
            return openParcel(parcel, *profile, path, progress);
        },
        [this, path](const Outcome &outcome, bool isStopped) { finish(path, outcome, isStopped); });
    m_save->setEnabled(false);
}

void OpenParcelPage::finish(const QString &path, const Result<ParcelManifest> &outcome, bool isStopped)
{
    m_save->setEnabled(true);
    if (!outcome)
        return tell(outcome.error());
    if (isStopped)
        QFile::remove(path);
    else
        Q_EMIT opened(path);
}

void OpenParcelPage::focusMain()
{
    if (m_stack->currentWidget() == m_profile)
        return m_profile->focusMain();
    (m_manifest ? m_save : m_cancel)->setFocus(Qt::OtherFocusReason);
}

void OpenParcelPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!m_keeper.open() && !m_path.isEmpty())
        refresh(); // it locked itself while something else was shown
}

} // namespace adit
