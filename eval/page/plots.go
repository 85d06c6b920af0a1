package page

import (
	"bytes"
	"cmp"
	"html/template"
	"image/color"
	"slices"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"

	"stance/eval"
	"stance/eval/labelled"
	"stance/model"
)

// The page's legends name the same colours.
var (
	blue   = color.RGBA{37, 99, 235, 255}
	orange = color.RGBA{217, 119, 6, 255}
	green  = color.RGBA{5, 150, 105, 255}
	gray   = color.RGBA{148, 163, 184, 255}
)

// svg draws a plot as an SVG element that grows with the page.
func svg(p *plot.Plot, width, height vg.Length) (template.HTML, error) {
	canvas := vgsvg.New(width, height)
	p.Draw(draw.Crop(draw.New(canvas), 0, -vg.Points(8), 0, -vg.Points(4))) // room for the last labels of the axes
	var out bytes.Buffer
	if _, err := canvas.WriteTo(&out); err != nil {
		return "", err
	}
	_, element, _ := strings.Cut(out.String(), "<svg") // without the XML declaration
	return template.HTML("<svg role=\"img\"" + element), nil
}

// unitPlot is a plot of shares, 0 to 1 on both axes.
func unitPlot(x, y string) *plot.Plot {
	p := plot.New()
	p.X.Label.Text, p.Y.Label.Text = x, y
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = 0, 1, 0, 1
	p.Add(plotter.NewGrid())
	return p
}

func line(points plotter.XYs, c color.Color, dashes ...vg.Length) (*plotter.Line, error) {
	l, err := plotter.NewLine(points)
	if err != nil {
		return nil, err
	}
	l.Color, l.Width, l.Dashes = c, vg.Points(1.5), dashes
	return l, nil
}

// languagesPlot shows each language's macro-F1, stance and sentiment, with intervals.
func languagesPlot(set *eval.SetReport) (template.HTML, error) {
	names := labelled.InOrder(set.Lang)
	if len(names) < 2 {
		return "", nil
	}
	p := plot.New()
	p.Y.Label.Text, p.Y.Min, p.Y.Max = "macro-F1", 0, 1
	p.X.Min, p.X.Max = -0.5, float64(len(names))-0.5
	p.Add(plotter.NewGrid())
	p.NominalX(names...)
	series := []struct {
		color color.Color
		shift float64
		value func(*eval.Figures) (float64, *eval.Interval, bool)
	}{
		{blue, -0.12, func(f *eval.Figures) (float64, *eval.Interval, bool) {
			if f.Stance == nil {
				return 0, nil, false
			}
			return f.Stance.MacroF1, f.Stance.MacroF1CI, true
		}},
		{orange, 0.12, func(f *eval.Figures) (float64, *eval.Interval, bool) {
			if f.Sentiment == nil {
				return 0, nil, false
			}
			return f.Sentiment.MacroF1, f.Sentiment.MacroF1CI, true
		}},
	}
	for _, s := range series {
		var points errorPoints
		for i, lang := range names {
			if value, interval, ok := s.value(set.Lang[lang]); ok {
				points.XYs = append(points.XYs, plotter.XY{X: float64(i) + s.shift, Y: value})
				if interval == nil { // too few sentences for one
					interval = &eval.Interval{value, value}
				}
				points.YErrors = append(points.YErrors, struct{ Low, High float64 }{value - interval[0], interval[1] - value})
			}
		}
		if len(points.XYs) == 0 {
			continue
		}
		dots, err := plotter.NewScatter(points.XYs)
		if err != nil {
			return "", err
		}
		dots.Color, dots.Shape, dots.Radius = s.color, draw.CircleGlyph{}, vg.Points(3)
		bars, err := plotter.NewYErrorBars(points)
		if err != nil {
			return "", err
		}
		bars.Color = s.color
		p.Add(bars, dots)
	}
	return svg(p, vg.Points(900), vg.Points(240))
}

// errorPoints are points with the lengths of their error bars.
type errorPoints struct {
	plotter.XYs
	plotter.YErrors
}

// reliabilityPlots show what was said against what came true, bin by bin; the dots' sizes say how
// many there are.
func reliabilityPlots(set *eval.SetReport) ([]figure, error) {
	c := set.Calibration
	if c == nil {
		return nil, nil
	}
	var out []figure
	add := func(title string, bins []eval.Bin) error {
		drawn, err := reliability(bins)
		out = append(out, figure{title, drawn})
		return err
	}
	if c.ECEStance != nil {
		for i, name := range model.StanceNames {
			if err := add(name, c.StanceBins[i][:]); err != nil {
				return nil, err
			}
		}
	}
	if c.ECESentiment != nil {
		if err := add("sentiment, likeliest label", c.SentimentBins[:]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func reliability(bins []eval.Bin) (template.HTML, error) {
	p := unitPlot("probability said", "share that came true")
	diagonal, err := line(plotter.XYs{{X: 0, Y: 0}, {X: 1, Y: 1}}, gray, vg.Points(4), vg.Points(3))
	if err != nil {
		return "", err
	}
	var points plotter.XYs
	var sizes []vg.Length
	total := 0
	for _, b := range bins {
		total += b.N
	}
	for _, b := range bins {
		if b.N > 0 {
			points = append(points, plotter.XY{X: b.Mean, Y: b.Rate})
			sizes = append(sizes, vg.Points(2+6*float64(b.N)/float64(total)))
		}
	}
	path, err := line(points, blue)
	if err != nil {
		return "", err
	}
	dots, err := plotter.NewScatter(points)
	if err != nil {
		return "", err
	}
	dots.GlyphStyleFunc = func(i int) draw.GlyphStyle {
		return draw.GlyphStyle{Color: blue, Radius: sizes[i], Shape: draw.CircleGlyph{}}
	}
	p.Add(diagonal, path, dots)
	return svg(p, vg.Points(225), vg.Points(215))
}

// thresholdCurves show precision, recall and F1 of each stance at every threshold.
func thresholdCurves(scored eval.Scored) ([]figure, error) {
	var out []figure
	for i, name := range model.StanceNames {
		precision, recall, f1 := curve(scored, i)
		if len(f1) == 0 {
			continue
		}
		p := unitPlot("threshold", "")
		for _, c := range []struct {
			points plotter.XYs
			color  color.Color
		}{{precision, orange}, {recall, green}, {f1, blue}} {
			l, err := line(c.points, c.color)
			if err != nil {
				return nil, err
			}
			p.Add(l)
		}
		drawn, err := svg(p, vg.Points(300), vg.Points(220))
		if err != nil {
			return nil, err
		}
		out = append(out, figure{name, drawn})
	}
	return out, nil
}

// curve gives precision, recall and F1 of one stance at thresholds 0.01 apart; empty where no
// actor has it. Precision ends where nothing is decided any more.
func curve(scored eval.Scored, stance int) (precision, recall, f1 plotter.XYs) {
	type judged struct {
		p   float64
		has bool
	}
	var all []judged
	positives := 0.0
	for i, s := range scored.Set.Sentences {
		for k, a := range s.Actors {
			if a.Stance == nil {
				continue
			}
			all = append(all, judged{float64(scored.Predictions[i].Actors[k].PStance[stance]), a.Stance[stance]})
			if a.Stance[stance] {
				positives++
			}
		}
	}
	if positives == 0 {
		return nil, nil, nil
	}
	slices.SortFunc(all, func(a, b judged) int { return cmp.Compare(b.p, a.p) })
	hits, next := 0.0, 0
	for step := 100; step >= 0; step-- {
		threshold := float64(step) / 100
		for next < len(all) && all[next].p >= threshold {
			if all[next].has {
				hits++
			}
			next++
		}
		if next > 0 {
			precision = append(precision, plotter.XY{X: threshold, Y: hits / float64(next)})
		}
		recall = append(recall, plotter.XY{X: threshold, Y: hits / positives})
		f1 = append(f1, plotter.XY{X: threshold, Y: 2 * hits / (float64(next) + positives)})
	}
	return precision, recall, f1
}
