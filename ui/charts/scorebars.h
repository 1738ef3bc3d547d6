// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChartView>
#include <optional>
#include <vector>

class QBarSet;
class QHorizontalStackedBarSeries;
class QValueAxis;

namespace adit {

/// One bar: a principle or a chapter. Percentages are for drawing only; what is printed comes ready as text.
struct ChartBar
{
    QString id; ///< what chosen() tells: "4" or "4.1"
    QString number;
    QString label;
    double floor = 0;   ///< 0 to 100, everything open counted as not met
    double ceiling = 0; ///< 0 to 100, everything open counted as fully met
    std::optional<double> ratedSoFar;
    QString figures;      ///< "26.9 – 84.3"
    QString spoken;       ///< the row as a sentence, for tool tip and screen reader
    bool relevant = true; ///< otherwise hatched

    friend bool operator==(const ChartBar &, const ChartBar &) = default;
};

/// Bars with the 50/75/100 lines: floor solid, the open part lighter with an edge, a tick at what is rated so far.
/// Labels stand at the start and figures at the end of each row; every row opens its "why" by click, Enter or Space.
class ScoreBars final : public QChartView
{
    Q_OBJECT
public:
    /// Measures at 13 pixel text.
    struct Measures
    {
        int rowHeight = 32;
        int barHeight = 16;
        int numberWidth = 14;
        int labelWidth = 138;
        int figuresWidth = 88;
        bool strongSelection = true;
    };

    ScoreBars(const QString &name, const Measures &measures, QWidget *parent = nullptr);

    void setBars(const std::vector<ChartBar> &bars);
    /// Shows which row is explained beside; empty for none. Sends nothing.
    void setCurrent(const QString &id);
    /// The lines drawn through all bars, in percent.
    void setLines(const std::vector<double> &percents);
    QRect rowRect(int row) const;
    const std::vector<ChartBar> &bars() const { return m_bars; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void fillSeries();
    void colorSeries();
    void place();
    void drawRow(QPainter *painter, int row) const;
    void drawHead(QPainter *painter) const;
    void focusRow(int row);
    int rowAt(const QPoint &position) const;
    int headHeight() const;
    QRectF plotRect() const;
    qreal xOf(double percent) const;
    /// As wide as the longest label, within bounds.
    int labelWidth() const;
    /// Asked for by every row that is drawn, so measured when labels or font change.
    void measureLabels();

    Measures m_measures;
    std::vector<ChartBar> m_bars;
    std::vector<double> m_lines{50, 75, 100};
    QHorizontalStackedBarSeries *m_series;
    QBarSet *m_floor = nullptr;
    QBarSet *m_open = nullptr;
    QValueAxis *m_axis;
    QString m_current;
    int m_longestLabel = 0;
    int m_focusRow = 0;
    int m_hoverRow = -1;
};

} // namespace adit
