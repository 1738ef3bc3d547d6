// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/picturegrid.h"

#include "ui/look/icons.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/paint.h"

#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace adit {

namespace {

constexpr int pictureWidth = 168;
constexpr int pictureHeight = 126;

QString iconFor(const Record &evidence)
{
    if (!evidence.has(field::evidence::sha256))
        return QStringLiteral("eye"); // seen, not taken
    return evidence[field::evidence::mime].startsWith(QLatin1String("image/")) ? QStringLiteral("layers")
                                                                               : QStringLiteral("document");
}

} // namespace

class PictureDelegate final : public QStyledItemDelegate
{
public:
    explicit PictureDelegate(PictureGrid *grid)
        : QStyledItemDelegate(grid)
        , m_grid(grid)
    {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {scaled(option.font, pictureWidth) + grid::group, scaled(option.font, pictureHeight + 56)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Record *evidence = m_grid->recordAt(index);
        if (!evidence)
            return;
        const Theme theme = Theme::current();
        const QRect box = option.rect.adjusted(grid::unit, grid::unit, -grid::unit, -grid::unit);
        painter->save();
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        if (isSelected || option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(box, theme.color(isSelected ? Role::Tint : Role::Hover));
        const QRect frame(box.left() + grid::unit, box.top() + grid::unit, box.width() - 2 * grid::unit,
                          scaled(option.font, pictureHeight));
        paintPicture(painter, frame, *evidence, theme, option.font);
        const QRect words(frame.left(), frame.bottom() + grid::unit, frame.width(), box.bottom() - frame.bottom());
        const int half = words.height() / 2 - 1;
        const auto line = [&](const QString &text, const QFont &face, Role ink, int top) {
            painter->setFont(face);
            painter->setPen(theme.color(ink));
            painter->drawText(QRect(words.left(), words.top() + top, words.width(), half),
                              static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeading)) |
                                  Qt::AlignVCenter,
                              painter->fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
        };
        line((*evidence)[field::evidence::title], option.font, Role::Text, 0);
        QStringList detail{(*evidence)[field::evidence::label]};
        detail.append((*evidence)[field::evidence::requirements]);
        line(detail.join(QStringLiteral(" · ")), typeFont(option.font, Type::Small), Role::ThirdText, half);
        if (option.state.testFlag(QStyle::State_HasFocus))
            paintFocus(painter, box, grid::radius);
        painter->restore();
    }

private:
    void paintPicture(QPainter *painter, const QRect &frame, const Record &evidence, const Theme &theme,
                      const QFont &font) const
    {
        painter->fillRect(frame, theme.color(Role::Alternate));
        const QPixmap picture =
            m_grid->m_thumbnails.of(evidence[field::evidence::sha256], evidence[field::evidence::mime]);
        if (picture.isNull()) {
            const int side = scaled(font, 28);
            paintIcon(painter, QRect(frame.center() - QPoint(side / 2, side / 2), QSize(side, side)), iconFor(evidence),
                      theme.color(Role::ThirdText));
        } else {
            const QSize size = (picture.size() / picture.devicePixelRatio()).scaled(frame.size(), Qt::KeepAspectRatio);
            painter->drawPixmap(QRect(frame.center() - QPoint(size.width() / 2, size.height() / 2), size), picture);
        }
        painter->setPen(theme.color(Role::Line));
        painter->drawRect(frame.adjusted(0, 0, -1, -1));
    }

    PictureGrid *m_grid;
};

PictureGrid::PictureGrid(const CaseDocument &document, const RecordTable &table, QSortFilterProxyModel &filter,
                         QWidget *parent)
    : QListView(parent)
    , m_document(document)
    , m_table(table)
    , m_filter(filter)
    , m_thumbnails(document, qRound(scaled(font(), pictureWidth) * devicePixelRatioF()))
{
    setObjectName(QStringLiteral("pictures"));
    setViewMode(QListView::IconMode);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setMouseTracking(true);
    setModel(&filter);
    setItemDelegate(new PictureDelegate(this));
    connect(&m_thumbnails, &Thumbnails::ready, this, [this] { viewport()->update(); });
}

const Record *PictureGrid::recordAt(const QModelIndex &index) const
{
    const EntityRef entity = m_table.entity(m_filter.mapToSource(index).row());
    return m_document.assessment().find(entity.kind, entity.id);
}

void PictureGrid::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    dropWhatIsOutOfView();
}

void PictureGrid::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    dropWhatIsOutOfView();
}

void PictureGrid::dropWhatIsOutOfView()
{
    QSet<QString> inView;
    // Rows before the first and behind the last one in view need no look: they are in order.
    const QRect view = viewport()->rect();
    const QModelIndex first = indexAt(QPoint(grid::group, grid::group));
    for (int row = first.isValid() ? first.row() : 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        const QRect place = visualRect(index);
        if (place.top() > view.bottom())
            break;
        if (const Record *record = recordAt(index); record && place.intersects(view))
            inView.insert((*record)[field::evidence::sha256]);
    }
    m_thumbnails.keepOnly(inView);
}

} // namespace adit
