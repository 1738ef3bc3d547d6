// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templatefield.h"

#include "core/assessment/reporttemplate.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/plainviews.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace adit {

/// The head of page one, small: paper is white under any palette.
class TemplateField::Paper final : public QWidget
{
public:
    explicit Paper(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(scaled(font(), 176), scaled(font(), 72));
    }

    void setBody(const QImage &logo, const std::optional<quint32> &accent)
    {
        m_logo = logo;
        m_accent = accent;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme theme(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        paintBox(&painter, rect(), Qt::white, theme.color(Role::ButtonLine), grid::radius);
        const QRect inside = rect().adjusted(grid::inside, grid::inside, -grid::inside, -grid::inside);
        const int line = m_accent ? grid::unit : 0;
        if (!m_logo.isNull()) {
            const QSize room = inside.size() - QSize(0, 2 * line);
            const QSize size = m_logo.size().scaled(room, Qt::KeepAspectRatio).boundedTo(m_logo.size());
            QRect place(QPoint(), size);
            place.moveCenter(QRect(inside.topLeft(), room).center());
            painter.drawImage(place, m_logo);
        }
        if (m_accent)
            painter.fillRect(QRect(inside.left(), inside.bottom() + 1 - line, inside.width(), line),
                             QColor::fromRgb(QRgb(*m_accent)));
    }

private:
    QImage m_logo;
    std::optional<quint32> m_accent;
};

TemplateField::TemplateField(QWidget *parent)
    : QWidget(parent)
    , m_paper(new Paper(this))
    , m_name(newLabel(this, {}, Type::Body, Role::Text))
    , m_about(newReading(this, {}, Type::Small, Role::SecondText))
    , m_choose(new Button(Button::Kind::Plain, tr("Load a template…"), this))
    , m_remove(new Button(Button::Kind::Flat, tr("Remove"), this))
{
    m_paper->setObjectName(QStringLiteral("templatePaper"));
    m_name->setObjectName(QStringLiteral("templateName"));
    m_about->setObjectName(QStringLiteral("templateAbout"));
    m_choose->setObjectName(QStringLiteral("templateChoose"));
    m_remove->setObjectName(QStringLiteral("templateRemove"));
    m_name->setWordWrap(true);
    m_name->setTextFormat(Qt::PlainText);
    m_about->setWordWrap(true);
    m_about->setTextFormat(Qt::PlainText);
    connect(m_choose, &Button::clicked, this, &TemplateField::fileWanted);
    connect(m_remove, &Button::clicked, this, &TemplateField::removed);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid::inside);
    buttons->addWidget(m_choose);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto *words = new QVBoxLayout;
    words->setSpacing(grid::unit);
    words->addWidget(m_name);
    words->addWidget(m_about);
    words->addSpacing(grid::unit);
    words->addLayout(buttons);
    words->addStretch(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::group);
    layout->addWidget(m_paper, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    setFocusProxy(m_choose);
}

namespace {

/// Address, and in which languages the office has words of its own.
QString aboutOf(const ReportTemplate &made)
{
    QStringList languages;
    for (const auto &[language, places] : made.wording)
        languages.append(languageName(language));
    const QString address = made.address.join(QStringLiteral(" · "));
    return languages.isEmpty()
               ? address
               : address + QLatin1Char('\n') +
                     TemplateField::tr("Wording of its own: %1").arg(languages.join(QStringLiteral(", ")));
}

} // namespace

void TemplateField::setStored(const QString &json, const QString &logo)
{
    const auto made = ReportTemplate::fromJson(json.toUtf8());
    const bool hasOne = !json.isEmpty() && made;
    m_remove->setVisible(!json.isEmpty());
    m_name->setVisible(hasOne);
    const QImage image = hasOne ? QImage::fromData(logoOf(*made, logo), "jpeg") : QImage();
    m_paper->setVisible(hasOne && (!image.isNull() || made->accent));
    if (hasOne)
        m_paper->setBody(image, made->accent);
    m_name->setText(hasOne ? made->name : QString());
    m_about->setText(hasOne
                         ? aboutOf(*made)
                         : tr("Name, address, logo and wording of your office in the report, from the file that your "
                              "office gives to its auditors."));
    m_paper->setAccessibleName(image.isNull() ? tr("Colour of the report") : tr("Logo and colour of the report"));
}

} // namespace adit
